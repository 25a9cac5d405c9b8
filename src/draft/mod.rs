//! THE CORE: the report as plain data, and the algebra of changing it.

pub mod role;

pub use role::Role;
