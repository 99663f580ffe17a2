//! `cargo portal build`: the site, in release mode, in `dist/`.

use std::process::Command;

use anyhow::Result;

use crate::freshness::Stamp;
use crate::tools::Tools;
use crate::{project, say, shell};

/// Builds the site unless it is there already, made from the same files.
pub fn site(tools: &Tools) -> Result<()> {
    let stamp = Stamp::of_site(if tools.wasm_opt.is_some() { "optimised" } else { "not optimised" })?;
    if stamp.is_fresh() {
        say::step("The site in dist/ is up to date");
        return Ok(());
    }
    stamp.forget();
    bundler()?;
    say::step("Building the site (the first time some minutes: all of it is compiled for the browser)");
    shell::run(trunk(tools).args(["build", "--release"]), "what is wrong stands above")?;
    stamp.keep()
}

/// Compiles the program that Trunk's hooks call. They would do it themselves, but in silence.
pub fn bundler() -> Result<()> {
    say::step("Building the bundler (the first time about two minutes)");
    shell::run(
        shell::cargo().args(["build", "--quiet", "--package", "portal-bundler", "--profile", "tool"]),
        "cargo's words stand above",
    )
}

/// Trunk in the project's folder, with the tools that its hooks call.
pub fn trunk(tools: &Tools) -> Command {
    let mut command = Command::new(&tools.trunk);
    // Trunk reads NO_COLOR as `true` or `false` and refuses the usual `1`.
    command.current_dir(project::root()).env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
    command.args(["--log", "error"]);
    if let Some(wasm_opt) = &tools.wasm_opt {
        command.env("PORTAL_WASM_OPT", wasm_opt);
    }
    command
}
