//! `cargo portal test`: everything that has to be right before a change is taken in.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{build, project, say, shell, size, tools};

/// What a step found: how many tests passed and failed in it. A step that only succeeds or not counts as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
}

struct Step {
    name: &'static str,
    run: fn() -> Result<Count>,
}

const STEPS: [Step; 6] = [
    Step { name: "format", run: format },
    Step { name: "lint", run: lint },
    Step { name: "unit", run: unit },
    Step { name: "licences", run: licences },
    Step { name: "size", run: site_and_size },
    Step { name: "browser", run: browser },
];

struct Outcome {
    name: &'static str,
    took: Duration,
    count: Count,
    problem: Option<anyhow::Error>,
}

/// Runs all steps, or those that are named after `--only`, and goes on after one that fails.
pub fn test(arguments: &[String]) -> Result<()> {
    let chosen = choose(arguments)?;
    if chosen.iter().any(|step| step.name == "browser") {
        // Better said now than after a quarter of an hour.
        tools::node::require().context("the browser tests need Node")?;
    }
    let outcomes: Vec<Outcome> = chosen.into_iter().map(execute).collect();
    report(&outcomes)
}

fn choose(arguments: &[String]) -> Result<Vec<&'static Step>> {
    match arguments {
        [] => Ok(STEPS.iter().collect()),
        [only, names @ ..] if only == "--only" && !names.is_empty() => {
            let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
                bail!("there is no step {unknown}; there are {}", known.join(", "));
            }
            Ok(STEPS.iter().filter(|step| names.iter().any(|name| name == step.name)).collect())
        }
        _ => bail!("usage: cargo portal test [--only NAME…]"),
    }
}

fn execute(step: &'static Step) -> Outcome {
    say::step(&format!("Test step: {}", step.name));
    let began = Instant::now();
    let (count, problem) = match (step.run)() {
        Ok(count) => (count, None),
        Err(problem) => {
            say::failed(&problem);
            (Count { passed: 0, failed: 1 }, Some(problem))
        }
    };
    Outcome { name: step.name, took: began.elapsed(), count, problem }
}

