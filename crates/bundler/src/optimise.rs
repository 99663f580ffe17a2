//! Makes each module smaller with binaryen's `wasm-opt`, where there is one.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::bind::Bound;

/// What the compiler uses. Naming them, rather than `--all-features`, keeps wasm-opt from writing what no browser reads.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// Smaller at every step; the last one puts alike functions side by side, which brotli makes use of.
const PASSES: [&str; 6] = ["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-functions-by-name"];

/// Optimises the main module and every chunk in place, or says that it could not.
pub fn all(bound: &Bound) -> Result<()> {
    let tool = tool();
    if Command::new(&tool).arg("--version").output().is_err() {
        eprintln!(
            "  wasm-opt was not found: the portal works, but is a few percent larger (`cargo portal tools` gets it)"
        );
        return Ok(());
    }
    optimise(&tool, &bound.module())?;
    bound.chunks.iter().try_for_each(|chunk| optimise(&tool, chunk))
}

/// `PORTAL_WASM_OPT` names the program that `cargo portal` has found; otherwise the search path does.
fn tool() -> OsString {
    env::var_os("PORTAL_WASM_OPT").unwrap_or_else(|| "wasm-opt".into())
}

fn optimise(tool: &OsString, module: &Path) -> Result<()> {
    let output = Command::new(tool)
        .args(PASSES)
        .args(FEATURES)
        .arg(module)
        .arg("-o")
        .arg(module)
        .output()
        .with_context(|| format!("{} could not be started", tool.to_string_lossy()))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        bail!("wasm-opt refused {} (is it older than version 130?): {words}", module.display());
    }
    Ok(())
}
