//! What the endpoint is asked for a list, as texts behind `/_api/`.

use super::{
    Bounds, Filter, LineRow, ListKind, ListQuery, Span,
    condition::{
        Condition::{self, All, Any, Columns, Contains, Is, SomeLine},
        Relation::{AtLeast, AtMost, Equal, Greater, Less, NotEqual},
        Value,
    },
    search,
    views::open_statuses,
};
use crate::{date::Date, ids::OrderId, odata::Query, order::OrderSummary, status::OrderStatus};
use uuid::Uuid;

/// What a question is asked against: the reader's day, and what he has looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// The reader's day.
    pub today: Date,
    /// The orders that he has looked at, with their `modifiedon` at that time.
    pub watched: Vec<(OrderId, String)>,
}

/// At most so many watched orders are asked for: each takes two of the 500 conditions that a request may have.
const MOST_WATCHED: usize = 200;

/// At most so many rows can be asked for by their keys.
pub const MOST_KEYS: usize = 200;

impl ListQuery {
    /// The request for the first page; the others are found by following its `nextLink`.
    pub fn to_odata(&self, asking: &Asking) -> String {
        self.rows(&self.condition(asking)).with("$count", "true").into_text()
    }

    /// The request for these rows only, in the sequence of the list.
    pub fn of_keys(&self, keys: &[Uuid]) -> String {
        let (_, key) = self.kind.set();
        let keys = keys.iter().take(MOST_KEYS).map(|id| Is(key, Equal, Value::Id(*id)));
        self.rows(&Any(keys.collect())).into_text()
    }

    fn rows(&self, condition: &Condition) -> Query {
        let (set, key) = self.kind.set();
        let (select, expand) = match self.kind {
            ListKind::Orders => (OrderSummary::SELECT, OrderSummary::EXPAND),
            ListKind::Lines => (LineRow::SELECT, LineRow::EXPAND),
        };
        let direction = if self.sort.descending { "desc" } else { "asc" };
        let by = self.sort.by.sorted_by(self.kind).unwrap_or("createdon");
        Query::of(set)
            .with("$select", select)
            .with("$expand", expand)
            .with("$filter", &condition.to_odata())
            // The key makes the sequence of equal rows certain, without which paging could lose rows. It goes in the
            // direction of the list, so that one index serves both, read forwards or backwards.
            .with("$orderby", &format!("{by} {direction},{key} {direction}"))
    }

    /// The request for how many rows there are, and nothing else.
    pub fn count(&self, asking: &Asking) -> String {
        self.counting(self.condition(asking))
    }

    /// The request for how many rows have changed since this instant (ISO 8601), or are new.
    pub fn changed_since(&self, asking: &Asking, instant: &str) -> String {
        let newer = Is("modifiedon", Greater, Value::Instant(instant.to_owned()));
        self.counting(All(vec![newer, self.condition(asking)]))
    }

    /// The request for the newest change of any row, which tells what later changes are newer than.
    pub fn newest_change(kind: ListKind) -> String {
        Query::of(kind.set().0)
            .with("$select", "modifiedon")
            .with("$orderby", &format!("modifiedon desc,{} asc", kind.set().1))
            .with("$top", "1")
            .into_text()
    }

    fn counting(&self, condition: Condition) -> String {
        let (set, key) = self.kind.set();
        Query::of(set)
            .with("$select", key)
            .with("$filter", &condition.to_odata())
            .with("$count", "true")
            .with("$top", "1")
            .into_text()
    }

    /// The request for one figure for each status: sites fail on more than one aggregate in a request (Power Pages,
    /// `$apply`). The filter by status is left out, so that what could be chosen instead can be seen.
    pub fn per_status(&self, asking: &Asking, figure: Figure) -> String {
        let condition = self.clone().without(super::FilterKind::Status).condition(asking).to_odata();
        let (groups, aggregate) = match figure {
            Figure::Count => ("msdyn_processingstatus", "$count as figure"),
            Figure::Amount => {
                ("msdyn_processingstatus,_transactioncurrencyid_value", "totalamount with sum as figure")
            }
        };
        let groups = format!("groupby(({groups}),aggregate({aggregate}))");
        let apply = match condition.is_empty() {
            true => groups,
            false => format!("filter({condition})/{groups}"),
        };
        Query::of(self.kind.set().0).with("$apply", &apply).into_text()
    }

