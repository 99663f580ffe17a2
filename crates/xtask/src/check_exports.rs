//! `cargo portal check-exports`: hostile rows are exported, read back by LibreOffice and by Python, and compared.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{project, say, shell};

/// The files that LibreOffice reads, how, and the folder for what it saves of them. Text files it reads twice: once so
/// that quoted fields are texts, and once in the most dangerous way there is, where they are anything and formulas are
/// evaluated (LibreOffice, options of the CSV filter: separator, quotes, UTF-8, first line, language, …).
const READINGS: [(&str, Option<&str>, &str); 5] = [
    ("book.xlsx", None, "libreoffice"),
    ("point.csv", Some("CSV:44,34,76,1,,1033,true,true"), "libreoffice-text"),
    ("comma.csv", Some("CSV:59,34,76,1,,1031,true,true"), "libreoffice-text"),
    ("point.csv", Some("CSV:44,34,76,1,,1033,false,true,,,,,true"), "libreoffice-live"),
    ("comma.csv", Some("CSV:59,34,76,1,,1031,false,true,,,,,true"), "libreoffice-live"),
];

/// Exports, has it read, compares.
pub fn check_exports() -> Result<()> {
    let office = ["soffice", "libreoffice"].into_iter().find_map(shell::find);
    let office = office.context("LibreOffice is not there; install it (on Debian: libreoffice-calc)")?;
    let python = ["python3", "python"].into_iter().find_map(shell::find);
    let python = python.context("Python is not there; install Python 3")?;
    if shell::answer(Command::new(&python).args(["-c", "import openpyxl; print(openpyxl.__version__)"]))
        .is_none()
    {
        bail!("Python has no openpyxl; `{} -m pip install openpyxl` gets it", python.display());
    }
    let folder = project::root().join("target/exports");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    say::step("Exporting hostile rows");
    let example =
        ["run", "--quiet", "--package", "portal-exporter", "--profile", "tool", "--example", "hostile", "--"];
    shell::run(shell::cargo().args(example).arg(&folder), "cargo's words stand above")?;
    say::step("Having LibreOffice read and save them");
    for (file, how, into) in READINGS {
        convert(&office, &folder, file, how, into)?;
    }
    say::step("Comparing cell for cell");
    let compare = project::root().join("tests/exports/compare.py");
    shell::run(Command::new(&python).arg(compare).arg(&folder), "the cells that differ stand above")
}

/// Lets LibreOffice open a file and save it as a workbook in a folder beside it.
fn convert(office: &Path, folder: &Path, file: &str, how: Option<&str>, into: &str) -> Result<()> {
    let mut command = Command::new(office);
    // A profile of its own: one that is in use by a window would refuse.
    command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    command.args(["--headless", "--convert-to", "xlsx"]);
    if let Some(how) = how {
        command.arg(format!("--infilter={how}"));
    }
    command.arg("--outdir").arg(folder.join(into)).arg(folder.join(file));
    shell::run(&mut command, "LibreOffice's words stand above")
}
