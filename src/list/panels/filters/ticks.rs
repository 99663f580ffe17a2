//! What is ticked or not: the statuses, and the questions that are answered with yes.

use super::{super::super::words::filter_name, draft::Draft};
use crate::{
    components::status_badge,
    html::{El, el},
    i18n::t,
    list::statuses::{chosen, toggled},
};
use leptos::prelude::*;
use portal_model::{
    list::{Filter, FilterKind},
    status::OrderStatus,
};

/// The questions that are answered with yes, of those that this list has.
pub fn ticks(draft: Draft, kinds: &[FilterKind]) -> El {
    let filters = [Filter::Late, Filter::Open, Filter::Unnumbered, Filter::Changed];
    let ticks = filters.into_iter().filter(|filter| kinds.contains(&filter.kind()));
    el("fieldset")
        .class("filter-field")
        .child(el("legend").class("filter-field__name").text(t("filters.only")))
        .child(el("div").class("filter-field__ticks").children(ticks.map(|filter| tick(draft, filter))))
}

fn tick(draft: Draft, filter: Filter) -> El {
    let kind = filter.kind();
    let toggle = move |_| {
        let filter = filter.clone();
        draft.query.update(|query| {
            let now = query.clone();
            *query = if now.filter(kind).is_some() { now.without(kind) } else { now.with(filter) };
        });
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .live_checked(move || draft.query.read().filter(kind).is_some())
        .on("change", toggle);
    el("label").class("check").child(tick).text(filter_name(kind))
}

/// The statuses.
pub fn statuses(draft: Draft) -> El {
    let choice = |status: OrderStatus| {
        let tick = el("input")
            .attr("type", "checkbox")
            .live_checked(move || chosen(&draft.query.read()).contains(&status))
            .on("change", move |_| draft.query.update(|query| *query = toggled(query.clone(), status)));
        el("label").class("check").child(tick).child(status_badge(status))
    };
    el("fieldset")
        .class("filter-field")
        .child(el("legend").class("filter-field__name").text(filter_name(FilterKind::Status)))
        .child(el("div").class("filter-field__ticks").children(OrderStatus::ALL.map(choice)))
}