    /// What the search and the filters ask of a row.
    pub fn condition(&self, asking: &Asking) -> Condition {
        let search = searched(self.kind, &self.search);
        let filters = self.filters.iter().map(|filter| asked(self.kind, filter, asking));
        All(search.into_iter().chain(filters).collect())
    }
}

/// The request for the lines of one order, in their sequence, as rows of the list of lines.
pub fn lines_of_order(order: OrderId) -> String {
    Query::of(LineRow::SET)
        .with("$select", LineRow::SELECT)
        .with("$expand", LineRow::EXPAND)
        .with("$filter", &format!("_salesorderid_value eq {order}"))
        .with("$orderby", "lineitemnumber asc,salesorderdetailid asc")
        .with("$count", "true")
        .into_text()
}

/// A figure for each status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// How many orders.
    Count,
    /// What they cost, for each currency.
    Amount,
}

impl ListKind {
    /// The entity set and its key.
    pub(super) fn set(self) -> (&'static str, &'static str) {
        match self {
            Self::Orders => (OrderSummary::SET, "salesorderid"),
            Self::Lines => (LineRow::SET, "salesorderdetailid"),
        }
    }

    /// A column of the order, as a row of this list speaks of it.
    fn of_order(self, own: &'static str, of_line: &'static str) -> &'static str {
        match self {
            Self::Orders => own,
            Self::Lines => of_line,
        }
    }
}

/// Several terms may each be found alone, by a number; of one phrase every word must be found, anywhere.
fn searched(kind: ListKind, text: &str) -> Option<Condition> {
    let terms = search::terms(text);
    match terms.as_slice() {
        [] => None,
        [phrase] => Some(All(search::words(phrase).map(|word| anywhere(kind, word)).collect())),
        several => Some(Any(several.iter().flat_map(|term| by_number(kind, term)).collect())),
    }
}

fn by_number(kind: ListKind, term: &str) -> Vec<Condition> {
    let columns: &[&'static str] = match kind {
        ListKind::Orders => {
            &["msdyn_salesordernumber", "msdyn_customerrequisitionnumber", "msdyn_customersorderreference"]
        }
        ListKind::Lines => &["productid/msdyn_productnumber", "salesorderid/msdyn_salesordernumber"],
    };
    columns.iter().map(|column| Contains(column, term.to_owned())).collect()
}

fn anywhere(kind: ListKind, word: &str) -> Condition {
    let contains = |column: &&'static str| Contains(column, word.to_owned());
    let product = ["productid/name", "productid/msdyn_productnumber"];
    match kind {
        ListKind::Orders => {
            let own = [
                "msdyn_salesordernumber",
                "msdyn_customerrequisitionnumber",
                "msdyn_customersorderreference",
                "shipto_name",
                "shipto_city",
            ];
            let line = SomeLine(Box::new(Any(product.iter().map(contains).collect())));
            Any(own.iter().map(contains).chain([line]).collect())
        }
        ListKind::Lines => {
            let order =
                ["salesorderid/msdyn_salesordernumber", "salesorderid/msdyn_customerrequisitionnumber"];
            Any(product.iter().chain(&order).chain(&["description"]).map(contains).collect())
        }
    }
}

