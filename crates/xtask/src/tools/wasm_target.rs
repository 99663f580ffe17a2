//! The compiler's part for WebAssembly, for the toolchain that this project is pinned to.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::{project, say, shell};

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target unless it is there.
pub fn require() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    if shell::find("rustup").is_none() {
        bail!(
            "this Rust cannot compile for {TARGET}: install its standard library (as `rust-std-{TARGET}` or `libstd-rust-dev-wasm32`, by how Rust was installed), or take Rust from rustup"
        );
    }
    say::step(&format!("Adding {TARGET} to the Rust toolchain"));
    let mut rustup = Command::new("rustup");
    rustup.current_dir(project::root()).args(["target", "add", TARGET]);
    shell::run(
        &mut rustup,
        "rustup has to reach its server for this; `rustup target add` can be tried by hand",
    )
}

fn is_there() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(project::root()).args(["--print", "target-libdir", "--target", TARGET]);
    shell::answer(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir())
}
