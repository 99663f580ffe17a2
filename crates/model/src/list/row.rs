//! A row of a list, whichever list it is.

use super::{Cell, Column, LineRow, ListKind};
use crate::{date::Date, ids::OrderId, odata::Page, order::OrderSummary};
use uuid::Uuid;

/// A row with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// The key of the row.
    pub id: Uuid,
    /// The order that it is, or belongs to.
    pub order: OrderId,
    /// What it is called; none for an order that has no number yet.
    pub name: Option<String>,
    /// When the order was placed, as an ISO 8601 instant.
    pub placed: String,
    /// When it was last changed, as an ISO 8601 instant.
    pub modified: String,
    cells: Vec<(Column, Cell)>,
}

/// How the pages of a list are read from answers. Each list has its own, so that a page of the portal that shows one list
/// does not bring along the code for the other.
pub type ReadPage = fn(&str) -> Result<Page<ListRow>, serde_json::Error>;

/// Reads a page of the list of orders.
pub fn read_orders(json: &str) -> Result<Page<ListRow>, serde_json::Error> {
    Ok(serde_json::from_str::<Page<OrderSummary>>(json)?.map(|order| of_order(&order)))
}

/// Reads a page of the list of lines.
pub fn read_lines(json: &str) -> Result<Page<ListRow>, serde_json::Error> {
    Ok(serde_json::from_str::<Page<LineRow>>(json)?.map(|line| of_line(&line)))
}

impl ListKind {
    /// Reads a page of rows from an answer.
    pub fn read_page(self, json: &str) -> Result<Page<ListRow>, serde_json::Error> {
        match self {
            Self::Orders => read_orders(json),
            Self::Lines => read_lines(json),
        }
    }
}

impl ListRow {
    /// The value in a column.
    pub fn cell(&self, column: Column) -> &Cell {
        self.cells.iter().find(|(own, _)| *own == column).map_or(&Cell::Empty, |(_, cell)| cell)
    }
}

fn cells(kind: ListKind, cell: impl Fn(Column) -> Cell) -> Vec<(Column, Cell)> {
    Column::all(kind).iter().map(|column| (*column, cell(*column))).collect()
}

fn of_order(order: &OrderSummary) -> ListRow {
    ListRow {
        id: order.id.0,
        order: order.id,
        name: order.number.clone(),
        placed: order.placed.clone(),
        modified: order.modified.clone(),
        cells: cells(ListKind::Orders, |column| order_cell(order, column)),
    }
}

fn of_line(line: &LineRow) -> ListRow {
    ListRow {
        id: line.id.0,
        order: line.order.id,
        name: line.name().map(str::to_owned),
        placed: line.order.placed.clone(),
        modified: line.modified.clone(),
        cells: cells(ListKind::Lines, |column| line.cell(column)),
    }
}

fn order_cell(order: &OrderSummary, column: Column) -> Cell {
    match column {
        Column::Number => Cell::text(order.number.as_deref()),
        Column::Status => Cell::Status(order.status),
        Column::Placed => Cell::date(order.placed.parse().ok()),
        Column::Requested => Cell::date(order.requested),
        Column::Confirmed => Cell::date(order.confirmed_receipt),
        Column::Slip => slip(order.requested, order.confirmed_receipt),
        Column::Requisition => Cell::text(order.requisition.as_deref()),
        Column::Reference => Cell::text(order.reference.as_deref()),
        Column::ShipTo => Cell::text(order.ship_to_name.as_deref()),
        Column::City => Cell::text(order.ship_to_city.as_deref()),
        Column::PlacedBy => Cell::text(order.placed_by.as_deref()),
        Column::Total => Cell::money(order.total(), order.status.is_settled()),
        Column::Changed => Cell::Instant(order.modified.clone()),
        _ => Cell::Empty,
    }
}

/// How many days the confirmed day is after the requested one.
pub(super) fn slip(requested: Option<Date>, confirmed: Option<Date>) -> Cell {
    match (requested, confirmed) {
        (Some(requested), Some(confirmed)) => Cell::Days(confirmed.days_after(requested)),
        _ => Cell::Empty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::OrderStatus;

    const ORDERS: &str = r#"{"@odata.count":2,"value":[{"salesorderid":"dee96ee1-9d08-544d-b74b-81d438617040",
        "msdyn_salesordernumber":"SO-10248","msdyn_processingstatus":192350001,"createdon":"2024-07-04T00:00:00Z",
        "modifiedon":"2024-07-05T10:00:00Z","msdyn_requestedreceiptdate":"2024-08-01T00:00:00Z",
        "msdyn_confirmedreceiptdate":"2024-08-08T00:00:00Z","totalamount":null}]}"#;

    const LINES: &str = r#"{"value":[{"salesorderdetailid":"74bf60c7-71af-5a77-a60f-c77cda6f8f85","modifiedon":"x",
        "quantity":12.50,"quantityshipped":5,"msdyn_linestatus":192350001,"extendedamount":168.00,
        "productid":{"productid":"83193cc1-be43-519d-9043-cc2485ebd376","msdyn_productnumber":"P11","name":"Queso"},
        "transactioncurrencyid":{"isocurrencycode":"USD"},
        "salesorderid":{"salesorderid":"dee96ee1-9d08-544d-b74b-81d438617040","msdyn_salesordernumber":"SO-1",
        "createdon":"2024-07-04T00:00:00Z","msdyn_requestedreceiptdate":"2024-08-01T00:00:00Z"}}]}"#;

    #[test]
    fn an_order_fills_its_columns_and_what_is_missing_is_pending_or_empty() {
        let page = ListKind::Orders.read_page(ORDERS).unwrap();
        let row = &page.rows[0];
        assert_eq!(
            (page.count, row.name.as_deref(), row.modified.as_str()),
            (Some(2), Some("SO-10248"), "2024-07-05T10:00:00Z")
        );
        assert_eq!(row.cell(Column::Status), &Cell::Status(OrderStatus::Confirmed));
        assert_eq!(row.cell(Column::Slip), &Cell::Days(7));
        assert_eq!(row.cell(Column::Total), &Cell::Pending);
        assert_eq!(row.cell(Column::ShipTo), &Cell::Empty);
    }

    #[test]
    fn a_line_tells_what_is_open_and_takes_its_days_from_its_order() {
        let page = ListKind::Lines.read_page(LINES).unwrap();
        let row = &page.rows[0];
        assert_eq!(row.name.as_deref(), Some("P11"));
        assert_eq!(row.order.to_string(), "dee96ee1-9d08-544d-b74b-81d438617040");
        let Cell::Number(open) = row.cell(Column::Open) else { panic!("{:?}", row.cell(Column::Open)) };
        assert_eq!(open.to_string(), "7.50");
        assert_eq!(row.cell(Column::Requested), &Cell::Date("2024-08-01".parse().unwrap()));
        assert_eq!(row.cell(Column::Slip), &Cell::Empty);
        assert!(matches!(row.cell(Column::Amount), Cell::Money(money) if money.currency == "USD"));
    }
}
