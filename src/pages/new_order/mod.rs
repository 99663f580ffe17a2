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
    browser::{on_change, page},
    components::{HEADING, PageHeader, Tone, notice},
    config,
    html::{El, el},
    i18n::{t, t_of, t_with},
    loading::load,
    user::use_user,
};
use form::Form;
use information::information;
use items::items;
use leptos::prelude::*;
use me::Me;
use portal_model::new_order::{MissingTerm, Terms};
use review::review;
use send::Sending;
use sign_in_again::sign_in_again;
use steps::{Step, steps, use_step};

/// The page of a new order.
pub fn new_order_page() -> El {
    let client = expect_context::<Client>();
    let contact = use_user().contact;
    let me = load(move || {
        let client = client.clone();
        async move { me::load(&client, contact).await }
    });
    let lede = Signal::derive(move || {
        let name = me.ready().and_then(|me| me.account?.name);
        name.map(|name| t_with("new-order.for", &[("name", &name)])).unwrap_or_default()
    });
    let ready = |me: Me| match me.terms() {
        Ok(terms) => order_form(&me, terms),
        Err(missing) => cannot_order(&missing),
    };
    el("div")
        .class("page")
        .attr("data-width", "form")
        .child(PageHeader::new(t("new-order.title")).lede(lede).show())
        .live_view(me.view(waiting, ready))
}

fn waiting() -> El {
    let bar = |size| el("span").class("skeleton").attr("data-size", size);
    el("div")
        .class("stack")
        .attr("aria-busy", "true")
        .child(el("p").class("visually-hidden").text(t("new-order.waiting")))
        .child(bar("long"))
        .child(bar("block"))
        .child(bar("block"))
}

/// Names what the reader's records lack for ordering, and whom to ask.
fn cannot_order(missing: &[MissingTerm]) -> El {
    let names = missing.iter().map(|term| el("li").text(t_of("missing", term.slug())));
    let support = config::support()
        .email
        .map(|email| el("a").attr("rel", "external").attr("href", format!("mailto:{email}")).text(email));
    let steps = [el("ul").children(names)].into_iter().chain(support);
    notice(Tone::Warning, t("missing.title"), t("missing.text"), steps)
}

fn order_form(me: &Me, terms: Terms) -> El {
    let draft = keeping::restore(terms.contact).unwrap_or_else(|| me.new_draft());
    let form = Form::of(&draft);
    keeping::keep(form);
    provide_context(form);
    provide_context(terms);
    provide_context(me::Currency(me.currency_code()));
    let sending = Sending::new(form, terms);
    let step = use_step();
    let shown = StoredValue::new(step.get_untracked());
    on_change(move || {
        let step = step.get();
        // Whoever goes on a step begins at the top of it; the first step shown leaves the focus to the page.
        if shown.get_value() != step {
            shown.set_value(step);
            request_animation_frame(|| page::focus(HEADING));
        }
    });
    let content = move || match step.get() {
        Step::Information => information().into_any(),
        Step::Items => items(sending.session_over).into_any(),
        Step::Review => review(sending).into_any(),
    };
    el("div").class("stack").child(steps(step)).live_view(content).child(sign_in_again(sending))
}
