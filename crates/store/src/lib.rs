//! The tables of the business data, who may see which row, and the only SQL that touches them.
//! No HTTP: a typed query or a parsed body comes in with a viewer, rows or a typed refusal go out.

pub mod access;
mod bulk;
pub mod db;
pub mod demo;
mod error;
pub mod generate;
pub mod import;
pub mod read;
pub mod schema;
mod sql;
mod values;
pub mod write;

pub use access::{Role, Viewer};
pub use db::Db;
pub use error::StoreError;
