//! Lists: which rows, in which sequence, in which columns — one type that is written to and read from the portal's own
//! address, kept as a view, and told to the endpoint.
//!
//! The orders and the lines of all orders are two [`ListKind`]s of one engine; nothing else in the portal knows how a
//! filter is spelled. Reading order: [`ListQuery`] (what stands in the address), [`Filter`] and [`Day`] (its parts),
//! [`requests`] (what the endpoint is asked), [`ListRow`] and [`Cell`] (what comes back), [`views`].

mod address;
mod arrangement;
mod cell;
mod column;
pub mod condition;
mod day;
mod fetch_xml;
mod filter;
mod line;
mod months;
mod query;
pub mod requests;
mod row;
mod search;
mod sort;
mod suggest;
pub mod views;

pub use address::columns_text;
mod total;
mod typed;

pub use arrangement::{Arranged, Arrangement};
pub use cell::Cell;
pub use column::{Align, Column, ColumnChoice};
pub use day::{Day, Preset, Span};
pub use filter::{Bounds, Filter, FilterKind};
pub use line::LineRow;
pub use months::{MonthFigure, MonthRow, last_months};
pub use query::{Density, ListQuery};
pub use row::{ListRow, ReadPage, read_lines, read_orders};
pub use search::terms;
pub use sort::Sort;
pub use suggest::suggestions;
pub use total::read_total;
pub use typed::{Typed, TypedProblem, day_text, read_bounds, read_span};

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum ListKind {
    /// Sales orders.
    Orders,
    /// The lines of all orders.
    Lines,
}

impl ListKind {
    /// The word for texts and for what is kept on the device.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Lines => "lines",
        }
    }
}
