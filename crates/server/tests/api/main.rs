//! The server through its front door: every test makes requests, as a browser would, to the whole application on
//! a database of its own.

// Clippy takes only functions with `#[test]` for tests; what they share is part of them.
#![allow(clippy::unwrap_used)]

mod answer;
mod antiforgery;
mod demonstration;
mod erp;
mod orders;
mod reading;
mod refusals;
mod sessions;
mod sign_in;
mod site;
mod test_app;
mod users;
