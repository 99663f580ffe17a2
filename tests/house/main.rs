//! The house rules: what must hold in every file, and which no compiler checks. Each rule is a function from text to a
//! list of problems, with a test that it can fail, and a test that it holds in this tree.
#![cfg(not(target_arch = "wasm32"))]

mod imports;
mod limits;
mod looks;
mod markup;
mod rust_text;
mod texts;
mod tree;
mod words;
