//! The lines of an order: read with what they cost, written with their amounts.

use portal_store::schema::MONEY_PLACES;
use rust_decimal::Decimal;
use sqlx::{Row, SqliteConnection};

use super::confirm::Dates;
use super::pricing::{Line, LineAmounts, price_line};
use super::stage::Stage;

/// The places of a quantity as it is stored.
const QUANTITY_PLACES: u32 = 5;

/// A line with its price and its amounts.
pub(super) struct PricedLine {
    id: String,
    price: Decimal,
    pub(super) amounts: LineAmounts,
}

/// The lines of an order with their amounts; none if an amount is too large to be stored. The price is that of the
/// order's price list for the product and unit, else the product's own in the order's currency, else what the line
/// says (a line without a product).
pub(super) async fn priced(
    write: &mut SqliteConnection,
    order: &str,
    precision: u32,
) -> Result<Option<Vec<PricedLine>>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT l.salesorderdetailid, l.quantity, COALESCE(l.manualdiscountamount, 0) AS discount,
                COALESCE((SELECT pl.amount FROM productpricelevel pl
                           WHERE pl.productid = l.productid AND pl.pricelevelid = o.pricelevelid AND pl.uomid = l.uomid
                           ORDER BY pl.productpricelevelid LIMIT 1),
                         p.price, l.priceperunit, 0) AS price
           FROM salesorderdetail l
           JOIN salesorder o ON o.salesorderid = l.salesorderid
           LEFT JOIN product p ON p.productid = l.productid
                AND COALESCE(p.transactioncurrencyid, o.transactioncurrencyid) = o.transactioncurrencyid
          WHERE l.salesorderid = $1",
    )
    .bind(order)
    .fetch_all(write)
    .await?;
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        let line = Line {
            price: Decimal::new(row.try_get("price")?, MONEY_PLACES),
            quantity: Decimal::new(row.try_get("quantity")?, QUANTITY_PLACES),
            discount: Decimal::new(row.try_get("discount")?, MONEY_PLACES),
        };
        match price_line(line, precision).filter(|amounts| stored(amounts.base).is_some()) {
            Some(amounts) => {
                lines.push(PricedLine { id: row.try_get("salesorderdetailid")?, price: line.price, amounts });
            }
            None => return Ok(None),
        }
    }
    Ok(Some(lines))
}

/// Writes a confirmed line.
pub(super) async fn write(
    write: &mut SqliteConnection,
    line: &PricedLine,
    dates: &Dates,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE salesorderdetail
            SET priceperunit = $1, manualdiscountamount = $2, baseamount = $3, extendedamount = $4, tax = 0,
                quantityshipped = 0, msdyn_linestatus = $5, msdyn_confirmedreceiptdate = $6,
                msdyn_confirmedshippingdate = $7
          WHERE salesorderdetailid = $8",
    )
    .bind(stored(line.price))
    .bind(stored(line.amounts.discount))
    .bind(stored(line.amounts.base))
    .bind(stored(line.amounts.extended))
    .bind(Stage::Confirmed.codes().line)
    .bind(&dates.receipt)
    .bind(&dates.shipping)
    .bind(&line.id)
    .execute(write)
    .await?;
    Ok(())
}

/// An amount as it is stored: whole ten-thousandths. None if it does not fit.
pub(super) fn stored(mut amount: Decimal) -> Option<i64> {
    amount.rescale(MONEY_PLACES);
    if amount.scale() != MONEY_PLACES {
        return None;
    }
    i64::try_from(amount.mantissa()).ok()
}
