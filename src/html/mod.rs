//! HTML elements put together at run time, for the parts that every visitor fetches.
//!
//! Leptos's `view!` gives every element a type of its own, for which the compiler writes building, rebuilding and
//! dropping once more: very fast, and paid for in bytes. An [`El`] is one type for all elements, with boxed values in it.
//! The frame, the list of orders and the shared components are made of it (measured: `ARCHITECTURE.md`, "Bytes"); pages
//! that are fetched when they are opened may use either.

mod element;
mod render;

pub use element::{El, el, svg};
