//! A few orders for somebody who is still typing what he remembers of one.

use super::{
    condition::Condition::{All, Any, Contains},
    search,
};
use crate::{odata::Query, order::OrderSummary};

/// Where a word may stand: the numbers of an order, and who receives it where. Its products are left to the list: looking
/// into every line is too dear for every keystroke.
const COLUMNS: [&str; 5] = [
    "msdyn_salesordernumber",
    "msdyn_customerrequisitionnumber",
    "msdyn_customersorderreference",
    "shipto_name",
    "shipto_city",
];

/// The request for the newest `limit` orders that hold every word of `text`.
pub fn suggestions(text: &str, limit: u32) -> String {
    let holds = |word: &str| Any(COLUMNS.map(|column| Contains(column, word.to_owned())).to_vec());
    let condition = All(search::words(text).map(holds).collect());
    Query::of(OrderSummary::SET)
        .with("$select", OrderSummary::SELECT)
        .with("$expand", OrderSummary::EXPAND)
        .with("$filter", &condition.to_odata())
        .with("$orderby", "createdon desc,salesorderid asc")
        .with("$top", &limit.to_string())
        .into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_to_be_somewhere() {
        let query = suggestions("  boise  O'Hara ", 6);
        assert!(query.contains("contains(shipto_city,'boise'))%20and%20(contains("), "{query}");
        assert!(query.contains("contains(shipto_name,'O''Hara')"), "{query}");
        assert!(query.ends_with("&$top=6"), "{query}");
    }

    #[test]
    fn a_pasted_page_asks_for_no_more_than_an_endpoint_takes() {
        let query = suggestions(&"word ".repeat(1_000), 6);
        assert_eq!(query.matches("contains(").count(), search::MOST_WORDS * COLUMNS.len());
    }
}
