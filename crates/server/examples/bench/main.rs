//! What the lists cost on a database with a million orders, in ratios and counts, which mean the same on every machine;
//! seconds do not. Run by `cargo portal bench`; `cargo portal bench plans` runs one part of it, `--orders N` makes the
//! database smaller.
//!
//! - `plans`: how SQLite answers every built-in view in every sequence; fails if one reads a whole table or sorts it.
//! - `depth`: the deepest page against the first; fails above [`LIMIT`].
//! - `speed`: requests per second of processor time against a route that does nothing, in the same process and the same
//!   minute.

mod client;
mod database;
mod depth;
mod lists;
mod measure;
mod plans;
mod server;

use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use client::Connection;
use portal_model::list::{ListKind, ListQuery};
use server::Server;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The deepest page may cost this much of the first.
const LIMIT: f64 = 1.1;

/// Rows of a page.
const PAGE: u64 = 50;

/// The orders with a few columns, and their number.
const LIST: &str = "salesorders?$select=salesorderid,msdyn_salesordernumber,createdon,totalamount,\
    msdyn_processingstatus,shipto_city&$orderby=createdon%20desc,salesorderid%20desc&$count=true";

#[derive(Parser)]
struct Arguments {
    /// What is measured; everything if nothing is named.
    parts: Vec<Part>,
    /// How many orders the database has.
    #[arg(long, default_value_t = 1_000_000)]
    orders: u64,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Part {
    Plans,
    Depth,
    Speed,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(problems) if problems.is_empty() => ExitCode::SUCCESS,
        Ok(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            ExitCode::FAILURE
        }
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Measures and prints. Gives what is not as it should be.
async fn run(Arguments { parts, orders }: Arguments) -> Result<Vec<String>, Failure> {
    let wanted = |part| parts.is_empty() || parts.contains(&part);
    let db = database::open(orders).await?;
    let mut problems = Vec::new();
    if wanted(Part::Plans) {
        let dear = plans::print(&db).await?;
        if dear > 0 {
            problems.push(format!("{dear} statements read or sort a whole table."));
        }
    }
    if wanted(Part::Depth) {
        let largest = depth::print(&db).await?;
        if largest > LIMIT {
            problems.push(format!("The deepest page takes {largest:.3} times the first."));
        }
    }
    if !wanted(Part::Speed) && !wanted(Part::Depth) {
        return Ok(problems);
    }
    let server = server::start(db.clone()).await?;
    println!("\n{:52} {:>8} {:>17}", "Ratio", "median", "quartiles");
    if wanted(Part::Speed) {
        speed(&server).await?;
    }
    if wanted(Part::Depth) {
        let [administrator, _] = lists::viewers(&db).await?;
        let (first, deepest) = depth::pages(&db, administrator, &ListQuery::of(ListKind::Orders)).await?;
        let cookie = server.cookie(database::ADMINISTRATOR).await?;
        let mut connection = Connection::open(server.portal, &cookie).await?;
        let time = measure::cost(&mut connection, &path(&deepest), &path(&first)).await?;
        time.print("time, deepest page / first page");
        if time.median > LIMIT {
            problems.push("The deepest page takes more time than the first.".to_owned());
        }
    }
    db.close().await;
    Ok(problems)
}

/// Prints how many lists are answered for each answer that says nothing.
async fn speed(server: &Server) -> Result<(), Failure> {
    let cookie = server.cookie(database::REPRESENTATIVE).await?;
    let whole = lists::address(&ListQuery::of(ListKind::Orders))?;
    let later = Connection::open(server.portal, &cookie).await?.page(&path(LIST)).await?;
    for (name, path) in [
        ("requests, list of 50 with count / bare", path(LIST)),
        ("requests, second page of it / bare", later.ok_or("no second page")?),
        ("requests, the portal's own list / bare", path(&whole)),
    ] {
        measure::speed(server.bare, server.portal, &path, &cookie).await?.print(name);
    }
    Ok(())
}

fn path(address: &str) -> String {
    format!("/_api/{address}")
}
