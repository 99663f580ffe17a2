//! A stand-in for the ERP, for demonstrations: it numbers and confirms what the portal has ordered, and later
//! delivers and invoices it. It changes only orders that nobody has numbered, and then only those that it has
//! numbered itself. With a real ERP behind the tables it stays off.

mod advance;
mod confirm;
mod lines;
mod number;
mod pricing;
mod stage;

use std::time::Duration;

use portal_store::Db;
use sqlx::SqliteConnection;
use time::OffsetDateTime;

use crate::clock::Clock;
use crate::error::log;
use crate::rows;

pub use pricing::{Line, LineAmounts, Totals, price_line, totals};

/// How long the stand-in takes, at its quickest, for the next thing it does with an order.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    seconds: i64,
}

impl Pace {
    /// An order is confirmed after this many seconds, and everything later takes multiples of them.
    pub fn of_seconds(seconds: u32) -> Self {
        Self { seconds: seconds.into() }
    }
}

/// What one step did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Orders that got a number.
    pub confirmed: usize,
    /// Orders that went on.
    pub advanced: usize,
}

/// As many orders are changed in one step, so that nobody's order waits long for the database.
const MOST: i64 = 50;

/// Does what is due at `now`, in one transaction.
///
/// # Errors
/// The database failed; then nothing has changed.
pub async fn step(db: &Db, now: OffsetDateTime, pace: Pace) -> Result<Step, sqlx::Error> {
    let waiting = confirm::waiting(db, now, pace).await?;
    let due = advance::due(db, now).await?;
    if waiting.is_empty() && due.is_empty() {
        return Ok(Step::default());
    }
    let mut write = db.begin_write().await?;
    let mut step = Step::default();
    for order in &waiting {
        step.confirmed += usize::from(confirm::confirm(&mut write, order, now, pace).await?);
    }
    for (order, stage) in &due {
        step.advanced += usize::from(advance::advance(&mut write, order, *stage, now, pace).await?);
    }
    write.commit().await?;
    Ok(step)
}

/// Steps for ever. A step that fails is logged and tried again.
pub async fn run(db: Db, clock: Clock, pace: Pace) {
    let mut ticks = tokio::time::interval(Duration::from_millis(500));
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        match step(&db, clock.now(), pace).await {
            Ok(step) if step != Step::default() => {
                tracing::info!(
                    "the stand-in confirmed {} orders and moved {} on",
                    step.confirmed,
                    step.advanced
                );
            }
            Ok(_) => {}
            Err(error) => log(&error),
        }
    }
}

/// Counts a change of an order and, each by itself, of its lines.
async fn touch(write: &mut SqliteConnection, order: &str, now: OffsetDateTime) -> Result<(), sqlx::Error> {
    let moment = rows::stored(now);
    let version = rows::next_version(write).await?;
    sqlx::query("UPDATE salesorder SET modifiedon = $1, versionnumber = $2 WHERE salesorderid = $3")
        .bind(&moment)
        .bind(version)
        .bind(order)
        .execute(&mut *write)
        .await?;
    let lines = sqlx::query_scalar::<_, String>(
        "SELECT salesorderdetailid FROM salesorderdetail WHERE salesorderid = $1",
    );
    for line in lines.bind(order).fetch_all(&mut *write).await? {
        let version = rows::next_version(write).await?;
        sqlx::query(
            "UPDATE salesorderdetail SET modifiedon = $1, versionnumber = $2 WHERE salesorderdetailid = $3",
        )
        .bind(&moment)
        .bind(version)
        .bind(line)
        .execute(&mut *write)
        .await?;
    }
    Ok(())
}
