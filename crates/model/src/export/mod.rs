//! Exporting a list: what the exporter is told, and what it tells.
//!
//! The exporter is a program of its own (`crates/exporter`) beside the page, so both are messages. A [`Job`] says all
//! that the exporter needs to know of the reader: it has neither texts nor a configuration of its own.

mod job;
mod news;

pub use job::{Format, Heading, Job, Subject, Words};
pub use news::{Failure, News};
