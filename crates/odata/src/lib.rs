//! Reads the text of OData requests into typed trees: query options, filters, paths, references.
//! Pure: it knows neither tables nor SQL nor HTTP, and whether a named column exists is for the reader to say.

mod apply;
mod error;
mod expand;
mod filter;
mod lexer;
mod options;
mod order;
mod parser;
mod path;

pub use apply::{Aggregate, Apply, Method};
pub use error::Error;
pub use expand::Expand;
pub use filter::{Comparison, Expr, Literal, MatchKind, Operand, Path};
pub use options::Query;
pub use order::Order;
pub use path::Resource;
