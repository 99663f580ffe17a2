//! The command line: what the operator types, and what is printed. The work is done elsewhere.

mod database;
mod demo;
mod failure;
mod generate;
mod import;
mod listen;
mod prompt;
mod serve;
mod table;
mod user;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

pub use failure::Failure;

/// The portal's own endpoint: serves the built portal and its data from one SQLite file.
#[derive(Parser)]
#[command(name = "portal-server", version, arg_required_else_help = true, after_help = FIRST_STEPS)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Shown below the list of commands.
const FIRST_STEPS: &str = "First steps with your own data:
  portal-server import FOLDER
  portal-server user add --email you@company.example --role administrator --first-name Ada --last-name Byron
  portal-server serve

First steps without:
  portal-server demo
  portal-server serve --simulate-erp

RUST_LOG sets what is logged, for example RUST_LOG=debug.";

#[derive(Subcommand)]
enum Command {
    /// Serve the portal until Ctrl-C.
    Serve(serve::Serve),
    /// Import an ERP export: a folder with one CSV file for each table.
    Import(import::Import),
    /// Load the demonstration data (Northwind) and the demonstration accounts.
    Demo(demo::Demo),
    /// Decide who may sign in.
    User(user::User),
    /// Fill the database with made-up orders, to see how the portal does with many.
    Generate(generate::Generate),
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let colours = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_writer(std::io::stderr).init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&Failure::Runtime(error)),
    };
    match runtime.block_on(run(cli.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failed(&failure),
    }
}

async fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve(serve) => serve.run().await,
        Command::Import(import) => import.run().await,
        Command::Demo(demo) => demo.run().await,
        Command::User(user) => user.run().await,
        Command::Generate(generate) => generate.run().await,
    }
}

fn failed(failure: &Failure) -> ExitCode {
    eprintln!("portal-server: {}", crate::error::with_causes(failure));
    ExitCode::FAILURE
}
