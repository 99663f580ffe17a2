//! Builds and runs `portal-server`.

use std::path::PathBuf;
use std::process::{Child, Command};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result, bail};

use crate::{project, say, shell};

/// The programs that have to end when this one does, by process id.
static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

static STOPPING: AtomicBool = AtomicBool::new(false);

/// Compiles the server, in the profile that is quick to build and quick to run, and answers where it is.
pub fn build() -> Result<PathBuf> {
    say::step("Building the server (the first time a few minutes)");
    shell::run(
        shell::cargo().args(["build", "--quiet", "--package", "portal-server", "--profile", "tool"]),
        "cargo's words stand above; a C compiler is needed as well, for the database",
    )?;
    project::program("tool", "portal-server")
}

/// Starts a program that goes on until somebody presses Ctrl-C.
pub fn spawn(command: &mut Command) -> Result<Child> {
    let child = command
        .spawn()
        .with_context(|| format!("{} could not be started", command.get_program().display()))?;
    if let Ok(mut running) = RUNNING.lock() {
        running.push(child.id());
    }
    Ok(child)
}

/// From now on Ctrl-C ends what was spawned and lets this program wait for it, so that nothing is left behind.
pub fn end_together() -> Result<()> {
    ctrlc::set_handler(|| {
        STOPPING.store(true, Ordering::Relaxed);
        for id in RUNNING.lock().map(|running| running.clone()).unwrap_or_default() {
            terminate(id);
        }
    })
    .context("Ctrl-C cannot be listened for")
}

/// Waits for a spawned program. Being ended by Ctrl-C is not a failure.
pub fn wait(mut child: Child, name: &str) -> Result<()> {
    let status = child.wait()?;
    if let Ok(mut running) = RUNNING.lock() {
        running.retain(|id| *id != child.id());
    }
    if !status.success() && !STOPPING.load(Ordering::Relaxed) {
        bail!("{name} has ended by itself; its last words stand above");
    }
    Ok(())
}

/// Asks a program to end, which gives a database the time to close.
pub fn terminate(id: u32) {
    let mut end = if cfg!(windows) {
        let mut taskkill = Command::new("taskkill");
        taskkill.args(["/F", "/T", "/PID", &id.to_string()]);
        taskkill
    } else {
        let mut kill = Command::new("kill");
        kill.args(["-TERM", &id.to_string()]);
        kill
    };
    // One that has ended already cannot be ended, and need not be.
    let _ = end.output();
}
