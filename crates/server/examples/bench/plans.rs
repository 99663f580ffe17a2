//! How SQLite answers every built-in view in every sequence, for one account and for everybody.

use portal_model::list::ListKind;
use portal_store::Db;

use crate::lists::{List, address, ask, at, lists, viewers};
use crate::{Failure, PAGE};

/// Prints the plans. Gives how many read a whole table without an index, or sort it.
pub async fn print(db: &Db) -> Result<usize, Failure> {
    let mut problems = 0;
    let lists = lists(ListKind::Orders).into_iter().chain(lists(ListKind::Lines));
    let viewers = viewers(db).await?;
    println!("\nPlans: the statement of the first page, and what else is not as it should be");
    for List { name, query } in lists {
        let address = address(&query)?;
        for viewer in viewers {
            let (page, mut observed) = ask(db, viewer, &address, PAGE).await?;
            let step = observed.first().and_then(|statement| statement.plan.first());
            println!("{name:36} {:23} {}", viewer.role.name(), step.map_or("", String::as_str));
            if let Some(next) = page.next {
                observed.extend(ask(db, viewer, &at(&address, &next), PAGE).await?.1);
            }
            for statement in observed {
                if let Some(problem) = statement.problem() {
                    problems += 1;
                    println!("  !! {problem}\n     {}", statement.text);
                }
            }
        }
    }
    Ok(problems)
}
