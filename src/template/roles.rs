//! The names sections call their roles by in a file. What a role is for is `draft`'s to say.

use crate::draft::Role;

/// The roles by their names in a file.
pub(crate) const ROLES: &[(&str, Role)] = &[
    ("opening", Role::Opening),
    ("follow_up", Role::FollowUp),
    ("dimensions", Role::Dimensions),
    ("case", Role::Case),
    ("causes", Role::Causes),
    ("measures", Role::Measures),
    ("closing", Role::Closing),
    ("text", Role::Text),
];

/// Returns the names of all roles, to be read by a person.
pub(crate) fn role_names() -> String {
    ROLES
        .iter()
        .map(|(name, _)| *name)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Returns the name of a role in a file.
pub(crate) fn role_name(role: Role) -> &'static str {
    ROLES
        .iter()
        .find(|(_, it)| *it == role)
        .map(|(name, _)| *name)
        .expect("every role is in the table, by a test")
}
