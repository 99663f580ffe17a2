//! From an amount to an amount, as the reader writes them.

use super::super::super::words::filter_name;
use crate::{
    components::Field,
    html::{El, el},
    i18n::{number, signs, t, t_with},
};
use leptos::prelude::*;
use portal_model::{
    decimal::{Decimal, Number},
    list::{Bounds, Filter, FilterKind, ListQuery, Typed, TypedProblem, read_bounds},
    written::write_amount,
};

const IDS: (&str, &str) = ("amount-least", "amount-most");

/// Two fields for amounts.
#[derive(Clone, Copy)]
pub struct Amounts {
    min: RwSignal<String>,
    max: RwSignal<String>,
    /// Whether the last has been left, after which problems are named.
    is_left: RwSignal<bool>,
}

impl Amounts {
    /// The amounts that a question asks for.
    pub fn of(query: &ListQuery) -> Self {
        let text = || RwSignal::new(String::new());
        let this = Self { min: text(), max: text(), is_left: RwSignal::new(false) };
        this.take(query);
        this
    }

    /// Shows the amounts that a question asks for.
    pub fn take(self, query: &ListQuery) {
        let bounds = match query.filter(FilterKind::Amount) {
            Some(Filter::Amount(bounds)) => bounds.clone(),
            _ => Bounds::default(),
        };
        let text = |amount: Option<Number>| {
            let amount = amount.and_then(|amount| amount.value());
            amount.map(|amount| write_amount(amount, signs())).unwrap_or_default()
        };
        self.min.set(text(bounds.min));
        self.max.set(text(bounds.max));
        self.is_left.set(false);
    }

    /// The filter; none if any amount will do. Otherwise the id of the field that is wrong.
    pub fn finished(self) -> Result<Option<Filter>, &'static str> {
        self.is_left.set(true);
        let (min, max) = self.read();
        let (min, max) = (min.map_err(|_| IDS.0)?, max.map_err(|_| IDS.1)?);
        let bounds = Bounds { min: min.map(Number::from), max: max.map(Number::from) };
        Ok((bounds != Bounds::default()).then_some(Filter::Amount(bounds)))
    }

    fn read(self) -> (Typed<Decimal>, Typed<Decimal>) {
        read_bounds(&self.min.read(), &self.max.read(), signs())
    }
}

/// The fields.
pub fn amounts(amounts: Amounts) -> El {
    let problem = move |is_min: bool| {
        Signal::derive(move || {
            let (min, max) = amounts.read();
            let problem = if is_min { min.err() } else { max.err() };
            problem.filter(|_| amounts.is_left.get()).map(|problem| match problem {
                TypedProblem::BelowLeast => t("problem.below-least"),
                _ => t_with("problem.not-an-amount", &[("example", &number("1234.5"))]),
            })
        })
    };
    let field = |id, label, value, is_min| {
        Field::new(id, label, value).keyboard("decimal").autocomplete("off").problem(problem(is_min))
    };
    let min = field(IDS.0, t("filters.least"), amounts.min, true);
    let max = field(IDS.1, t("filters.most"), amounts.max, false).on_leave(move || amounts.is_left.set(true));
    el("fieldset")
        .class("filter-field")
        .child(el("legend").class("filter-field__name").text(filter_name(FilterKind::Amount)))
        .child(el("div").class("filter-field__ends").child(min.show()).child(max.show()))
}
