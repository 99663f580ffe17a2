//! What has changed between two looks.

use super::{Seen, SeenLine};
use crate::{date::Date, decimal::Decimal, ids::LineId, status::OrderStatus};
use std::collections::HashMap;

/// Something that has changed on an order.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The ERP has given it this number.
    Numbered(String),
    /// It is in another stage.
    Status(Moved<OrderStatus>),
    /// The requested receipt date.
    Requested(Moved<Option<Date>>),
    /// The confirmed receipt date.
    Receipt(Moved<Option<Date>>),
    /// The confirmed shipping date.
    Shipping(Moved<Option<Date>>),
    /// What it costs in all, as digits; it was priced before.
    Total(Moved<String>),
    /// Where it goes.
    Address(Moved<String>),
    /// The same has changed on these lines, which are named.
    Lines(LineChange, Vec<String>),
}

/// Something that has changed on lines.
#[derive(Clone, Debug, PartialEq)]
pub enum LineChange {
    /// New, with this quantity.
    Added(String),
    /// Not there any more.
    Gone,
    /// Canceled.
    Canceled,
    /// How much is ordered.
    Quantity(Moved<String>),
    /// How much has been shipped.
    Shipped(Moved<String>),
    /// For when it is wanted.
    Requested(Moved<Option<Date>>),
    /// For when it is confirmed.
    Confirmed(Moved<Option<Date>>),
    /// What one unit costs; it was priced before.
    Price(Moved<String>),
}

/// From what to what.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved<T> {
    /// What it was.
    pub from: T,
    /// What it is.
    pub to: T,
}

impl<T: PartialEq + Clone> Moved<T> {
    fn between(from: &T, to: &T) -> Option<Self> {
        (from != to).then(|| Self { from: from.clone(), to: to.clone() })
    }
}

impl Moved<Option<Date>> {
    /// How many days later; negative if earlier, none if there was no day, or is none.
    pub fn days(&self) -> Option<i32> {
        Some(self.to?.days_after(self.from?))
    }

    /// Whether it is worse for who waits: later, or not promised any more.
    pub fn is_worse(&self) -> bool {
        self.from.is_some() && self.to.is_none() || self.days().is_some_and(|days| days > 0)
    }
}

impl Moved<String> {
    /// Whether it is less than it was.
    pub fn is_less(&self) -> bool {
        let number = |text: &str| text.parse::<Decimal>().ok();
        number(&self.from).zip(number(&self.to)).is_some_and(|(from, to)| to < from)
    }
}

impl Change {
    /// Whether the reader would want to act on it: later, less, gone.
    pub fn is_worse(&self) -> bool {
        match self {
            Self::Status(moved) => moved.to == OrderStatus::Canceled,
            Self::Receipt(moved) | Self::Shipping(moved) => moved.is_worse(),
            Self::Lines(change, _) => match change {
                LineChange::Gone | LineChange::Canceled => true,
                LineChange::Quantity(moved) => moved.is_less(),
                LineChange::Confirmed(moved) => moved.is_worse(),
                _ => false,
            },
            _ => false,
        }
    }
}

impl Seen {
    /// What has changed since, what matters most first.
    pub fn changes(&self, now: &Self) -> Vec<Change> {
        let number = now.number.clone().filter(|number| self.number.as_ref() != Some(number));
        // What is priced for the first time has come, and has not changed.
        let total =
            self.total.as_ref().zip(now.total.as_ref()).and_then(|(from, to)| Moved::between(from, to));
        let mut changes: Vec<Change> = [
            number.map(Change::Numbered),
            Moved::between(&self.status(), &now.status()).map(Change::Status),
            Moved::between(&self.receipt, &now.receipt).map(Change::Receipt),
            Moved::between(&self.shipping, &now.shipping).map(Change::Shipping),
            Moved::between(&self.requested, &now.requested).map(Change::Requested),
            Moved::between(&self.address, &now.address).map(Change::Address),
            total.map(Change::Total),
        ]
        .into_iter()
        .flatten()
        .collect();
        changes.extend(lines(self, now));
        changes.sort_by_key(|change| !change.is_worse());
        changes
    }
}

/// What has changed on the lines, every change once with all lines that it holds for.
fn lines(before: &Seen, now: &Seen) -> Vec<Change> {
    let old: HashMap<LineId, &SeenLine> = before.lines.iter().map(|line| (line.0, line)).collect();
    let new: HashMap<LineId, &SeenLine> = now.lines.iter().map(|line| (line.0, line)).collect();
    let mut found: Vec<(LineChange, Vec<String>)> = Vec::new();
    let mut add = |change: LineChange, name: &str| match found.iter_mut().find(|(known, _)| *known == change)
    {
        Some((_, names)) => names.push(name.to_owned()),
        None => found.push((change, vec![name.to_owned()])),
    };
    for line in &now.lines {
        match old.get(&line.0) {
            Some(old) => line_changes(old, line, is_told(before, now))
                .into_iter()
                .for_each(|change| add(change, &line.1)),
            None => add(LineChange::Added(line.2.clone()), &line.1),
        }
    }
    for line in before.lines.iter().filter(|line| !new.contains_key(&line.0)) {
        add(LineChange::Gone, &line.1);
    }
    found.into_iter().map(|(change, names)| Change::Lines(change, names)).collect()
}

