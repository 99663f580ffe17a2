//! Taking an order in: number, prices, confirmed dates.

use portal_store::Db;
use portal_store::schema::MONEY_PLACES;
use sqlx::{AssertSqlSafe, Row, SqliteConnection};
use time::macros::format_description;
use time::{Date, Duration, OffsetDateTime};

use crate::rows;

use super::lines::{self, stored};
use super::pricing::{Totals, totals};
use super::stage::Stage;
use super::{MOST, Pace, number, touch};

/// Goods arrive so many days after the order if nobody asked for a later day, and leave so many before they arrive.
const DELIVERY_DAYS: i64 = 5;
const TRANSIT_DAYS: i64 = 2;

/// An order that waits for its number. Staged orders do not wait, nor do orders without a line: there is nothing
/// to confirm yet. What the stand-in has once had in its hands waits no more.
const WAITING: &str = "o.msdyn_salesordernumber IS NULL AND o.msdyn_isreadytosync = 1 AND o.statecode = 0
    AND EXISTS (SELECT 1 FROM salesorderdetail l WHERE l.salesorderid = o.salesorderid)
    AND NOT EXISTS (SELECT 1 FROM erp_order e WHERE e.salesorderid = o.salesorderid)";

/// The confirmed days of an order, as they are stored.
pub(super) struct Dates {
    pub(super) receipt: String,
    pub(super) shipping: String,
}

/// The orders that have waited long enough since they were last changed, the oldest first.
pub(super) async fn waiting(db: &Db, now: OffsetDateTime, pace: Pace) -> Result<Vec<String>, sqlx::Error> {
    let sql = format!(
        "SELECT o.salesorderid FROM salesorder o WHERE {WAITING} AND o.modifiedon <= $1
          ORDER BY o.createdon, o.salesorderid LIMIT $2"
    );
    sqlx::query_scalar(AssertSqlSafe(sql))
        .bind(rows::stored(now - Duration::seconds(pace.seconds)))
        .bind(MOST)
        .fetch_all(db.reads())
        .await
}

/// Numbers, prices and confirms an order. False if it does not wait any more, or if its amounts cannot be stored.
pub(super) async fn confirm(
    write: &mut SqliteConnection,
    order: &str,
    now: OffsetDateTime,
    pace: Pace,
) -> Result<bool, sqlx::Error> {
    let sql = format!(
        "SELECT c.currencyprecision, COALESCE(o.msdyn_requestedreceiptdate, o.requestdeliveryby) AS requested
           FROM salesorder o JOIN transactioncurrency c ON c.transactioncurrencyid = o.transactioncurrencyid
          WHERE o.salesorderid = $1 AND {WAITING}"
    );
    let Some(found) = sqlx::query(AssertSqlSafe(sql)).bind(order).fetch_optional(&mut *write).await? else {
        return Ok(false);
    };
    let precision = found.try_get::<i64, _>("currencyprecision")?.clamp(0, MONEY_PLACES.into()) as u32;
    let lines = lines::priced(write, order, precision).await?.unwrap_or_default();
    let sums = totals(lines.iter().map(|line| &line.amounts)).filter(|sums| stored(sums.lines).is_some());
    let Some(sums) = sums.filter(|_| !lines.is_empty()) else {
        tracing::warn!("the stand-in leaves order {order} alone: its amounts are too large");
        remember(write, order, None).await?;
        return Ok(false);
    };
    let dates = dates(found.try_get("requested")?, now);
    for line in &lines {
        lines::write(write, line, &dates).await?;
    }
    write_order(write, order, sums, &dates).await?;
    let due = now.unix_timestamp() + Stage::Confirmed.lasts(pace);
    remember(write, order, Some(due)).await?;
    touch(write, order, now).await?;
    Ok(true)
}

/// Writes number, status, dates and totals.
async fn write_order(
    write: &mut SqliteConnection,
    order: &str,
    sums: Totals,
    dates: &Dates,
) -> Result<(), sqlx::Error> {
    let number = number::next(write).await?;
    let codes = Stage::Confirmed.codes();
    sqlx::query(
        "UPDATE salesorder
            SET msdyn_salesordernumber = $1, msdyn_processingstatus = $2, statecode = $3, statuscode = $4,
                msdyn_confirmedreceiptdate = $5, msdyn_confirmedshippingdate = $6, totallineitemamount = $7,
                totalamountlessfreight = $7, totalamount = $7, totallineitemdiscountamount = $8,
                totaldiscountamount = $8, discountamount = 0, freightamount = 0, totaltax = 0,
                msdyn_isocurrencycode = (SELECT c.isocurrencycode FROM transactioncurrency c
                                          WHERE c.transactioncurrencyid = salesorder.transactioncurrencyid)
          WHERE salesorderid = $9",
    )
    .bind(number)
    .bind(codes.processing)
    .bind(codes.state.0)
    .bind(codes.state.1)
    .bind(&dates.receipt)
    .bind(&dates.shipping)
    .bind(stored(sums.lines))
    .bind(stored(sums.discounts))
    .bind(order)
    .execute(write)
    .await?;
    Ok(())
}

/// Keeps that the order is ours, and when it goes on, if it does.
async fn remember(write: &mut SqliteConnection, order: &str, due: Option<i64>) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO erp_order (salesorderid, stage, due) VALUES ($1, $2, $3)")
        .bind(order)
        .bind(Stage::Confirmed.number())
        .bind(due)
        .execute(write)
        .await?;
    Ok(())
}

/// The days that are confirmed: what was asked for, if goods can arrive by then.
fn dates(requested: Option<&str>, now: OffsetDateTime) -> Dates {
    let form = format_description!("[year]-[month]-[day]");
    let requested = requested.and_then(|text| Date::parse(text.get(..10)?, form).ok());
    let earliest = now.date() + Duration::days(DELIVERY_DAYS);
    let receipt = requested.map_or(earliest, |day| day.max(earliest));
    let shipping = receipt.checked_sub(Duration::days(TRANSIT_DAYS)).unwrap_or(receipt);
    Dates {
        receipt: rows::stored(receipt.midnight().assume_utc()),
        shipping: rows::stored(shipping.midnight().assume_utc()),
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn a_day_that_can_be_kept_is_confirmed() {
        let now = datetime!(2026-05-01 23:30 UTC);
        let cases = [
            (Some("2026-06-01T00:00:00Z"), "2026-06-01T00:00:00Z", "2026-05-30T00:00:00Z"),
            (Some("2026-05-02T00:00:00Z"), "2026-05-06T00:00:00Z", "2026-05-04T00:00:00Z"),
            (None, "2026-05-06T00:00:00Z", "2026-05-04T00:00:00Z"),
        ];
        for (requested, receipt, shipping) in cases {
            let dates = dates(requested, now);
            assert_eq!((dates.receipt.as_str(), dates.shipping.as_str()), (receipt, shipping));
        }
    }
}
