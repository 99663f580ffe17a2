//! Exporting what a list shows, all pages of it.
//!
//! A page puts an [`export_button`] beside its list and says what a press exports. The panel that opens stands at the
//! edge of the portal and not in the page: the export goes on while the reader does. The panel is a chunk of its own,
//! and the exporter behind it (`crates/exporter`) a program of its own; both are fetched when they are first wanted.

mod button;
mod desk;
mod job;
mod panel;
mod run;
mod stage;

pub use button::{export_button, export_button_of};
pub use desk::{ExportDesk, Wanted, export_desk};
pub use panel::export_panel;
