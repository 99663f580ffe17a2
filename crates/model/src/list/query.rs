//! What a list is asked for: everything that stands in its address.

use super::{Column, ColumnChoice, Filter, FilterKind, ListKind, Sort};

/// A question for rows of a list, and how they are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ListQuery {
    /// What is listed.
    pub kind: ListKind,
    /// What is searched for; empty for anything.
    pub search: String,
    /// What narrows it, each kind at most once, in the sequence of their kinds.
    pub filters: Vec<Filter>,
    /// What comes first.
    pub sort: Sort,
    /// The columns; none for the usual ones.
    pub columns: Vec<ColumnChoice>,
    /// How much room a row has.
    pub density: Density,
    /// The name of the view that it began with.
    pub view: Option<String>,
    /// The page, from 0.
    pub page: usize,
}

/// How much room a row has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// As much as a finger wants.
    #[default]
    Comfortable,
    /// As little as an eye can stand.
    Dense,
}

/// The rows of a page have at most so many elements: with all that stands around them a page stays below the 818 nodes
/// up to which a browser's own audit (Lighthouse, DOM size) is content.
const MOST_ELEMENTS: u32 = 600;

/// A row, its box to select it, its link and its badge.
const ELEMENTS_BESIDE_CELLS: u32 = 4;

impl ListQuery {
    /// Every row, the newest first.
    pub fn of(kind: ListKind) -> Self {
        Self {
            kind,
            search: String::new(),
            filters: Vec::new(),
            sort: Sort::usual(kind),
            columns: Vec::new(),
            density: Density::default(),
            view: None,
            page: 0,
        }
    }

    /// The filter of this kind.
    pub fn filter(&self, kind: FilterKind) -> Option<&Filter> {
        self.filters.iter().find(|filter| filter.kind() == kind)
    }

    /// The same from its first page with this filter in the place of what is there of its kind.
    #[must_use]
    pub fn with(mut self, filter: Filter) -> Self {
        self = self.without(filter.kind());
        let place = self.filters.iter().position(|other| other.kind() > filter.kind());
        self.filters.insert(place.unwrap_or(self.filters.len()), filter);
        self
    }

    /// The same from its first page without the filter of this kind.
    #[must_use]
    pub fn without(mut self, kind: FilterKind) -> Self {
        self.filters.retain(|filter| filter.kind() != kind);
        self.page = 0;
        self
    }

    /// The same from its first page with all rows.
    #[must_use]
    pub fn cleared(mut self) -> Self {
        self.search.clear();
        self.filters.clear();
        self.page = 0;
        self
    }

    /// Whether anything narrows the list down.
    pub fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || !self.filters.is_empty()
    }

    /// The columns that are shown; the one that names the row is always the first.
    pub fn shown(&self) -> Vec<ColumnChoice> {
        let naming = Column::naming(self.kind);
        let mut shown = match self.columns.is_empty() {
            true => Column::usual(self.kind).iter().map(|column| ColumnChoice::from(*column)).collect(),
            false => self.columns.clone(),
        };
        match shown.iter().position(|choice| choice.column == naming) {
            Some(place) => shown[..=place].rotate_right(1),
            None => shown.insert(0, naming.into()),
        }
        shown
    }

    /// How many rows a page has: as many as are wanted, but never more cells than a browser lays out at once without
    /// effort.
    pub fn rows_of_page(&self, wanted: u32) -> u32 {
        let columns = u32::try_from(self.shown().len()).unwrap_or(u32::MAX);
        let most = MOST_ELEMENTS / (columns + ELEMENTS_BESIDE_CELLS);
        wanted.min(most / 5 * 5).max(5)
    }

    /// Whether two questions are shown in the same columns and with the same room.
    pub fn looks_the_same(&self, other: &Self) -> bool {
        self.columns == other.columns && self.density == other.density
    }

    /// The same in the columns and with the room of another.
    #[must_use]
    pub fn looking_like(self, other: &Self) -> Self {
        Self { columns: other.columns.clone(), density: other.density, ..self }
    }

    /// Whether two questions are for the same rows in the same sequence, on whichever page and however shown.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.search == other.search
            && self.filters == other.filters
            && self.sort == other.sort
    }
}
