//! `cargo portal dev`: Trunk rebuilds at every change, the server serves what it built, and the page reloads itself.
//!
//! The server stands in front, and not Trunk's own: the page that a browser gets has the signed-in user written into
//! it, which only the server can do.

use anyhow::Result;

use crate::freshness::Stamp;
use crate::run::{self, Options};
use crate::{build, say, server, shell, tools};

/// Watches and serves until Ctrl-C.
pub fn dev(options: &Options) -> Result<()> {
    let data = run::absolute(options.data.as_deref())?;
    let tools = tools::for_building()?;
    // What is built now is not what `cargo portal run` may serve.
    Stamp::of_site("dev")?.forget();
    let portal_server = server::build()?;
    run::fill(&portal_server, data.as_deref(), &options.database)?;
    build::bundler()?;
    say::step("Building the site for development");
    shell::run(build::trunk(&tools).arg("build"), "what is wrong stands above")?;

    say::step("Watching (Ctrl-C ends it)");
    server::end_together()?;
    let watching = server::spawn(build::trunk(&tools).arg("watch"))?;
    let serving = server::spawn(&mut run::serve(&portal_server, options))?;
    let watcher = watching.id();
    let served = server::wait(serving, "the server");
    server::terminate(watcher);
    served.and(server::wait(watching, "Trunk").or(Ok(())))
}
