//! Who sees and does what: the one place that decides it, for every table and every way to a row.
//! Nothing here knows HTTP or sessions; a viewer comes in, a condition for SQL goes out.

mod privileges;
mod rows;
mod viewer;

pub(crate) use privileges::{may_create, may_update};
pub(crate) use rows::visible;
pub use viewer::{Role, UnknownRole, Viewer};
