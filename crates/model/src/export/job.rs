//! What the exporter is told.

use crate::list::{Column, ListKind};
use crate::odata::Page;
use crate::status::{LineStatus, OrderStatus};
use serde::{Deserialize, Serialize};

/// What is exported: a list as it is shown, but all of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    /// What the rows are.
    pub kind: ListKind,
    /// The request for the first page: what stands behind `/_api/`. All further pages follow from it.
    pub first: String,
    /// The request for how many rows there are ([`ListQuery::total`]), for when the first page does not tell.
    ///
    /// [`ListQuery::total`]: crate::list::ListQuery::total
    pub total: Option<String>,
    /// The columns as they are shown, from the first to the last.
    pub columns: Vec<Heading>,
    /// The name of the list in the reader's language; names the file and its sheet.
    pub title: String,
    /// What narrows the list, in words; empty if nothing does.
    pub filter: String,
}

impl Subject {
    /// How many rows there are in all, if `counted` is what the first page says and does not only mean "or more".
    pub fn exact(counted: Option<u32>) -> Option<u64> {
        counted.filter(|count| *count < Page::<()>::COUNT_CAP).map(u64::from)
    }
}

/// A column and what stands above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The column.
    pub column: Column,
    /// Its title in the reader's language.
    pub title: String,
}

/// The kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Text with separators (RFC 4180).
    Csv,
    /// A workbook (Office Open XML).
    Xlsx,
}

impl Format {
    /// The ending of a file's name, without the full stop; also the word for texts.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// An export, with all that the exporter has to know of its reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// What is exported.
    pub subject: Subject,
    /// The address before `/_api`; empty for the exporter's own host.
    pub endpoint: String,
    /// The kind of file.
    pub format: Format,
    /// Whether the reader writes decimals with a comma. Where that is so, spreadsheets separate fields by semicolons.
    pub decimal_comma: bool,
    /// The words of the reader's language.
    pub words: Words,
    /// Names and values for the second sheet of a workbook: what was exported, when and by whom.
    pub about: Vec<(String, String)>,
}

/// The words that may stand in a file beside the endpoint's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// For what the ERP has not sent yet.
    pub pending: String,
    /// The title of the column with currencies.
    pub currency: String,
    /// The name of the second sheet.
    pub about: String,
    /// The statuses of orders by [`OrderStatus::slug`].
    pub statuses: Vec<(String, String)>,
    /// The statuses of lines by [`LineStatus::slug`].
    pub line_statuses: Vec<(String, String)>,
}

impl Words {
    /// The word for a status of an order.
    pub fn status(&self, status: OrderStatus) -> &str {
        find(&self.statuses, status.slug())
    }

    /// The word for a status of a line; empty if there is none.
    pub fn line_status(&self, status: LineStatus) -> &str {
        find(&self.line_statuses, status.slug())
    }
}

fn find<'a>(words: &'a [(String, String)], slug: &'a str) -> &'a str {
    words.iter().find(|(known, _)| known == slug).map_or(slug, |(_, word)| word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capped_count_says_nothing_of_the_total() {
        assert_eq!(Subject::exact(Some(830)), Some(830));
        assert_eq!(Subject::exact(Some(5_000)), None);
        assert_eq!(Subject::exact(None), None);
    }

    #[test]
    fn a_status_without_a_word_shows_what_it_is_called_in_addresses() {
        let words = Words { statuses: vec![("confirmed".into(), "bestätigt".into())], ..Words::default() };
        assert_eq!(words.status(OrderStatus::Confirmed), "bestätigt");
        assert_eq!(words.status(OrderStatus::Picked), "picked");
        assert_eq!(words.line_status(LineStatus::None), "");
    }
}
