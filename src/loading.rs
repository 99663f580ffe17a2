//! Asking for something and showing how it goes: waiting, failed with a way on, ready. Once for every page.
//!
//! Leptos's `LocalResource` awaits a superseded request and shows its answer before it makes the next one. Here a late
//! answer is thrown away: what is shown always belongs to the newest question.

use crate::{
    api::ApiError,
    browser::{on_change, spawn},
    components::failure,
    html::El,
};
use leptos::prelude::*;
use std::{
    cell::Cell,
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

/// Something that was asked for.
pub struct Loading<T: Send + Sync + 'static> {
    answer: RwSignal<Option<Result<T, ApiError>>>,
    waiting: RwSignal<bool>,
    again: RwSignal<u32>,
}

impl<T: Send + Sync + 'static> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loading<T> {}

/// Asks, and asks again whenever a signal that `ask` reads changes.
pub fn load<T, F>(ask: impl Fn() -> F + 'static) -> Loading<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let loading =
        Loading { answer: RwSignal::new(None), waiting: RwSignal::new(true), again: RwSignal::new(0) };
    let newest = Arc::new(AtomicU32::new(0));
    let asked = Cell::new(0);
    on_change(move || {
        // Asking the same thing again is a refreshment: if it fails, what is shown stays.
        let times = loading.again.get();
        let is_repeated = asked.replace(times) != times;
        let question = newest.fetch_add(1, Ordering::Relaxed) + 1;
        let newest = Arc::clone(&newest);
        let future = ask();
        loading.waiting.set(true);
        spawn(async move {
            let answer = future.await;
            let keeps = is_repeated && answer.is_err() && loading.is_good();
            if newest.load(Ordering::Relaxed) == question && !keeps {
                // The page may have been left meanwhile; then nobody waits for the answer any more.
                let _ = loading.answer.try_set(Some(answer));
            }
            if newest.load(Ordering::Relaxed) == question {
                let _ = loading.waiting.try_set(false);
            }
        });
    });
    loading
}

impl<T: Clone + Send + Sync + 'static> Loading<T> {
    /// Whether an answer is on its way.
    pub fn is_waiting(self) -> bool {
        self.waiting.get()
    }

    /// Asks again.
    pub fn again(self) {
        self.again.update(|times| *times += 1);
    }

    /// Whether a good answer is shown; none is once its page has been left.
    fn is_good(self) -> bool {
        self.answer.try_with_untracked(|answer| matches!(answer, Some(Ok(_)))).unwrap_or(false)
    }

    /// The newest answer, if it is a good one.
    pub fn ready(self) -> Option<T> {
        self.answer.with(|answer| answer.as_ref().and_then(|answer| answer.as_ref().ok()).cloned())
    }

    /// Why the newest answer is not a good one.
    pub fn failure(self) -> Option<ApiError> {
        self.answer.with(|answer| answer.as_ref().and_then(|answer| answer.as_ref().err()).cloned())
    }

    /// `waiting` until the first answer, then what `ready` makes of the answer, or the failure with a way on.
    pub fn view(
        self,
        waiting: impl Fn() -> El + Send + 'static,
        ready: impl Fn(T) -> El + Send + 'static,
    ) -> impl Fn() -> AnyView + Send + 'static {
        move || {
            let shown = match self.answer.get() {
                None => waiting(),
                Some(Ok(answer)) => ready(answer),
                Some(Err(error)) => failure(error, Some(Callback::new(move |()| self.again()))),
            };
            shown.into_any()
        }
    }
}
