//! Step 1: when, where to, under which number.

use super::{
    form::Form,
    problems::{self, problem_of, show_and_focus},
    steps::{Step, use_go},
};
use crate::{
    app::Settings,
    browser::clock,
    components::{Field as FieldView, InputKind},
    i18n::{country, t},
};
use leptos::prelude::*;
use portal_model::new_order::Field;

/// The first step.
#[component]
pub fn Information() -> impl IntoView {
    let form = expect_context::<Form>();
    let go = use_go();
    let on = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let found = form.draft().information_problems(clock::today());
        match found.is_empty() {
            true => go.run(Step::Items),
            false => show_and_focus(form, &found),
        }
    };
    view! {
        <form class="stack" novalidate on:submit=on>
            <section class="card">
                <h2>{t("new-order.when")}</h2>
                <FieldView
                    id=problems::REQUESTED
                    label=t("order.requested")
                    kind=InputKind::Date
                    size="short"
                    min=clock::today().to_string()
                    value=form.requested
                    problem=problem_of(form, Field::Requested)
                    on_leave=move || form.look_at(Field::Requested)
                />
                <FieldView
                    id=problems::REQUISITION
                    label=t("order.requisition")
                    hint=t("new-order.requisition-hint")
                    is_optional=true
                    value=form.requisition
                    problem=problem_of(form, Field::Requisition)
                    on_leave=move || form.look_at(Field::Requisition)
                />
                <FieldView
                    id=problems::REFERENCE
                    label=t("order.reference")
                    is_optional=true
                    value=form.reference
                    problem=problem_of(form, Field::Reference)
                    on_leave=move || form.look_at(Field::Reference)
                />
            </section>
            <DeliveryAddress form />
            <div class="action-bar">
                <p class="action-bar__summary">
                    <Kept form />
                </p>
                <button class="button button--primary" type="submit">
                    {t("new-order.to-items")}
                </button>
            </div>
        </form>
    }
}

#[component]
fn DeliveryAddress(form: Form) -> impl IntoView {
    let text = move |id, label, value, field, autocomplete, size, is_optional| {
        view! {
            <FieldView
                id
                label
                value
                autocomplete
                size
                is_optional
                problem=problem_of(form, field)
                on_leave=move || form.look_at(field)
            />
        }
    };
    view! {
        <section class="card">
            <h2>{t("new-order.where")}</h2>
            {text(problems::NAME, t("address.name"), form.name, Field::Name, "shipping organization", "", false)}
            {text(problems::STREET, t("address.street"), form.street, Field::Street, "shipping street-address", "", false)}
            <div class="fieldset__row">
                {text(
                    problems::POSTAL_CODE,
                    t("address.postal-code"),
                    form.postal_code,
                    Field::PostalCode,
                    "shipping postal-code",
                    "short",
                    true,
                )} {text(problems::CITY, t("address.city"), form.city, Field::City, "shipping address-level2", "", false)}
            </div>
            {text(problems::STATE, t("address.state"), form.state, Field::State, "shipping address-level1", "", true)}
            <Country form />
        </section>
    }
}

/// The countries of the configuration and, whatever it says, the one of the address; a text where there are none.
#[component]
fn Country(form: Form) -> impl IntoView {
    let countries = expect_context::<Settings>().with_value(|config| config.countries.clone());
    let problem = problem_of(form, Field::Country);
    if countries.is_empty() {
        return view! {
            <FieldView
                id=problems::COUNTRY
                label=t("address.country")
                value=form.country
                problem
                on_leave=move || form.look_at(Field::Country)
            />
        }
        .into_any();
    }
    let present = form.country.get_untracked();
    let mut options: Vec<_> = countries
        .into_iter()
        .map(|known| (country(&known.code).unwrap_or_else(|| known.value.clone()), known.value))
        .collect();
    if !options.iter().any(|(_, value)| *value == present) {
        options.push((present.clone(), present));
    }
    options.sort();
    let options: Vec<_> = options
        .into_iter()
        .map(|(name, value)| {
            let is_chosen = value == form.country.get_untracked();
            view! { <option value=value selected=is_chosen>{name}</option> }
        })
        .collect();
    view! {
        <div class="field">
            <label class="field__label" for=problems::COUNTRY>
                {t("address.country")}
            </label>
            <select
                class="input"
                id=problems::COUNTRY
                autocomplete="shipping country"
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| "ship-to-country-problem")
                on:change=move |event| {
                    form.country.set(event_target_value(&event));
                    form.look_at(Field::Country);
                }
            >
                {options}
            </select>
            {move || problem.get().map(|problem| view! { <p class="field__problem" id="ship-to-country-problem">{problem}</p> })}
        </div>
    }
    .into_any()
}

/// Whether what is typed is kept on this device.
#[component]
pub fn Kept(form: Form) -> impl IntoView {
    let text = move || match form.is_kept.get() {
        true => t("new-order.kept"),
        false => t("new-order.not-kept"),
    };
    view! { <span class="action-bar__label">{text}</span> }
}
