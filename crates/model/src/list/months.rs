//! How many rows were placed in each month.

use super::{ListQuery, requests::Asking};
use crate::{date::Date, odata::Query};
use serde::Deserialize;

/// The rows of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthFigure {
    /// The first day of the month.
    pub first: Date,
    /// How many.
    pub count: u64,
}

/// A month as the endpoint tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct MonthRow {
    year: u16,
    month: u8,
    count: u64,
}

impl MonthRow {
    /// The month, if the calendar has it.
    pub fn figure(self) -> Option<MonthFigure> {
        Some(MonthFigure { first: Date::new(self.year, self.month, 1)?, count: self.count })
    }
}

impl ListQuery {
    /// The request for how many orders were placed in each month. `$apply` cannot group by days, FetchXML can
    /// (Dataverse, FetchXML, aggregate data, grouping by parts of a date).
    pub fn per_month(&self, asking: &Asking) -> String {
        let by = |part: &str| {
            format!(r#"<attribute name="createdon" groupby="true" dategrouping="{part}" alias="{part}"/>"#)
        };
        let xml = format!(
            r#"<fetch aggregate="true"><entity name="salesorder"><attribute name="salesorderid" aggregate="count" alias="count"/>{}{}{}</entity></fetch>"#,
            by("year"),
            by("month"),
            self.condition(asking).to_fetch_xml(),
        );
        Query::of("salesorders").with("fetchXml", &xml).into_text()
    }
}

/// The last months up to the newest in which there is anything, without gaps, at most so many.
pub fn last_months(told: &[MonthFigure], most: usize) -> Vec<MonthFigure> {
    let number = |day: Date| usize::from(day.year()) * 12 + usize::from(day.month()) - 1;
    let (Some(first), Some(last)) =
        (told.iter().map(|one| number(one.first)).min(), told.iter().map(|one| number(one.first)).max())
    else {
        return Vec::new();
    };
    let month = |wanted: usize| {
        let first = Date::new(u16::try_from(wanted / 12).ok()?, (wanted % 12) as u8 + 1, 1)?;
        let count = told.iter().filter(|one| one.first == first).map(|one| one.count).sum();
        Some(MonthFigure { first, count })
    };
    (first.max((last + 1).saturating_sub(most))..=last).filter_map(month).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::{Filter, ListKind};

    fn figure(first: &str, count: u64) -> MonthFigure {
        MonthFigure { first: first.parse().unwrap(), count }
    }

    #[test]
    fn months_without_orders_are_shown_as_such() {
        let told = [figure("2026-02-01", 4), figure("2025-11-01", 7)];
        let months = last_months(&told, 12);
        assert_eq!(months.iter().map(|month| month.count).collect::<Vec<_>>(), [7, 0, 0, 4]);
        assert_eq!(last_months(&told, 2), [figure("2026-01-01", 0), figure("2026-02-01", 4)]);
        assert!(last_months(&[], 12).is_empty());
    }

    #[test]
    fn the_request_holds_the_filter_of_the_list() {
        let asking = Asking { today: "2026-11-21".parse().unwrap(), watched: Vec::new() };
        let text = ListQuery::of(ListKind::Orders).with(Filter::Unnumbered).per_month(&asking);
        assert!(text.starts_with("salesorders?fetchXml=%3Cfetch%20aggregate="), "{text}");
        assert!(text.contains("msdyn_salesordernumber%22%20operator=%22null%22"), "{text}");
    }
}
