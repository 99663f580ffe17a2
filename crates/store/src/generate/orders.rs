//! Orders and their lines. An order follows from the seed and its number alone: not from how many there are.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::dice::Dice;
use super::lines::{self, Head, Line};
use super::masters::Masters;
use super::row::{Row, Rows, cents, missing, moment};
use super::stages::{DAY, Stage};
use super::{FIRST_DAY, Kind, key};
use crate::StoreError;
use crate::bulk::Versions;
use crate::schema::Table;
use crate::sql::Value;

/// Over how many days orders are spread: three years.
const DAYS: i64 = 3 * 365;

/// Writes the orders with these numbers that are not there yet; gives how many, and how many lines they have.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    versions: &mut Versions,
    masters: &Masters,
    seed: u64,
    numbers: RangeInclusive<u64>,
) -> Result<(u64, u64), StoreError> {
    let (Some(head), Some(line)) = (Table::named("salesorder"), Table::named("salesorderdetail")) else {
        return Ok((0, 0));
    };
    let keys: HashMap<u64, Uuid> = numbers.clone().map(|n| (n, key(seed, Kind::Order, n))).collect();
    let missing = missing(connection, head, keys.values().map(Uuid::to_string).collect()).await?;
    let (mut heads, mut lines) = (Rows::of(head), Rows::of(line));
    for number in numbers {
        let order = keys.get(&number).copied().unwrap_or_default();
        if !missing.contains(&order.into()) {
            continue;
        }
        let (row, line_rows) = order_rows(masters, seed, number, order);
        heads.add(connection, versions, row).await?;
        for row in line_rows {
            lines.add(connection, versions, row).await?;
        }
    }
    Ok((heads.finish(connection).await?, lines.finish(connection).await?))
}

/// An order and its lines.
fn order_rows(masters: &Masters, seed: u64, number: u64, order: Uuid) -> (Row, Vec<Row>) {
    let mut dice = Dice::new(seed, Kind::Order, number);
    let account = dice.pick(&masters.accounts);
    let contact = dice.pick(&account.contacts);
    let created = FIRST_DAY + spread(number) + i64::try_from(dice.below(7200)).unwrap_or(0);
    let stage = Stage::at((FIRST_DAY + DAYS * DAY - created) / DAY, &mut dice);
    let requested = created / DAY * DAY + i64::try_from(dice.between(5, 40)).unwrap_or(5) * DAY;
    let shipped = created / DAY * DAY + i64::try_from(dice.between(1, 9)).unwrap_or(1) * DAY;
    let requisition = dice.percent(60).then(|| format!("PO-{}", dice.between(10_000, 99_999)));
    let delivery = dice.pick(&masters.delivery_modes);
    let lines = lines::think_up(masters, account.currency, &mut dice);
    let freight = if dice.percent(20) { 0 } else { i64::try_from(dice.between(450, 8900)).unwrap_or(0) };
    let amount: i64 = lines.iter().map(Line::extended).sum();
    let discount: i64 = lines.iter().map(|line| line.discount).sum();
    let text = |text: &str| Value::Text(text.to_owned());
    let row = vec![
        ("salesorderid", order.into()),
        ("name", "sales order".into()),
        ("msdyn_salesordernumber", Value::Text(format!("G-{number:07}"))),
        ("customerid", account.key.into()),
        ("customeridtype", "account".into()),
        ("customeraccountid", account.key.into()),
        ("msdyn_invoicecustomerid", account.key.into()),
        ("msdyn_invoicecustomeridtype", "account".into()),
        ("msdyn_contactperson", contact.key.into()),
        ("msdyn_company", masters.company.into()),
        ("pricelevelid", masters.price_lists[account.currency].into()),
        ("transactioncurrencyid", masters.currencies[account.currency].into()),
        ("msdyn_ordertype", Value::Integer(192_350_000)),
        ("msdyn_isreadytosync", Value::Integer(1)),
        ("msdyn_processingstatus", Value::Integer(stage.processing)),
        ("statecode", Value::Integer(stage.state)),
        ("statuscode", Value::Integer(stage.status)),
        ("msdyn_requestedreceiptdate", moment(requested)),
        ("msdyn_confirmedshippingdate", if stage.confirmed { moment(shipped) } else { Value::Null }),
        ("msdyn_customerrequisitionnumber", requisition.map_or(Value::Null, Value::Text)),
        ("msdyn_deliverymode", (*delivery).into()),
        ("shipto_name", text(&account.name)),
        ("shipto_line1", text(&account.street)),
        ("shipto_city", text(account.city)),
        ("shipto_postalcode", text(&account.postal_code)),
        ("shipto_country", text(account.country)),
        ("totallineitemamount", cents(amount)),
        ("totallineitemdiscountamount", cents(discount)),
        ("totalamountlessfreight", cents(amount)),
        ("freightamount", cents(freight)),
        ("totaltax", cents(0)),
        ("totalamount", cents(amount + freight)),
        ("createdon", moment(created)),
        ("modifiedon", moment(if stage.confirmed { shipped.max(created) } else { created })),
    ];
    let head = Head { order, currency: account.currency, stage, created, requested };
    let place = |n: u64| key(seed, Kind::Line, number * lines::MOST + n);
    let rows = lines.iter().zip(0..).map(|(line, n)| line.row(masters, &head, place(n), n + 1));
    (row, rows.collect())
}

/// How many seconds after the first day an order is placed: the numbers written in binary and read backwards (van der
/// Corput), which spreads any number of orders evenly over the same three years.
fn spread(number: u64) -> i64 {
    let seconds = u128::from(number.reverse_bits()) * u128::from((DAYS * DAY).unsigned_abs() - 7200);
    i64::try_from(seconds >> 64).unwrap_or(0)
}
