//! The columns of a list.

use super::ListKind;

/// A column of some list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Column {
    /// The ERP's number of the order.
    Number,
    /// The number of the product.
    ProductNumber,
    /// The name of the product.
    Product,
    /// How far the order is.
    Status,
    /// How far the line is.
    LineStatus,
    /// When the order was placed.
    Placed,
    /// The quantity that was ordered.
    Ordered,
    /// The quantity that has been shipped.
    Shipped,
    /// The quantity that is still to come.
    Open,
    /// The unit of the quantities.
    Unit,
    /// The day on which it is wanted.
    Requested,
    /// The day on which the supplier has confirmed that it arrives.
    Confirmed,
    /// How many days the confirmed day is after the requested one.
    Slip,
    /// The customer's own number for the order.
    Requisition,
    /// The customer's free reference.
    Reference,
    /// Who receives it.
    ShipTo,
    /// Where it goes.
    City,
    /// Who placed it.
    PlacedBy,
    /// What one unit costs.
    Price,
    /// What is taken off the line.
    Discount,
    /// The tax on the line.
    Tax,
    /// What the line costs.
    Amount,
    /// What the order costs in all.
    Total,
    /// When it was last changed.
    Changed,
}

/// At which side of a column its values stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Texts and days.
    Start,
    /// Numbers.
    End,
}

/// A column that is shown, and how wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnChoice {
    /// The column.
    pub column: Column,
    /// Its width in CSS pixels; none to let the table decide.
    pub width: Option<u16>,
}

impl ColumnChoice {
    /// The narrowest and the widest that a column can be made, in CSS pixels.
    pub const WIDTHS: std::ops::RangeInclusive<u16> = 48..=960;

    /// The width nearest to this that a column can have.
    pub fn fitting(width: u16) -> u16 {
        width.clamp(*Self::WIDTHS.start(), *Self::WIDTHS.end())
    }
}

impl From<Column> for ColumnChoice {
    fn from(column: Column) -> Self {
        Self { column, width: None }
    }
}

const ORDERS: [Column; 13] = [
    Column::Number,
    Column::Status,
    Column::Placed,
    Column::Requested,
    Column::Confirmed,
    Column::Slip,
    Column::Requisition,
    Column::Reference,
    Column::ShipTo,
    Column::City,
    Column::PlacedBy,
    Column::Changed,
    Column::Total,
];

const LINES: [Column; 18] = [
    Column::ProductNumber,
    Column::Product,
    Column::Ordered,
    Column::Shipped,
    Column::Open,
    Column::Unit,
    Column::Requested,
    Column::Confirmed,
    Column::Slip,
    Column::LineStatus,
    Column::Number,
    Column::Requisition,
    Column::ShipTo,
    Column::Placed,
    Column::Price,
    Column::Discount,
    Column::Tax,
    Column::Amount,
];

const USUAL_ORDERS: [Column; 7] = [
    Column::Number,
    Column::Status,
    Column::Placed,
    Column::Requested,
    Column::Requisition,
    Column::ShipTo,
    Column::Total,
];

const USUAL_LINES: [Column; 9] = [
    Column::ProductNumber,
    Column::Product,
    Column::Ordered,
    Column::Shipped,
    Column::Open,
    Column::Requested,
    Column::Confirmed,
    Column::Slip,
    Column::Number,
];

impl Column {
    /// Every column that a list has, in their usual sequence.
    pub fn all(kind: ListKind) -> &'static [Self] {
        match kind {
            ListKind::Orders => &ORDERS,
            ListKind::Lines => &LINES,
        }
    }

    /// The columns that are shown unless others are chosen.
    pub fn usual(kind: ListKind) -> &'static [Self] {
        match kind {
            ListKind::Orders => &USUAL_ORDERS,
            ListKind::Lines => &USUAL_LINES,
        }
    }

    /// The column that names a row and links to it, which is always shown, and first.
    pub fn naming(kind: ListKind) -> Self {
        match kind {
            ListKind::Orders => Self::Number,
            ListKind::Lines => Self::ProductNumber,
        }
    }

    /// The word for addresses and texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::ProductNumber => "product-number",
            Self::Product => "product",
            Self::Status => "status",
            Self::LineStatus => "line-status",
            Self::Placed => "placed",
            Self::Ordered => "ordered",
            Self::Shipped => "shipped",
            Self::Open => "open",
            Self::Unit => "unit",
            Self::Requested => "requested",
            Self::Confirmed => "confirmed",
            Self::Slip => "slip",
            Self::Requisition => "requisition",
            Self::Reference => "reference",
            Self::ShipTo => "ship-to",
            Self::City => "city",
            Self::PlacedBy => "placed-by",
            Self::Price => "price",
            Self::Discount => "discount",
            Self::Tax => "tax",
            Self::Amount => "amount",
            Self::Total => "total",
            Self::Changed => "changed",
        }
    }

    /// The column of this list with this word.
    pub fn from_slug(kind: ListKind, slug: &str) -> Option<Self> {
        Self::all(kind).iter().copied().find(|column| column.slug() == slug)
    }

    /// Where its values stand.
    pub fn align(self) -> Align {
        match self {
            Self::Ordered
            | Self::Shipped
            | Self::Open
            | Self::Slip
            | Self::Price
            | Self::Discount
            | Self::Tax
            | Self::Amount
            | Self::Total => Align::End,
            _ => Align::Start,
        }
    }

    /// Whether its values are amounts of money.
    pub fn is_amount(self) -> bool {
        matches!(self, Self::Price | Self::Discount | Self::Tax | Self::Amount | Self::Total)
    }

    /// Whether the first click on its header shows the largest first: the newest day, the dearest order.
    pub(super) fn begins_descending(self) -> bool {
        self.align() == Align::End
            || matches!(self, Self::Placed | Self::Requested | Self::Confirmed | Self::Changed)
    }

    /// The endpoint's column that a list is sorted by; none if it can't be: endpoints sort by columns of the row itself.
    pub fn sorted_by(self, kind: ListKind) -> Option<&'static str> {
        let (for_orders, for_lines) = match self {
            Self::Number => ("msdyn_salesordernumber", ""),
            Self::Placed => ("createdon", "createdon"),
            Self::Requested => ("msdyn_requestedreceiptdate", "msdyn_requestedreceiptdate"),
            Self::Confirmed => ("msdyn_confirmedreceiptdate", "msdyn_confirmedreceiptdate"),
            Self::Requisition => ("msdyn_customerrequisitionnumber", ""),
            Self::Reference => ("msdyn_customersorderreference", ""),
            Self::ShipTo => ("shipto_name", ""),
            Self::City => ("shipto_city", ""),
            Self::Total => ("totalamount", ""),
            Self::Changed => ("modifiedon", ""),
            Self::Ordered => ("", "quantity"),
            Self::Amount => ("", "extendedamount"),
            _ => ("", ""),
        };
        let column = if kind == ListKind::Orders { for_orders } else { for_lines };
        (!column.is_empty()).then_some(column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_found_by_its_word_and_the_usual_ones_begin_with_the_name() {
        for kind in [ListKind::Orders, ListKind::Lines] {
            for column in Column::all(kind) {
                assert_eq!(Column::from_slug(kind, column.slug()), Some(*column));
            }
            assert_eq!(Column::usual(kind).first(), Some(&Column::naming(kind)));
            assert!(Column::usual(kind).iter().all(|column| Column::all(kind).contains(column)));
        }
    }
}
