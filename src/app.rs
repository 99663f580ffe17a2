//! The portal as a whole: what every page is given, which page is shown, and the frame around it.

use crate::{
    api::Client,
    browser::on_change,
    browser::page,
    chunks::{self, fetched},
    components::{Scheme, frame},
    config,
    context::{CurrentRoute, Fetching, HasNavigated, NextFocus},
    export::{ExportDesk, export_desk},
    keys::{self, Keys},
    pages::{not_found::not_found_page, orders::orders_page},
    routes::{self, Route},
    user::{self, User},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::Router,
    hooks::{use_location, use_navigate},
    location::{BrowserUrl, LocationProvider},
};

/// The portal.
#[component]
pub fn App() -> impl IntoView {
    provide_context(Client::new(&config::endpoint()));
    provide_context(Fetching(RwSignal::new(false)));
    provide_context(HasNavigated(StoredValue::new(false)));
    provide_context(NextFocus(StoredValue::new(None)));
    provide_context(ExportDesk(RwSignal::new(None)));
    view! {
        <Router>
            <Portal />
        </Router>
    }
}

#[component]
fn Portal() -> impl IntoView {
    let location = use_location();
    let route: CurrentRoute = Memo::new(move |_| Route::parse(&location.pathname.read()));
    provide_context(route);
    // The router writes a link's address into the bar when the new page is there, which its own `Routes` would say.
    if let Some(bar) = use_context::<BrowserUrl>() {
        on_change(move || {
            location.pathname.track();
            bar.ready_to_complete();
        });
    }
    match user::from_page() {
        Some(user) => view! { <Inside user /> }.into_any(),
        None => view! { <Outside /> }.into_any(),
    }
}

/// A stranger is asked to sign in, and led back to where he wanted to go.
#[component]
fn Outside() -> impl IntoView {
    let route = expect_context::<CurrentRoute>();
    let navigate = use_navigate();
    on_change(move || {
        if route.get() != Route::SignIn {
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&routes::sign_in_and_return(&page::address()), options);
        }
    });
    fetched(|| Box::pin(chunks::sign_in()))
}

#[component]
fn Inside(user: User) -> impl IntoView {
    provide_context(user);
    provide_context(Scheme::kept());
    let route = expect_context::<CurrentRoute>();
    let back = use_location().search.with_untracked(|search| page::parameter(search, "return"));
    let navigate = use_navigate();
    let go = {
        let navigate = navigate.clone();
        Callback::new(move |to: Route| navigate(&to.path(), NavigateOptions::default()))
    };
    let keys = Keys::new();
    provide_context(keys);
    keys::bind_everywhere(keys, go);
    keys::listen(keys, go);
    // Who is signed in has nothing to do here, and comes here by Back.
    on_change(move || {
        if route.get() == Route::SignIn {
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&routes::local_or_home(&back), options);
        }
    });
    // No dialog stays open over another page: Back may have led there.
    on_change(move || {
        route.track();
        keys.shown.set(None);
    });
    // The dialogs are there from the first time that one of them is wanted.
    let is_wanted = Memo::new(move |was: Option<&bool>| was == Some(&true) || keys.shown.get().is_some());
    let dialogs = move || match is_wanted.get() {
        true => fetched(|| Box::pin(chunks::commands())),
        false => ().into_any(),
    };
    let page = move || page_of(route.get());
    // An export goes on while one goes from page to page.
    frame((dialogs, page, export_desk().into_any()).into_any())
}

fn page_of(route: Route) -> AnyView {
    match route {
        Route::Home => fetched(|| Box::pin(chunks::home())),
        Route::Orders => orders_page().into_any(),
        Route::Lines => fetched(|| Box::pin(chunks::lines())),
        Route::Order(_) => fetched(|| Box::pin(chunks::order())),
        Route::NewOrder => fetched(|| Box::pin(chunks::new_order())),
        Route::Account => fetched(|| Box::pin(chunks::account())),
        Route::SignIn => ().into_any(),
        Route::NotFound => not_found_page().into_any(),
    }
}
