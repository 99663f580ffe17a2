//! `cargo portal size`: what a first visit to the list of orders loads, and whether that is within the limit.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{build, project, say, shell, tools};

/// The file with the limit, which may only fall.
const LIMIT: &str = "tests/size-limit.json";

/// Builds the site if it is out of date, prints the table and fails above the limit.
pub fn size() -> Result<()> {
    build::site(&tools::for_building()?)?;
    check()
}

/// Measures the site that is there.
pub fn check() -> Result<()> {
    say::step("Weighing a first visit to /orders");
    let limit = limit(&project::root().join(LIMIT))?;
    let mut weigh = shell::cargo();
    weigh.args(["run", "--quiet", "--package", "portal-bundler", "--profile", "tool", "--", "weigh"]);
    let mut total = None;
    let ok = shell::watch(&mut weigh, |line| {
        if let Some(rest) = line.strip_prefix("total") {
            total = rest.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok());
        }
    })?;
    let total = total.filter(|_| ok).context("the site could not be weighed")?;
    if total > limit {
        bail!("a first visit loads {total} bytes; {LIMIT} allows {limit}");
    }
    say::note(&format!("{total} of {limit} bytes, {} to spare", limit - total));
    Ok(())
}

fn limit(file: &Path) -> Result<u64> {
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let limits: serde_json::Value = serde_json::from_str(&text)?;
    limits["first_visit_bytes"].as_u64().with_context(|| format!("{LIMIT} names no first_visit_bytes"))
}
