//! What was asked for against what is promised, line by line, and what that makes of the order: which deliveries are
//! still to come, and how many lines are through.

use crate::{
    date::Date,
    decimal::Decimal,
    order::{Order, OrderLine},
    status::LineStatus,
};

/// A day that the supplier has confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Promise {
    /// The goods arrive on this day.
    Arrives(Date),
    /// The goods leave the supplier on this day; when they arrive is not told.
    Leaves(Date),
}

impl Promise {
    /// The day.
    pub fn day(self) -> Date {
        match self {
            Self::Arrives(day) | Self::Leaves(day) => day,
        }
    }

    /// The better of two days: one of arriving tells more than one of leaving.
    fn of(receipt: Option<Date>, shipping: Option<Date>) -> Option<Self> {
        receipt.map(Self::Arrives).or(shipping.map(Self::Leaves))
    }
}

/// How a promise stands against what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slip {
    /// On the day itself.
    OnTime,
    /// So many days before it.
    Earlier(u32),
    /// So many days after it.
    Later(u32),
    /// At least so many days after it: the goods only leave then.
    LaterAtLeast(u32),
}

impl Slip {
    /// The slip of a promise; none where nothing can be said: goods that leave in time may still arrive late.
    pub fn of(requested: Option<Date>, promise: Option<Promise>) -> Option<Self> {
        let (requested, promise) = (requested?, promise?);
        let days = promise.day().days_after(requested);
        let count = days.unsigned_abs();
        match (promise, days) {
            (Promise::Arrives(_), 0) => Some(Self::OnTime),
            (Promise::Arrives(_), 1..) => Some(Self::Later(count)),
            (Promise::Arrives(_), _) => Some(Self::Earlier(count)),
            (Promise::Leaves(_), 1..) => Some(Self::LaterAtLeast(count)),
            (Promise::Leaves(_), _) => None,
        }
    }

    /// Whether it is worse than what was asked for.
    pub fn is_late(self) -> bool {
        matches!(self, Self::Later(_) | Self::LaterAtLeast(_))
    }
}

impl Order {
    /// The day that is confirmed for the order as a whole.
    pub fn promise(&self) -> Option<Promise> {
        Promise::of(self.summary.confirmed_receipt, self.details.confirmed_shipping)
    }
}

impl OrderLine {
    /// The day on which the customer wants to have the line: its own, else that of the order.
    pub fn wanted(&self, order: &Order) -> Option<Date> {
        self.requested.or(order.summary.requested)
    }

    /// The day that is confirmed for the line: its own, else that of the order.
    pub fn promise(&self, order: &Order) -> Option<Promise> {
        Promise::of(self.confirmed_receipt, self.confirmed_shipping).or(order.promise())
    }

    /// What is asked for against what is promised; none for a canceled line.
    pub fn slip(&self, order: &Order) -> Option<Slip> {
        match self.status {
            LineStatus::Canceled => None,
            _ => Slip::of(self.wanted(order), self.promise(order)),
        }
    }
}

/// Goods that come together.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// The day that is confirmed for them.
    pub promise: Promise,
    /// Which of the lines, by their places in the list.
    pub lines: Vec<usize>,
}

/// The deliveries that are still to come, the earliest first. Lines without a confirmed day are in none.
pub fn expected_deliveries(order: &Order, lines: &[OrderLine]) -> Vec<Delivery> {
    let mut deliveries: Vec<Delivery> = Vec::new();
    if !order.awaits_goods() {
        return deliveries;
    }
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.awaits_goods()) {
        let Some(promise) = line.promise(order) else { continue };
        match deliveries.iter_mut().find(|delivery| delivery.promise == promise) {
            Some(delivery) => delivery.lines.push(index),
            None => deliveries.push(Delivery { promise, lines: vec![index] }),
        }
    }
    deliveries.sort_by_key(|delivery| delivery.promise.day());
    deliveries
}

/// How many lines are how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub lines: u32,
    /// Shipped in full.
    pub complete: u32,
    /// Shipped in part, the rest to come.
    pub partial: u32,
    /// Nothing shipped yet, or nothing told.
    pub open: u32,
    /// Canceled.
    pub canceled: u32,
}

impl Tally {
    /// Counts the lines of an order.
    pub fn of(lines: &[OrderLine]) -> Self {
        lines.iter().fold(Self { lines: lines.len() as u32, ..Self::default() }, |mut tally, line| {
            let fulfilment = line.fulfilment();
            let count = if line.status == LineStatus::Canceled {
                &mut tally.canceled
            } else if fulfilment.is_partial() && line.awaits_goods() {
                &mut tally.partial
            } else if fulfilment.open() == Some(Decimal::ZERO) || !line.awaits_goods() {
                &mut tally.complete
            } else {
                &mut tally.open
            };
            *count += 1;
            tally
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{order_details::tests::order, order_line::tests::line};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_line_is_measured_by_its_own_days_and_else_by_those_of_the_order() {
        let order =
            order(r#","msdyn_requestedreceiptdate":"2024-08-01","msdyn_confirmedreceiptdate":"2024-08-08""#);
        assert_eq!(line(1, "").slip(&order), Some(Slip::Later(7)));
        assert_eq!(
            line(1, r#","msdyn_requestedreceiptdate":"2024-08-09""#).slip(&order),
            Some(Slip::Earlier(1))
        );
        assert_eq!(line(1, r#","msdyn_confirmedreceiptdate":"2024-08-01""#).slip(&order), Some(Slip::OnTime));
        assert_eq!(line(1, r#","msdyn_linestatus":192350004"#).slip(&order), None);
    }

    #[test]
    fn goods_that_only_leave_are_late_at_least_and_never_early() {
        let slip = |leaves: &str| Slip::of(Some(day("2024-08-01")), Some(Promise::Leaves(day(leaves))));
        assert_eq!(slip("2024-08-04"), Some(Slip::LaterAtLeast(3)));
        assert_eq!(slip("2024-07-20"), None);
        assert_eq!(Slip::of(None, Some(Promise::Arrives(day("2024-08-01")))), None);
    }

    #[test]
    fn what_comes_on_one_day_is_one_delivery_and_what_has_come_is_none() {
        let order = order(r#","msdyn_processingstatus":192350003,"msdyn_confirmedreceiptdate":"2024-08-08""#);
        let lines = [
            line(1, r#","quantityshipped":0"#),
            line(2, r#","quantityshipped":0,"msdyn_confirmedreceiptdate":"2024-08-02""#),
            line(3, r#","quantityshipped":30"#),
            line(4, r#","quantityshipped":12"#),
        ];
        let expected = [
            (Promise::Arrives(day("2024-08-02")), vec![1]),
            (Promise::Arrives(day("2024-08-08")), vec![0, 3]),
        ];
        let found: Vec<_> =
            expected_deliveries(&order, &lines).into_iter().map(|one| (one.promise, one.lines)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn every_line_is_counted_once() {
        let lines = [
            line(1, r#","quantityshipped":30"#),
            line(2, r#","quantityshipped":12"#),
            line(3, ""),
            line(4, r#","msdyn_linestatus":192350004"#),
            line(5, r#","msdyn_linestatus":192350003"#),
        ];
        assert_eq!(Tally::of(&lines), Tally { lines: 5, complete: 2, partial: 1, open: 1, canceled: 1 });
    }
}
