//! What the list of orders costs, as ratios: against a route that does nothing, in the same process and the same
//! minute, and of the first page against the deepest. Ratios mean the same on every machine; seconds do not.
//! Run by `cargo portal bench`.

mod client;
mod measure;
mod server;

use std::process::ExitCode;

use client::Connection;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How many orders the measured database has.
const ORDERS: u64 = 100_000;

/// The deepest page may cost this much of the first.
const LIMIT: f64 = 1.1;

/// The orders as the portal lists them.
const LIST: &str = "/_api/salesorders?$select=salesorderid,msdyn_salesordernumber,createdon,totalamount,\
    msdyn_processingstatus,shipto_city&$orderby=createdon%20desc,salesorderid%20asc";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("The deepest page costs more than {LIMIT} times the first.");
            ExitCode::FAILURE
        }
        Err(failure) => {
            eprintln!("bench: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Measures and prints. False if the deepest page is too dear.
async fn run() -> Result<bool, Failure> {
    println!("Making a database with {ORDERS} orders …");
    let server = server::start(ORDERS).await?;
    let representative = server.cookie(server::REPRESENTATIVE).await?;
    let administrator = server.cookie(server::ADMINISTRATOR).await?;

    let list = format!("{LIST}&$count=true");
    let speed = measure::speed(server.bare, server.portal, &list, &representative).await?;
    let mut connection = Connection::open(server.portal, &administrator).await?;
    let deepest = deepest(&mut connection).await?;
    let depth = measure::cost(&mut connection, &deepest, LIST).await?;

    println!("\n{:52} {:>8} {:>17}", "Ratio", "median", "quartiles");
    for (name, spread) in [
        ("requests per second, list of 50 with count / bare", speed),
        ("time, deepest page / first page", depth),
    ] {
        println!("{name:52} {:8.3} {:8.3} {:8.3}", spread.median, spread.lower, spread.upper);
    }
    Ok(depth.median <= LIMIT)
}

/// The address of the last full page: by large pages to the last of them, then by pages of the usual size.
async fn deepest(connection: &mut Connection) -> Result<String, Failure> {
    let mut address = LIST.to_owned();
    for size in [5000, measure::PAGE] {
        let mut page = connection.page(&address, size).await?;
        while let Some(next) = page.next {
            page = connection.page(&next, size).await?;
            if page.rows == size {
                address = next;
            }
        }
    }
    Ok(address)
}
