//! Order lines.

use sqlx::SqliteConnection;

use super::super::record::Record;
use super::one;
use crate::StoreError;
use crate::sql::{Sql, Value};

/// Decimal places of a stored quantity.
const QUANTITY_PLACES: u32 = 5;

/// The largest quantity (Dataverse).
const LARGEST_QUANTITY: i64 = 100_000_000_000 * 10_i64.pow(QUANTITY_PLACES);

/// A product as far as a line depends on it.
struct Product {
    name: Value,
    unit: Value,
    /// How many decimals a quantity of it can have.
    decimals: u32,
    active: bool,
}

/// Refuses a quantity or a product that cannot be ordered; sets place, unit, name and currency.
pub(super) async fn complete(
    connection: &mut SqliteConnection,
    record: &mut Record,
) -> Result<(), StoreError> {
    check_quantity(record)?;
    if *record.get("isproductoverridden") == Value::Integer(1) {
        if record.text("productdescription").is_none_or(|text| text.trim().is_empty()) {
            return Err(StoreError::invalid(
                "productdescription",
                "is required for a product that is written in.",
            ));
        }
    } else {
        product(connection, record).await?;
    }
    if *record.get("lineitemnumber") == Value::Null {
        let mut sql = Sql::new(
            "SELECT COALESCE(MAX(lineitemnumber), 0) + 1 FROM salesorderdetail WHERE salesorderid = ",
        );
        sql.bind(record.get("salesorderid").clone());
        if let [next] = &one(connection, sql).await?[..] {
            record.set("lineitemnumber", next.clone());
        }
    }
    let mut sql = Sql::new("SELECT transactioncurrencyid FROM salesorder WHERE salesorderid = ");
    sql.bind(record.get("salesorderid").clone());
    if let [currency] = &one(connection, sql).await?[..] {
        record.set("transactioncurrencyid", currency.clone());
    }
    Ok(())
}

fn check_quantity(record: &Record) -> Result<(), StoreError> {
    match *record.get("quantity") {
        Value::Integer(quantity) if quantity <= 0 => {
            Err(StoreError::invalid("quantity", "must be greater than zero."))
        }
        Value::Integer(quantity) if quantity > LARGEST_QUANTITY => {
            Err(StoreError::invalid("quantity", "is too large."))
        }
        _ => Ok(()),
    }
}

async fn product(connection: &mut SqliteConnection, record: &mut Record) -> Result<(), StoreError> {
    if *record.get("productid") == Value::Null {
        return Err(StoreError::invalid("productid", "is required."));
    }
    let product = find(connection, record.get("productid")).await?;
    if !product.active {
        return Err(StoreError::invalid(
            "productid",
            "refers to a product that is not active and cannot be ordered.",
        ));
    }
    let unit = 10_i64.pow(QUANTITY_PLACES - product.decimals.min(QUANTITY_PLACES));
    if matches!(record.get("quantity"), Value::Integer(quantity) if quantity % unit != 0) {
        let problem = match product.decimals {
            0 => "must be a whole number for this product.".to_owned(),
            decimals => format!("must have at most {decimals} decimals for this product."),
        };
        return Err(StoreError::invalid("quantity", problem));
    }
    record.set("productname", product.name.clone());
    record.set("salesorderdetailname", product.name);
    record.fill("uomid", || product.unit);
    if *record.get("uomid") == Value::Null {
        return Err(StoreError::invalid("uomid", "is required."));
    }
    Ok(())
}

async fn find(connection: &mut SqliteConnection, key: &Value) -> Result<Product, StoreError> {
    let mut sql =
        Sql::new("SELECT name, defaultuomid, quantitydecimal, statecode FROM product WHERE productid = ");
    sql.bind(key.clone());
    match &one(connection, sql).await?[..] {
        [name, unit, Value::Integer(decimals), state] => Ok(Product {
            name: name.clone(),
            unit: unit.clone(),
            decimals: u32::try_from(*decimals).unwrap_or(0),
            active: *state == Value::Integer(0),
        }),
        _ => Err(StoreError::invalid("productid", "refers to a product that is not there.")),
    }
}
