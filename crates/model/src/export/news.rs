//! What the exporter tells while it works.

use serde::{Deserialize, Serialize};

/// What there is to say of an export. The file itself, which comes last, is no text and comes by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// The exporter is there and can be given its job.
    Ready,
    /// So many rows have come.
    Rows {
        /// How many.
        done: u64,
        /// How many there are in all, as far as anybody knows.
        total: Option<u64>,
    },
    /// All rows have come and are put into the file.
    Writing,
    /// It has come to a stop, and goes on where it stopped when it is told to.
    Failed(Failure),
}

/// Why an export has come to a stop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// No answer came.
    Unreachable,
    /// The endpoint answered with its sign-in page.
    SignedOut,
    /// The endpoint refused.
    Refused {
        /// The HTTP status.
        status: u16,
        /// What it said.
        body: String,
    },
    /// An answer could not be read, or the file could not be written.
    Faulty {
        /// What to quote when reporting it.
        reference: String,
    },
}
