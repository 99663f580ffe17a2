//! Every request that the portal makes, one function each, grouped by noun.
//!
//! Nothing here knows the screen: no Leptos, no texts, no redirects. What a failure means to the reader is in
//! [`ApiError`]; what to do about it is decided by the page.

mod antiforgery;
mod client;
mod error;
pub mod orders;
pub mod people;
pub mod products;
pub mod session;

pub use client::Client;
pub use error::ApiError;
