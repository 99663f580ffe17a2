//! Gets the programs that the chores call, where they are missing. One file for each.
//!
//! A program that is installed in a version that will do is left alone. What we fetch ourselves goes into a folder of
//! our own, with its version in the name, and nowhere else.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

pub mod chromium;
mod download;
pub mod node;
mod trunk;
mod wasm_opt;
mod wasm_target;

/// Where the programs for a build are.
pub struct Tools {
    /// Puts the site together.
    pub trunk: PathBuf,
    /// Makes the WebAssembly smaller; a build without it works too.
    pub wasm_opt: Option<PathBuf>,
}

/// Sees to it that everything a build needs is there.
pub fn for_building() -> Result<Tools> {
    wasm_target::require()?;
    Ok(Tools { trunk: trunk::require()?, wasm_opt: wasm_opt::find_or_fetch()? })
}

/// Our own folder for a tool, by name and version. `PORTAL_TOOLS` moves all of them.
fn folder(tool: &str) -> Result<PathBuf> {
    let folder =
        cache().context("there is no home folder to keep tools in; name one in PORTAL_TOOLS")?.join(tool);
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    Ok(folder)
}

fn cache() -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(own) = named("PORTAL_TOOLS") {
        return Some(own);
    }
    let caches = if cfg!(windows) {
        named("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        named("HOME").map(|home| home.join("Library/Caches"))
    } else {
        named("XDG_CACHE_HOME").or_else(|| named("HOME").map(|home| home.join(".cache")))
    };
    caches.map(|caches| caches.join("customer-portal-tools"))
}
