//! Making and changing rows: a body is read and checked, its references are looked up with the viewer's eyes, the rules
//! of the table complete or refuse it, and all of it is one transaction.

mod body;
mod create;
mod record;
mod references;
mod rules;
mod update;

pub use create::create;
pub use update::{Outcome, Precondition, update};
