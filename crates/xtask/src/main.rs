//! The chores of the project, behind `cargo portal`. One file for each; `tools` gets what they need.
//!
//! Nothing here knows what the portal does. A chore calls programs, says what it is doing, and when one fails says
//! what to do about it.

use std::env;
use std::process::ExitCode;

use anyhow::{Result, bail};

mod bench;
mod build;
mod dev;
mod freshness;
mod project;
mod run;
mod say;
mod server;
mod shell;
mod shots;
mod size;
mod test;
mod tools;

const USAGE: &str = "\
cargo portal run     build everything that is out of date, and serve the portal with data to try it on
    --data DIR         import this folder of CSV files instead of the demonstration data
    --database URL     where the data is kept (default: sqlite://var/demo.sqlite, with --data sqlite://var/portal.sqlite)
    --listen ADDR      default 127.0.0.1:8080
    --open             open the browser
cargo portal test    everything that has to be right before a change is taken in
    --only NAME…       only these steps
cargo portal dev     rebuild at every change, and reload the page (options as for `run`)
cargo portal build   the site in release mode, in dist/
cargo portal size    what a first visit to the list of orders loads, against its limit
cargo portal bench   the server's speed, in ratios
cargo portal shots   pictures of every page, in target/shots/
cargo portal tools   get the tools that the other chores need, and nothing else";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            say::failed(&problem);
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let (chore, rest) = match arguments.split_first() {
        Some((chore, rest)) => (chore.as_str(), rest),
        None => ("help", arguments),
    };
    match chore {
        "run" => run::run(&run::Options::parse(rest)?),
        "test" => test::test(rest),
        "dev" => dev::dev(&run::Options::parse(rest)?),
        "build" => none(rest).and_then(|()| build::site(&tools::for_building()?)),
        "size" => none(rest).and_then(|()| size::size()),
        "bench" => bench::bench(rest),
        "shots" => shots::shots(rest),
        "tools" => none(rest).and_then(|()| tools::for_building().map(drop)),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("there is no chore `{other}`\n\n{USAGE}"),
    }
}

fn none(rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(extra) => bail!("`{extra}` means nothing here\n\n{USAGE}"),
    }
}
