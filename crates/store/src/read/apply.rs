//! `$apply`, and FetchXML with `aggregate`: groups of rows with figures for each.

use std::sync::Arc;

use portal_odata::{Apply, Order, Query};

use super::figure::Figure;
use super::group::Grouping;
use super::list::MOST_ROWS;
use super::{Annotations, Row, Scope, filter};
use crate::db::Reader;
use crate::schema::Table;
use crate::sql::{Sql, Value};
use crate::{StoreError, Viewer};

/// Refuses what cannot stand beside `$apply`.
pub(super) fn refuse_others(query: &Query) -> Result<(), StoreError> {
    let alone = Query { apply: query.apply.clone(), ..Query::default() };
    if *query == alone {
        return Ok(());
    }
    Err(StoreError::NotSupported("$apply together with other query options is not supported.".to_owned()))
}

/// Reads the groups with their figures.
pub(super) fn figures(
    reader: &Reader<'_>,
    viewer: &Viewer,
    table: &'static Table,
    apply: &Apply,
    annotations: Annotations,
) -> Result<Vec<Row>, StoreError> {
    let question = Question::new(table, apply)?;
    let sql = question.statement(Scope { viewer, table, alias: "t" })?;
    let rows = reader.fetch(&sql)?;
    Ok(rows.iter().map(|stored| question.row(stored, annotations)).collect())
}

/// What is asked for, checked.
struct Question<'a> {
    apply: &'a Apply,
    groups: Vec<Grouping<'a>>,
    figures: Vec<(Arc<str>, Figure)>,
}

impl<'a> Question<'a> {
    fn new(table: &'static Table, apply: &'a Apply) -> Result<Self, StoreError> {
        let groups = apply.group_by.iter().map(|group| Grouping::new(table, group));
        let figures = apply.aggregates.iter().map(|aggregate| {
            Ok((Arc::from(aggregate.alias.as_str()), Figure::new(table, &aggregate.method)?))
        });
        let (groups, figures) =
            (groups.collect::<Result<_, _>>()?, figures.collect::<Result<_, StoreError>>()?);
        Ok(Self { apply, groups, figures })
    }

    /// Every group and every figure is two values.
    fn statement(&self, scope: Scope<'_>) -> Result<Sql, StoreError> {
        let mut sql = Sql::new("SELECT ");
        for group in &self.groups {
            group.push(&mut sql, scope);
            sql.push(", ");
        }
        for (_, figure) in &self.figures {
            sql.push(&figure.expressions()).push(", ");
        }
        sql.push(&format!("1 FROM {} t WHERE ", scope.table.name));
        filter::rows(&mut sql, scope, self.apply.filter.as_ref())?;
        if !self.groups.is_empty() {
            let groups = self.groups.iter().map(Grouping::sequence);
            sql.push(" GROUP BY ").push(&groups.clone().collect::<Vec<_>>().join(", "));
            let orders = self.apply.order_by.iter().map(|order| self.order(order));
            let orders = orders.collect::<Result<Vec<_>, _>>()?.into_iter().chain(groups);
            sql.push(" ORDER BY ").push(&orders.collect::<Vec<_>>().join(", "));
        }
        let most = self.apply.top.unwrap_or(MOST_ROWS).min(MOST_ROWS);
        sql.push(&format!(" LIMIT {most}"));
        Ok(sql)
    }

    /// What groups are ordered by. A group or figure without value comes first, or last when descending.
    fn order(&self, order: &Order) -> Result<String, StoreError> {
        let group = self.groups.iter().find(|group| group.is_called(&order.column)).map(Grouping::sequence);
        let figure = || self.figures.iter().find(|(alias, _)| **alias == *order.column);
        let by = group.or_else(|| figure().map(|(_, figure)| figure.sequence()));
        let by = by.ok_or_else(|| {
            StoreError::BadQuery(format!("There is no figure '{}' to order by.", order.column))
        })?;
        Ok(by + if order.descending { " DESC NULLS LAST" } else { " ASC NULLS FIRST" })
    }

    fn row(&self, stored: &[Value], annotations: Annotations) -> Row {
        let mut values = stored.chunks(2);
        let mut row = Vec::new();
        for (group, values) in self.groups.iter().zip(&mut values) {
            group.answer(&mut row, values, annotations);
        }
        for ((alias, figure), values) in self.figures.iter().zip(&mut values) {
            row.push((alias.clone(), figure.cell(values)));
        }
        Row(row)
    }
}
