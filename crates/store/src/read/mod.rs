//! Questions for rows: a parsed query and a viewer become one statement each for the rows, their number, and every
//! expanded property. Nothing here decides who sees what; every table that is named carries the condition of `access`.

mod annotations;
mod apply;
mod columns;
mod expand;
mod filter;
mod format;
mod list;
mod matching;
mod order;
mod path;
mod plan;
mod row;
mod single;
mod stored;
mod token;

pub use annotations::Annotations;
pub use list::{MOST_ROWS, Page, count, list};
pub use row::{Cell, Row};
pub use single::row;

pub(crate) use plan::etag;
pub(crate) use stored::stored_row;

use crate::Viewer;
use crate::schema::Table;

/// A table as one statement speaks of it: for whom, which, and under what name.
#[derive(Clone, Copy)]
struct Scope<'a> {
    viewer: &'a Viewer,
    table: &'static Table,
    alias: &'a str,
}
