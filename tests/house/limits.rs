//! Limits: the length of a file, and the bytes of a first visit, which may only fall.

use std::process::Command;

use crate::tree::{File, assert_none, files, read, root};

const LONGEST: usize = 400;

fn too_long(files: &[File]) -> Vec<String> {
    let lines = files.iter().map(|file| (&file.path, file.text.lines().count()));
    lines
        .filter(|(_, lines)| *lines >= LONGEST)
        .map(|(path, lines)| format!("{path} has {lines} lines; split it"))
        .collect()
}

fn limit(text: &str) -> Option<u64> {
    serde_json::from_str::<serde_json::Value>(text).ok()?["first_visit_bytes"].as_u64()
}

/// The limits that were committed before, as far as this clone knows its history.
fn committed() -> Vec<u64> {
    let git = |words: &[&str]| {
        let output = Command::new("git").current_dir(root()).args(words).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let commits = git(&["log", "--format=%H", "--", "tests/size-limit.json"]).unwrap_or_default();
    commits
        .lines()
        .filter_map(|commit| git(&["show", &format!("{commit}:tests/size-limit.json")]))
        .filter_map(|text| limit(&text))
        .collect()
}

fn has_risen(now: u64, before: &[u64]) -> bool {
    before.iter().any(|earlier| now > *earlier)
}

#[test]
fn no_file_is_too_long() {
    let all = ["src", "crates", "style", "tests", "public"].iter().flat_map(|folder| {
        [".rs", ".css", ".ts", ".mjs", ".js"].iter().flat_map(|ending| files(folder, ending))
    });
    assert_none(too_long(&all.collect::<Vec<_>>()));
}

#[test]
fn the_limit_of_a_first_visit_has_never_risen() {
    let now = limit(&read("tests/size-limit.json")).expect("tests/size-limit.json names first_visit_bytes");
    assert!(!has_risen(now, &committed()), "the limit was lower before than {now}");
}

#[test]
fn a_long_file_and_a_risen_limit_are_noticed() {
    let file = |lines: usize| File { path: "a".into(), text: "x\n".repeat(lines) };
    assert_eq!(too_long(&[file(399), file(400)]).len(), 1);
    assert!(has_risen(5, &[9, 4]));
    assert!(!has_risen(4, &[9, 4]));
}
