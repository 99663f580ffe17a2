//! What the chores say while they work: short lines with the time that has passed.

use std::sync::OnceLock;
use std::time::Instant;

fn began() -> Instant {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    *BEGAN.get_or_init(Instant::now)
}

/// A step begins.
pub fn step(what: &str) {
    eprintln!("[{:>4} s] {what}", began().elapsed().as_secs());
}

/// Something that is good to know about the step before.
pub fn note(what: &str) {
    for line in what.lines() {
        eprintln!("         {line}");
    }
}

/// A chore has failed, and why, in the order of cause.
pub fn failed(problem: &anyhow::Error) {
    eprintln!("\nThis did not work: {problem}");
    for cause in problem.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
}
