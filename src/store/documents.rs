//! The files of a folder somebody was sent: what lies in it, in a fixed order. Opens none of them.
#![expect(clippy::disallowed_methods, reason = "this layer does the I/O")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders within folders are followed this far.
const DEEPEST: usize = 16;

/// A file in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its name within the folder, with `/` between the parts.
    pub name: String,
}

/// What lies in a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files, by name.
    pub files: Vec<FolderFile>,
    /// Folders that could not be read, and links, which are not followed; with the system's reason if there is one.
    pub left_out: Vec<(String, Option<io::Error>)>,
}

/// Returns the files of a folder and of the folders in it. What is hidden (`.name`) and what office programs lay beside
/// an open document (`~$name`) is passed over.
///
/// # Errors
/// The folder itself cannot be read.
pub fn files_in(folder: &Path) -> io::Result<Listing> {
    let mut listing = Listing::default();
    walk(folder, "", 0, &mut listing)?;
    listing
        .files
        .sort_by(|left, right| left.name.cmp(&right.name));
    listing.left_out.sort_by(|left, right| left.0.cmp(&right.0));
    Ok(listing)
}

fn walk(folder: &Path, prefix: &str, depth: usize, out: &mut Listing) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        let (path, name) = (entry.path(), format!("{prefix}{name}"));
        match entry.file_type() {
            Ok(it) if it.is_file() => out.files.push(FolderFile { path, name }),
            Ok(it) if it.is_dir() && depth < DEEPEST => {
                if let Err(error) = walk(&path, &format!("{name}/"), depth + 1, out) {
                    out.left_out.push((name, Some(error)));
                }
            }
            // A link may lead out of the folder or back into it; a pipe would be waited for.
            Ok(_) => out.left_out.push((name, None)),
            Err(error) => out.left_out.push((name, Some(error))),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_by_name_and_links_are_told() {
        let folder = tempfile::tempdir().expect("there is room");
        let root = folder.path();
        for it in ["b.txt", "a.txt", ".hidden", "~$a.docx"] {
            fs::write(root.join(it), it).expect("the folder is ours");
        }
        fs::create_dir(root.join("科")).expect("the folder is ours");
        fs::write(root.join("科/c.txt"), "c").expect("the folder is ours");
        #[cfg(unix)]
        std::os::unix::fs::symlink(root, root.join("loop")).expect("the folder is ours");
        let listing = files_in(root).expect("it can be read");
        let names: Vec<&str> = listing.files.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["a.txt", "b.txt", "科/c.txt"]);
        #[cfg(unix)]
        assert_eq!(listing.left_out[0].0, "loop");
        assert!(files_in(&root.join("none")).is_err());
    }
}
