//! A value in a list, typed, so that it is shown, copied and exported as what it is.

use crate::{
    date::Date,
    decimal::Number,
    money::Money,
    status::{LineStatus, OrderStatus},
};

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// There is none.
    Empty,
    /// The ERP has not sent it yet.
    Pending,
    /// A text.
    Text(String),
    /// How far an order is.
    Status(OrderStatus),
    /// How far a line is.
    LineStatus(LineStatus),
    /// A quantity.
    Number(Number),
    /// An amount.
    Money(Money),
    /// A day.
    Date(Date),
    /// An ISO 8601 instant.
    Instant(String),
    /// So many days late; negative if early.
    Days(i32),
}

impl Cell {
    /// A text, or nothing.
    pub fn text(text: Option<&str>) -> Self {
        match text.map(str::trim).filter(|text| !text.is_empty()) {
            Some(text) => Self::Text(text.to_owned()),
            None => Self::Empty,
        }
    }

    /// A day, or nothing.
    pub fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    /// A quantity, or nothing.
    pub fn number(number: Option<&Number>) -> Self {
        number.map_or(Self::Empty, |number| Self::Number(number.clone()))
    }

    /// An amount; one that is missing is still to come, or will not come any more.
    pub fn money(amount: Option<Money>, is_settled: bool) -> Self {
        match amount {
            Some(money) => Self::Money(money),
            None if is_settled => Self::Empty,
            None => Self::Pending,
        }
    }
}