/// The confirmed day that the order as a whole got or lost is told with the order, not once more with its lines.
fn is_told(before: &Seen, now: &Seen) -> impl Fn(&Moved<Option<Date>>) -> bool {
    let whole = |seen: &Seen| seen.receipt.or(seen.shipping);
    let moved = Moved { from: whole(before), to: whole(now) };
    move |line| *line == moved
}

fn line_changes(
    old: &SeenLine,
    new: &SeenLine,
    is_told: impl Fn(&Moved<Option<Date>>) -> bool,
) -> Vec<LineChange> {
    if new.is_canceled() && !old.is_canceled() {
        return vec![LineChange::Canceled];
    }
    let told = |text: &Option<String>| text.clone().unwrap_or_else(|| "0".to_owned());
    let price = old.7.as_ref().zip(new.7.as_ref()).and_then(|(from, to)| Moved::between(from, to));
    [
        Moved::between(&old.2, &new.2).map(LineChange::Quantity),
        Moved::between(&told(&old.3), &told(&new.3)).map(LineChange::Shipped),
        Moved::between(&old.6, &new.6).filter(|moved| !is_told(moved)).map(LineChange::Confirmed),
        Moved::between(&old.5, &new.5).map(LineChange::Requested),
        price.map(LineChange::Price),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{order_details::tests::order, order_line::tests::line};

    const CONFIRMED: &str = r#","msdyn_processingstatus":192350001,"msdyn_salesordernumber":"SO-1","msdyn_confirmedreceiptdate":"2024-08-01""#;

    fn seen(head: &str, lines: &[(u8, &str)]) -> Seen {
        let lines: Vec<_> = lines
            .iter()
            .map(|(key, members)| line(*key, &format!(r#","description":"Line {key}"{members}"#)))
            .collect();
        Seen::of(&order(head), &lines)
    }

    fn day(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    fn names(numbers: &[u8]) -> Vec<String> {
        numbers.iter().map(|number| format!("Line {number}")).collect()
    }

    #[test]
    fn what_is_the_same_has_not_changed_whatever_its_zeros() {
        let before = seen(r#","totalamount":12.50"#, &[(1, r#","priceperunit":1.5"#)]);
        let now = seen(
            r#","totalamount":12.5000,"modifiedon":"2024-07-09T00:00:00Z""#,
            &[(1, r#","priceperunit":1.5000"#)],
        );
        assert_eq!(before.changes(&now), []);
    }

    #[test]
    fn a_number_a_stage_and_days_are_told_and_first_prices_are_not() {
        let before = seen("", &[(1, "")]);
        let now = seen(&format!(r#"{CONFIRMED},"totalamount":12.5"#), &[(1, r#","priceperunit":1.5"#)]);
        let expected = [
            Change::Numbered("SO-1".into()),
            Change::Status(Moved { from: OrderStatus::Received, to: OrderStatus::Confirmed }),
            Change::Receipt(Moved { from: None, to: day("2024-08-01") }),
        ];
        assert_eq!(before.changes(&now), expected);
    }

    #[test]
    fn the_same_slip_of_many_lines_is_told_once_and_first() {
        let own = |date: &str| format!(r#","msdyn_confirmedreceiptdate":"{date}""#);
        let (before, after) = (own("2024-08-02"), own("2024-08-09"));
        let before = seen(CONFIRMED, &[(1, &before), (2, &before), (3, "")]);
        let now = seen(&CONFIRMED.replace("192350001", "192350002"), &[(1, &after), (2, &after), (3, "")]);
        let moved = Moved { from: day("2024-08-02"), to: day("2024-08-09") };
        assert_eq!(moved.days(), Some(7));
        let expected = [
            Change::Lines(LineChange::Confirmed(moved), names(&[1, 2])),
            Change::Status(Moved { from: OrderStatus::Confirmed, to: OrderStatus::Picked }),
        ];
        assert_eq!(before.changes(&now), expected);
    }

    #[test]
    fn cuts_additions_and_losses_are_told_by_line() {
        let before = seen(CONFIRMED, &[(1, ""), (2, ""), (3, ""), (4, r#","quantityshipped":0"#)]);
        let mut now = seen(
            CONFIRMED,
            &[(1, ""), (3, r#","msdyn_linestatus":192350004"#), (4, r#","quantityshipped":12.0"#), (5, "")],
        );
        now.lines[0].2 = "20".into();
        let expected = [
            Change::Lines(LineChange::Quantity(Moved { from: "30".into(), to: "20".into() }), names(&[1])),
            Change::Lines(LineChange::Canceled, names(&[3])),
            Change::Lines(LineChange::Gone, names(&[2])),
            Change::Lines(LineChange::Shipped(Moved { from: "0".into(), to: "12".into() }), names(&[4])),
            Change::Lines(LineChange::Added("30".into()), names(&[5])),
        ];
        assert_eq!(before.changes(&now), expected);
    }

    #[test]
    fn what_was_seen_is_kept_and_found_again_as_it_was() {
        let seen = seen(CONFIRMED, &[(1, ""), (2, r#","quantityshipped":12"#)]);
        let kept = serde_json::to_string(&seen).unwrap();
        assert_eq!(serde_json::from_str::<Seen>(&kept).unwrap(), seen);
    }
}
