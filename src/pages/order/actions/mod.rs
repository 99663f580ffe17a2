//! What can be done with an order. What a state or a role does not allow is there all the same, and says why not.

mod ask;
mod calendar;
mod copy;

pub use ask::ask_about_line;

use super::{Asked, heading as heading_of};
use crate::{
    browser::page,
    components::{Icon, sign},
    export::export_button_of,
    html::{El, el},
    i18n::{t, t_of},
    routes,
    user::use_user,
};
use leptos::prelude::*;
use portal_model::{
    export::{Heading, Subject},
    list::{Column, ListKind, requests::lines_of_order},
    order::Order,
};
use std::sync::Arc;

/// The bar of actions, with a line that says what was done.
pub fn actions(asked: Asked, order: &Arc<Order>) -> El {
    let said = RwSignal::new(String::new());
    el("div")
        .class("order-actions")
        .attr("role", "group")
        .attr("aria-label", t("order.actions"))
        .child(reorder(asked))
        .child(ask::ask(order))
        .child(copy::copy(asked, order, said))
        .child(export_lines(order))
        .child(calendar::calendar_file(asked, order, said))
        .child(press("print", Icon::Print.path(), t("order.print"), Signal::derive(|| None), page::print))
        .child(
            el("p").class("order-actions__said").attr("role", "status").live_text_child(move || said.get()),
        )
}

const TWO_ARROWS: &str =
    "M4 8.5A6.2 6.2 0 0 1 15.5 7M16 3.5V7h-3.5M16 11.5A6.2 6.2 0 0 1 4.5 13M4 16.5V13h3.5";

/// The role of the supplier's own people, who see every order and place none.
const SUPPLIER: &str = "Administrator";

fn reorder(asked: Asked) -> El {
    let to = routes::reorder(&[asked.id]);
    let works_for_supplier = use_user().roles.iter().all(|role| role.eq_ignore_ascii_case(SUPPLIER));
    let why_not = Signal::derive(move || {
        if works_for_supplier {
            return Some(t("why-not.role"));
        }
        let lines = asked.lines.get()?;
        lines.iter().all(|line| line.product.is_none()).then(|| t("why-not.no-products"))
    });
    link("reorder", "button button--primary", TWO_ARROWS, t("order.reorder"), to, why_not)
}

/// What is told of each line in a file: all that the page shows of it, and the order's number.
const EXPORTED: [Column; 15] = [
    Column::Number,
    Column::ProductNumber,
    Column::Product,
    Column::Ordered,
    Column::Shipped,
    Column::Open,
    Column::Unit,
    Column::LineStatus,
    Column::Requested,
    Column::Confirmed,
    Column::Slip,
    Column::Price,
    Column::Discount,
    Column::Tax,
    Column::Amount,
];

/// The lines of the order as a file.
fn export_lines(order: &Arc<Order>) -> El {
    let order = Arc::clone(order);
    let subject = move || {
        let heading = |column: Column| Heading { column, title: t_of("column", column.slug()) };
        Subject {
            kind: ListKind::Lines,
            first: lines_of_order(order.summary.id),
            total: None,
            columns: EXPORTED.map(heading).to_vec(),
            title: heading_of(&order),
            filter: String::new(),
        }
    };
    el("div").class("order-actions__one").child(export_button_of("button", subject))
}

/// A button, or its reason why it does nothing now.
fn press(
    id: &'static str,
    path: &'static str,
    label: String,
    why_not: Signal<Option<String>>,
    act: impl Fn() + Send + 'static,
) -> El {
    let act = move |_| {
        if why_not.read_untracked().is_none() {
            act();
        }
    };
    let button = el("button").class("button").attr("type", "button").on("click", act);
    with_reason(id, button.child(sign(path)).text(label), why_not)
}

/// A link, or its reason why it leads nowhere now.
fn link(
    id: &'static str,
    class: &'static str,
    path: &'static str,
    label: String,
    to: String,
    why_not: Signal<Option<String>>,
) -> El {
    let link = el("a")
        .class(class)
        .live("href", move || why_not.read().is_none().then(|| to.clone()))
        // A link without an address is none to the browser, so it is told what it is.
        .live("role", move || why_not.read().as_ref().map(|_| "link".to_owned()))
        .live("tabindex", move || why_not.read().as_ref().map(|_| "0".to_owned()));
    with_reason(id, link.child(sign(path)).text(label), why_not)
}

/// The control and, while there is a reason against it, that reason beside it: for eyes when the control is pointed at or
/// has the focus, for screen readers as its description.
fn with_reason(id: &'static str, control: El, why_not: Signal<Option<String>>) -> El {
    let reason_id = format!("{id}-reason");
    let described = reason_id.clone();
    let control = control
        .attr("id", id)
        .live("aria-disabled", move || why_not.read().as_ref().map(|_| "true".to_owned()))
        .live("aria-describedby", move || why_not.read().as_ref().map(|_| described.clone()));
    let reason = move || match why_not.get() {
        Some(reason) => {
            el("span").class("order-actions__reason").attr("id", reason_id.clone()).text(reason).into_any()
        }
        None => ().into_any(),
    };
    el("div").class("order-actions__one").child(control).live_view(reason)
}
