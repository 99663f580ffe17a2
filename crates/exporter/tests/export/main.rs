//! Files that were written are read back, by readers that are not ours.

#![allow(clippy::expect_used, clippy::unwrap_used)]

mod hostile;
mod round_trip;
