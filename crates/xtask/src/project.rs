//! Where things lie: the checkout, and what cargo builds from it.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder of the workspace: two above this crate. Cargo says at every run where that is; two checkouts may share
/// one target folder, and then this program, too.
pub fn root() -> PathBuf {
    let own =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    own.join("../..").canonicalize().unwrap_or_else(|_| PathBuf::from("."))
}

/// A program of the workspace, built in this profile's folder. The chores themselves run from the one of `tool`, so
/// this follows cargo wherever it was told to build.
pub fn program(profile: &str, name: &str) -> Result<PathBuf> {
    let own = env::current_exe().context("this program does not know where it lies")?;
    let target = own.ancestors().nth(2).context("this program does not lie in a target folder")?;
    Ok(target.join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX)))
}
