//! Step 3: looking it over, and sending.

use super::{
    form::Form,
    items::{estimate, estimated_total, line_head, price_of, understood},
    me::Currency,
    problems::all,
    send::{Sending, State},
    steps::{Step, use_go},
};
use crate::{
    api::ApiError,
    browser::on_change,
    components::{Tone, address_lines, amount, button, fact, facts_card, failure, notice, or_dash},
    html::{El, el},
    i18n::{date, t},
};
use leptos::prelude::*;
use portal_model::new_order::{Draft, DraftLine, Field};

/// The third step.
pub fn review(sending: Sending) -> El {
    let form = expect_context::<Form>();
    let go = use_go();
    // A bookmark may lead here before the form is complete.
    on_change(move || {
        let problems = all(form);
        let is_about_lines = |field| matches!(field, Field::Lines | Field::Quantity(_));
        if let (Some(first), true) = (problems.first(), form.is_open.get()) {
            form.show(&problems);
            go.run(if is_about_lines(first.field) { Step::Items } else { Step::Information });
        }
    });
    let draft = form.draft();
    let cards = el("div").class("columns").child(order_information(&draft, go)).child(delivery(&draft, go));
    let trouble = move || match trouble(form, sending) {
        Some(trouble) => trouble.into_any(),
        None => ().into_any(),
    };
    let bar = el("div")
        .class("action-bar")
        .child(el("p").class("action-bar__summary").children(estimated_total(form)))
        .child(button("button", t("new-order.back"), move || go.run(Step::Items)))
        .child(send_button(sending));
    el("div").class("stack").live_view(trouble).child(cards).child(lines(&draft)).child(bar)
}

fn send_button(sending: Sending) -> El {
    let is_busy = move || Some(sending.is_busy().to_string());
    let label = move || if sending.is_busy() { t("new-order.sending") } else { t("new-order.send") };
    el("button")
        .class("button button--primary")
        .attr("type", "button")
        .live("aria-busy", is_busy)
        .live("aria-disabled", is_busy)
        .on("click", move |_| sending.send())
        .live_text_child(label)
}

/// Why the last try did not arrive, and what was kept.
fn trouble(form: Form, sending: Sending) -> Option<El> {
    let State::Failed(error) = sending.state.get() else {
        return None;
    };
    let ApiError::Refused { message } = error else {
        return Some(failure(error, Some(Callback::new(move |()| sending.send()))));
    };
    let has_field = !form.refused.read().is_empty();
    let text = if has_field { t("new-order.refused-field") } else { t("new-order.refused-text") };
    let message = el("span").class("notice__reference").text(message);
    Some(notice(Tone::Danger, t("new-order.refused"), text, [message]))
}

fn card(title: String, change: El, facts: impl IntoIterator<Item = El>) -> El {
    facts_card(title, Some(change), el("dl").class("facts").children(facts))
}

fn change(go: Callback<Step>, label: String) -> El {
    button("link-button", t("new-order.change"), move || go.run(Step::Information)).attr("aria-label", label)
}

fn order_information(draft: &Draft, go: Callback<Step>) -> El {
    let facts = [
        fact(t("order.requested"), or_dash(draft.requested.parse().ok().map(date))),
        fact(t("order.requisition"), or_dash(Some(draft.requisition.clone()))),
        fact(t("order.reference"), or_dash(Some(draft.reference.clone()))),
    ];
    card(t("new-order.step.information"), change(go, t("new-order.change-information")), facts)
}

fn delivery(draft: &Draft, go: Callback<Step>) -> El {
    let address = address_lines(&draft.deliver_to());
    card(t("order.delivery"), change(go, t("new-order.change-delivery")), [fact(t("order.ship-to"), address)])
}

fn lines(draft: &Draft) -> El {
    let Currency(currency) = expect_context();
    let table = el("table")
        .class("table line-table")
        .attr("data-cards", "")
        .child(el("caption").class("visually-hidden").text(t("new-order.lines")))
        .child(el("thead").child(line_head()))
        .child(el("tbody").children(draft.lines.iter().map(|line| row(line, &currency))));
    let charges = el("div")
        .class("totals__row")
        .child(el("dt").text(t("new-order.charges")))
        .child(el("dd").child(el("span").class("pending").text(t("new-order.charges-later"))));
    let total = el("div")
        .class("totals__row totals__row--sum")
        .child(el("dt").text(t("new-order.estimated-total")))
        .child(el("dd").child(estimate(draft.estimate(), &currency)));
    let sums = el("dl").class("totals").child(charges).child(total);
    el("div").class("table-box").child(table).child(el("div").class("table-box__foot").child(sums))
}

fn row(line: &DraftLine, currency: &str) -> El {
    let number = el("span").class("table__detail").text(line.number.clone());
    let quantity = format!("{} {}", understood(&line.quantity, line.quantity_decimals), line.unit_name);
    let numeric = |class| el("td").class(class).attr("data-numeric", "");
    el("tr")
        .child(
            el("th").attr("scope", "row").class("line-table__product").text(line.name.clone()).child(number),
        )
        .child(numeric("line-table__quantity").text(quantity))
        .child(
            numeric("line-table__price")
                .attr("data-label", t("line.at"))
                .child(amount(price_of(line, currency))),
        )
        .child(numeric("line-table__amount").child(estimate(line.estimate(), currency)))
}
