//! Hashing away from the threads that answer requests, and never more of it at once than there are processors:
//! otherwise a burst of sign-ins stops everybody's pages.

use std::num::NonZero;
use std::sync::Arc;

use tokio::sync::Semaphore;

use super::password;

/// How many sign-ins may wait for a processor; more are asked to come back.
const LONGEST_QUEUE: usize = 64;

/// A hash of a password that nobody has: checking it makes an unknown address as slow as a known one.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdA$\
                       5VpMtKnKNdLrDdGNbvJRaQ1cB5ZIPpbXbkGVDHyz3V0";

/// Why a password was not checked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PoolError {
    /// Too many are waiting.
    #[error("too many sign-ins at once")]
    Full,
    /// The work ended without a result.
    #[error("a password was not checked")]
    Failed(#[from] tokio::task::JoinError),
}

/// The queue for the processors.
#[derive(Clone)]
pub(crate) struct Passwords {
    places: Arc<Semaphore>,
    processors: Arc<Semaphore>,
}

impl Passwords {
    pub(crate) fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
        Self {
            places: Arc::new(Semaphore::new(processors + LONGEST_QUEUE)),
            processors: Arc::new(Semaphore::new(processors)),
        }
    }

    /// Whether the password is the one behind the hash; without a hash it is not, after the same work.
    pub(crate) async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, PoolError> {
        let _place = self.places.try_acquire().map_err(|_| PoolError::Full)?;
        // The permit goes with the work, which goes on when the caller has gone.
        let permit = self.processors.clone().acquire_owned().await.map_err(|_| PoolError::Full)?;
        let check = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let known = hash.is_some();
            password::verify(&password, hash.as_deref().unwrap_or(NOBODYS)) && known
        });
        Ok(check.await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_nobody_costs_as_much_as_any() {
        let parsed = argon2::password_hash::phc::PasswordHash::new(NOBODYS).unwrap();
        let real = password::hash("somebody").unwrap();
        let real = argon2::password_hash::phc::PasswordHash::new(&real).unwrap();
        assert_eq!(
            (parsed.algorithm, parsed.version, &parsed.params),
            (real.algorithm, real.version, &real.params)
        );
        assert_eq!(parsed.hash.map(|hash| hash.len()), real.hash.map(|hash| hash.len()));
    }

    #[tokio::test]
    async fn a_full_queue_refuses_at_once() {
        let passwords =
            Passwords { places: Arc::new(Semaphore::new(0)), processors: Arc::new(Semaphore::new(1)) };
        assert!(matches!(passwords.verify("secret".into(), None).await, Err(PoolError::Full)));
    }
}
