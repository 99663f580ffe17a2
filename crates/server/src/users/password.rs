//! Passwords: what is taken, and how one is kept.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

/// The memory of one hash in KiB, and how often it is passed through (OWASP, Password Storage Cheat Sheet).
const MEMORY: u32 = 19_456;
const PASSES: u32 = 2;

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordProblem {
    /// It can be guessed.
    #[error("a password has at least 8 characters")]
    TooShort,
    /// Hashing it would be work without end.
    #[error("a password has at most 128 characters")]
    TooLong,
}

/// Checks a new password: 8 to 128 characters, whatever they are.
///
/// # Errors
/// See [`PasswordProblem`].
pub fn check(password: &str) -> Result<(), PasswordProblem> {
    match password.chars().count() {
        ..8 => Err(PasswordProblem::TooShort),
        8..=128 => Ok(()),
        _ => Err(PasswordProblem::TooLong),
    }
}

/// Hashes a password with argon2id and a new salt. Takes some ten milliseconds of a processor.
pub(super) fn hash(password: &str) -> Result<String, Error> {
    let hash: PasswordHash = hasher()?.hash_password(password.as_bytes())?;
    Ok(hash.to_string())
}

/// Whether the password is the one that was hashed. Takes as long as hashing it.
pub(super) fn verify(password: &str, hash: &str) -> bool {
    let Ok(parsed) = PasswordHash::new(hash) else { return false };
    hasher().is_ok_and(|hasher| hasher.verify_password(password.as_bytes(), &parsed).is_ok())
}

fn hasher() -> Result<Argon2<'static>, Error> {
    let params = Params::new(MEMORY, PASSES, 1, None).map_err(|_| Error::ParamsInvalid)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_known_again_and_no_two_hashes_are_alike() {
        let (one, other) = (hash("correct horse").unwrap(), hash("correct horse").unwrap());
        assert_ne!(one, other);
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify("correct horse", &one) && verify("correct horse", &other));
        assert!(!verify("correct horses", &one) && !verify("", &one) && !verify("correct horse", "no hash"));
    }

    #[test]
    fn length_counts_characters() {
        assert_eq!(check("éééééééé"), Ok(()));
        assert_eq!(check("ééééééé"), Err(PasswordProblem::TooShort));
        assert_eq!(check(&"x".repeat(129)), Err(PasswordProblem::TooLong));
    }
}
