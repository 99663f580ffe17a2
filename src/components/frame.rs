//! What stands around every page: brand, ways, who is signed in, language and colours.

use crate::{
    api::session::sign_out_path,
    app::{CurrentRoute, Settings},
    browser::{
        page,
        storage,
    },
    chunks::Fetching,
    components::Icon,
    i18n::{language, t},
    routes::Route,
    user::use_user,
};
use leptos::prelude::*;

/// The frame around a page.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let Fetching(fetching) = expect_context();
    view! {
        <a class="skip-link" rel="external" href="#main">
            {t("frame.skip")}
        </a>
        <div class="top-bar" data-waiting=move || fetching.get().then_some("")></div>
        <div class="frame">
            <header class="rail">
                <Brand />
                <nav class="rail__nav" aria-label=t("frame.ways")>
                    <ul class="rail__list">
                        {way(Route::Home, Icon::Home, t("home.way"))}
                        {way(Route::Orders, Icon::Orders, t("orders.title"))}
                        {way(Route::NewOrder, Icon::Plus, t("new-order.title"))}
                        {way(Route::Account, Icon::Account, t("account.title"))}
                    </ul>
                </nav>
                <Foot />
            </header>
            <main class="frame__main" id="main" tabindex="-1">
                {children()}
            </main>
        </div>
    }
}

/// The brand's picture and name, leading home.
#[component]
pub fn Brand() -> impl IntoView {
    let brand = expect_context::<Settings>().with_value(|config| config.brand.clone());
    view! {
        <a class="brand" href=Route::Home.path()>
            {brand.logo.map(|logo| view! { <img class="brand__logo" src=logo alt="" width="28" height="28" /> })}
            <span>{brand.name}</span>
        </a>
    }
}

fn way(to: Route, icon: Icon, label: String) -> impl IntoView {
    let current = expect_context::<CurrentRoute>();
    let is_here = move || {
        let here = current.get();
        // An order is reached through the list, so the list stays marked.
        let is_below = to == Route::Orders && matches!(here, Route::Order(_));
        match here == to {
            true => Some("page"),
            false => is_below.then_some("true"),
        }
    };
    view! {
        <li>
            <a class="rail__link" href=to.path() aria-current=is_here>
                <Icon is=icon />
                <span>{label}</span>
            </a>
        </li>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let user = use_user();
    let role = user.roles.first().cloned().unwrap_or_default();
    view! {
        <div class="rail__foot">
            <div>
                <p class="rail__company">{user.name}</p>
                <p class="rail__user">{role}</p>
            </div>
            <div class="rail__tools">
                <LanguageSelect />
                <SchemeSwitch />
            </div>
            // A fresh page, and a path of the site and not of the portal.
            <a class="button button--plain button--small rail__sign-out" rel="external" href=sign_out_path(&Route::SignIn.path())>
                <Icon is=Icon::SignOut />
                {t("frame.sign-out")}
            </a>
        </div>
    }
}

#[component]
fn LanguageSelect() -> impl IntoView {
    let languages = expect_context::<Settings>().with_value(|config| config.languages.clone());
    let present = language();
    let choose = move |event| {
        storage::set("portal.language", &event_target_value(&event));
        // Every text is looked up once, so a new language begins with a new page.
        page::reload();
    };
    (languages.len() > 1).then(|| {
        let options: Vec<_> = languages
            .into_iter()
            .map(|language| {
                let is_present = language.code == present;
                view! { <option value=language.code.clone() lang=language.code selected=is_present>{language.name}</option> }
            })
            .collect();
        view! {
            <label class="visually-hidden" for="language">{t("frame.language")}</label>
            <select class="input input--small" id="language" on:change=choose>{options}</select>
        }
    })
}

/// Light, dark, or as the system has it.
#[component]
fn SchemeSwitch() -> impl IntoView {
    let present = RwSignal::new(storage::get(SCHEME).unwrap_or_default());
    let choice = move |scheme: &'static str, icon: Icon, label: String| {
        let choose = move |_| {
            match scheme {
                "" => storage::remove(SCHEME),
                _ => {
                    storage::set(SCHEME, scheme);
                }
            }
            page::set_scheme(scheme);
            present.set(scheme.to_owned());
        };
        view! {
            <button
                class="icon-button"
                type="button"
                aria-label=label
                aria-pressed=move || (*present.read() == scheme).to_string()
                on:click=choose
            >
                <Icon is=icon />
            </button>
        }
    };
    view! {
        <div class="segmented" role="group" aria-label=t("frame.scheme")>
            {choice("light", Icon::Sun, t("frame.scheme.light"))}
            {choice("dark", Icon::Moon, t("frame.scheme.dark"))}
            {choice("", Icon::Screen, t("frame.scheme.system"))}
        </div>
    }
}

const SCHEME: &str = "portal.scheme";