fn asked(kind: ListKind, filter: &Filter, asking: &Asking) -> Condition {
    let today = asking.today;
    match filter {
        Filter::Status(statuses) => has_status(
            kind.of_order("msdyn_processingstatus", "salesorderid/msdyn_processingstatus"),
            statuses,
        ),
        Filter::Placed(span) => within("createdon", *span, today),
        Filter::Requested(span) => within("msdyn_requestedreceiptdate", *span, today),
        Filter::Confirmed(span) => within("msdyn_confirmedreceiptdate", *span, today),
        Filter::Amount(Bounds { min, max }) => {
            let bound = |relation| {
                move |amount: &crate::decimal::Number| {
                    Is("totalamount", relation, Value::Number(amount.to_string()))
                }
            };
            All(min.iter().map(bound(AtLeast)).chain(max.iter().map(bound(AtMost))).collect())
        }
        Filter::Currency(code) => {
            Is("transactioncurrencyid/isocurrencycode", Equal, Value::Text(code.clone()))
        }
        Filter::PlacedBy(contact) => {
            let column =
                kind.of_order("_msdyn_contactperson_value", "salesorderid/_msdyn_contactperson_value");
            Is(column, Equal, Value::Id(contact.0))
        }
        Filter::Late => late(kind, today),
        Filter::Open => open_line(),
        Filter::Unnumbered => Is("msdyn_salesordernumber", Equal, Value::Null),
        Filter::Changed => {
            let watched = asking.watched.iter().take(MOST_WATCHED).map(|(order, modified)| {
                let newer = Is("modifiedon", Greater, Value::Instant(modified.clone()));
                All(vec![Is("salesorderid", Equal, Value::Id(order.0)), newer])
            });
            let mut watched: Vec<_> = watched.collect();
            // Somebody who has looked at nothing has missed nothing.
            if watched.is_empty() {
                watched.push(Is("salesorderid", Equal, Value::Null));
            }
            Any(watched)
        }
    }
}

fn has_status(column: &'static str, statuses: &[OrderStatus]) -> Condition {
    let codes = statuses.iter().flat_map(|status| status.codes());
    let codes = codes.map(|code| Is(column, Equal, Value::Code(*code)));
    // An order that the ERP has not touched has no status at all, and is received.
    let untouched = statuses.contains(&OrderStatus::Received).then_some(Is(column, Equal, Value::Null));
    Any(codes.chain(untouched).collect())
}

fn within(column: &'static str, span: Span, today: Date) -> Condition {
    let from = span.from.map(|day| Is(column, AtLeast, Value::Day(day.on(today))));
    let to = span.to.map(|day| Is(column, Less, Value::Day(day.on(today).plus_days(1))));
    All(from.into_iter().chain(to).collect())
}

/// Confirmed for later than it was wanted, or due and not delivered; what is canceled is not waited for.
fn late(kind: ListKind, today: Date) -> Condition {
    let (requested, confirmed) = ("msdyn_requestedreceiptdate", "msdyn_confirmedreceiptdate");
    let (is_open, is_wanted) = match kind {
        ListKind::Orders => {
            let column = "msdyn_processingstatus";
            let canceled = OrderStatus::Canceled.codes().iter();
            let not_canceled = canceled.map(|code| Is(column, NotEqual, Value::Code(*code))).collect();
            (has_status(column, &open_statuses()), All(not_canceled))
        }
        ListKind::Lines => (open_line(), Is("msdyn_linestatus", NotEqual, Value::Code(CANCELED_LINE))),
    };
    let before_today = |column| Is(column, Less, Value::Day(today));
    let due = Any(vec![
        before_today(confirmed),
        All(vec![Is(confirmed, Equal, Value::Null), before_today(requested)]),
    ]);
    let slipped = All(vec![Columns(confirmed, Greater, requested), is_wanted]);
    Any(vec![slipped, All(vec![is_open, due])])
}

/// Something of the line is still to come.
fn open_line() -> Condition {
    let column = "msdyn_linestatus";
    let open = [Value::Code(OPEN_LINE), Value::Code(NO_STATUS_LINE), Value::Null];
    let open = Any(open.into_iter().map(|value| Is(column, Equal, value)).collect());
    All(vec![open, has_status("salesorderid/msdyn_processingstatus", &open_statuses())])
}

