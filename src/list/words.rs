//! Filters in words, for chips, for an empty list and for exports.

use crate::{
    browser::clock,
    i18n::{self, t, t_of, t_with},
};
use portal_model::{
    date::Date,
    decimal::Number,
    ids::ContactId,
    list::{Bounds, Day, Filter, FilterKind, ListQuery, Preset, Span},
};

/// What a filter asks for, in a few words: "Placed: this month". `me` is who reads them.
pub fn filter_words(filter: &Filter, me: ContactId) -> String {
    let named =
        |value: String| t_with("filter.is", &[("name", &filter_name(filter.kind())), ("value", &value)]);
    match filter {
        Filter::Status(statuses) => {
            let words: Vec<_> = statuses.iter().map(|status| t_of("status", status.slug())).collect();
            words.join(", ")
        }
        Filter::Placed(span) | Filter::Requested(span) | Filter::Confirmed(span) => {
            named(span_words(*span, clock::today()))
        }
        Filter::Amount(bounds) => named(bounds_words(bounds)),
        Filter::Currency(code) => named(code.clone()),
        Filter::PlacedBy(contact) if *contact == me => named(t("filter.me")),
        Filter::PlacedBy(_) => named(t("filter.somebody")),
        Filter::Late | Filter::Open | Filter::Unnumbered | Filter::Changed => filter_name(filter.kind()),
    }
}

/// The name of a filter.
pub fn filter_name(kind: FilterKind) -> String {
    t_of("filter", kind.slug())
}

/// All that narrows a list, each part in words.
pub fn query_words(query: &ListQuery, me: ContactId) -> Vec<String> {
    let search = (!query.search.is_empty()).then(|| t_with("list.quoted", &[("text", &query.search)]));
    search.into_iter().chain(query.filters.iter().map(|filter| filter_words(filter, me))).collect()
}

fn span_words(span: Span, today: Date) -> String {
    if let Some(preset) = Preset::of(span) {
        return t_of("preset", preset.slug());
    }
    let day = |day: Day| i18n::date(day.on(today));
    range(span.from.map(day), span.to.map(day))
}

fn bounds_words(bounds: &Bounds) -> String {
    let amount = |amount: &Number| i18n::number(&amount.to_string());
    range(bounds.min.as_ref().map(amount), bounds.max.as_ref().map(amount))
}

fn range(from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => t_with("range.between", &[("from", &from), ("to", &to)]),
        (Some(from), None) => t_with("range.from", &[("from", &from)]),
        (None, Some(to)) => t_with("range.to", &[("to", &to)]),
        (None, None) => String::new(),
    }
}
