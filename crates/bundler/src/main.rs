//! Makes the files a browser loads out of the portal's crate, in two steps that Trunk calls as hooks.
//!
//! `portal-bundler build` runs before Trunk copies anything: it compiles the portal to WebAssembly, splits the pages
//! off into chunks of their own, writes the JavaScript glue, optimises, and leaves files named by their content in
//! `target/portal/assets`. `portal-bundler finish` runs after Trunk has copied everything: it writes those names into
//! the page and compresses what is served. Trunk cannot split, which is why this program exists; nothing here knows
//! what the portal does.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

mod assets;
mod bind;
mod compile;
mod compress;
mod manifest;
mod module;
mod optimise;
mod page;
mod sheets;
mod trim;
mod weigh;

/// Whether the bundle is made for visitors or for the person who is writing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Small: optimised and compressed.
    Release,
    /// Soon there: neither.
    Dev,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("portal-bundler: {problem:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let root = project_root()?;
    let mode = mode();
    match env::args().nth(1).as_deref() {
        Some("build") => build(&root, mode),
        Some("finish") => {
            let staging = env::var_os("TRUNK_STAGING_DIR").context(
                "`finish` is called by Trunk after a build, which names the folder in TRUNK_STAGING_DIR",
            )?;
            page::finish(&root, &PathBuf::from(staging), mode)
        }
        Some("weigh") => weigh::print(&root.join("dist")),
        _ => bail!(
            "usage: portal-bundler build|finish|weigh (Trunk calls the first two, `cargo portal size` the last)"
        ),
    }
}

fn build(root: &Path, mode: Mode) -> Result<()> {
    let compiled = compile::portal(root, mode)?;
    let work = root.join("target/portal/work");
    let bound = bind::split_and_bind(&compiled, &work, mode)?;
    if mode == Mode::Release {
        trim::classes(&bound)?;
        optimise::all(&bound)?;
        trim::names(&bound)?;
    }
    let manifest = assets::publish(&bound, &root.join("target/portal/assets"))?;
    manifest.write(root)
}

/// Trunk says in `TRUNK_PROFILE` which kind of build it is making; by hand it is a release.
fn mode() -> Mode {
    match env::var("TRUNK_PROFILE").as_deref() {
        Ok("debug") => Mode::Dev,
        _ => Mode::Release,
    }
}

/// The folder of the workspace: two above this crate. Cargo says at every run where that is; two checkouts may share
/// one target folder, and then this program, too.
fn project_root() -> Result<PathBuf> {
    let own =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    let root = own.ancestors().nth(2).context("the bundler's crate has no workspace above it")?;
    Ok(root.to_path_buf())
}