/// `msdyn_linestatus`: nothing told, still to come, canceled (sales order line, SCM to Dataverse).
const NO_STATUS_LINE: i32 = 192_350_000;
const OPEN_LINE: i32 = 192_350_001;
const CANCELED_LINE: i32 = 192_350_004;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::{Day, FilterKind};

    fn asking() -> Asking {
        Asking { today: "2026-11-21".parse().unwrap(), watched: Vec::new() }
    }

    fn filter(query: ListQuery) -> String {
        query.condition(&asking()).to_odata()
    }

    #[test]
    fn days_are_whole_days_and_relative_ones_are_fixed_when_they_are_asked() {
        let span = Span { from: Some(Day::FromToday(-30)), to: Some(Day::FromToday(0)) };
        let query = ListQuery::of(ListKind::Orders).with(Filter::Placed(span));
        assert_eq!(filter(query), "createdon ge 2026-10-22T00:00:00Z and createdon lt 2026-11-22T00:00:00Z");
    }

    #[test]
    fn a_pasted_column_finds_any_of_its_numbers_and_a_phrase_all_of_its_words() {
        let numbers = ListQuery { search: "SO-1, SO-2".into(), ..ListQuery::of(ListKind::Orders) };
        let text = filter(numbers);
        assert!(text.contains("contains(msdyn_salesordernumber,'SO-1') or"), "{text}");
        assert!(!text.contains(" and "), "{text}");
        let phrase = ListQuery { search: "chai berlin".into(), ..ListQuery::of(ListKind::Orders) };
        let text = filter(phrase);
        assert!(text.contains(") and ("), "{text}");
        assert!(text.contains("order_details/any(l:contains(l/productid/name,'chai')"), "{text}");
    }

    #[test]
    fn a_hundred_pasted_numbers_stay_within_the_dialect_s_500_conditions() {
        let many: Vec<_> = (0..200).map(|number| format!("SO-{number}")).collect();
        for kind in [ListKind::Orders, ListKind::Lines] {
            let text = filter(ListQuery { search: many.join("\n"), ..ListQuery::of(kind) });
            assert!(text.matches("contains(").count() <= 400, "room is left for filters");
        }
    }

    #[test]
    fn received_includes_orders_without_a_status() {
        let query = ListQuery::of(ListKind::Orders).with(Filter::Status(vec![OrderStatus::Received]));
        assert_eq!(filter(query), "msdyn_processingstatus eq 192350000 or msdyn_processingstatus eq null");
    }

    #[test]
    fn late_is_confirmed_too_late_or_due_and_open() {
        let text = filter(ListQuery::of(ListKind::Orders).with(Filter::Late));
        assert!(text.contains("msdyn_confirmedreceiptdate gt msdyn_requestedreceiptdate"), "{text}");
        assert!(text.contains("msdyn_requestedreceiptdate lt 2026-11-21T00:00:00Z"), "{text}");
    }

    #[test]
    fn changed_asks_for_what_was_looked_at_and_for_nothing_where_nothing_was() {
        let query = ListQuery::of(ListKind::Orders).with(Filter::Changed);
        assert_eq!(filter(query.clone()), "salesorderid eq null");
        let id = "dee96ee1-9d08-544d-b74b-81d438617040";
        let watched = vec![(id.parse().unwrap(), "2026-11-20T08:00:00Z".to_owned())];
        let text = query.condition(&Asking { watched, ..asking() }).to_odata();
        assert_eq!(text, format!("salesorderid eq {id} and modifiedon gt 2026-11-20T08:00:00Z"));
    }

    #[test]
    fn figures_leave_the_status_out_and_keep_the_rest() {
        let query = ListQuery { search: "O'Hara".into(), ..ListQuery::of(ListKind::Orders) }
            .with(Filter::Status(vec![OrderStatus::Invoiced]));
        let text = query.per_status(&asking(), Figure::Count);
        assert!(text.starts_with("salesorders?$apply=filter("), "{text}");
        assert!(!text.contains("192350005") && text.contains("O''Hara"), "{text}");
        let all = ListQuery::of(ListKind::Orders).per_status(&asking(), Figure::Amount);
        assert!(all.starts_with("salesorders?$apply=groupby("), "{all}");
        assert!(query.without(FilterKind::Status).filters.is_empty());
    }

    #[test]
    fn rows_are_asked_for_in_a_certain_sequence() {
        let text = ListQuery::of(ListKind::Lines).to_odata(&asking());
        assert!(text.contains("$orderby=createdon%20desc,salesorderdetailid%20desc&$count=true"), "{text}");
    }
}
