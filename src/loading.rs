//! Asking for something and showing how it goes: waiting, failed with a way on, ready. Once for every page.
//!
//! Leptos's `LocalResource` awaits a superseded request and shows its answer before it makes the next one. Here the work
//! for a superseded question is dropped, which cancels its request: a late answer can't be shown, since nobody waits
//! for it. What is shown always belongs to the newest question.

//! What is asked for is kept without its type, so that all this stands in the portal once and not once for each thing.

use crate::{
    api::ApiError,
    browser::{Running, on_change, run},
    components::failure,
    html::{El, el},
};
use leptos::prelude::*;
use std::{any::Any, cell::Cell, future::Future, marker::PhantomData, pin::Pin, sync::Arc};

/// An answer, whatever it is.
type Answer = Result<Arc<dyn Any + Send + Sync>, ApiError>;

/// Something that was asked for.
pub struct Loading<T> {
    asked: Asked,
    what: PhantomData<fn() -> T>,
}

impl<T> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loading<T> {}

/// A question under way, and what came of it.
#[derive(Clone, Copy)]
struct Asked {
    answer: RwSignal<Option<Answer>>,
    waiting: RwSignal<bool>,
    again: RwSignal<u32>,
}

/// Asks, and asks again whenever a signal that `ask` reads changes. It stops when its page is left.
pub fn load<T, F>(ask: impl Fn() -> F + 'static) -> Loading<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let ask = move || -> Pin<Box<dyn Future<Output = Answer>>> {
        let asking = ask();
        Box::pin(async move { asking.await.map(|answer| Arc::new(answer) as Arc<dyn Any + Send + Sync>) })
    };
    Loading { asked: begin(Box::new(ask)), what: PhantomData }
}

fn begin(ask: Box<dyn Fn() -> Pin<Box<dyn Future<Output = Answer>>>>) -> Asked {
    let asked = Asked { answer: RwSignal::new(None), waiting: RwSignal::new(true), again: RwSignal::new(0) };
    let newest: StoredValue<Option<Running>, LocalStorage> = StoredValue::new_local(None);
    let times_asked = Cell::new(0);
    on_change(move || {
        // Asking the same thing again is a refreshment: if it fails, what is shown stays.
        let times = asked.again.get();
        let is_repeated = times_asked.replace(times) != times;
        let asking = ask();
        asked.waiting.set(true);
        // What was under way is dropped when this takes its place.
        newest.set_value(Some(run(async move {
            let answer = asking.await;
            if !(is_repeated && answer.is_err() && asked.is_good()) {
                // The page may have been left meanwhile; then nobody waits for the answer any more.
                let _ = asked.answer.try_set(Some(answer));
            }
            let _ = asked.waiting.try_set(false);
        })));
    });
    asked
}

impl Asked {
    /// Whether a good answer is shown; none is once its page has been left.
    fn is_good(self) -> bool {
        self.answer.try_with_untracked(|answer| matches!(answer, Some(Ok(_)))).unwrap_or(false)
    }

    fn view(
        self,
        waiting: Box<dyn Fn() -> El + Send>,
        ready: Box<dyn Fn(&(dyn Any + Send + Sync)) -> El + Send>,
    ) -> impl Fn() -> AnyView + Send + 'static {
        move || {
            let shown = match self.answer.get() {
                None => waiting(),
                Some(Ok(answer)) => ready(&*answer),
                Some(Err(error)) => failure(error, Some(Callback::new(move |()| self.ask_again()))),
            };
            shown.into_any()
        }
    }

    fn ask_again(self) {
        self.again.update(|times| *times += 1);
    }
}

impl<T: Clone + Send + Sync + 'static> Loading<T> {
    /// Whether an answer is on its way.
    pub fn is_waiting(self) -> bool {
        self.asked.waiting.get()
    }

    /// Whether there is an answer, good or not.
    pub fn is_settled(self) -> bool {
        self.asked.answer.with(Option::is_some)
    }

    /// Asks again.
    pub fn again(self) {
        self.asked.ask_again();
    }

    /// The newest answer, if it is a good one.
    pub fn ready(self) -> Option<T> {
        let answer = self.asked.answer.get()?.ok()?;
        answer.downcast_ref::<T>().cloned()
    }

    /// Why the newest answer is not a good one.
    pub fn failure(self) -> Option<ApiError> {
        self.asked.answer.get()?.err()
    }

    /// `waiting` until the first answer, then what `ready` makes of the answer, or the failure with a way on.
    pub fn view(
        self,
        waiting: impl Fn() -> El + Send + 'static,
        ready: impl Fn(T) -> El + Send + 'static,
    ) -> impl Fn() -> AnyView + Send + 'static {
        // What is kept is what was asked for: nothing else can put an answer there.
        let ready = move |answer: &(dyn Any + Send + Sync)| {
            answer.downcast_ref::<T>().map_or_else(|| el("div"), |answer| ready(answer.clone()))
        };
        self.asked.view(Box::new(waiting), Box::new(ready))
    }
}
