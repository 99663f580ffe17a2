//! What a list is sorted by.

use super::{Column, ListKind};

/// A column and a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub by: Column,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Sort {
    /// The sequence that is shown unless another is asked for: the newest first.
    pub fn usual(_kind: ListKind) -> Self {
        Self { by: Column::Placed, descending: true }
    }

    /// What a click on this column's header asks for: turn round, or begin with what is asked for most.
    pub fn after_click(self, by: Column) -> Self {
        match self.by == by {
            true => Self { by, descending: !self.descending },
            false => Self { by, descending: by.begins_descending() },
        }
    }

    /// Reads `placed` or `-placed`, for a column that this list can be sorted by.
    pub fn parse(kind: ListKind, text: &str) -> Option<Self> {
        let (descending, slug) = match text.strip_prefix('-') {
            Some(slug) => (true, slug),
            None => (false, text),
        };
        let by = Column::from_slug(kind, slug).filter(|column| column.sorted_by(kind).is_some())?;
        Some(Self { by, descending })
    }

    /// Written as [`Sort::parse`] reads it.
    pub fn slug(self) -> String {
        let sign = if self.descending { "-" } else { "" };
        [sign, self.by.slug()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_click_turns_the_sequence_round() {
        let by_total = Sort::usual(ListKind::Orders).after_click(Column::Total);
        assert!(by_total.descending);
        assert!(!by_total.after_click(Column::Total).descending);
        assert!(!Sort::usual(ListKind::Orders).after_click(Column::Number).descending);
    }

    #[test]
    fn a_sequence_is_read_as_it_was_written_if_the_list_has_it() {
        for text in ["number", "-total", "requested"] {
            assert_eq!(Sort::parse(ListKind::Orders, text).map(Sort::slug).as_deref(), Some(text));
        }
        for text in ["colour", "", "-", "slip"] {
            assert_eq!(Sort::parse(ListKind::Orders, text), None, "{text}");
        }
    }
}
