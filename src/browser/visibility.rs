//! Whether somebody can see the page.

use leptos::{
    ev,
    prelude::{document, on_cleanup, window_event_listener, window_event_listener_untyped},
};
use web_sys::VisibilityState;

/// Whether the page can be seen: its tab is in front and its window is not covered.
pub fn is_visible() -> bool {
    document().visibility_state() != VisibilityState::Hidden
}

/// Does this whenever the page gets into view or into focus again, until the place that asked for it is left.
pub fn on_visible(act: impl Fn() + Clone + 'static) {
    let on_focus = act.clone();
    let focus = window_event_listener(ev::focus, move |_| on_focus());
    // It is told at the document and bubbles to the window.
    let shown = window_event_listener_untyped("visibilitychange", move |_| {
        if is_visible() {
            act();
        }
    });
    on_cleanup(move || {
        focus.remove();
        shown.remove();
    });
}
