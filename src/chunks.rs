//! The pages whose code is fetched when they are first opened. Sign-in, home and the list of orders are in the portal
//! from the start; everything else is a chunk of its own, named here and cut out by `crates/bundler`.

use crate::{
    components::failure,
    api::ApiError,
    pages::{account::AccountPage, new_order::NewOrderPage, order::OrderPage},
};
use leptos::{
    prelude::*,
    reactive::computed::ScopedFuture,
    task::spawn_local,
    wasm_split::{SplitLoaderError, wasm_split},
};
use std::future::Future;

/// The page of one order.
#[wasm_split(order, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn order() -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <OrderPage /> }.into_any())
}

/// The form for a new order.
#[wasm_split(new_order, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn new_order() -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <NewOrderPage /> }.into_any())
}

/// The account page.
#[wasm_split(account, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn account() -> Result<AnyView, SplitLoaderError> {
    Ok(view! { <AccountPage /> }.into_any())
}

/// Whether code is on its way, for the thin bar at the top.
#[derive(Clone, Copy)]
pub struct Fetching(pub RwSignal<bool>);

/// Shows a page when its code is there; offers to try again when it cannot be had.
pub fn fetched<F>(open: fn() -> F) -> AnyView
where
    F: Future<Output = Result<AnyView, SplitLoaderError>> + 'static,
{
    let Fetching(fetching) = expect_context();
    let tries = RwSignal::new(0);
    let arrived = RwSignal::new_local(None);
    Effect::new(move |_| {
        tries.track();
        fetching.set(true);
        // The page is built when its code arrives, but it belongs here: it must end when this place does.
        let page = ScopedFuture::new_untracked(async move { open().await });
        spawn_local(async move {
            let page = page.await;
            let _ = arrived.try_set(Some(page));
            let _ = fetching.try_set(false);
        });
    });
    let view = move || {
        arrived.track();
        let page = arrived.try_update_untracked(Option::take).flatten();
        page.map(|page| match page {
            Ok(page) => page,
            Err(_) => failure(ApiError::Unreachable, Some(Callback::new(move |()| tries.update(|n| *n += 1)))),
        })
    };
    view.into_any()
}
