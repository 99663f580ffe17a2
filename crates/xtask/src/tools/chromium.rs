//! A Chromium for the browser tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{project, say, shell};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const PLACES: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/// Answers where a Chromium is, after getting one if there is none. `None` means the one that Playwright installed,
/// which Playwright finds by itself.
pub fn require() -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os("PORTAL_CHROMIUM").map(PathBuf::from) {
        if !named.is_file() {
            bail!("PORTAL_CHROMIUM names {}, which is not there", named.display());
        }
        return Ok(Some(named));
    }
    if let Some(installed) = find() {
        return Ok(Some(installed));
    }
    if may_use_apt() {
        say::step("Installing Chromium with apt");
        // An outdated list of packages is the usual reason for an install to fail.
        let _ = Command::new("apt-get").args(["update", "-qq"]).status();
        let mut apt = Command::new("apt-get");
        apt.args(["install", "-y", "-qq", "--no-install-recommends", "chromium"])
            .env("DEBIAN_FRONTEND", "noninteractive");
        match shell::run(&mut apt, "its packages could not be had") {
            Ok(()) => {
                if let Some(installed) = find() {
                    return Ok(Some(installed));
                }
            }
            Err(problem) => say::note(&format!("not this way: {problem:#}")),
        }
    }
    say::step("Installing Playwright's Chromium");
    let mut playwright = shell::npm("npx");
    playwright.current_dir(project::root().join("tests/browser")).args(["playwright", "install", "chromium"]);
    shell::run(&mut playwright, "install Chromium or Chrome by hand, or name one in PORTAL_CHROMIUM")?;
    Ok(None)
}

fn find() -> Option<PathBuf> {
    let on_path = NAMES.iter().find_map(|name| shell::find(name));
    on_path.or_else(|| PLACES.iter().map(PathBuf::from).find(|place| place.is_file()))
}

/// On Debian and its kin, and only for those who may: nobody is asked for a password in the middle of a test.
fn may_use_apt() -> bool {
    let is_root = shell::answer(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    is_root && Path::new("/etc/debian_version").exists() && shell::find("apt-get").is_some()
}
