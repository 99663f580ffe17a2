//! Writes a whole list into a file for spreadsheets.
//!
//! This library is the writing alone: rows in, bytes out, on any machine. The program beside it (`main.rs`, `worker/`)
//! runs in a worker of the browser, asks for the rows and hands the file to the page. Reading order: [`Export`] is what
//! is used; [`layout`] says what stands in which field; [`csv`] and [`xlsx`] write the fields; [`defuse`] takes the fuse
//! out of texts that a spreadsheet would run; [`digits`] and [`moment`] are numbers and instants as spreadsheets have
//! them. Nothing here asks for anything, and nothing here knows a language.

pub mod csv;
pub mod defuse;
pub mod digits;
mod export;
pub mod layout;
pub mod moment;
pub mod xlsx;

pub use export::{Export, WriteError};

#[cfg(test)]
mod tests {
    use portal_model::export::{Failure, News};

    #[test]
    fn a_module_that_cannot_be_had_is_told_in_the_words_of_all_news() {
        let told = serde_json::to_string(&News::Failed(Failure::Unreachable)).unwrap();
        assert!(include_str!("start.js").contains(&format!("postMessage('{told}')")), "{told}");
    }
}
