//! What the portal needs of the browser, in the portal's words. Nothing here knows orders.

mod effect;

pub mod clock;
pub mod page;
pub mod random;
pub mod start;
pub mod storage;

pub use effect::{on_change, spawn};
