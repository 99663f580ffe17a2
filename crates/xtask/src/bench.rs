//! `cargo portal bench`: the server's own measurements, in a build that is quick to run.

use anyhow::Result;

use crate::{say, shell};

/// Runs the server's example `bench` with what else stands on the command line.
pub fn bench(arguments: &[String]) -> Result<()> {
    say::step("Measuring (the first time the server is built, which takes a few minutes)");
    let bench =
        ["run", "--quiet", "--package", "portal-server", "--profile", "tool", "--example", "bench", "--"];
    shell::run(shell::cargo().args(bench).args(arguments), "what is wrong stands above")
}
