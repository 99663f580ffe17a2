//! Compiles the portal to WebAssembly with cargo.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::Mode;

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles the portal and answers where cargo put the module.
pub fn portal(root: &Path, mode: Mode) -> Result<PathBuf> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(root)
        .args(["build", "--package", "portal", "--bin", "portal", "--target", TARGET])
        .args(["--message-format", "json-render-diagnostics", "--config", &without_home()?])
        // The linker flags stand in .cargo/config.toml, which this variable would switch off.
        .env_remove("RUSTFLAGS")
        .stdout(Stdio::piped());
    if mode == Mode::Release {
        cargo.arg("--release");
    }
    let output = cargo.spawn().context("cargo could not be started")?.wait_with_output()?;
    if !output.status.success() {
        bail!("the portal does not compile for {TARGET}; cargo's words stand above");
    }
    module_in(&String::from_utf8_lossy(&output.stdout))
        .context("cargo did not say where it put the portal's module")
}

/// A setting that takes this machine's folders out of the module: panics name source files, and what is published must
/// neither tell where it was built nor weigh more for it. It adds to the flags in .cargo/config.toml.
fn without_home() -> Result<String> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = cargo_home.context("there is no home folder")?.join("registry").join("src");
    let flag = format!("--remap-path-prefix={}=", sources.display());
    Ok(format!("target.{TARGET}.rustflags=[{flag:?}]"))
}

/// Finds the module among cargo's messages, one JSON object in a line.
fn module_in(messages: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == "portal")
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .find(|path| path.extension().is_some_and(|extension| extension == "wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_the_portals_own_and_not_that_of_a_dependency() {
        let messages = concat!(
            r#"{"reason":"compiler-artifact","target":{"name":"serde"},"filenames":["/t/libserde.rlib"]}"#,
            "\nnot json\n",
            r#"{"reason":"compiler-artifact","target":{"name":"portal"},"filenames":["/t/portal.js","/t/portal.wasm"]}"#,
        );
        assert_eq!(module_in(messages), Some(PathBuf::from("/t/portal.wasm")));
        assert_eq!(module_in(""), None);
    }
}
