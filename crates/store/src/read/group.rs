//! What makes a group of rows: the value of a column, or a part of a date.

use std::sync::Arc;

use portal_odata::{DatePart, Group};

use super::annotations::FORMATTED;
use super::columns::column;
use super::filter::collation;
use super::format::{Currency, formatted};
use super::plan::{cell, push_name};
use super::{Annotations, Cell, Scope};
use crate::StoreError;
use crate::schema::{Column, Kind, Table};
use crate::sql::{Sql, Value};

/// A column whose values, or parts of them, make groups.
pub(super) struct Grouping<'a> {
    column: &'static Column,
    part: Option<DatePart>,
    name: &'a str,
}

impl<'a> Grouping<'a> {
    /// Checks what is asked for. Moments make no groups, because no two are alike; parts of them do.
    pub(super) fn new(table: &'static Table, group: &'a Group) -> Result<Self, StoreError> {
        let column = column(table, &group.column)?;
        match (column.kind, group.part) {
            (Kind::DateTime | Kind::Date, None) => {
                let name = &group.column;
                Err(StoreError::NotSupported(format!("Grouping by {name} is not supported.")))
            }
            (Kind::DateTime | Kind::Date, Some(_)) | (_, None) => {
                Ok(Self { column, part: group.part, name: group.name() })
            }
            (_, Some(_)) => Err(StoreError::invalid(&group.column, "is no date, and has no parts.")),
        }
    }

    /// Whether the group has this name in the answer.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.name == name
    }

    /// Adds two values: the group, and the name of the row that it points to, if it does.
    pub(super) fn push(&self, sql: &mut Sql, scope: Scope<'_>) {
        sql.push(&self.expression()).push(", ");
        match self.column.targets() {
            [] => {
                sql.push("NULL");
            }
            _ => push_name(sql, scope, self.column),
        }
    }

    /// The expression that rows are grouped and ordered by.
    pub(super) fn sequence(&self) -> String {
        format!("{}{}", self.expression(), collation(self.column))
    }

    fn expression(&self) -> String {
        let date = format!("t.{}", self.column.name);
        let digits = |first, length| format!("CAST(SUBSTR({date}, {first}, {length}) AS INTEGER)");
        match self.part {
            None => date,
            Some(DatePart::Year) => digits(1, 4),
            Some(DatePart::Month) => digits(6, 2),
            Some(DatePart::Quarter) => format!("(({} + 2) / 3)", digits(6, 2)),
            Some(DatePart::Day) => digits(9, 2),
            // The day of the year, counted on from the Sunday before 1 January.
            Some(DatePart::Week) => format!(
                "((STRFTIME('%j', {date}) - 1 + (STRFTIME('%w', {date}) - STRFTIME('%j', {date}) + 372) % 7) / 7 + 1)"
            ),
        }
    }

    /// Adds the group to an answer; one without value is left out.
    pub(super) fn answer(&self, row: &mut Vec<(Arc<str>, Cell)>, values: &[Value], annotations: Annotations) {
        let [value, name] = values else { return };
        match (value, self.part) {
            (Value::Null, _) => {}
            (Value::Integer(number), Some(_)) => row.push((self.name.into(), Cell::Integer(*number))),
            _ => {
                let text = match name {
                    Value::Text(name) => Some(name.clone()),
                    _ => formatted(self.column, value, &Currency { symbol: "", places: 2 }),
                };
                row.push((self.name.into(), cell(self.column, value.clone())));
                if let Some(text) = text.filter(|_| annotations.formatted) {
                    row.push((format!("{}@{FORMATTED}", self.name).into(), Cell::Text(text)));
                }
            }
        }
    }
}
