//! Doing something in the browser, now or whenever signals change.
//!
//! Both functions box what they are given, so that Leptos's code for it stands in the portal once and not once for each use.

use leptos::{prelude::Effect, task::spawn_local};
use std::{future::Future, pin::Pin};

/// Does this now, and again whenever a signal that it reads changes: [`Effect::new`].
pub fn on_change(act: impl Fn() + 'static) {
    changing(Box::new(act));
}

fn changing(act: Box<dyn Fn()>) {
    Effect::new(move |_: Option<()>| act());
}

/// Lets this run beside the page: [`spawn_local`].
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    spawning(Box::pin(work));
}

fn spawning(work: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(work);
}
