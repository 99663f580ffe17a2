//! Ordering again: the lines of the orders that the address names become lines of the draft. Then the address forgets
//! them, so that a reload does not add them twice.

use super::{form::Form, steps::Step};
use crate::{
    api::{ApiError, Client, orders, products},
    browser::{on_change, random},
    components::{Tone, failure, notice},
    html::{El, el},
    i18n::{t, t_count, t_with},
    loading::load,
    routes::{REORDER, reordered},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_query_map},
};
use portal_model::{
    ids::{LineId, OrderId, PriceListId},
    new_order::{Reorder, TakenOver, Terms},
};

/// Takes the lines over and says what became of them.
pub fn reorder(form: Form, terms: Terms) -> El {
    let named = use_query_map().with_untracked(|query| query.get(REORDER)).unwrap_or_default();
    let orders = reordered(&named);
    if orders.is_empty() {
        return el("div").attr("hidden", "");
    }
    let client = expect_context::<Client>();
    let taking = load(move || {
        let (client, orders) = (client.clone(), orders.clone());
        async move { ask(&client, &orders, terms.pricing.list).await }
    });
    let navigate = use_navigate();
    let taken = RwSignal::new(None::<TakenOver>);
    on_change(move || {
        let (Some(found), None) = (taking.ready(), taken.get_untracked()) else { return };
        form.take_over(found.lines.clone());
        taken.set(Some(found));
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        navigate(&Step::Items.address(), options);
    });
    let view = move || match (taken.get(), taking.failure()) {
        (Some(taken), _) => outcome(&taken).into_any(),
        (None, Some(error)) => failure(error, Some(Callback::new(move |()| taking.again()))).into_any(),
        (None, None) => el("p").attr("aria-busy", "true").text(t("reorder.waiting")).into_any(),
    };
    el("div").attr("role", "status").live_view(view)
}

async fn ask(client: &Client, ids: &[OrderId], list: PriceListId) -> Result<TakenOver, ApiError> {
    let mut lines = Vec::new();
    for id in ids {
        lines.extend(orders::lines(client, *id).await?);
    }
    let reorder = Reorder::of(&lines);
    let wanted = reorder.products();
    let sold = products::active(client, &wanted).await?;
    let prices = products::all_prices(client, list, &wanted).await?;
    Ok(reorder.resolve(&sold, &prices, || LineId(random::uuid())))
}

/// How many lines were taken over, and the names of what was not.
fn outcome(taken: &TakenOver) -> El {
    let count = t_count("reorder.taken", taken.lines.len() as u32);
    if taken.left_out.is_empty() {
        return el("p").class("quiet").text(count);
    }
    let names = taken.left_out.iter().map(|name| el("li").text(name));
    let title = t_with("reorder.left-out", &[("taken", &count)]);
    notice(Tone::Warning, title, t("reorder.left-out-text"), [el("ul").children(names)])
}
