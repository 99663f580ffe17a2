//! Step 2: what.

use super::{
    form::{Form, LineForm},
    information::Kept,
    item_entry::ItemEntry,
    me::Currency,
    problems::{PRODUCT, control_id, problem_of, show_and_focus},
    steps::{Step, use_go},
};
use crate::{
    browser::page,
    components::{Icon, amount, or_dash},
    i18n::{self, t, t_count, t_with},
};
use leptos::prelude::*;
use portal_model::{
    decimal::Decimal,
    money::Money,
    new_order::{Field, parse_quantity},
};

/// The second step.
#[component]
pub fn Items(
    /// Set when the session turns out to be over.
    session_over: RwSignal<bool>,
) -> impl IntoView {
    let form = expect_context::<Form>();
    let go = use_go();
    let on = move |_| {
        let found = form.draft().line_problems();
        match found.is_empty() {
            true => go.run(Step::Review),
            false => show_and_focus(form, &found),
        }
    };
    let has_lines = Memo::new(move |_| !form.lines.read().is_empty());
    view! {
        <div class="stack">
            <ItemEntry form session_over />
            {move || has_lines.get().then(|| view! { <LinesTable form /> })}
            <div class="action-bar">
                <p class="action-bar__summary">
                    <Estimate form />
                    <Kept form />
                </p>
                <button class="button" type="button" on:click=move |_| go.run(Step::Information)>
                    {t("new-order.back")}
                </button>
                <button class="button button--primary" type="button" on:click=on>
                    {t("new-order.to-review")}
                </button>
            </div>
        </div>
    }
}

/// How many items there are and what they are expected to cost.
#[component]
pub fn Estimate(form: Form) -> impl IntoView {
    let Currency(currency) = expect_context();
    let label = move || {
        let count = t_count("new-order.items", form.lines.read().len() as u32);
        format!("{count} · {}", t("new-order.estimated-total"))
    };
    let sum = move || estimate(form.draft().estimate(), &currency);
    view! {
        <span class="action-bar__label">{label}</span>
        <output class="action-bar__amount">{sum}</output>
    }
}

/// An estimate in words; a dash where a price or a quantity is missing.
pub fn estimate(sum: Option<Decimal>, currency: &str) -> AnyView {
    match sum {
        Some(amount) => i18n::money(&Money { amount, currency: currency.to_owned() }).into_any(),
        None => or_dash(None),
    }
}

#[component]
fn LinesTable(form: Form) -> impl IntoView {
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
                        <th scope="col">
                            <span class="visually-hidden">{t("item.remove-title")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || form.lines.get() key=|line| line.id children=move |line| row(form, line) />
                </tbody>
            </table>
        </div>
    }
}

fn row(form: Form, line: LineForm) -> impl IntoView {
    let fixed = line.draft();
    let Currency(currency) = expect_context();
    let price = fixed.price.parse().ok().map(|amount| Money { amount, currency: currency.clone() });
    let field = Field::Quantity(line.id);
    let problem = problem_of(form, field);
    let problem_id = format!("{}-problem", control_id(field));
    let described = problem_id.clone();
    let remove = move |_| {
        form.remove(line.id);
        page::focus(PRODUCT);
    };
    view! {
        <tr data-problem=move || problem.get().map(|_| "")>
            <th scope="row" class="line-table__product">
                {fixed.name.clone()} <span class="table__detail">{fixed.number.clone()}</span>
                {move || problem.get().map(|problem| view! { <p class="field__problem" id=problem_id.clone()>{problem}</p> })}
            </th>
            <td class="line-table__quantity" data-numeric>
                <span class="cluster">
                    <input
                        class="input input--small input--number"
                        id=control_id(field)
                        inputmode="decimal"
                        autocomplete="off"
                        aria-label=t_with("item.quantity-of", &[("name", &line.name())])
                        aria-invalid=move || problem.get().map(|_| "true")
                        aria-describedby=move || problem.get().map(|_| described.clone())
                        prop:value=line.quantity
                        on:input=move |event| line.quantity.set(event_target_value(&event))
                        on:blur=move |_| form.look_at(field)
                    />
                    {fixed.unit_name.clone()}
                </span>
            </td>
            <td class="line-table__price" data-numeric data-label=t("line.at")>{amount(price)}</td>
            <td class="line-table__amount" data-numeric>{move || estimate(line.draft().estimate(), &currency)}</td>
            <td class="line-table__remove" data-numeric>
                <button
                    class="icon-button"
                    type="button"
                    aria-label=t_with("item.remove", &[("name", &line.name())])
                    on:click=remove
                >
                    <Icon is=Icon::Remove />
                </button>
            </td>
        </tr>
    }
}

/// A quantity as it is understood, for reading.
pub fn understood(text: &str, decimals: u32) -> String {
    parse_quantity(text, decimals).map_or_else(|_| text.to_owned(), |quantity| i18n::number(&quantity.value().to_string()))
}
