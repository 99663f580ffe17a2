//! Which orders to list: one type, written to and read from the portal's own address, and told to the endpoint.

use crate::{
    odata::{Query, quoted},
    order::OrderSummary,
    status::OrderStatus,
};
use std::fmt::Write as _;

/// A question for orders. Its default is every order, newest first, from the first page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrderQuery {
    /// What the order's number, references or ship-to must hold; empty for any.
    pub search: String,
    /// The statuses to show; none for all.
    pub statuses: Vec<OrderStatus>,
    /// What comes first.
    pub sort: Sort,
    /// The page, from 0.
    pub page: usize,
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub by: SortBy,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// The columns that a list of orders can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    /// The ERP's number.
    Number,
    /// When it was placed.
    Placed,
    /// When it is wanted.
    Requested,
    /// What it costs.
    Total,
}

impl Default for Sort {
    fn default() -> Self {
        Self { by: SortBy::Placed, descending: true }
    }
}

impl SortBy {
    const ALL: [Self; 4] = [Self::Number, Self::Placed, Self::Requested, Self::Total];

    /// The word for addresses and texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Placed => "placed",
            Self::Requested => "requested",
            Self::Total => "total",
        }
    }

    fn column(self) -> &'static str {
        match self {
            Self::Number => "msdyn_salesordernumber",
            Self::Placed => "createdon",
            Self::Requested => "msdyn_requestedreceiptdate",
            Self::Total => "totalamount",
        }
    }
}

impl Sort {
    /// What a click on this column's header asks for: turn round, or begin with the order that is asked for most.
    pub fn after_click(self, by: SortBy) -> Self {
        match self.by == by {
            true => Self { by, descending: !self.descending },
            false => Self { by, descending: by != SortBy::Number },
        }
    }
}

impl OrderQuery {
    /// Reads the query of the portal's address, given as decoded names and values; what it does not know it skips.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (name, value) in pairs {
            match name {
                "q" => value.trim().clone_into(&mut query.search),
                "status" => query.statuses = value.split(',').filter_map(OrderStatus::from_slug).collect(),
                "sort" => query.sort = parse_sort(value).unwrap_or_default(),
                "page" => query.page = value.parse::<usize>().unwrap_or(1).max(1) - 1,
                _ => {}
            }
        }
        query
    }

    /// The names and values for the portal's address; the default has none.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.search.is_empty() {
            pairs.push(("q", self.search.clone()));
        }
        if !self.statuses.is_empty() {
            let slugs: Vec<_> = self.statuses.iter().map(|status| status.slug()).collect();
            pairs.push(("status", slugs.join(",")));
        }
        if self.sort != Sort::default() {
            let sign = if self.sort.descending { "-" } else { "" };
            pairs.push(("sort", format!("{sign}{}", self.sort.by.slug())));
        }
        if self.page > 0 {
            pairs.push(("page", (self.page + 1).to_string()));
        }
        pairs
    }

    /// Whether anything narrows the list down.
    pub fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || !self.statuses.is_empty()
    }

    /// The request for the first page; later pages are found by following its `nextLink`.
    pub fn to_odata(&self) -> String {
        let direction = if self.sort.descending { "desc" } else { "asc" };
        Query::of(OrderSummary::SET)
            .with("$select", OrderSummary::SELECT)
            .with("$expand", OrderSummary::EXPAND)
            .with("$filter", &self.filter())
            // The key makes the sequence of equal rows certain, without which paging could lose rows.
            .with("$orderby", &format!("{} {direction},salesorderid asc", self.sort.by.column()))
            .with("$count", "true")
            .into_text()
    }

    fn filter(&self) -> String {
        let mut filter = String::new();
        if !self.search.is_empty() {
            let text = quoted(&self.search);
            let columns = [
                "msdyn_salesordernumber",
                "msdyn_customerrequisitionnumber",
                "msdyn_customersorderreference",
                "shipto_name",
                "shipto_city",
            ];
            push_any(&mut filter, columns.iter().map(|column| format!("contains({column},{text})")));
        }
        if !self.statuses.is_empty() {
            let codes = self.statuses.iter().flat_map(|status| status.codes());
            let equals = codes.map(|code| format!("msdyn_processingstatus eq {code}"));
            // An order that the ERP has not touched has no status at all, and is received.
            let untouched = self.statuses.contains(&OrderStatus::Received);
            let null = untouched.then(|| "msdyn_processingstatus eq null".to_owned());
            push_any(&mut filter, equals.chain(null));
        }
        filter
    }
}

/// Adds "and (a or b or c)".
fn push_any(filter: &mut String, conditions: impl Iterator<Item = String>) {
    let between = if filter.is_empty() { "" } else { " and " };
    // Writing to a String cannot fail.
    let _ = write!(filter, "{between}({})", conditions.collect::<Vec<_>>().join(" or "));
}

fn parse_sort(text: &str) -> Option<Sort> {
    let (descending, slug) = match text.strip_prefix('-') {
        Some(slug) => (true, slug),
        None => (false, text),
    };
    let by = SortBy::ALL.into_iter().find(|by| by.slug() == slug)?;
    Some(Sort { by, descending })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> OrderQuery {
        OrderQuery::from_pairs(pairs.iter().copied())
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let query = OrderQuery {
            search: "O'Hara & söhne".into(),
            statuses: vec![OrderStatus::Confirmed, OrderStatus::PartlyDelivered],
            sort: Sort { by: SortBy::Total, descending: true },
            page: 3,
        };
        let pairs = query.to_pairs();
        assert_eq!(
            read(&pairs.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>()),
            query
        );
        assert!(OrderQuery::default().to_pairs().is_empty());
    }

    #[test]
    fn nonsense_in_an_address_is_skipped() {
        let query = read(&[("sort", "colour"), ("status", "lost,invoiced"), ("page", "-4"), ("utm", "x")]);
        assert_eq!(query, OrderQuery { statuses: vec![OrderStatus::Invoiced], ..OrderQuery::default() });
    }

    #[test]
    fn what_is_typed_is_quoted_for_the_endpoint() {
        let query = OrderQuery { search: "O'Hara".into(), ..OrderQuery::default() };
        assert!(query.to_odata().contains("contains(shipto_city,'O''Hara')"), "{}", query.to_odata());
    }

    #[test]
    fn received_includes_orders_without_a_status() {
        let query = OrderQuery { statuses: vec![OrderStatus::Received], ..OrderQuery::default() };
        assert!(query.to_odata().contains("msdyn_processingstatus%20eq%20null"));
    }

    #[test]
    fn a_second_click_turns_the_order_round() {
        let by_total = Sort::default().after_click(SortBy::Total);
        assert!(by_total.descending);
        assert!(!by_total.after_click(SortBy::Total).descending);
    }
}
