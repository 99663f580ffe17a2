//! What the deepest page of a list takes against the first, in instructions of SQLite's machine.

use portal_model::list::{ListKind, ListQuery, Sort};
use portal_store::read::Observed;
use portal_store::{Db, Viewer};

use crate::lists::{List, address, ask, at, lists, viewers};
use crate::{Failure, PAGE};

/// Prints the ratio of every sequence and gives the largest.
pub async fn print(db: &Db) -> Result<f64, Failure> {
    println!("\n{:36} {:23} {:>8} {:>8} {:>6}", "Instructions for a page", "", "first", "deepest", "ratio");
    let mut largest: f64 = 0.0;
    for viewer in viewers(db).await? {
        for kind in [ListKind::Orders, ListKind::Lines] {
            for List { name, query } in lists(kind) {
                if query.view.as_deref() != Some("all") {
                    continue;
                }
                let (first, deepest) = pages(db, viewer, &query).await?;
                let first = instructions(&ask(db, viewer, &first, PAGE).await?.1);
                let deepest = instructions(&ask(db, viewer, &deepest, PAGE).await?.1);
                let ratio = deepest / first;
                largest = largest.max(ratio);
                println!("{name:36} {:23} {first:8} {deepest:8} {ratio:6.3}", viewer.role.name());
            }
        }
    }
    Ok(largest)
}

fn instructions(observed: &[Observed]) -> f64 {
    observed.iter().map(|statement| f64::from(statement.instructions)).sum()
}

/// The addresses of the first and of the last full page of a list, neither counted. The last one begins after the row
/// that stands right before it, which is found at the beginning of the list turned round.
pub async fn pages(db: &Db, viewer: Viewer, query: &ListQuery) -> Result<(String, String), Failure> {
    let uncounted = |query: &ListQuery| Ok::<_, Failure>(address(query)?.replace("&$count=true", ""));
    let Sort { by, descending } = query.sort;
    let turned = ListQuery { sort: Sort { by, descending: !descending }, ..query.clone() };
    let last = ask(db, viewer, &uncounted(&turned)?, PAGE + 1).await?.0.rows;
    let key = if query.kind == ListKind::Orders { "salesorderid" } else { "salesorderdetailid" };
    let ends =
        [last.first(), last.last()].into_iter().flatten().filter_map(|row| row.text(key)?.parse().ok());
    // Of these two rows the nearer one is a page of its own, so that there is a link to what follows it.
    let before = ask(db, viewer, &query.of_keys(&ends.collect::<Vec<_>>()), 1).await?.0;
    let token = before.next.ok_or("the list has no second page")?;
    let first = uncounted(query)?;
    let deepest = at(&first, &token);
    Ok((first, deepest))
}
