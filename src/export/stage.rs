//! How far an export is, and the words for it.

use crate::{
    api::ApiError,
    i18n::{number, t, t_count, t_with},
};

/// How far an export is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The reader chooses a kind of file.
    Choosing {
        /// Whether an export was cancelled before.
        is_canceled: bool,
    },
    /// So many rows have come.
    Asking {
        /// How many.
        done: u64,
        /// How many there are in all, as far as anybody knows.
        total: Option<u64>,
    },
    /// All rows have come and are put into the file.
    Writing {
        /// How many.
        rows: u64,
    },
    /// The file is there.
    Done {
        /// Its name.
        name: String,
        /// How many rows it has.
        rows: u64,
    },
    /// It has come to a stop.
    Failed(ApiError),
}

impl Stage {
    /// Whether something is on its way, that a cancelling would end.
    pub fn is_running(&self) -> bool {
        matches!(self, Self::Asking { .. } | Self::Writing { .. })
    }

    /// What stands under the title.
    pub fn words(&self) -> String {
        match self {
            Self::Choosing { is_canceled: false } => t("export.lede"),
            Self::Choosing { is_canceled: true } => t("export.canceled"),
            Self::Asking { done: 0, .. } => t("export.starting"),
            Self::Asking { done, total: None } => rows_in_words(*done),
            // Rows may have been added while they were asked for.
            Self::Asking { done, total: Some(total) } => {
                let (done, total) = (number(&done.to_string()), number(&total.max(done).to_string()));
                t_with("export.rows-of", &[("done", &done), ("total", &total)])
            }
            Self::Writing { .. } => t("export.writing"),
            Self::Done { name, rows } => {
                t_with("export.done", &[("name", name), ("rows", &rows_in_words(*rows))])
            }
            Self::Failed(_) => String::new(),
        }
    }

    /// How many rows have come.
    pub fn rows(&self) -> u64 {
        match self {
            Self::Asking { done: rows, .. } | Self::Writing { rows } | Self::Done { rows, .. } => *rows,
            Self::Choosing { .. } | Self::Failed(_) => 0,
        }
    }

    /// How many quarters of it are done, after which a screen reader is told: each page of rows would be too often.
    pub fn quarters(&self) -> u64 {
        match self {
            Self::Asking { done, total: Some(total) } if *total > 0 => done.saturating_mul(4) / total,
            _ => 0,
        }
    }
}

fn rows_in_words(rows: u64) -> String {
    t_count("export.rows", u32::try_from(rows).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_reader_is_told_after_each_quarter() {
        let after = |done| Stage::Asking { done, total: Some(100_000) }.quarters();
        assert_eq!([0, 24_999, 25_000, 75_000, 100_000].map(after), [0, 0, 1, 3, 4]);
        assert_eq!(Stage::Asking { done: 5_000, total: None }.quarters(), 0);
        assert_eq!(Stage::Asking { done: 0, total: Some(0) }.quarters(), 0);
    }

    #[test]
    fn only_what_is_on_its_way_can_be_cancelled() {
        assert!(Stage::Writing { rows: 1 }.is_running());
        assert!(!Stage::Failed(ApiError::Busy).is_running());
        assert!(!Stage::Choosing { is_canceled: false }.is_running());
    }
}
