//! The store on a real database: the tables, what each role sees, reading, writing, importing.

// Helpers outside of test functions panic like the tests they serve.
#![allow(clippy::unwrap_used)]

mod access;
mod creating;
mod fixture;
mod generate;
mod import;
mod northwind;
mod paging;
mod reading;
mod schema;
mod updating;
