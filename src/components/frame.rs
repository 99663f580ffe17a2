//! What stands around every page: brand, ways, who is signed in, language and colours.

use crate::{
    api::session::sign_out_path,
    browser::{page, storage},
    components::{Icon, icon},
    config,
    context::{CurrentRoute, Fetching},
    html::{El, el},
    i18n::{language, t},
    routes::Route,
    user::use_user,
};
use leptos::{prelude::*, tachys::dom::event_target_value};

/// The frame around a page.
pub fn frame(page: AnyView) -> El {
    let Fetching(fetching) = expect_context();
    let ways = el("ul")
        .class("rail__list")
        .child(way(Route::Home, Icon::Home, t("home.way")))
        .child(way(Route::Orders, Icon::Orders, t("orders.title")))
        .child(way(Route::NewOrder, Icon::Plus, t("new-order.title")))
        .child(way(Route::Account, Icon::Account, t("account.title")));
    let rail = el("header")
        .class("rail")
        .child(brand())
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

fn way(to: Route, sign: Icon, label: String) -> El {
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

const SCHEME: &str = "portal.scheme";

/// Light, dark, or as the system has it.
fn scheme_switch() -> El {
    let present = RwSignal::new(storage::get(SCHEME).unwrap_or_default());
    let choice = move |scheme: &'static str, sign: Icon, label: String| {
        let choose = move |_| {
            match scheme {
                "" => storage::remove(SCHEME),
                // What is not kept holds until the page is closed.
                _ => drop(storage::set(SCHEME, scheme)),
            }
            page::set_scheme(scheme);
            present.set(scheme.to_owned());
        };
        el("button")
            .class("icon-button")
            .attr("type", "button")
            .attr("aria-label", label)
            .live("aria-pressed", move || Some((*present.read() == scheme).to_string()))
            .on("click", choose)
            .child(icon(sign))
    };
    el("div")
        .class("segmented")
        .attr("role", "group")
        .attr("aria-label", t("frame.scheme"))
        .child(choice("light", Icon::Sun, t("frame.scheme.light")))
        .child(choice("dark", Icon::Moon, t("frame.scheme.dark")))
        .child(choice("", Icon::Screen, t("frame.scheme.system")))
}
