//! The portal as a whole: what every page is given, which page is shown, and the frame around it.

use crate::{
    api::Client,
    browser::{on_change, page},
    chunks::{self, fetched},
    components::frame,
    config,
    context::{CurrentRoute, Fetching, HasNavigated},
    pages::{not_found::not_found_page, orders::orders_page},
    routes::{self, Route},
    user::{self, User},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    components::Router,
    hooks::{use_location, use_navigate, use_query_map},
    location::{BrowserUrl, LocationProvider},
};

/// The portal.
#[component]
pub fn App() -> impl IntoView {
    provide_context(Client::new(&config::endpoint()));
    provide_context(Fetching(RwSignal::new(false)));
    provide_context(HasNavigated(StoredValue::new(false)));
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
    let route = expect_context::<CurrentRoute>();
    let back = use_query_map().with_untracked(|query| query.get("return")).unwrap_or_default();
    let navigate = use_navigate();
    // Who is signed in has nothing to do here, and comes here by Back.
    on_change(move || {
        if route.get() == Route::SignIn {
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&routes::local_or_home(&back), options);
        }
    });
    move || match route.get() {
        Route::SignIn => ().into_any(),
        route => frame(page_of(route)).into_any(),
    }
}

fn page_of(route: Route) -> AnyView {
    match route {
        Route::Home => fetched(|| Box::pin(chunks::home())),
        Route::Orders => orders_page().into_any(),
        Route::Order(_) => fetched(|| Box::pin(chunks::order())),
        Route::NewOrder => fetched(|| Box::pin(chunks::new_order())),
        Route::Account => fetched(|| Box::pin(chunks::account())),
        Route::SignIn | Route::NotFound => not_found_page().into_any(),
    }
}
