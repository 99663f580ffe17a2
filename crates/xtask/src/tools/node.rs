//! Node, which drives the browser tests and can run `wasm-opt`.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{project, say, shell};

const OLDEST: u32 = 20;

/// Answers that Node and npm are there, or says what to install.
pub fn require() -> Result<()> {
    let remedy = format!("install Node {OLDEST} or newer, with npm");
    let version = shell::answer(Command::new("node").arg("--version"));
    let version = version.with_context(|| format!("the program `node` is not there; {remedy}"))?;
    if !version_will_do(&version) {
        bail!("this Node is {version}; {remedy}");
    }
    shell::answer(shell::npm("npm").arg("--version"))
        .with_context(|| format!("the program `npm` is not there; {remedy}"))?;
    Ok(())
}

/// Installs what the browser tests need, in just the versions of their lock file.
pub fn install_browser_tests() -> Result<()> {
    let folder = project::root().join("tests/browser");
    let installed = folder.join("node_modules/.package-lock.json");
    let wanted = folder.join("package-lock.json");
    let written = |path: &std::path::Path| path.metadata().and_then(|data| data.modified()).ok();
    if written(&installed).is_some() && written(&installed) >= written(&wanted) {
        return Ok(());
    }
    say::step("Installing what the browser tests need");
    let mut npm = shell::npm("npm");
    // The browser comes from elsewhere, see `chromium`.
    npm.current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    shell::run(&mut npm, "npm has to reach its registry for this")
}

/// Reads `v20.11.1`.
fn version_will_do(version: &str) -> bool {
    let major = version.trim_start_matches('v').split('.').next();
    major.and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_twenty_and_newer_will_do() {
        assert!(version_will_do("v20.0.0"));
        assert!(version_will_do("v24.1.0"));
        assert!(!version_will_do("v18.19.0"));
        assert!(!version_will_do(""));
    }
}
