//! What arrives next: open orders by the day on which they are expected, from today on.
//!
//! An order is expected on the day that the supplier has confirmed, and until there is one on the day that was asked for.
//! No endpoint sorts by the one or else the other, so it is asked for both and the answers are merged.

use crate::{
    date::Date,
    list::{
        condition::{
            Condition::{All, Any, Is},
            Relation::{AtLeast, Equal},
            Value,
        },
        views::open_statuses,
    },
    odata::Query,
    order::OrderSummary,
    status::OrderStatus,
};

const CONFIRMED: &str = "msdyn_confirmedreceiptdate";
const REQUESTED: &str = "msdyn_requestedreceiptdate";

/// An order that is expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// The order.
    pub order: OrderSummary,
    /// When it is expected.
    pub day: Date,
}

impl Delivery {
    /// How many days after the day that was asked for it is confirmed to come; negative if before, none while it is not
    /// confirmed or no day was asked for.
    pub fn slip(&self) -> Option<i32> {
        Some(self.order.confirmed_receipt?.days_after(self.order.requested?))
    }
}

/// The request for the next `limit` orders with a confirmed day.
pub fn confirmed(today: Date, limit: usize) -> String {
    request(vec![Is(CONFIRMED, AtLeast, Value::Day(today))], CONFIRMED, limit)
}

/// The request for the next `limit` orders that have only the day that was asked for.
pub fn requested(today: Date, limit: usize) -> String {
    let not_confirmed = Is(CONFIRMED, Equal, Value::Null);
    request(vec![not_confirmed, Is(REQUESTED, AtLeast, Value::Day(today))], REQUESTED, limit)
}

fn request(mut conditions: Vec<crate::list::condition::Condition>, by: &str, limit: usize) -> String {
    let column = "msdyn_processingstatus";
    let codes: Vec<_> = open_statuses().iter().flat_map(|status| status.codes().to_vec()).collect();
    let codes = codes.into_iter().map(|code| Is(column, Equal, Value::Code(code)));
    // An order that the ERP has not touched has no status at all, and is open.
    conditions.push(Any(codes.chain([Is(column, Equal, Value::Null)]).collect()));
    Query::of(OrderSummary::SET)
        .with("$select", OrderSummary::SELECT)
        .with("$expand", OrderSummary::EXPAND)
        .with("$filter", &All(conditions).to_odata())
        .with("$orderby", &format!("{by} asc,salesorderid asc"))
        .with("$top", &limit.to_string())
        .into_text()
}

/// The first `limit` of both answers, the earliest first.
pub fn merged(answers: [Vec<OrderSummary>; 2], limit: usize) -> Vec<Delivery> {
    let expected = |order: OrderSummary| {
        let day = order.confirmed_receipt.or(order.requested)?;
        (order.status != OrderStatus::Canceled).then_some(Delivery { order, day })
    };
    let mut all: Vec<_> = answers.into_iter().flatten().filter_map(expected).collect();
    all.sort_by_key(|delivery| delivery.day);
    all.truncate(limit);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(last: u8, requested: &str, confirmed: &str) -> OrderSummary {
        let day = |text: &str| if text.is_empty() { "null".to_owned() } else { format!("\"{text}\"") };
        let json = format!(
            r#"{{"salesorderid":"00000000-0000-0000-0000-0000000000{last:02x}","createdon":"2026-11-01T00:00:00Z",
                "msdyn_requestedreceiptdate":{},"msdyn_confirmedreceiptdate":{}}}"#,
            day(requested),
            day(confirmed)
        );
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn the_confirmed_day_goes_before_the_requested_one_and_the_earliest_comes_first() {
        let confirmed = vec![order(1, "2026-11-20", "2026-11-25"), order(2, "", "2026-12-01")];
        let requested = vec![order(3, "2026-11-24", ""), order(4, "2026-12-24", ""), order(5, "", "")];
        let next = merged([confirmed, requested], 3);
        let days: Vec<_> = next.iter().map(|delivery| delivery.day.to_string()).collect();
        assert_eq!(days, ["2026-11-24", "2026-11-25", "2026-12-01"]);
        let slips: Vec<_> = next.iter().map(Delivery::slip).collect();
        assert_eq!(slips, [None, Some(5), None]);
    }

    #[test]
    fn open_orders_are_asked_for_from_today_on() {
        let today = "2026-11-21".parse().unwrap();
        let text = requested(today, 5);
        assert!(
            text.contains(
                "msdyn_confirmedreceiptdate%20eq%20null%20and%20msdyn_requestedreceiptdate%20ge%202026-11-21"
            ),
            "{text}"
        );
        assert!(text.contains("msdyn_processingstatus%20eq%20null)"), "{text}");
        assert!(confirmed(today, 5).contains("$orderby=msdyn_confirmedreceiptdate%20asc"));
    }
}
