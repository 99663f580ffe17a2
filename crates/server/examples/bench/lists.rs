//! The lists of the portal as questions to the store, and what they take in counts: which statements, by which plan,
//! and how many instructions of SQLite's machine. Counts are the same on every machine and at any load.

use portal_model::list::requests::Asking;
use portal_model::list::{Column, ListKind, ListQuery, Sort, views};
use portal_odata::Query;
use portal_store::read::{self, Annotations, Observed, Page, Question};
use portal_store::schema::Table;
use portal_store::{Db, Role, Viewer};

use crate::Failure;
use crate::database::REPRESENTATIVE;

/// A built-in view in a sequence.
pub struct List {
    /// The list, the view, the column and the direction, in words.
    pub name: String,
    /// What is asked.
    pub query: ListQuery,
}

/// Every built-in view of a kind in every sequence.
pub fn lists(kind: ListKind) -> Vec<List> {
    let columns = || Column::all(kind).iter().copied().filter(|by| by.sorted_by(kind).is_some());
    let sorts = || columns().flat_map(|by| [false, true].map(|descending| Sort { by, descending }));
    let named = |name: &'static str| Some((name, views::built_in(kind, name)?));
    let views = views::names(kind).iter().filter_map(|name| named(name));
    views
        .flat_map(|(view, query)| {
            sorts().map(move |sort| List {
                name: format!("{} {view} by {}", kind.slug(), sort.slug()),
                query: ListQuery { sort, ..query.clone() },
            })
        })
        .collect()
}

/// The address of a list, as on a day when its newest orders are open.
pub fn address(query: &ListQuery) -> Result<String, Failure> {
    let today = "2026-06-28".parse().map_err(|_| "no date")?;
    Ok(query.to_odata(&Asking { today, watched: Vec::new() }))
}

/// Who sees everything, and who sees one account.
pub async fn viewers(db: &Db) -> Result<[Viewer; 2], Failure> {
    let (contact, account): (String, String) =
        sqlx::query_as("SELECT contactid, parentcustomerid FROM contact WHERE emailaddress1 = $1")
            .bind(REPRESENTATIVE)
            .fetch_one(db.reads())
            .await?;
    let (contact, account) = (contact.parse()?, Some(account.parse()?));
    Ok([Role::Administrator, Role::CustomerRepresentative].map(|role| Viewer { contact, account, role }))
}

/// Asks, with pages of so many rows.
pub async fn ask(
    db: &Db,
    viewer: Viewer,
    address: &str,
    size: u64,
) -> Result<(Page, Vec<Observed>), Failure> {
    let (set, query) = address.split_once('?').ok_or("an address without a question")?;
    let table = Table::of_set(set).ok_or("an unknown set")?;
    let annotations = Annotations::parse("*");
    let question =
        Question { viewer, table, query: Query::parse(query)?, page_size: Some(size), annotations };
    Ok(read::observe(db, question).await?)
}

/// The address of the page that begins at a token.
pub fn at(address: &str, token: &str) -> String {
    format!("{address}&$skiptoken={token}")
}
