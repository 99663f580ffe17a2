//! The store on a real database: the tables, what each role sees, reading, writing, importing.

// Helpers outside of test functions panic like the tests they serve.
#![allow(clippy::unwrap_used)]

mod access;
mod creating;
mod demo;
mod fetch_xml;
mod fixture;
mod generate;
mod import;
mod northwind;
mod notes;
mod paging;
mod plans;
mod reading;
mod related;
mod schema;
mod updating;
