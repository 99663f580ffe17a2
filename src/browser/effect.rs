//! Doing something in the browser whenever signals change.

use leptos::prelude::Effect;

/// Does this now, and again whenever a signal that it reads changes. It is [`Effect::new`] with a boxed closure: Leptos's
/// code for effects then stands in the portal once and not once for each of them.
pub fn on_change(act: impl Fn() + 'static) {
    let act: Box<dyn Fn()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}
