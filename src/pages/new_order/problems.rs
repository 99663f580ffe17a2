//! The sentences for problems, and finding the one of a field.

use super::form::Form;
use crate::{
    browser::{clock, page},
    i18n::{date, number, t, t_with},
};
use leptos::prelude::*;
use portal_model::new_order::{Field, Problem, Rule};

/// The sentence for the problem of a field, once somebody has looked at the field.
pub fn problem_of(form: Form, field: Field) -> Signal<Option<String>> {
    Signal::derive(move || {
        let refused =
            form.refused.with(|problems| problems.iter().find(|problem| problem.field == field).copied());
        let is_shown = form.looked_at.with(|fields| fields.contains(&field));
        let found = is_shown.then(|| all(form).into_iter().find(|problem| problem.field == field)).flatten();
        refused.or(found).map(sentence)
    })
}

/// Every problem of the draft as it is.
pub fn all(form: Form) -> Vec<Problem> {
    let draft = form.draft();
    let mut problems = draft.information_problems(clock::today());
    problems.extend(draft.line_problems());
    problems
}

fn sentence(problem: Problem) -> String {
    match problem.rule {
        Rule::Required if problem.field == Field::Lines => t("problem.no-lines"),
        rule => rule_sentence(rule),
    }
}

/// The sentence for a rule that is broken.
pub fn rule_sentence(rule: Rule) -> String {
    let count = |n: usize| number(&n.to_string());
    match rule {
        Rule::Required => t("problem.required"),
        Rule::TooLong(most) => t_with("problem.too-long", &[("most", &count(most))]),
        Rule::NotADate => t("problem.not-a-date"),
        Rule::InThePast => t_with("problem.in-the-past", &[("today", &date(clock::today()))]),
        Rule::NotANumber => t("problem.not-a-number"),
        Rule::NotPositive => t("problem.not-positive"),
        Rule::TooPrecise(0) => t("problem.whole"),
        Rule::TooPrecise(decimals) => {
            t_with("problem.too-precise", &[("decimals", &count(decimals as usize))])
        }
        Rule::TooMany(most) => t_with("problem.too-many", &[("most", &count(most))]),
        Rule::Refused => t("problem.refused"),
    }
}

/// The id of a field's control.
pub fn control_id(field: Field) -> String {
    match field {
        Field::Requested => REQUESTED.into(),
        Field::Requisition => REQUISITION.into(),
        Field::Reference => REFERENCE.into(),
        Field::Name => NAME.into(),
        Field::Street => STREET.into(),
        Field::City => CITY.into(),
        Field::State => STATE.into(),
        Field::PostalCode => POSTAL_CODE.into(),
        Field::Country => COUNTRY.into(),
        Field::Lines => PRODUCT.into(),
        Field::Quantity(line) => format!("quantity-{line}"),
    }
}

pub const REQUESTED: &str = "requested";
pub const REQUISITION: &str = "requisition";
pub const REFERENCE: &str = "reference";
pub const NAME: &str = "ship-to-name";
pub const STREET: &str = "ship-to-street";
pub const CITY: &str = "ship-to-city";
pub const STATE: &str = "ship-to-state";
pub const POSTAL_CODE: &str = "ship-to-postal-code";
pub const COUNTRY: &str = "ship-to-country";
pub const PRODUCT: &str = "product";

/// Shows problems and moves the focus to the first of them.
pub fn show_and_focus(form: Form, problems: &[Problem]) {
    form.show(problems);
    if let Some(first) = problems.first() {
        page::focus(&control_id(first.field));
    }
}
