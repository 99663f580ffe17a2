//! `cargo portal shots`: pictures of every page, light and dark, wide and narrow, to be looked at by people.

use anyhow::Result;

use crate::{build, project, say, server, shell, test, tools};

/// Takes the pictures with the browser tests' own server and browser.
pub fn shots(arguments: &[String]) -> Result<()> {
    tools::node::require()?;
    build::site(&tools::for_building()?)?;
    let portal_server = server::build()?;
    tools::node::install_browser_tests()?;
    let chromium = tools::chromium::require()?;
    say::step("Taking pictures into target/shots/");
    let mut node = std::process::Command::new("node");
    node.current_dir(project::root().join("tests/browser")).arg("shots.mjs").args(arguments);
    test::with_server_and_browser(&mut node, &portal_server, chromium.as_deref());
    shell::run(&mut node, "what is wrong stands above")
}
