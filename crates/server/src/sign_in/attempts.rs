//! Guessing passwords is slowed: for each caller and account only so many failures, then one more now and then.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

/// So many failures in a row are a person looking for the right password.
const MOST: i64 = 10;

/// After them, one more attempt is given back every so many seconds.
const REFILL: i64 = 30;

/// So many pairs are remembered before the quiet ones are forgotten.
const MOST_PAIRS: usize = 10_000;

type Pair = (Option<IpAddr>, String);

/// The failures so far, in memory: a restart forgives.
#[derive(Default)]
pub(crate) struct Attempts(Mutex<HashMap<Pair, Bucket>>);

/// What is left, and when that was counted.
struct Bucket {
    left: i64,
    since: i64,
}

impl Bucket {
    fn refilled(&self, now: i64) -> Self {
        let back = (now - self.since).max(0) / REFILL;
        if self.left + back >= MOST {
            return Self { left: MOST, since: now };
        }
        Self { left: self.left + back, since: self.since + back * REFILL }
    }
}

impl Attempts {
    /// Takes one attempt; false if none is left. It is taken before the password is checked, so that many
    /// attempts at the same time count as many.
    pub(super) fn take(&self, caller: Option<IpAddr>, account: &str, now: i64) -> bool {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST_PAIRS {
            buckets.retain(|_, bucket| bucket.refilled(now).left < MOST);
        }
        let bucket = buckets.entry(pair(caller, account)).or_insert(Bucket { left: MOST, since: now });
        *bucket = bucket.refilled(now);
        if bucket.left == 0 {
            return false;
        }
        bucket.left -= 1;
        true
    }

    /// Forgets the failures after a success.
    pub(super) fn forgive(&self, caller: Option<IpAddr>, account: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&pair(caller, account));
    }
}

/// One pair for each spelling of an account, cut so that a long text cannot fill the memory.
fn pair(caller: Option<IpAddr>, account: &str) -> Pair {
    (caller, account.trim().to_lowercase().chars().take(200).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_use_attempts_up_and_time_gives_them_back() {
        let attempts = Attempts::default();
        for _ in 0..MOST {
            assert!(attempts.take(None, "a@b.example", 0));
        }
        assert!(!attempts.take(None, " A@B.example", 1));
        assert!(attempts.take(None, "other@b.example", 1));
        assert!(attempts.take(None, "a@b.example", REFILL));
        assert!(!attempts.take(None, "a@b.example", REFILL));
    }

    #[test]
    fn success_forgives() {
        let attempts = Attempts::default();
        while attempts.take(None, "a@b.example", 0) {}
        attempts.forgive(None, "a@b.example");
        assert!(attempts.take(None, "a@b.example", 0));
    }
}
