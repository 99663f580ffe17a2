//! What has changed on an order since the reader last looked at it on this device.

use super::Asked;
use crate::{
    browser::{on_change, page},
    components::{HEADING, Icon, button, icon},
    html::{El, el},
    i18n::{date, money, number, t, t_count, t_of, t_with},
    seen,
    user::use_user,
};
use leptos::prelude::*;
use portal_model::{
    date::Date,
    ids::ContactId,
    money::Money,
    order::Order,
    seen::{Change, LineChange, Moved, Seen},
};
use std::sync::Arc;

/// What the reader has not seen yet.
#[derive(Clone, Copy)]
pub struct Changes {
    asked: Asked,
    contact: ContactId,
    unseen: RwSignal<Vec<Change>>,
}

impl Changes {
    /// Compares the order with the last look whenever it has come. The first look counts as seen, and so does what
    /// happens before the reader's eyes.
    pub fn watch(asked: Asked) -> Self {
        let changes = Self { asked, contact: use_user().contact, unseen: RwSignal::new(Vec::new()) };
        let has_looked = StoredValue::new(false);
        on_change(move || {
            let Some(now) = changes.now() else { return };
            let found =
                seen::last(changes.contact, asked.id).map(|last| last.changes(&now)).unwrap_or_default();
            let was_watching = has_looked.get_value() && page::is_in_sight();
            let is_seen = found.is_empty() || was_watching && changes.unseen.with_untracked(Vec::is_empty);
            has_looked.set_value(true);
            if is_seen {
                seen::keep(changes.contact, asked.id, &now);
            }
            changes.unseen.set(if is_seen { Vec::new() } else { found });
        });
        changes
    }

    fn now(self) -> Option<Seen> {
        Some(Seen::of(&*self.asked.order.get()?, &self.asked.lines.get()?))
    }

    fn mark_as_seen(self) {
        if let Some(now) = untrack(|| self.now()) {
            seen::keep(self.contact, self.asked.id, &now);
        }
        self.unseen.set(Vec::new());
        // The button is gone, and with it the focus.
        page::focus(HEADING);
    }
}

/// So many changes are shown at once; the others behind a press.
const SHOWN: usize = 6;

/// The changes as sentences, with a button to mark them as seen.
pub fn changes(changes: Changes, order: &Arc<Order>) -> El {
    let order = Arc::clone(order);
    let view = move || {
        let unseen = changes.unseen.get();
        match unseen.is_empty() {
            true => ().into_any(),
            false => notice(changes, &order, &unseen).into_any(),
        }
    };
    el("div").class("changes").live_view(view)
}

fn notice(changes: Changes, order: &Order, unseen: &[Change]) -> El {
    let items = |changes: &[Change]| {
        let items = changes.iter().map(|change| {
            let tone = change.is_worse().then_some("warning");
            el("li").maybe("data-tone", tone).text(sentence(change, order))
        });
        el("ul").class("changes__list").children(items)
    };
    let (shown, more) = unseen.split_at(unseen.len().min(SHOWN));
    let more = (!more.is_empty()).then(|| {
        let summary = el("summary").text(t_count("changes.more", more.len() as u32));
        el("details").child(summary).child(items(more))
    });
    let seen = button("button button--small", t("changes.seen"), move || changes.mark_as_seen());
    el("section")
        .class("notice")
        .attr("data-tone", "warning")
        .attr("aria-labelledby", TITLE)
        .child(icon(Icon::Warning))
        .child(el("h2").class("notice__title").attr("id", TITLE).text(t("changes.title")))
        .child(items(shown))
        .maybe_child(more)
        .child(el("div").class("notice__actions").child(seen))
}

const TITLE: &str = "changes";

fn sentence(change: &Change, order: &Order) -> String {
    match change {
        Change::Numbered(number) => t_with("changes.numbered", &[("number", number)]),
        Change::Status(moved) => {
            from_to("changes.status", &t_of("status", moved.from.slug()), &t_of("status", moved.to.slug()))
        }
        Change::Requested(moved) => dates(t("order.requested"), moved),
        Change::Receipt(moved) => dates(t("order.confirmed-receipt"), moved),
        Change::Shipping(moved) => dates(t("order.confirmed-shipping"), moved),
        Change::Address(moved) => from_to("changes.address", &moved.from, &moved.to),
        Change::Total(moved) => {
            from_to("changes.total", &amount(&moved.from, order), &amount(&moved.to, order))
        }
        Change::Lines(change, names) => {
            let who = match names.as_slice() {
                [one] => one.clone(),
                many => t_count("changes.lines", many.len() as u32),
            };
            line_sentence(change, &who, order)
        }
    }
}

fn line_sentence(change: &LineChange, who: &str, order: &Order) -> String {
    let about = |key: &str, from: &str, to: &str| t_with(key, &[("line", who), ("from", from), ("to", to)]);
    match change {
        LineChange::Added(quantity) => about("changes.line-added", "", &number(quantity)),
        LineChange::Gone => about("changes.line-gone", "", ""),
        LineChange::Canceled => about("changes.line-canceled", "", ""),
        LineChange::Quantity(moved) if moved.is_less() => {
            about("changes.line-cut", &number(&moved.from), &number(&moved.to))
        }
        LineChange::Quantity(moved) => {
            about("changes.line-quantity", &number(&moved.from), &number(&moved.to))
        }
        LineChange::Shipped(moved) => about("changes.line-shipped", &number(&moved.from), &number(&moved.to)),
        LineChange::Price(moved) => {
            about("changes.line-price", &amount(&moved.from, order), &amount(&moved.to, order))
        }
        LineChange::Requested(moved) => dates(about("changes.line-requested", "", ""), moved),
        LineChange::Confirmed(moved) => dates(about("changes.line-confirmed", "", ""), moved),
    }
}

fn from_to(key: &str, from: &str, to: &str) -> String {
    t_with(key, &[("from", from), ("to", to)])
}

/// What a day of something has become: new, gone, or moved by so many days.
fn dates(what: String, moved: &Moved<Option<Date>>) -> String {
    let values =
        |key: &str, from: &str, to: &str| t_with(key, &[("what", &what), ("from", from), ("to", to)]);
    match (moved.from, moved.to) {
        (Some(from), Some(to)) => {
            let by = moved.days().unwrap_or_default();
            let days = by.unsigned_abs();
            let by = if by > 0 { t_count("slip.later", days) } else { t_count("slip.earlier", days) };
            format!("{} ({by})", values("changes.date-moved", &date(from), &date(to)))
        }
        (None, Some(to)) => values("changes.date-set", "", &date(to)),
        (from, None) => values("changes.date-gone", &from.map(date).unwrap_or_default(), ""),
    }
}

fn amount(digits: &str, order: &Order) -> String {
    let currency = order.summary.total().map(|total| total.currency).unwrap_or_default();
    digits
        .parse::<portal_model::decimal::Decimal>()
        .map_or_else(|_| digits.to_owned(), |amount| money(&Money { amount: amount.into(), currency }))
}
