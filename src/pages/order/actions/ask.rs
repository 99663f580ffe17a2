//! A question about an order or a line: the reader's own mail program, with everything filled in by which the supplier
//! finds it.

use super::link;
use crate::{
    browser::page,
    components::{name_of, sign},
    config,
    html::{El, el},
    i18n::{t, t_with},
    routes::Route,
};
use leptos::prelude::*;
use portal_model::{
    mail::mail_link,
    order::{Order, OrderLine},
};

const LETTER: &str = "M3 5h14v10.5H3zM3 5.5l7 5.5 7-5.5";

/// The action *ask about this order*.
pub(super) fn ask(order: &Order) -> El {
    let to = config::support().email.map(|address| letter(&address, order, None));
    let why_not = to.is_none().then(|| t("why-not.no-address"));
    link("ask", "button", LETTER, t("order.ask"), to.unwrap_or_default(), Signal::stored(why_not))
}

/// The link *ask about this line*; none where no address is set up, which the action above it says.
pub fn ask_about_line(address: &str, order: &Order, line: &OrderLine) -> El {
    let position = line.position.map(|position| position.to_string()).unwrap_or_default();
    let label = t_with("line.ask", &[("line", &position), ("name", line.name())]);
    el("a")
        .class("icon-button")
        .attr("rel", "external")
        .attr("href", letter(address, order, Some(line)))
        .attr("title", label.clone())
        .attr("aria-label", label)
        .child(sign(LETTER))
}

fn letter(address: &str, order: &Order, line: Option<&OrderLine>) -> String {
    let number = name_of(&order.summary);
    let position = line.and_then(|line| line.position).map(|position| position.to_string());
    let subject = match &position {
        Some(position) => t_with("ask.subject-line", &[("number", &number), ("line", position)]),
        None => t_with("ask.subject", &[("number", &number)]),
    };
    let product = line.map(|line| format!("{} {}", line.product_number(), line.name()).trim().to_owned());
    let facts = [
        (t("order.title"), Some(number)),
        (t("order.requisition"), order.summary.requisition.clone()),
        (t("ask.reference"), order.summary.reference.clone()),
        (t("line.position"), position),
        (t("line.product"), product),
        (t("ask.link"), Some(page::absolute(&Route::Order(order.summary.id).path()))),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}", value?)));
    let body = format!("{}\n\n\n\n{}\n", t("ask.opening"), facts.collect::<Vec<_>>().join("\n"));
    mail_link(address, &subject, &body)
}
