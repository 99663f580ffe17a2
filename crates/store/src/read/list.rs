//! Many rows: a page of them, and how many there are.

use portal_odata::Query;

use super::expand::Expansions;
use super::order::{Stretch, push as push_order, sequence, stretches};
use super::plan::Plan;
use super::token::Place;
use super::{Annotations, Row, Scope, apply, columns, filter, token};
use crate::db::{Observed, Reader};
use crate::schema::Table;
use crate::sql::{Sql, Value};
use crate::{Db, StoreError, Viewer};

/// The largest page, and the largest number a count tells (Dataverse).
pub const MOST_ROWS: u64 = 5000;

/// A page of rows.
#[derive(Debug, Default)]
pub struct Page {
    /// How many rows there are on all pages, up to [`MOST_ROWS`]; if asked for.
    pub count: Option<u64>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The `$skiptoken` of the next page, if there is one.
    pub next: Option<String>,
}

/// A question for many rows.
#[derive(Clone, Debug)]
pub struct Question {
    /// Who asks.
    pub viewer: Viewer,
    /// The table.
    pub table: &'static Table,
    /// What is asked.
    pub query: Query,
    /// How many rows a page has. It makes `$top` be ignored, as in Dataverse.
    pub page_size: Option<u64>,
    /// What is added to values.
    pub annotations: Annotations,
}

/// Reads a page of rows, or figures about rows, and makes the answer of it by `answer`: on the thread that read them,
/// so that hundreds of small texts need not change hands.
///
/// # Errors
/// A column that is not there or not offered, `$select` missing, a value of the wrong type, a token of another query.
pub async fn list<T: Send + 'static>(
    db: &Db,
    question: Question,
    answer: impl FnOnce(&Query, Page) -> T + Send + 'static,
) -> Result<T, StoreError> {
    db.read(move |reader| {
        let page = question.ask(reader)?;
        Ok(answer(&question.query, page))
    })
    .await
}

/// Reads as [`list`], and tells of every statement that it took.
///
/// # Errors
/// As [`list`].
pub async fn observe(db: &Db, question: Question) -> Result<(Page, Vec<Observed>), StoreError> {
    db.read(move |reader| reader.observe(|reader| question.ask(reader))).await
}

impl Question {
    fn ask(&self, reader: &Reader<'_>) -> Result<Page, StoreError> {
        let Self { viewer, table, query, page_size, annotations } = self;
        match &query.apply {
            None => page(reader, Scope { viewer, table, alias: "t" }, query, *page_size, *annotations),
            Some(wanted) => {
                apply::refuse_others(query)?;
                let rows = apply::figures(reader, viewer, table, wanted, *annotations)?;
                Ok(Page { rows, ..Page::default() })
            }
        }
    }
}

/// Counts the rows of a filter, up to [`MOST_ROWS`].
///
/// # Errors
/// As [`list`].
pub async fn count(
    db: &Db,
    viewer: &Viewer,
    table: &'static Table,
    query: &Query,
) -> Result<u64, StoreError> {
    let (viewer, query) = (*viewer, query.clone());
    db.read(move |reader| count_rows(reader, Scope { viewer: &viewer, table, alias: "t" }, &query)).await
}

fn page(
    reader: &Reader<'_>,
    scope: Scope<'_>,
    query: &Query,
    page_size: Option<u64>,
    annotations: Annotations,
) -> Result<Page, StoreError> {
    let chosen = columns::select(scope.table, query.select.as_deref())?;
    let top = query.top.filter(|_| page_size.is_none());
    let sequence = match (top, &*query.order_by) {
        // Some rows, no matter which, and none after them: a sequence would only keep them from being found.
        (Some(_), []) => Vec::new(),
        (_, orders) => sequence(scope.table, orders)?,
    };
    let mut plan = Plan::new(scope.table, &chosen, annotations);
    let expansions = Expansions::new(&mut plan, &query.expand, annotations)?;
    let places: Vec<usize> = sequence.iter().map(|by| plan.stored(by.column.name)).collect();

    let size = usize::try_from(top.or(page_size).unwrap_or(MOST_ROWS).min(MOST_ROWS)).unwrap_or(0);
    let begin = query.skip_token.as_deref().map(|text| token::read(&sequence, text)).transpose()?;
    let stretches = stretches(&sequence, begin.as_ref().map(|place| &*place.last));
    let mut stored = Vec::new();
    for stretch in stretches {
        // One row more than a page has tells whether there is a next one.
        let wanted = (size + 1).saturating_sub(stored.len());
        if wanted > 0 {
            stored.extend(reader.fetch_first(&statement(scope, query, &plan, &stretch)?, wanted)?);
        }
    }
    let more = stored.len() > size;
    stored.truncate(size);
    let count = match (query.count, &begin) {
        (false, _) => None,
        (true, Some(Place { count: Some(count), .. })) => Some(*count),
        // What is all on one page is counted already.
        (true, None) if !more => u64::try_from(stored.len()).ok(),
        (true, _) => Some(count_rows(reader, scope, query)?),
    };
    let next = stored.last().filter(|_| more && top.is_none()).map(|last| {
        let last = places.iter().map(|at| last.get(*at).cloned().unwrap_or(Value::Null)).collect();
        token::write(&sequence, Place { last, count })
    });
    let rows = expansions.rows(reader, scope.viewer, &plan, stored)?;
    Ok(Page { count, rows, next })
}

fn statement(scope: Scope<'_>, query: &Query, plan: &Plan, stretch: &Stretch<'_>) -> Result<Sql, StoreError> {
    let mut sql = Sql::new("SELECT ");
    plan.push(&mut sql, scope);
    from_where(&mut sql, scope, query)?;
    stretch.push(&mut sql, scope.alias);
    push_order(&mut sql, scope.alias, stretch.rest);
    // However few are read of them: that there is a limit makes the planner prefer an index to sorting.
    sql.push(&format!(" LIMIT {}", MOST_ROWS + 1));
    Ok(sql)
}

/// Adds the table, what the viewer sees of it, and the filter.
fn from_where(sql: &mut Sql, scope: Scope<'_>, query: &Query) -> Result<(), StoreError> {
    sql.push(&format!(" FROM {} {} WHERE ", scope.table.name, scope.alias));
    filter::rows(sql, scope, query.filter.as_ref())
}

fn count_rows(reader: &Reader<'_>, scope: Scope<'_>, query: &Query) -> Result<u64, StoreError> {
    let mut sql = Sql::new("SELECT COUNT(*) FROM (SELECT 1");
    from_where(&mut sql, scope, query)?;
    sql.push(&format!(" LIMIT {MOST_ROWS}) counted"));
    match reader.fetch(&sql)?.first().and_then(|row| row.first()) {
        Some(Value::Integer(count)) => Ok(u64::try_from(*count).unwrap_or(0)),
        _ => Ok(0),
    }
}
