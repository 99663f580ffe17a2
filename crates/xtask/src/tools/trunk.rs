//! Trunk, which puts the site together.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::download::{self, Archive};
use crate::{say, shell};

const VERSION: &str = "0.21.14";

/// Any of these will do.
const COMPATIBLE: &str = "0.21.";

const RELEASE: &str = "https://github.com/trunk-rs/trunk/releases/download/v0.21.14";

const ARCHIVES: [Archive; 5] = [
    Archive {
        os: "linux",
        arch: "x86_64",
        file: "trunk-x86_64-unknown-linux-gnu.tar.gz",
        sha256: "f2b4680cd239693a646a2795e4633c625328d7b2a044fbe749fa3a2fe9e7036b",
    },
    Archive {
        os: "linux",
        arch: "aarch64",
        file: "trunk-aarch64-unknown-linux-gnu.tar.gz",
        sha256: "b1d8e60e454f7fc182d9a4d95d1506ffbae947d8ba90f8f6f02da93b60f980f9",
    },
    Archive {
        os: "macos",
        arch: "aarch64",
        file: "trunk-aarch64-apple-darwin.tar.gz",
        sha256: "764e299dd50d89442a4e96a236349f57961984b701e74d3dbdb39cd1c9f5101e",
    },
    Archive {
        os: "macos",
        arch: "x86_64",
        file: "trunk-x86_64-apple-darwin.tar.gz",
        sha256: "f1ba0e3bbe24e0ae219c6d22c33e24e2825c1608dd27c2556e323495110f1a95",
    },
    Archive {
        os: "windows",
        arch: "x86_64",
        file: "trunk-x86_64-pc-windows-msvc.zip",
        sha256: "cd6ac15b9daff0365e5695036791ef2ce3c63f61c014f5a8c532363266e4569c",
    },
];

/// Answers where Trunk is, after getting it if need be: as a prebuilt program, or else compiled here.
pub fn require() -> Result<PathBuf> {
    if let Some(installed) = shell::find("trunk").filter(|path| is_compatible(path)) {
        return Ok(installed);
    }
    let folder = super::folder(&format!("trunk-{VERSION}"))?;
    let name = format!("trunk{}", env::consts::EXE_SUFFIX);
    let (prebuilt, compiled) = (folder.join(&name), folder.join("bin").join(&name));
    if let Some(ours) = [&prebuilt, &compiled].into_iter().find(|path| is_compatible(path)) {
        return Ok(ours.clone());
    }
    if let Some(archive) = download::for_this_machine(&ARCHIVES) {
        match download::unpack(RELEASE, archive, &folder) {
            Ok(()) if is_compatible(&prebuilt) => return Ok(prebuilt),
            Ok(()) => say::note("it does not run on this machine"),
            Err(problem) => say::note(&format!("not this way: {problem:#}")),
        }
    }
    compile(&folder)?;
    if !is_compatible(&compiled) {
        bail!(
            "Trunk was compiled but does not run; install Trunk {VERSION} by hand so that `trunk --version` answers"
        );
    }
    Ok(compiled)
}

fn compile(folder: &Path) -> Result<()> {
    say::step(&format!("Compiling Trunk {VERSION} (once, about five minutes on two cores)"));
    let mut install = shell::cargo();
    install
        .args(["install", "--quiet", "--locked", &format!("trunk@{VERSION}")])
        .args(["--no-default-features", "--features", "rustls", "--root"])
        .arg(folder)
        // It copies files and calls programs: soon there is worth more than fast.
        .envs([("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"), ("CARGO_PROFILE_RELEASE_LTO", "off")])
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        // Otherwise it would be compiled into the middle of this project's own things.
        .env_remove("CARGO_TARGET_DIR");
    shell::run(&mut install, &format!("install Trunk {VERSION} by hand so that `trunk --version` answers"))
}

fn is_compatible(trunk: &Path) -> bool {
    // Trunk reads NO_COLOR as `true` or `false` and refuses the usual `1`.
    let answer = shell::answer(Command::new(trunk).env_remove("NO_COLOR").arg("--version"));
    answer.is_some_and(|answer| version_will_do(&answer))
}

fn version_will_do(answer: &str) -> bool {
    answer.strip_prefix("trunk ").is_some_and(|version| version.starts_with(COMPATIBLE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trunk_of_the_same_line_is_left_alone_and_any_other_is_not() {
        assert!(version_will_do("trunk 0.21.14"));
        assert!(version_will_do("trunk 0.21.4"));
        assert!(!version_will_do("trunk 0.22.1"));
        assert!(!version_will_do("trunk 0.2"));
        assert!(!version_will_do("Trunk CLI 1.3"));
    }

    #[test]
    fn the_version_that_is_fetched_is_one_that_will_do() {
        assert!(VERSION.starts_with(COMPATIBLE));
        assert!(RELEASE.ends_with(VERSION));
    }
}
