//! Number, link and lines of an order, for letters and spreadsheets.

use super::press;
use crate::{
    browser::{clipboard, page, spawn},
    html::El,
    i18n::{date, number, t, t_count},
    pages::order::{Asked, heading, lines::plain},
    routes::Route,
};
use leptos::prelude::*;
use portal_model::{
    clip::Clip,
    decimal::Number,
    order::{Order, OrderLine},
};
use std::sync::Arc;

const SHEETS: &str = "M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z";

/// The action *copy*.
pub(super) fn copy(asked: Asked, order: &Arc<Order>, said: RwSignal<String>) -> El {
    let order = Arc::clone(order);
    let why_not = Signal::derive(move || asked.lines.get().is_none().then(|| t("why-not.lines")));
    let act = move || {
        let Some(lines) = asked.lines.get_untracked() else { return };
        let clip = clip(&order, &lines);
        said.set(String::new());
        spawn(async move {
            let is_there = clipboard::write(&clip.html(), &clip.text()).await;
            let count = clip.rows.len() as u32;
            // The page may have been left meanwhile.
            let _ =
                said.try_set(if is_there { t_count("order.copied", count) } else { t("order.not-copied") });
        });
    };
    press("copy", SHEETS, t("order.copy"), why_not, act)
}

fn clip(order: &Order, lines: &[OrderLine]) -> Clip {
    let columns = [
        t("line.position"),
        t("line.product-number"),
        t("line.product"),
        t("line.ordered"),
        t("line.shipped"),
        t("line.open"),
        t("line.unit"),
        in_currency(t("line.price"), order),
        in_currency(t("line.amount"), order),
        t("line.requested"),
        t("line.confirmed"),
    ];
    Clip {
        title: heading(order),
        link: page::absolute(&Route::Order(order.summary.id).path()),
        columns: columns.into(),
        rows: lines.iter().map(|line| row(order, line)).collect(),
    }
}

/// The currency stands above the column, so that the cells are numbers to a spreadsheet.
fn in_currency(name: String, order: &Order) -> String {
    let currency = order.summary.total().map(|total| total.currency).unwrap_or_default();
    format!("{name} {currency}").trim().to_owned()
}

fn row(order: &Order, line: &OrderLine) -> Vec<String> {
    let fulfilment = line.fulfilment();
    let amount =
        |digits: Option<&Number>| digits.map(|digits| number(&digits.to_string())).unwrap_or_default();
    vec![
        line.position.map(|position| position.to_string()).unwrap_or_default(),
        line.product_number().to_owned(),
        line.name().to_owned(),
        plain(fulfilment.ordered),
        fulfilment.shipped.map(plain).unwrap_or_default(),
        fulfilment.open().map(plain).unwrap_or_default(),
        line.unit.clone().unwrap_or_default(),
        amount(line.price.as_ref()),
        amount(line.amount.as_ref()),
        line.wanted(order).map(date).unwrap_or_default(),
        line.promise(order).map(|promise| date(promise.day())).unwrap_or_default(),
    ]
}
