//! `cargo portal bench`: the server's own measurements, in a release build.

use anyhow::Result;

use crate::{say, server, shell};

/// Runs `portal-server bench` with what else stands on the command line.
pub fn bench(arguments: &[String]) -> Result<()> {
    let portal_server = server::build()?;
    say::step("Measuring");
    shell::run(
        std::process::Command::new(portal_server).arg("bench").args(arguments),
        "what is wrong stands above",
    )
}
