//! The columns of a list while they are arranged: shown or not, in which sequence, how wide.

use super::{Column, ColumnChoice, ListKind, ListQuery};

/// Every column of a list in one sequence. The one that names a row is always shown, and first.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrangement {
    kind: ListKind,
    places: Vec<Arranged>,
}

/// A column in an arrangement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arranged {
    /// The column and its width.
    pub choice: ColumnChoice,
    /// Whether it is shown.
    pub is_shown: bool,
}

impl Arrangement {
    /// The columns that a question shows, then the others as they usually stand.
    pub fn of(query: &ListQuery) -> Self {
        let shown = query.shown();
        let is_hidden = |column: &&Column| shown.iter().all(|choice| choice.column != **column);
        let hidden = Column::all(query.kind).iter().filter(is_hidden);
        let hidden = hidden.map(|column| Arranged { choice: (*column).into(), is_shown: false });
        let places = shown.iter().map(|choice| Arranged { choice: *choice, is_shown: true }).chain(hidden);
        Self { kind: query.kind, places: places.collect() }
    }

    /// The columns for a question; none if they are the usual ones.
    pub fn columns(&self) -> Vec<ColumnChoice> {
        let shown = self.places.iter().filter(|place| place.is_shown).map(|place| place.choice);
        let shown: Vec<_> = shown.collect();
        let usual = Column::usual(self.kind).iter().map(|column| ColumnChoice::from(*column));
        if usual.eq(shown.iter().copied()) { Vec::new() } else { shown }
    }

    /// The columns in their sequence.
    pub fn sequence(&self) -> Vec<Column> {
        self.places.iter().map(|place| place.choice.column).collect()
    }

    /// A column as it is arranged.
    pub fn get(&self, column: Column) -> Option<Arranged> {
        self.place(column).map(|place| self.places[place])
    }

    /// The place of a column, from 0.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.iter().position(|place| place.choice.column == column)
    }

    /// Whether a column may be hidden and moved.
    pub fn is_free(&self, column: Column) -> bool {
        column != Column::naming(self.kind)
    }

    /// Shows a column, or hides it.
    pub fn show(&mut self, column: Column, is_shown: bool) {
        if let (true, Some(place)) = (self.is_free(column), self.place(column)) {
            self.places[place].is_shown = is_shown;
        }
    }

    /// Makes a column so many CSS pixels wide, as near as it can be; none to let the table decide.
    pub fn widen(&mut self, column: Column, width: Option<u16>) {
        if let Some(place) = self.place(column) {
            self.places[place].choice.width = width.map(ColumnChoice::fitting);
        }
    }

    /// Moves a column to a place, or as near as it can be; tells whether it stands elsewhere now.
    pub fn move_to(&mut self, column: Column, place: usize) -> bool {
        let Some(from) = self.place(column).filter(|_| self.is_free(column)) else {
            return false;
        };
        let to = place.clamp(1, self.places.len() - 1);
        let moved = self.places.remove(from);
        self.places.insert(to, moved);
        from != to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrangement() -> Arrangement {
        Arrangement::of(&ListQuery::of(ListKind::Orders))
    }

    fn shown(arrangement: &Arrangement) -> Vec<Column> {
        arrangement.columns().iter().map(|choice| choice.column).collect()
    }

    #[test]
    fn every_column_has_its_place_and_the_usual_ones_need_no_words() {
        for kind in [ListKind::Orders, ListKind::Lines] {
            let arrangement = Arrangement::of(&ListQuery::of(kind));
            let sequence = arrangement.sequence();
            assert_eq!(arrangement.columns(), []);
            let once: std::collections::HashSet<_> = sequence.iter().collect();
            assert_eq!((sequence.len(), once.len()), (Column::all(kind).len(), Column::all(kind).len()));
        }
    }

    #[test]
    fn a_column_is_shown_where_it_stands_and_keeps_its_place_when_it_is_hidden() {
        let mut arrangement = arrangement();
        arrangement.show(Column::Placed, false);
        assert_eq!(arrangement.place(Column::Placed), Some(2));
        assert!(!shown(&arrangement).contains(&Column::Placed));
        arrangement.show(Column::Placed, true);
        assert_eq!(arrangement.columns(), [], "as it was before");
    }

    #[test]
    fn the_naming_column_stays_shown_and_first() {
        let mut arrangement = arrangement();
        arrangement.show(Column::Number, false);
        assert!(!arrangement.move_to(Column::Number, 3));
        assert!(arrangement.move_to(Column::Total, 0));
        assert_eq!(arrangement.sequence()[..2], [Column::Number, Column::Total]);
        assert!(arrangement.move_to(Column::Total, 99));
        assert_eq!(arrangement.sequence().last(), Some(&Column::Total));
        assert!(!arrangement.move_to(Column::Total, 99), "it stands there already");
    }

    #[test]
    fn a_width_is_kept_within_what_a_column_can_be() {
        let mut arrangement = arrangement();
        arrangement.widen(Column::Status, Some(1));
        arrangement.widen(Column::Total, Some(9_999));
        let width = |column| arrangement.get(column).and_then(|arranged| arranged.choice.width);
        assert_eq!((width(Column::Status), width(Column::Total)), (Some(48), Some(960)));
        let query = ListQuery { columns: arrangement.columns(), ..ListQuery::of(ListKind::Orders) };
        assert_eq!(Arrangement::of(&query), arrangement, "what is asked for is arranged the same");
    }
}
