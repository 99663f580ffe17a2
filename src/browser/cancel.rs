//! Giving up on a request when nobody waits for its answer any more.

use web_sys::{AbortController, AbortSignal};

/// Ends what listens to its signal when it is dropped: a request whose future is dropped is canceled in the browser, too.
pub struct Cancel(Option<AbortController>);

impl Cancel {
    /// A new one; browsers without such a thing let the request run to its end.
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// What the request listens to.
    pub fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Drop for Cancel {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            // What has ended already takes no notice.
            controller.abort();
        }
    }
}
