//! Fetches a prebuilt program, and believes it only with the right checksum.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::{say, shell};

/// One archive for one kind of machine, as its project published it.
pub struct Archive {
    /// `std::env::consts::OS`.
    pub os: &'static str,
    /// `std::env::consts::ARCH`.
    pub arch: &'static str,
    /// The last part of its address.
    pub file: &'static str,
    /// SHA-256 in hexadecimal digits.
    pub sha256: &'static str,
}

/// The archive for this machine, if there is one.
pub fn for_this_machine(archives: &'static [Archive]) -> Option<&'static Archive> {
    archives
        .iter()
        .find(|archive| archive.os == std::env::consts::OS && archive.arch == std::env::consts::ARCH)
}

/// Fetches and unpacks an archive into `folder`. A host that does not answer within seconds, or answers something
/// else than what was published, is an error; the caller goes on to the next way.
pub fn unpack(address: &str, archive: &Archive, folder: &Path) -> Result<()> {
    say::step(&format!("Fetching {}", archive.file));
    let packed = folder.join(archive.file);
    let fetched =
        fetch(&format!("{address}/{}", archive.file), &packed).and_then(|()| check(&packed, archive.sha256));
    let unpacked = fetched.and_then(|()| {
        shell::run(
            Command::new("tar").arg("-xf").arg(&packed).arg("-C").arg(folder),
            "the program `tar` is needed to unpack what was fetched",
        )
    });
    // Whole or broken, nobody needs it any more.
    let _ = fs::remove_file(&packed);
    unpacked
}

fn fetch(address: &str, file: &Path) -> Result<()> {
    let status = Command::new("curl")
        .args(["--fail", "--location", "--silent", "--show-error", "--proto", "=https"])
        .args(["--connect-timeout", "5", "--speed-limit", "10000", "--speed-time", "10", "--output"])
        .arg(file)
        .arg(address)
        .status()
        .context("the program `curl` is not there")?;
    if !status.success() {
        bail!("it did not come");
    }
    Ok(())
}

fn check(file: &Path, sha256: &str) -> Result<()> {
    let found: String = Sha256::digest(fs::read(file)?).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != sha256 {
        bail!("its checksum is {found} and not {sha256}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_another_checksum_is_refused() -> Result<()> {
        let file = std::env::temp_dir().join(format!("download-{}", std::process::id()));
        fs::write(&file, "abc")?;
        assert!(check(&file, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad").is_ok());
        assert!(check(&file, "aa7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad").is_err());
        fs::remove_file(&file)?;
        Ok(())
    }
}
