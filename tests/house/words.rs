//! Words that must stay where they belong.

use crate::tree::{assert_none, files};

/// Dataverse names its own columns with this prefix. They are spelled in `crates/model` (and below it, in the store).
fn foreign_names(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().enumerate().filter(|(_, line)| line.contains("msdyn_"));
    lines
        .map(|(at, _)| format!("{path}:{}: names of the endpoint belong into crates/model", at + 1))
        .collect()
}

#[test]
fn the_app_spells_no_name_of_the_endpoint() {
    assert_none(files("src", ".rs").iter().flat_map(|file| foreign_names(&file.path, &file.text)).collect());
}

#[test]
fn a_foreign_name_is_noticed_with_its_line() {
    assert_eq!(
        foreign_names("a", "x\n\"msdyn_company\"\n"),
        ["a:2: names of the endpoint belong into crates/model"]
    );
}
