//! What the portal needs of the browser, in the portal's words. Nothing here knows orders.

mod blob;
mod cancel;
mod effect;

pub mod clipboard;
pub mod clock;
pub mod download;
pub mod keyboard;
pub mod list_rows;
pub mod page;
pub mod random;
pub mod rows;
pub mod start;
pub mod storage;
pub mod visibility;

pub use cancel::Cancel;
pub use effect::{Running, on_change, run, spawn};
