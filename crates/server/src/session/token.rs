//! The secret in the cookie.

use std::fmt::Write;

use axum::http::HeaderMap;
use sha2::{Digest, Sha256};

use crate::random;

use super::{COOKIE, cookie};

/// 256 random bits that stand for a session. The database knows only their hash.
pub(crate) struct Token(String);

impl Token {
    /// A new token.
    pub(crate) fn new() -> Result<Self, getrandom::Error> {
        random::token().map(Self)
    }

    /// The token in a request's cookie.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        cookie::read(headers, COOKIE).filter(|token| !token.is_empty()).map(|token| Self(token.to_owned()))
    }

    /// The text for the cookie.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// What is kept of it: its SHA-256 as hexadecimal digits. A slow hash is for secrets that can be guessed.
    pub(crate) fn hash(&self) -> String {
        Sha256::digest(&self.0).iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}
