//! Step 2: what.

use super::{
    form::{Form, LineForm},
    information::kept,
    item_entry::item_entry,
    me::Currency,
    problems::{PRODUCT, control_id, problem_of, show_and_focus},
    steps::{Step, use_go},
};
use crate::{
    browser::page,
    components::{Icon, amount, amount_or_dash, button, icon, problem_id, problem_text},
    html::{El, el},
    i18n::{self, t, t_count, t_with},
};
use leptos::{prelude::*, tachys::dom::event_target_value};
use portal_model::{
    decimal::Decimal,
    money::Money,
    new_order::{DraftLine, Field, parse_quantity},
};

/// The second step. It sets `session_over` when the session turns out to be over.
pub fn items(session_over: RwSignal<bool>) -> El {
    let form = expect_context::<Form>();
    let go = use_go();
    let on = move || {
        let found = form.draft().line_problems();
        match found.is_empty() {
            true => go.run(Step::Review),
            false => show_and_focus(form, &found),
        }
    };
    let has_lines = Memo::new(move |_| !form.lines.read().is_empty());
    let lines = move || match has_lines.get() {
        true => lines_table(form).into_any(),
        false => ().into_any(),
    };
    let bar = el("div")
        .class("action-bar")
        .child(el("p").class("action-bar__summary").children(estimated_total(form)).child(kept(form)))
        .child(button("button", t("new-order.back"), move || go.run(Step::Information)))
        .child(button("button button--primary", t("new-order.to-review"), on));
    el("div").class("stack").child(item_entry(form, session_over)).live_view(lines).child(bar)
}

/// How many items there are and what they are expected to cost.
pub fn estimated_total(form: Form) -> [El; 2] {
    let Currency(currency) = expect_context();
    let label = move || {
        let count = t_count("new-order.items", form.lines.read().len() as u32);
        format!("{count} · {}", t("new-order.estimated-total"))
    };
    let sum = move || estimate(form.draft().estimate(), &currency).into_any();
    [
        el("span").class("action-bar__label").live_text_child(label),
        el("output").class("action-bar__amount").live_view(sum),
    ]
}

/// An estimate in words; a dash where a price or a quantity is missing.
pub fn estimate(sum: Option<Decimal>, currency: &str) -> El {
    amount_or_dash(sum.map(|amount| Money { amount: amount.into(), currency: currency.to_owned() }))
}

fn lines_table(form: Form) -> El {
    let rows = view! { <For each=move || form.lines.get() key=|line| line.id children=move |line| row(form, line).into_any() /> };
    let remove =
        el("th").attr("scope", "col").child(el("span").class("visually-hidden").text(t("item.remove-title")));
    let table = el("table")
        .class("table line-table")
        .attr("data-cards", "")
        .child(el("caption").class("visually-hidden").text(t("new-order.lines")))
        .child(el("thead").child(line_head().child(remove)))
        .child(el("tbody").view(rows.into_any()));
    el("div").class("table-box").child(table)
}

/// The columns that the items have while they are typed and when they are looked over.
pub fn line_head() -> El {
    let column = |name: String| el("th").attr("scope", "col").text(name);
    let numeric = |name: String| column(name).attr("data-numeric", "");
    el("tr")
        .child(column(t("line.product")))
        .child(numeric(t("line.quantity")))
        .child(numeric(t("line.price")))
        .child(numeric(t("line.estimate")))
}

fn row(form: Form, line: LineForm) -> El {
    let fixed = line.draft();
    let Currency(currency) = expect_context();
    let field = Field::Quantity(line.id);
    let id = control_id(field);
    let problem = problem_of(form, field);
    let price = amount(price_of(&fixed, &currency));
    let remove = move |_| {
        form.remove(line.id);
        page::focus(PRODUCT);
    };
    let remove = el("button")
        .class("icon-button")
        .attr("type", "button")
        .attr("aria-label", t_with("item.remove", &[("name", &fixed.name)]))
        .on("click", remove)
        .child(icon(Icon::Remove));
    let quantity = quantity_input(form, line, &fixed.name, problem).attr("id", id.clone());
    let numeric = |class| el("td").class(class).attr("data-numeric", "");
    let product = el("th").attr("scope", "row").class("line-table__product").text(fixed.name);
    el("tr")
        .live("data-problem", move || problem.get().map(|_| String::new()))
        .child(
            product
                .child(el("span").class("table__detail").text(fixed.number))
                .live_view(move || problem_text(&id, problem.get())),
        )
        .child(
            numeric("line-table__quantity")
                .child(el("span").class("cluster").child(quantity).text(fixed.unit_name)),
        )
        .child(numeric("line-table__price").attr("data-label", t("line.at")).child(price))
        .child(
            numeric("line-table__amount")
                .live_view(move || estimate(line.draft().estimate(), &currency).into_any()),
        )
        .child(numeric("line-table__remove").child(remove))
}

fn quantity_input(form: Form, line: LineForm, name: &str, problem: Signal<Option<String>>) -> El {
    let field = Field::Quantity(line.id);
    el("input")
        .class("input input--small input--number")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-label", t_with("item.quantity-of", &[("name", name)]))
        .live("aria-invalid", move || problem.get().map(|_| "true".to_owned()))
        .live("aria-describedby", move || problem.get().map(|_| problem_id(&control_id(field))))
        .live_text(move || line.quantity.get())
        .on("input", move |event| line.quantity.set(event_target_value(&event)))
        .on("blur", move |_| form.look_at(field))
}

/// The price of one unit, if one is known.
pub fn price_of(line: &DraftLine, currency: &str) -> Option<Money> {
    let amount: Decimal = line.price.parse().ok()?;
    Some(Money { amount: amount.into(), currency: currency.to_owned() })
}

/// A quantity as it is understood, for reading.
pub fn understood(text: &str, decimals: u32) -> String {
    parse_quantity(text, decimals)
        .map_or_else(|_| text.to_owned(), |quantity| i18n::number(&quantity.value().to_string()))
}
