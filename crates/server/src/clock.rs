//! The one place that knows what the time is, so that a test can say what it is.

use std::sync::Arc;

use time::OffsetDateTime;

/// Tells the time in UTC.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> OffsetDateTime + Send + Sync>);

impl Clock {
    /// The time of this machine.
    pub fn system() -> Self {
        Self::new(OffsetDateTime::now_utc)
    }

    /// A clock that shows what `now` says.
    pub fn new(now: impl Fn() -> OffsetDateTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time now.
    pub fn now(&self) -> OffsetDateTime {
        (self.0)()
    }

    /// The time now, in whole seconds since 1970.
    pub fn seconds(&self) -> i64 {
        self.now().unix_timestamp()
    }
}
