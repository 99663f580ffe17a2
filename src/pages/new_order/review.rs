//! Step 3: looking it over, and sending.

use super::{
    form::Form,
    items::{Estimate, estimate, understood},
    me::Currency,
    problems::all,
    send::{Sending, State},
    steps::{Step, use_go},
};
use crate::{
    components::{AddressLines, Notice, Tone, amount, fact, failure, or_dash},
    i18n::{date, t},
};
use leptos::prelude::*;
use portal_model::{
    address::Address,
    money::Money,
    new_order::{Draft, DraftLine, Field},
};

/// The third step.
#[component]
pub fn Review(
    /// The way to the supplier.
    sending: Sending,
) -> impl IntoView {
    let form = expect_context::<Form>();
    let go = use_go();
    // A bookmark may lead here before the form is complete.
    Effect::new(move |_| {
        let problems = all(form);
        let is_about_lines = |field| matches!(field, Field::Lines | Field::Quantity(_));
        if let Some(first) = problems.first() {
            form.show(&problems);
            go.run(if is_about_lines(first.field) { Step::Items } else { Step::Information });
        }
    });
    let draft = form.draft();
    view! {
        <div class="stack">
            {move || trouble(form, sending)}
            <div class="columns">{order_information(&draft, go)} {delivery(&draft, go)}</div>
            {lines(&draft)}
            <div class="action-bar">
                <p class="action-bar__summary">
                    <Estimate form />
                </p>
                <button class="button" type="button" on:click=move |_| go.run(Step::Items)>
                    {t("new-order.back")}
                </button>
                <button
                    class="button button--primary"
                    type="button"
                    aria-busy=move || sending.is_busy().to_string()
                    aria-disabled=move || sending.is_busy().to_string()
                    on:click=move |_| sending.send()
                >
                    {move || if sending.is_busy() { t("new-order.sending") } else { t("new-order.send") }}
                </button>
            </div>
        </div>
    }
}

/// Why the last try did not arrive, and what was kept.
fn trouble(form: Form, sending: Sending) -> Option<AnyView> {
    let State::Failed(error) = sending.state.get() else {
        return None;
    };
    let crate::api::ApiError::Refused { message } = error else {
        return Some(failure(error, Some(Callback::new(move |()| sending.send()))));
    };
    let has_field = !form.refused.read().is_empty();
    let text = if has_field { t("new-order.refused-field") } else { t("new-order.refused-text") };
    Some(
        view! {
            <Notice tone=Tone::Danger title=t("new-order.refused") text>
                <span class="notice__reference">{message}</span>
            </Notice>
        }
        .into_any(),
    )
}

fn change(go: Callback<Step>, step: Step, label: String) -> impl IntoView {
    view! {
        <button class="link-button" type="button" aria-label=label on:click=move |_| go.run(step)>
            {t("new-order.change")}
        </button>
    }
}

fn order_information(draft: &Draft, go: Callback<Step>) -> impl IntoView + use<> {
    let requested = draft.requested.parse().ok().map(date);
    view! {
        <section class="card">
            <div class="card__header">
                <h2>{t("new-order.step.information")}</h2>
                {change(go, Step::Information, t("new-order.change-information"))}
            </div>
            <dl class="facts">
                {fact(t("order.requested"), or_dash(requested))}
                {fact(t("order.requisition"), or_dash(Some(draft.requisition.clone())))}
                {fact(t("order.reference"), or_dash(Some(draft.reference.clone())))}
            </dl>
        </section>
    }
}

fn delivery(draft: &Draft, go: Callback<Step>) -> impl IntoView + use<> {
    let address = Address {
        name: draft.name.clone(),
        street: draft.street.clone(),
        city: draft.city.clone(),
        state: draft.state.clone(),
        postal_code: draft.postal_code.clone(),
        country: draft.country.clone(),
    };
    view! {
        <section class="card">
            <div class="card__header">
                <h2>{t("order.delivery")}</h2>
                {change(go, Step::Information, t("new-order.change-delivery"))}
            </div>
            <dl class="facts">{fact(t("order.ship-to"), view! { <AddressLines address /> })}</dl>
        </section>
    }
}

fn lines(draft: &Draft) -> impl IntoView + use<> {
    let Currency(currency) = expect_context();
    let rows: Vec<_> = draft.lines.iter().map(|line| row(line, &currency)).collect();
    view! {
        <div class="table-box">
            <table class="table line-table" data-cards>
                <caption class="visually-hidden">{t("new-order.lines")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("line.product")}</th>
                        <th scope="col" data-numeric>{t("line.quantity")}</th>
                        <th scope="col" data-numeric>{t("line.price")}</th>
                        <th scope="col" data-numeric>{t("line.estimate")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <div class="table-box__foot">
                <dl class="totals">
                    <div class="totals__row">
                        <dt>{t("new-order.charges")}</dt>
                        <dd>
                            <span class="pending">{t("new-order.charges-later")}</span>
                        </dd>
                    </div>
                    <div class="totals__row totals__row--sum">
                        <dt>{t("new-order.estimated-total")}</dt>
                        <dd>{estimate(draft.estimate(), &currency)}</dd>
                    </div>
                </dl>
            </div>
        </div>
    }
}

fn row(line: &DraftLine, currency: &str) -> impl IntoView + use<> {
    let price = line.price.parse().ok().map(|amount| Money { amount, currency: currency.to_owned() });
    view! {
        <tr>
            <th scope="row" class="line-table__product">
                {line.name.clone()} <span class="table__detail">{line.number.clone()}</span>
            </th>
            <td class="line-table__quantity" data-numeric>
                {understood(&line.quantity, line.quantity_decimals)} " " {line.unit_name.clone()}
            </td>
            <td class="line-table__price" data-numeric data-label=t("line.at")>{amount(price)}</td>
            <td class="line-table__amount" data-numeric>{estimate(line.estimate(), currency)}</td>
        </tr>
    }
}
