//! Whether the site has to be built again: its inputs are compared by content, so that a fresh clone, a branch that
//! was left and come back to, or a touched file cost nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use sha2::{Digest, Sha256};

use crate::project;

/// Everything that has a part in the site.
const INPUTS: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/bundler/src",
    "crates/model/Cargo.toml",
    "crates/model/src",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
];

/// Remembers what the site in `dist/` was built from.
pub struct Stamp {
    file: PathBuf,
    now: String,
}

impl Stamp {
    /// Reads the inputs as they are now. `how` tells two ways of building from the same inputs apart.
    pub fn of_site(how: &str) -> Result<Stamp> {
        let root = project::root();
        let mut hasher = Sha256::new();
        hasher.update(how);
        for input in INPUTS {
            add(&mut hasher, &root, &root.join(input))?;
        }
        let now = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Stamp { file: root.join("target/portal/built-from.txt"), now })
    }

    /// Whether the site that is there was built from just this.
    pub fn is_fresh(&self) -> bool {
        let built = fs::read_to_string(&self.file).unwrap_or_default();
        built == self.now && project::root().join("dist/index.html").is_file()
    }

    /// To be called before a build begins, so that one that is broken off does not count.
    pub fn forget(&self) {
        // A file that is not there is forgotten already.
        let _ = fs::remove_file(&self.file);
    }

    /// To be called when a build has succeeded.
    pub fn keep(&self) -> Result<()> {
        Ok(fs::write(&self.file, &self.now)?)
    }
}

/// Adds a file or everything below a folder, names and contents, in a fixed order.
fn add(hasher: &mut Sha256, root: &Path, path: &Path) -> Result<()> {
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<_>, _>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| add(hasher, root, entry));
    }
    if let Ok(content) = fs::read(path) {
        hasher.update(path.strip_prefix(root).unwrap_or(path).to_string_lossy().as_bytes());
        hasher.update(content.len().to_le_bytes());
        hasher.update(content);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(folder: &Path) -> Result<Vec<u8>> {
        let mut hasher = Sha256::new();
        add(&mut hasher, folder, folder)?;
        Ok(hasher.finalize().to_vec())
    }

    #[test]
    fn a_changed_a_renamed_and_an_added_file_are_noticed_and_a_touched_one_is_not() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("freshness-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("a"), "one")?;
        let before = hash(&folder)?;
        fs::write(folder.join("a"), "one")?;
        assert_eq!(hash(&folder)?, before);
        fs::write(folder.join("a"), "two")?;
        assert_ne!(hash(&folder)?, before);
        fs::write(folder.join("a"), "one")?;
        fs::write(folder.join("b"), "")?;
        assert_ne!(hash(&folder)?, before);
        fs::remove_file(folder.join("a"))?;
        fs::write(folder.join("b"), "one")?;
        assert_ne!(hash(&folder)?, before);
        fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
