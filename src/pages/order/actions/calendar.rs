//! The expected deliveries of an order as a calendar file. Taken over once more, it moves what has moved.

use super::press;
use crate::{
    browser::{download, page},
    components::name_of,
    html::El,
    i18n::{t, t_count, t_with},
    pages::order::{Asked, lines::plain},
    routes::Route,
};
use leptos::prelude::*;
use portal_model::{
    calendar::{Event, calendar},
    file_name::file_name,
    order::{Delivery, Order, OrderLine, Promise, expected_deliveries},
    status::OrderStatus,
};
use std::sync::Arc;

const SHEET_OF_DAYS: &str = "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5";

/// The program that made the file (RFC 5545, `PRODID`).
const MAKER: &str = "-//Customer portal//Expected deliveries//EN";

/// The action *calendar file*.
pub(super) fn calendar_file(asked: Asked, order: &Arc<Order>, said: RwSignal<String>) -> El {
    let order = Arc::clone(order);
    let known = Arc::clone(&order);
    let why_not = Signal::derive(move || {
        let Some(lines) = asked.lines.get() else { return Some(t("why-not.lines")) };
        match expected_deliveries(&known, &lines).is_empty() {
            false => None,
            true if known.status() == OrderStatus::Canceled => Some(t("why-not.canceled")),
            true if !known.awaits_goods() => Some(t("why-not.delivered")),
            true => Some(t("why-not.undated")),
        }
    });
    let act = move || {
        let Some(lines) = asked.lines.get_untracked() else { return };
        let deliveries = expected_deliveries(&order, &lines);
        let events: Vec<_> =
            deliveries.iter().enumerate().map(|(index, one)| event(&order, &lines, index, one)).collect();
        let file = calendar(MAKER, &order.summary.modified, &events);
        let name = file_name(&format!("{}.ics", name_of(&order.summary)), "deliveries.ics");
        download::save_text(&name, &file, "text/calendar;charset=utf-8");
        said.set(t_count("order.calendar-saved", events.len() as u32));
    };
    press("calendar", SHEET_OF_DAYS, t("order.calendar"), why_not, act)
}

/// One delivery. Its place among the others is a part of its key, so that a date that moves moves its event.
fn event(order: &Order, lines: &[OrderLine], index: usize, delivery: &Delivery) -> Event {
    let number = name_of(&order.summary);
    let count = t_count("order.tally", delivery.lines.len() as u32);
    let values = [("number", number.as_str()), ("lines", count.as_str())];
    let summary = match delivery.promise {
        Promise::Arrives(_) => t_with("calendar.arrives", &values),
        Promise::Leaves(_) => t_with("calendar.leaves", &values),
    };
    let goods = delivery.lines.iter().filter_map(|index| lines.get(*index)).map(goods);
    let requisition = order.summary.requisition.as_ref();
    let requisition = requisition.map(|requisition| format!("{}: {requisition}", t("order.requisition")));
    Event {
        uid: format!("{}-{index}@{}", order.summary.id, page::host()),
        day: delivery.promise.day(),
        summary,
        description: requisition.into_iter().chain(goods).collect::<Vec<_>>().join("\n"),
        place: order.delivery_address().lines().join(", "),
        link: page::absolute(&Route::Order(order.summary.id).path()),
    }
}

/// What of a line is still to come.
fn goods(line: &OrderLine) -> String {
    let fulfilment = line.fulfilment();
    let quantity = plain(fulfilment.open().unwrap_or(fulfilment.ordered));
    let unit = line.unit.as_deref().unwrap_or_default();
    format!("{quantity} {unit} {} {}", line.product_number(), line.name())
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
