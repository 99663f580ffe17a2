//! A figure over the rows of a group, exact to the last place.

use portal_odata::Method;

use super::Cell;
use super::columns::column;
use super::plan::cell;
use crate::StoreError;
use crate::schema::{Column, Kind, Table};
use crate::sql::Value;

/// How many more places than its column an average has.
const AVERAGE_PLACES: u32 = 6;

/// A figure over one column, or the number of rows.
#[derive(Clone, Copy)]
pub(super) enum Figure {
    Count,
    CountValues(&'static Column),
    Sum(&'static Column),
    Average(&'static Column),
    Min(&'static Column),
    Max(&'static Column),
}

impl Figure {
    /// Checks what is asked for.
    pub(super) fn new(table: &'static Table, method: &Method) -> Result<Self, StoreError> {
        let number = |name: &str| {
            let column = column(table, name)?;
            match column.kind {
                Kind::Money | Kind::Decimal(_) | Kind::Integer => Ok(column),
                _ => Err(StoreError::invalid(name, "is not a number, and cannot be aggregated so.")),
            }
        };
        let ordered = |name: &str| {
            let column = column(table, name)?;
            match column.kind {
                Kind::DateTime | Kind::Date => Ok(column),
                _ => number(name),
            }
        };
        Ok(match method {
            Method::Count => Self::Count,
            Method::CountValues(name) => Self::CountValues(column(table, name)?),
            Method::Sum(name) => Self::Sum(number(name)?),
            Method::Average(name) => Self::Average(number(name)?),
            Method::Min(name) => Self::Min(ordered(name)?),
            Method::Max(name) => Self::Max(ordered(name)?),
        })
    }

    /// Two expressions: the figure, or a sum and the number that it is divided by.
    pub(super) fn expressions(self) -> String {
        match self {
            Self::Count => "COUNT(*), 1".to_owned(),
            Self::CountValues(column) => format!("COUNT(t.{}), 1", column.name),
            Self::Sum(column) => format!("SUM(t.{}), 1", column.name),
            Self::Average(column) => format!("SUM(t.{0}), COUNT(t.{0})", column.name),
            Self::Min(column) => format!("MIN(t.{}), 1", column.name),
            Self::Max(column) => format!("MAX(t.{}), 1", column.name),
        }
    }

    /// One expression to order groups by. That of a mean may be off by what a float loses; its value is not.
    pub(super) fn sequence(self) -> String {
        match self {
            Self::Average(column) => format!("SUM(t.{0}) * 1.0 / COUNT(t.{0})", column.name),
            _ => self.expressions().trim_end_matches(", 1").to_owned(),
        }
    }

    /// The figure, made of the two values.
    pub(super) fn cell(self, stored: &[Value]) -> Cell {
        match (self, stored) {
            (Self::Average(column), [Value::Integer(sum), Value::Integer(count)]) if *count > 0 => {
                average(*sum, *count, column.places().unwrap_or(0))
            }
            (Self::Count | Self::CountValues(_), [Value::Integer(count), ..]) => Cell::Integer(*count),
            (Self::Sum(column) | Self::Min(column) | Self::Max(column), [value, ..]) => {
                cell(column, value.clone())
            }
            _ => Cell::Null,
        }
    }
}

/// The quotient with more places, rounded half away from zero.
fn average(sum: i64, count: i64, places: u32) -> Cell {
    let scaled = i128::from(sum) * 10_i128.pow(AVERAGE_PLACES);
    let count = i128::from(count);
    let half = if scaled < 0 { -(count / 2) } else { count / 2 };
    match i64::try_from((scaled + half) / count) {
        Ok(scaled) => Cell::Decimal { scaled, places: places + AVERAGE_PLACES },
        // Too large for so many places: the whole part is exact enough to be of use.
        Err(_) => Cell::Decimal { scaled: sum / i64::try_from(count).unwrap_or(1), places },
    }
}
