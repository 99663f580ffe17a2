//! The tables as data: the one source of truth for names, kinds, sizes and what is offered.
//! Reading, writing, importing and generating all follow it; a test keeps the database equal to it.

mod column;
mod names;
mod tables;

pub use column::{Column, DefaultValue, Kind, MONEY_PLACES, Target, Writes};
pub use names::NavigationTarget;

/// A table, by its Dataverse names.
#[derive(Debug)]
pub struct Table {
    /// The logical name; also the name in the database.
    pub name: &'static str,
    /// The entity set name, as in URLs.
    pub set: &'static str,
    /// The primary key column.
    pub key: &'static str,
    /// The column that names a row to people.
    pub primary_name: &'static str,
    /// All columns but the version number, in the order they are stored.
    pub columns: &'static [Column],
    /// Navigation properties to many rows.
    pub collections: &'static [Collection],
    /// Whether an import may name a row of this table instead of giving its key, and so make it.
    pub made_by_name: bool,
}

/// A navigation property from one row to the rows that point to it.
#[derive(Debug)]
pub struct Collection {
    /// The name of the property.
    pub navigation: &'static str,
    /// The table of the many rows.
    pub table: &'static str,
    /// Their lookup column that points back.
    pub lookup: &'static str,
}

/// The column of every table that counts the changes of a row; behind `@odata.etag`.
pub const VERSION: &str = "versionnumber";

/// All tables, every one after those it cannot exist without.
pub fn tables() -> &'static [&'static Table] {
    tables::ALL
}
