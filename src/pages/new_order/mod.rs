//! The form for a new order, in the steps that users of the customer portal know: order information, items, review.
//!
//! The road of what is typed: controls ⇄ [`form::Form`] (signals) → `Draft` (kept on the device at every change) →
//! `NewOrder` (valid) → `api::orders::create`. The draft leaves the device only when the supplier has the order.

mod form;
mod information;
mod item_entry;
mod items;
mod keeping;
mod me;
mod problems;
mod product_search;
mod review;
mod send;
mod sign_in_again;
mod steps;

use crate::{
    api::Client,
    app::Settings,
    components::{Notice, PageHeader, Tone},
    i18n::{t, t_of, t_with},
    loading::load,
    user::use_user,
};
use form::Form;
use information::Information;
use items::Items;
use leptos::prelude::*;
use me::Me;
use portal_model::new_order::{MissingTerm, Terms};
use review::Review;
use send::Sending;
use sign_in_again::SignInAgain;
use steps::{Step, Steps, use_step};

/// The page of a new order.
#[component]
pub fn NewOrderPage() -> impl IntoView {
    let client = expect_context::<Client>();
    let contact = use_user().contact;
    let me = load(move || {
        let client = client.clone();
        async move { me::load(&client, contact).await }
    });
    let lede = Signal::derive(move || {
        me.ready().and_then(|me| me.account?.name).map(|name| t_with("new-order.for", &[("name", &name)])).unwrap_or_default()
    });
    let ready = |me: Me| match me.terms() {
        Ok(terms) => view! { <OrderForm me terms /> }.into_any(),
        Err(missing) => view! { <Missing missing /> }.into_any(),
    };
    view! {
        <div class="page" data-width="form">
            <PageHeader title=t("new-order.title") lede />
            {me.view(waiting, ready)}
        </div>
    }
}

fn waiting() -> AnyView {
    view! {
        <div class="stack" aria-busy="true">
            <p class="visually-hidden">{t("new-order.waiting")}</p>
            <span class="skeleton" data-size="long"></span>
            <span class="skeleton" data-size="block"></span>
            <span class="skeleton" data-size="block"></span>
        </div>
    }
    .into_any()
}

/// Names what the reader's records lack for ordering, and whom to ask.
#[component]
fn Missing(missing: Vec<MissingTerm>) -> impl IntoView {
    let support = expect_context::<Settings>().with_value(|config| config.support.clone());
    let names: Vec<_> = missing.into_iter().map(|term| view! { <li>{t_of("missing", term.slug())}</li> }).collect();
    view! {
        <Notice tone=Tone::Warning title=t("missing.title") text=t("missing.text")>
            <ul>{names}</ul>
            {support.email.map(|email| view! { <a rel="external" href=format!("mailto:{email}")>{email.clone()}</a> })}
        </Notice>
    }
}

#[component]
fn OrderForm(me: Me, terms: Terms) -> impl IntoView {
    let draft = keeping::restore(terms.contact).unwrap_or_else(|| me.new_draft());
    let form = Form::of(&draft);
    keeping::keep(form);
    provide_context(form);
    provide_context(terms);
    provide_context(me::Currency(me.currency_code()));
    let sending = Sending::new(form, terms);
    let step = use_step();
    let content = move || match step.get() {
        Step::Information => view! { <Information /> }.into_any(),
        Step::Items => view! { <Items session_over=sending.session_over /> }.into_any(),
        Step::Review => view! { <Review sending /> }.into_any(),
    };
    view! {
        <Steps step />
        {content}
        <SignInAgain sending />
    }
}
