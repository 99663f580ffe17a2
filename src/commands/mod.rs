//! The dialogs over every page: which keys there are (`?`), and the palette (Ctrl+K). Both show what is in `keys`; this
//! is a chunk of its own, fetched when one of them is first wanted.

mod keys_shown;
mod palette;

use crate::{
    api::session::sign_out_path,
    browser::{on_change, page},
    components::Scheme,
    html::{El, el},
    i18n::t,
    keys::{self, Place, Shown, use_keys},
    routes::Route,
};
use leptos::prelude::*;

/// Both dialogs, closed until they are wanted.
pub fn dialogs() -> AnyView {
    offer_more();
    (keys_shown::keys_shown(), palette::palette()).into_any()
}

/// What the palette offers on every page beside the keys that hold there.
fn offer_more() {
    let scheme = expect_context::<Scheme>();
    let offer = |text, act: fn(Scheme)| keys::offer("", Place::Everywhere, text, move || act(scheme));
    offer(t("palette.light"), |scheme| scheme.choose("light"));
    offer(t("palette.dark"), |scheme| scheme.choose("dark"));
    offer(t("palette.system"), |scheme| scheme.choose(""));
    offer(t("palette.sign-out"), |_| page::leave_for(&sign_out_path(&Route::SignIn.path())));
}

/// A dialog that opens when the registry wants it shown, and whose content is there only then.
fn dialog(shows: Shown, id: &'static str, name: String, content: fn() -> El) -> El {
    let keys = use_keys();
    let is_open = Memo::new(move |_| keys.shown.get() == Some(shows));
    on_change(move || match is_open.get() {
        // When this is built, it is put in its place only after this.
        true => request_animation_frame(move || page::show_dialog(id)),
        false => page::close_dialog(id),
    });
    let closed = move |_| {
        // The other dialog may have been wanted meanwhile.
        if keys.shown.get_untracked() == Some(shows) {
            keys.shown.set(None);
        }
    };
    let content = move || match is_open.get() {
        true => content().into_any(),
        false => ().into_any(),
    };
    el("dialog")
        .class("dialog sheet")
        .attr("id", id)
        .attr("aria-label", name)
        .on("close", closed)
        // Nothing but the veil is outside of what fills the dialog.
        .on("click", move |event| {
            if event.target() == event.current_target() {
                page::close_dialog(id);
            }
        })
        .live_view(content)
}
