//! The keys that hold on every page.

use super::{Act, Entry, Keys, Place, Shown, bind, offer};
use crate::{browser::page, context::NextFocus, i18n::t, routes::Route};
use leptos::prelude::*;

/// The id of a page's search field, which `/` looks for.
const SEARCH: &str = "search";

/// Binds them, for as long as the portal is open.
pub fn bind_everywhere(keys: Keys, go: Callback<Route>) {
    let NextFocus(next_focus) = expect_context();
    let search = move || {
        // A page without a search leads to the list's.
        if !page::select(SEARCH) {
            next_focus.set_value(Some(SEARCH));
            go.run(Route::Orders);
        }
    };
    let page = |spelled, text, route| keys.add(Entry::new(spelled, Place::Everywhere, text, Act::Go(route)));
    let open = move |shown| move || keys.shown.set(Some(shown));
    bind("mod+k", Place::Everywhere, t("keys.palette"), open(Shown::Palette));
    offer("/", Place::Everywhere, t("keys.search"), search);
    page("n", t("keys.new-order"), Route::NewOrder);
    page("g h", t("keys.home"), Route::Home);
    page("g o", t("keys.orders"), Route::Orders);
    page("g l", t("keys.lines"), Route::Lines);
    offer("?", Place::Everywhere, t("keys.show"), open(Shown::Keys));
}
