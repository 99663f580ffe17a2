//! Who is signed in: the cookie, the rows behind it, and the extractor that turns a request into a viewer.
//! Passwords are not known here.

pub(crate) mod cookie;
mod signed_in;
mod store;
mod token;

pub use signed_in::SignedIn;
pub(crate) use signed_in::current;
pub(crate) use store::{begin, end, end_all};
pub(crate) use token::Token;

/// The session's cookie (Power Pages, `admin/cookies`).
pub const COOKIE: &str = ".AspNet.ApplicationCookie";

/// A session that is not used for so many seconds is over.
pub const IDLE: i64 = 24 * 3600;

/// A session is over after so many seconds, used or not.
pub const LONGEST: i64 = 7 * 24 * 3600;
