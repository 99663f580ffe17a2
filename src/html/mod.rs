//! HTML elements put together at run time, for the parts that every visitor fetches.
//!
//! Leptos's `view!` gives every element a type of its own, for which the compiler writes building, rebuilding and
//! dropping once more: very fast, and paid for in bytes. An [`El`] is one type for all elements, with boxed values in it.
//! All views of the portal are made of it; what that saves is told in `ARCHITECTURE.md`, "Decisions, and why".

mod element;
mod render;

pub use element::{El, el, svg};
