//! What stands around every page: brand, ways, who is signed in, language and colours.

use crate::{
    api::session::sign_out_path,
    browser::{page, storage},
    components::{Icon, icon, key_caps, scheme::scheme_switch},
    config,
    context::{CurrentRoute, Fetching},
    html::{El, el},
    i18n::{language, t},
    keys::{Shown, use_keys},
    routes::Route,
    user::use_user,
};
use leptos::{prelude::*, tachys::dom::event_target_value};

/// The frame, which is made once; the page in it may change.
pub fn frame(page: AnyView) -> El {
    let Fetching(fetching) = expect_context();
    let ways = el("ul").class("rail__list").children(ways().map(way));
    let rail = el("header")
        .class("rail")
        .child(el("div").class("rail__head").child(brand()).child(palette_button()))
        .child(el("nav").class("rail__nav").attr("aria-label", t("frame.ways")).child(ways))
        .child(foot());
    let main = el("main").class("frame__main").attr("id", "main").attr("tabindex", "-1").view(page);
    el("div")
        .class("frame")
        .child(el("a").class("skip-link").attr("rel", "external").attr("href", "#main").text(t("frame.skip")))
        .child(el("div").class("top-bar").live("data-waiting", move || fetching.get().then(String::new)))
        .child(rail)
        .child(main)
}

/// The brand's picture and name, leading home.
pub fn brand() -> El {
    let brand = config::brand();
    let logo = brand.logo.map(|logo| {
        el("img")
            .class("brand__logo")
            .attr("src", logo)
            .attr("alt", "")
            .attr("width", "28")
            .attr("height", "28")
    });
    let name = el("span").text(brand.name);
    el("a").class("brand").attr("href", Route::Home.path()).maybe_child(logo).child(name)
}

/// The pages that one can always go to, in the order of the frame.
pub fn ways() -> [(Route, Icon, String); 5] {
    [
        (Route::Home, Icon::Home, t("home.way")),
        (Route::Orders, Icon::Orders, t("orders.title")),
        (Route::Lines, Icon::Lines, t("lines.way")),
        (Route::NewOrder, Icon::Plus, t("new-order.title")),
        (Route::Account, Icon::Account, t("account.title")),
    ]
}

/// Opens the palette: a field to look at, because that is what one gets.
fn palette_button() -> El {
    let keys = use_keys();
    el("button")
        .class("rail__find")
        .attr("type", "button")
        .attr("aria-haspopup", "dialog")
        .attr("aria-keyshortcuts", "Control+K Meta+K")
        .on("click", move |_| keys.shown.set(Some(Shown::Palette)))
        .child(icon(Icon::Search))
        .child(el("span").text(t("palette.open")))
        .child(key_caps("mod+k"))
}

fn way((to, sign, label): (Route, Icon, String)) -> El {
    let current = expect_context::<CurrentRoute>();
    let is_here = move || {
        let here = current.get();
        // An order is reached through the list, so the list stays marked.
        let is_below = to == Route::Orders && matches!(here, Route::Order(_));
        let mark = if here == to { "page" } else { "true" };
        (here == to || is_below).then(|| mark.to_owned())
    };
    let link = el("a").class("rail__link").attr("href", to.path()).live("aria-current", is_here);
    el("li").child(link.child(icon(sign)).child(el("span").text(label)))
}

fn foot() -> El {
    let user = use_user();
    let role = user.roles.first().cloned().unwrap_or_default();
    let who = el("div")
        .child(el("p").class("rail__company").text(user.name))
        .child(el("p").class("rail__user").text(role));
    let tools = el("div").class("rail__tools").children(language_select()).child(scheme_switch());
    // A fresh page, and a path of the site and not of the portal.
    let sign_out = el("a")
        .class("button button--plain button--small rail__sign-out")
        .attr("rel", "external")
        .attr("href", sign_out_path(&Route::SignIn.path()))
        .child(icon(Icon::SignOut))
        .text(t("frame.sign-out"));
    el("div").class("rail__foot").child(who).child(tools).child(sign_out)
}

/// Label and list of the languages; nothing where there is only one.
fn language_select() -> Vec<El> {
    let languages = config::languages();
    if languages.len() < 2 {
        return Vec::new();
    }
    let present = language();
    let options = languages.into_iter().map(|language| {
        let is_present = (language.code == present).then_some("");
        let option = el("option").attr("lang", language.code.clone()).attr("value", language.code);
        option.maybe("selected", is_present).text(language.name)
    });
    let choose = move |event| {
        storage::set("portal.language", &event_target_value(&event));
        // Every text is looked up once, so a new language begins with a new page.
        page::reload();
    };
    vec![
        el("label").class("visually-hidden").attr("for", "language").text(t("frame.language")),
        el("select")
            .class("input input--small")
            .attr("id", "language")
            .on("change", choose)
            .children(options),
    ]
}
