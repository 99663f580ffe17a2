//! What narrows the list, all of it in one place. What is chosen here is a draft until it is applied, so that a list is
//! asked for once and not at every change.

mod amounts;
mod choices;
mod days;
mod draft;
mod ticks;

use super::{
    super::List,
    sheet::{close, sheet},
};
use crate::{
    components::button,
    html::{El, el},
    i18n::{t, t_of},
};
use choices::Choices;
use draft::Draft;
use leptos::prelude::*;
use portal_model::list::FilterKind;

const FORM: &str = "filters-form";

/// The panel.
pub fn filters(list: List) -> El {
    let draft = Draft::of(list.query_now());
    let choices = Choices::ask(list.me);
    // The fields are made anew when they are reset: a browser keeps half a day in a date field that is only emptied.
    let resets = RwSignal::new(0);
    let fields = move || {
        resets.track();
        fields(list, draft, choices).into_any()
    };
    let apply = move |event: web_sys::Event| {
        event.prevent_default();
        let Some(query) = draft.finished(list.query_now()) else { return };
        if query != list.query_now() {
            list.go(query);
        }
        close();
    };
    let form = el("form")
        .class("stack")
        .attr("id", FORM)
        .attr("novalidate", "")
        .on("submit", apply)
        .live_view(fields);
    let reset = button("button", t("filters.reset"), move || {
        draft.reset();
        resets.update(|times| *times += 1);
    });
    let show = el("button")
        .class("button button--primary")
        .attr("type", "submit")
        .attr("form", FORM)
        .text(t_of("filters.show", list.kind.slug()));
    let foot = el("div").class("side-sheet__actions").child(reset).child(show);
    sheet(list, t("list.filters"), form, Some(foot))
}

fn fields(list: List, draft: Draft, choices: Choices) -> El {
    let kinds = FilterKind::all(list.kind);
    let has = |kind: FilterKind| kinds.contains(&kind);
    let spans = draft.spans.into_iter().filter(|span| has(span.kind)).map(days::days);
    let fields = el("div")
        .class("stack side-sheet__fields")
        .child(ticks::ticks(draft, kinds))
        .maybe_child(has(FilterKind::Status).then(|| ticks::statuses(draft)))
        .children(spans)
        .maybe_child(has(FilterKind::Amount).then(|| amounts::amounts(draft.amounts)))
        // These are known last, so they stand last and push nothing away.
        .live_view(move || choices.placed_by(draft));
    match has(FilterKind::Currency) {
        true => fields.live_view(move || choices.currency(draft)),
        false => fields,
    }
}
