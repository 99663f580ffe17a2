//! How many rows a list has, beyond where endpoints stop counting.

use super::{ListQuery, requests::Asking};
use crate::odata::{Page, Query};
use serde::Deserialize;

impl ListQuery {
    /// The request for how many rows there are; [`read_total`] reads its answer. Endpoints refuse to sum up more than 50,000
    /// rows (Dataverse Web API, `$apply`).
    pub fn total(&self, asking: &Asking) -> String {
        let condition = self.condition(asking).to_odata();
        let aggregate = "aggregate($count as figure)";
        let apply = match condition.is_empty() {
            true => aggregate.to_owned(),
            false => format!("filter({condition})/{aggregate}"),
        };
        Query::of(self.kind.set().0).with("$apply", &apply).into_text()
    }
}

/// Reads the answer to [`ListQuery::total`]; none if it tells no number.
pub fn read_total(json: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Total {
        figure: u64,
    }
    serde_json::from_str::<Page<Total>>(json).ok()?.rows.first().map(|total| total.figure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        list::{Filter, ListKind},
        status::OrderStatus,
    };

    #[test]
    fn a_total_keeps_every_condition_and_is_read_from_its_answer() {
        let asking = Asking { today: "2026-11-21".parse().unwrap(), watched: Vec::new() };
        let query = ListQuery::of(ListKind::Orders).with(Filter::Status(vec![OrderStatus::Invoiced]));
        let text = query.total(&asking);
        assert!(text.starts_with("salesorders?$apply=filter(") && text.contains("192350005"), "{text}");
        assert!(text.ends_with("/aggregate($count%20as%20figure)"), "{text}");
        assert_eq!(read_total(r#"{"value":[{"figure":100830}]}"#), Some(100_830));
        assert_eq!(read_total(r#"{"value":[]}"#), None);
    }
}
