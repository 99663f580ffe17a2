//! What the bundle consists of, for those who come after: the page, the size check, the tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// The files in `target/portal/assets`, by name.
#[derive(Debug, Deserialize, Serialize)]
pub struct Manifest {
    /// The JavaScript that `boot.js` imports.
    pub script: String,
    /// The main WebAssembly module.
    pub module: String,
    /// What the script imports in turn, at once.
    pub eager: Vec<String>,
    /// The chunks that each split-off page loads when it is opened.
    pub pages: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Where the manifest of a project lies: beside the assets, not among them, since it is not served.
    fn path(root: &Path) -> PathBuf {
        root.join("target/portal/manifest.json")
    }

    /// Writes it for the steps that follow.
    pub fn write(&self, root: &Path) -> Result<()> {
        fs::write(Manifest::path(root), serde_json::to_string_pretty(self)?)?;
        Ok(())
    }

    /// Reads what the build step wrote.
    pub fn read(root: &Path) -> Result<Manifest> {
        let path = Manifest::path(root);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} is missing: build first", path.display()))?;
        Ok(serde_json::from_str(&text)?)
    }
}
