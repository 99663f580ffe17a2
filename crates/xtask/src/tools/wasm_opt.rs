//! binaryen's `wasm-opt`, which makes the WebAssembly some percent smaller.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{download, download::Archive, node};
use crate::{say, shell};

const VERSION: &str = "132";

/// Older ones do not know everything that this compiler writes.
const OLDEST: u32 = 121;

const RELEASE: &str = "https://github.com/WebAssembly/binaryen/releases/download/version_132";

const ARCHIVES: [Archive; 5] = [
    Archive {
        os: "linux",
        arch: "x86_64",
        file: "binaryen-version_132-x86_64-linux.tar.gz",
        sha256: "195ddc94f9bc89f45abdabb0b9eea86023d727ba90eac8b35b80f2544fc30572",
    },
    Archive {
        os: "linux",
        arch: "aarch64",
        file: "binaryen-version_132-aarch64-linux.tar.gz",
        sha256: "c58562417836c5d0493d89bdefc434933bdc097db641b483df86bcfa557a107f",
    },
    Archive {
        os: "macos",
        arch: "aarch64",
        file: "binaryen-version_132-arm64-macos.tar.gz",
        sha256: "98aad827847af7ef990ed7098d885725c8e5b5aae75073403635617ae4e259aa",
    },
    Archive {
        os: "macos",
        arch: "x86_64",
        file: "binaryen-version_132-x86_64-macos.tar.gz",
        sha256: "40c3de90bb3766bd0282a895e139a6f50253dba49b4f5bb89e66faca162d832e",
    },
    Archive {
        os: "windows",
        arch: "x86_64",
        file: "binaryen-version_132-x86_64-windows.tar.gz",
        sha256: "2089428ec98c899b45ee5d00636ddd6e2da8636cc473ef50b165cc25793ef7cb",
    },
];

/// What npm must say of the package it fetched.
const NPM_INTEGRITY: &str =
    "sha512-4Usg7yEvwO3FMso3Oov6qkOOHSod1IEv+boKkh77kTljM+eNBouqCTbqWswGzbG+vDNO/b/v2C4gfEh1WgB9Lg==";

/// Answers where `wasm-opt` is, after getting it if need be and if it can be had.
pub fn find_or_fetch() -> Result<Option<PathBuf>> {
    if let Some(installed) = shell::find("wasm-opt").filter(|path| will_do(path)) {
        return Ok(Some(installed));
    }
    let folder = super::folder(&format!("binaryen-{VERSION}"))?;
    let prebuilt = folder.join(format!("binaryen-version_{VERSION}/bin/wasm-opt{}", env::consts::EXE_SUFFIX));
    let from_npm =
        folder.join("node_modules/.bin").join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" });
    if let Some(ours) = [&prebuilt, &from_npm].into_iter().find(|path| will_do(path)) {
        return Ok(Some(ours.clone()));
    }
    if let Some(archive) = download::for_this_machine(&ARCHIVES) {
        match download::unpack(RELEASE, archive, &folder) {
            Ok(()) if will_do(&prebuilt) => return Ok(Some(prebuilt)),
            Ok(()) => say::note("it does not run on this machine"),
            Err(problem) => say::note(&format!("not this way: {problem:#}")),
        }
    }
    match install_with_npm(&folder) {
        Ok(()) if will_do(&from_npm) => return Ok(Some(from_npm)),
        Ok(()) => say::note("it does not run on this machine"),
        Err(problem) => say::note(&format!("not this way: {problem:#}")),
    }
    say::note(&format!(
        "Going on without wasm-opt: the portal will be a few percent larger. \
         To have it, install binaryen {OLDEST} or newer, or Node, and start again."
    ));
    Ok(None)
}

fn install_with_npm(folder: &Path) -> Result<()> {
    node::require()?;
    say::step(&format!("Installing binaryen {VERSION} with npm"));
    let mut npm = shell::npm("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel", "error", "--prefix"]).arg(folder);
    shell::run(npm.arg(format!("binaryen@{VERSION}.0.0")), "npm has to reach its registry for this")?;
    let lock =
        fs::read_to_string(folder.join("package-lock.json")).context("npm has written no lock file")?;
    let lock: serde_json::Value = serde_json::from_str(&lock)?;
    if lock["packages"]["node_modules/binaryen"]["integrity"] != NPM_INTEGRITY {
        fs::remove_dir_all(folder)?;
        bail!("what npm fetched has another checksum than the one that is written down here");
    }
    Ok(())
}

fn will_do(wasm_opt: &Path) -> bool {
    shell::answer(Command::new(wasm_opt).arg("--version")).is_some_and(|answer| version_will_do(&answer))
}

/// Reads `wasm-opt version 132 (version_132)`.
fn version_will_do(answer: &str) -> bool {
    let number = answer.strip_prefix("wasm-opt version ").and_then(|rest| rest.split_whitespace().next());
    number.and_then(|number| number.parse::<u32>().ok()).is_some_and(|number| number >= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recent_wasm_opt_is_left_alone_and_an_old_or_foreign_one_is_not() {
        assert!(version_will_do("wasm-opt version 132 (version_132)"));
        assert!(version_will_do("wasm-opt version 140"));
        assert!(!version_will_do("wasm-opt version 108 (version_108)"));
        assert!(!version_will_do("some other program"));
    }
}
