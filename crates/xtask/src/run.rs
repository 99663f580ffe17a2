//! `cargo portal run`: from a fresh clone to a portal that can be signed in to.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::{build, project, say, server, shell, tools};

/// What the command line may say.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// A folder of CSV files to import, instead of the demonstration data.
    pub data: Option<PathBuf>,
    /// Where the data is kept.
    pub database: String,
    /// The address that the server listens on.
    pub listen: String,
    /// Whether to open the browser.
    pub open: bool,
}

impl Options {
    /// Reads the words after the name of the chore.
    pub fn parse(words: &[String]) -> Result<Options> {
        let (mut data, mut database, mut listen, mut open) = (None, None, None, false);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let (name, given) = word
                .split_once('=')
                .map_or((word.as_str(), None), |(name, value)| (name, Some(value.to_owned())));
            let mut value = || {
                given
                    .clone()
                    .or_else(|| words.next().cloned())
                    .with_context(|| format!("{name} needs a value"))
            };
            match name {
                "--data" => data = Some(PathBuf::from(value()?)),
                "--database" => database = Some(value()?),
                "--listen" => listen = Some(value()?),
                "--open" => open = true,
                other => bail!("the option {other} is not known; `cargo portal help` lists all"),
            }
        }
        let usual = if data.is_some() { "sqlite://var/portal.sqlite" } else { "sqlite://var/demo.sqlite" };
        Ok(Options {
            data,
            database: database.unwrap_or_else(|| usual.to_owned()),
            listen: listen.unwrap_or_else(|| "127.0.0.1:8080".to_owned()),
            open,
        })
    }
}

/// Builds what is out of date, fills the database and serves until Ctrl-C.
pub fn run(options: &Options) -> Result<()> {
    let data = absolute(options.data.as_deref())?;
    let tools = tools::for_building()?;
    build::site(&tools)?;
    let portal_server = server::build()?;
    fill(&portal_server, data.as_deref(), &options.database)?;

    say::step("Starting the server (Ctrl-C ends it)");
    server::end_together()?;
    let serving = server::spawn(&mut serve(&portal_server, options))?;
    if options.open {
        open_browser(&options.listen);
    }
    server::wait(serving, "the server")
}

/// Puts the data into the database: the given folder, or the demonstration.
pub fn fill(portal_server: &Path, data: Option<&Path>, database: &str) -> Result<()> {
    let mut command = command(portal_server)?;
    match data {
        Some(folder) => {
            say::step(&format!("Importing {}", folder.display()));
            command.arg("import").arg(folder);
        }
        None => {
            say::step("Preparing the demonstration data");
            // The server prints the accounts as well, at the end, where they are looked for.
            command.arg("demo").stdout(Stdio::null());
        }
    }
    shell::run(command.args(["--database", database]), "what is wrong stands above; nothing was changed")
}

/// The call that serves the site. Real data has a real ERP behind it; only the demonstration needs a stand-in.
pub fn serve(portal_server: &Path, options: &Options) -> Command {
    let mut command = Command::new(portal_server);
    command.current_dir(project::root()).args(["serve", "--site", "dist"]);
    command.args(["--database", &options.database, "--listen", &options.listen]);
    if options.data.is_none() {
        command.arg("--simulate-erp");
    }
    command
}

fn command(portal_server: &Path) -> Result<Command> {
    let root = project::root();
    fs::create_dir_all(root.join("var")).context("the folder var/ cannot be made")?;
    let mut command = Command::new(portal_server);
    command.current_dir(root);
    Ok(command)
}

/// A path on the command line is meant from where the command was typed; the server runs in the project's folder.
pub fn absolute(folder: Option<&Path>) -> Result<Option<PathBuf>> {
    folder
        .map(|folder| {
            folder.canonicalize().with_context(|| format!("there is no folder {}", folder.display()))
        })
        .transpose()
}

fn open_browser(listen: &str) {
    let address = format!("http://{listen}/");
    let mut opener = match env::consts::OS {
        "macos" => Command::new("open"),
        "windows" => Command::new("explorer"),
        _ => Command::new("xdg-open"),
    };
    if opener.arg(&address).spawn().is_err() {
        say::note(&format!("No browser could be opened; go to {address}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options> {
        Options::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn without_options_the_demonstration_is_served_on_loopback() -> Result<()> {
        let options = parse("")?;
        assert_eq!(options.database, "sqlite://var/demo.sqlite");
        assert_eq!(options.listen, "127.0.0.1:8080");
        assert!(options.data.is_none() && !options.open);
        Ok(())
    }

    #[test]
    fn imported_data_is_kept_apart_from_the_demonstration() -> Result<()> {
        assert_eq!(parse("--data some/folder")?.database, "sqlite://var/portal.sqlite");
        assert_eq!(parse("--data=x --database sqlite://y")?.database, "sqlite://y");
        Ok(())
    }

    #[test]
    fn a_missing_value_and_an_unknown_option_are_refused() {
        assert!(parse("--listen").is_err());
        assert!(parse("--speed 3").is_err());
    }
}
