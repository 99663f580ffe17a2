//! What stands in which field of a row: the columns as they are shown, and one for the currency of the amounts.

use portal_model::date::Date;
use portal_model::export::{Job, Words};
use portal_model::list::{Cell, Column};

use crate::digits::Digits;
use crate::moment::{Moment, Zone};

/// What stands in a field of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Nothing.
    Empty,
    /// A text, whatever it looks like.
    Text(String),
    /// A number: a quantity, an amount, a count of days.
    Number(Digits),
    /// A day.
    Date(Date),
    /// A day and a time, where the reader is.
    Moment(Moment),
}

/// The sequence of fields.
pub struct Layout {
    /// What stands above each field.
    pub titles: Vec<String>,
    columns: Vec<Column>,
    /// The number of fields before that of the currency, if amounts are shown.
    currency: Option<usize>,
    words: Words,
    zone: Zone,
}

impl Layout {
    /// The fields of this job. The currency stands right behind the last amount.
    pub fn new(job: &Job, zone: Zone) -> Self {
        let headings = &job.subject.columns;
        let columns: Vec<_> = headings.iter().map(|heading| heading.column).collect();
        let mut titles: Vec<_> = headings.iter().map(|heading| heading.title.clone()).collect();
        let currency = columns.iter().rposition(|column| column.is_amount()).map(|last| last + 1);
        if let Some(place) = currency {
            titles.insert(place, job.words.currency.clone());
        }
        Self { titles, columns, currency, words: job.words.clone(), zone }
    }

    /// The fields of a row, which is asked for each of its cells.
    pub fn fields(&self, cell: impl Fn(Column) -> Cell) -> Vec<Field> {
        let mut fields = Vec::with_capacity(self.titles.len());
        // A row has one currency, that of its order.
        let mut currency = Field::Empty;
        for column in &self.columns {
            let cell = cell(*column);
            if let Cell::Money(money) = &cell {
                currency = text(money.currency.clone());
            }
            fields.push(self.field(cell));
        }
        if let Some(place) = self.currency {
            fields.insert(place, currency);
        }
        fields
    }

    fn field(&self, cell: Cell) -> Field {
        match cell {
            Cell::Empty => Field::Empty,
            Cell::Pending => text(self.words.pending.clone()),
            Cell::Text(words) => text(words),
            Cell::Status(status) => text(self.words.status(status).to_owned()),
            Cell::LineStatus(status) => text(self.words.line_status(status).to_owned()),
            Cell::Number(number) => Field::Number(Digits::of(&number, 0)),
            Cell::Money(money) => Field::Number(Digits::of(&money.amount, Digits::OF_MONEY)),
            Cell::Days(days) => Field::Number(Digits::from(days)),
            Cell::Date(date) => Field::Date(date),
            Cell::Instant(instant) => match Moment::read(&instant, self.zone) {
                Some(moment) => Field::Moment(moment),
                None => text(instant),
            },
        }
    }
}

fn text(words: String) -> Field {
    if words.is_empty() { Field::Empty } else { Field::Text(words) }
}
