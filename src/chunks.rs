//! The pages whose code is fetched when they are first opened: all but the list of orders, which is where most visits
//! begin. Each is a chunk of its own, named here and cut out by `crates/bundler`.

use crate::{
    api::ApiError,
    browser::{on_change, spawn},
    components::failure,
    context::Fetching,
    pages::{
        account::account_page, home::home_page, new_order::new_order_page, order::order_page,
        sign_in::sign_in_page,
    },
};
use leptos::{
    prelude::*,
    reactive::computed::ScopedFuture,
    wasm_split::{SplitLoaderError, wasm_split},
};
use std::{future::Future, pin::Pin};

/// The sign-in page.
#[wasm_split(sign_in, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn sign_in() -> Result<AnyView, SplitLoaderError> {
    Ok(sign_in_page().into_any())
}

/// The start page.
#[wasm_split(home, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn home() -> Result<AnyView, SplitLoaderError> {
    Ok(home_page().into_any())
}

/// The page of one order.
#[wasm_split(order, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn order() -> Result<AnyView, SplitLoaderError> {
    Ok(order_page().into_any())
}

/// The form for a new order.
#[wasm_split(new_order, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn new_order() -> Result<AnyView, SplitLoaderError> {
    Ok(new_order_page().into_any())
}

/// The account page.
#[wasm_split(account, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn account() -> Result<AnyView, SplitLoaderError> {
    Ok(account_page().into_any())
}

/// A page on its way: boxed, so that showing one stands in the portal once and not once for each page.
type Opening = Pin<Box<dyn Future<Output = Result<AnyView, SplitLoaderError>>>>;

/// Shows a page when its code is there; offers to try again when it cannot be had.
pub fn fetched(open: fn() -> Opening) -> AnyView {
    let Fetching(fetching) = expect_context();
    let tries = RwSignal::new(0);
    let arrived = RwSignal::new_local(None);
    on_change(move || {
        tries.track();
        fetching.set(true);
        // The page is built when its code arrives, but it belongs here: it must end when this place does.
        let page = ScopedFuture::new_untracked(open());
        spawn(async move {
            let page = page.await;
            let _ = arrived.try_set(Some(page));
            let _ = fetching.try_set(false);
        });
    });
    let view = move || {
        arrived.track();
        let page = arrived.try_update_untracked(Option::take).flatten();
        match page {
            Some(Ok(page)) => page,
            Some(Err(_)) => {
                failure(ApiError::Unreachable, Some(Callback::new(move |()| tries.update(|n| *n += 1))))
                    .into_any()
            }
            None => ().into_any(),
        }
    };
    view.into_any()
}