fn report(outcomes: &[Outcome]) -> Result<()> {
    println!("\n{:<10} {:>7} {:>7} {:>7}", "step", "passed", "failed", "time");
    let mut sum = Count::default();
    for Outcome { name, took, count, problem } in outcomes {
        println!(
            "{name:<10} {:>7} {:>7} {:>5} s  {}",
            count.passed,
            count.failed,
            took.as_secs(),
            problem.as_ref().map(ToString::to_string).unwrap_or_default()
        );
        sum.passed += count.passed;
        sum.failed += count.failed;
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed > 0 {
        bail!("{} of the tests failed; `cargo portal test --only NAME` repeats a step", sum.failed);
    }
    Ok(())
}

const ONE: Count = Count { passed: 1, failed: 0 };

fn format() -> Result<Count> {
    shell::run(shell::cargo().args(["fmt", "--all", "--check"]), "`cargo fmt` puts it right")?;
    Ok(ONE)
}

fn lint() -> Result<Count> {
    let remedy = "clippy's words stand above";
    let warnings = ["--", "-D", "warnings"];
    shell::run(
        shell::cargo().args(["clippy", "--quiet", "--workspace", "--all-targets"]).args(warnings),
        remedy,
    )?;
    // Once more as the browser gets it: some of the app exists only there.
    let target = ["--package", "portal", "--target", "wasm32-unknown-unknown"];
    shell::run(shell::cargo().args(["clippy", "--quiet"]).args(target).args(warnings), remedy)?;
    Ok(Count { passed: 2, failed: 0 })
}

fn unit() -> Result<Count> {
    let mut count = Count::default();
    let ok =
        shell::watch(shell::cargo().args(["test", "--quiet", "--workspace", "--no-fail-fast"]), |line| {
            let found = count_in_rust(line);
            count.passed += found.passed;
            count.failed += found.failed;
        })?;
    if !ok && count.failed == 0 {
        bail!("the tests do not compile, or one of the test programs broke off");
    }
    Ok(count)
}

fn licences() -> Result<Count> {
    if shell::answer(shell::cargo().args(["deny", "--version"])).is_none() {
        say::note("cargo-deny is not installed, so licences and sources of the dependencies are not checked");
        return Ok(Count::default());
    }
    let deny = ["deny", "--offline", "check", "bans", "licenses", "sources"];
    shell::run(shell::cargo().args(deny), "deny.toml says what is allowed")?;
    Ok(ONE)
}

fn site_and_size() -> Result<Count> {
    build::site(&tools::for_building()?)?;
    size::check()?;
    Ok(ONE)
}

fn browser() -> Result<Count> {
    build::site(&tools::for_building()?)?;
    shell::run(
        shell::cargo().args(["build", "--quiet", "--package", "portal-server"]),
        "cargo's words stand above",
    )?;
    tools::node::install_browser_tests()?;
    let chromium = tools::chromium::require()?;
    let mut playwright = shell::npm("npx");
    playwright.current_dir(project::root().join("tests/browser")).args(["playwright", "test"]);
    with_server_and_browser(
        &mut playwright,
        &project::program("debug", "portal-server")?,
        chromium.as_deref(),
    );
    let mut count = Count::default();
    let ok = shell::watch(&mut playwright, |line| {
        let found = count_in_playwright(line);
        count.passed += found.passed;
        count.failed += found.failed;
    })?;
    if !ok && count.failed == 0 {
        bail!("the browser tests broke off");
    }
    Ok(count)
}

/// Tells the scripts in `tests/browser` where their server and their browser are.
pub fn with_server_and_browser(command: &mut Command, portal_server: &Path, chromium: Option<&Path>) {
    command.env("PORTAL_SERVER", portal_server);
    if let Some(chromium) = chromium {
        command.env("PORTAL_CHROMIUM", chromium);
    }
}

/// Reads `test result: ok. 12 passed; 0 failed; …`.
fn count_in_rust(line: &str) -> Count {
    if !line.starts_with("test result:") {
        return Count::default();
    }
    Count { passed: number_before(line, " passed;"), failed: number_before(line, " failed;") }
}

/// Reads `  12 passed (8.1s)`, and `  2 failed` and its kin, each in a line of its own.
fn count_in_playwright(line: &str) -> Count {
    let words: Vec<&str> = line.split_whitespace().collect();
    let Some(number) = words.first().and_then(|word| word.parse().ok()) else { return Count::default() };
    match &words[1..] {
        ["passed", ..] => Count { passed: number, failed: 0 },
        ["failed"] | ["flaky"] | ["interrupted"] | ["did", "not", "run"] => {
            Count { passed: 0, failed: number }
        }
        _ => Count::default(),
    }
}

fn number_before(line: &str, word: &str) -> u64 {
    let before = line.split(word).next().unwrap_or_default();
    before.rsplit(' ').next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_cargo_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.05s";
        assert_eq!(count_in_rust(line), Count { passed: 12, failed: 3 });
        assert_eq!(count_in_rust("test result of something else 5 passed;"), Count::default());
    }

    #[test]
    fn the_results_of_playwright_are_counted_and_a_flaky_test_is_a_failed_one() {
        assert_eq!(count_in_playwright("  12 passed (8.1s)"), Count { passed: 12, failed: 0 });
        assert_eq!(count_in_playwright("  1 flaky"), Count { passed: 0, failed: 1 });
        assert_eq!(count_in_playwright("  4 did not run"), Count { passed: 0, failed: 4 });
        assert_eq!(count_in_playwright("Running 5 tests using 1 worker"), Count::default());
    }

    #[test]
    fn only_steps_that_exist_can_be_chosen() {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert!(choose(&words("--only format size")).is_ok_and(|steps| steps.len() == 2));
        assert!(choose(&words("--only nothing")).is_err());
        assert!(choose(&words("everything")).is_err());
    }
}
