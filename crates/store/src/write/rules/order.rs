//! Orders.

use sqlx::SqliteConnection;

use super::super::record::Record;
use super::one;
use crate::StoreError;
use crate::schema::VERSION;
use crate::sql::{Sql, Value};

/// Sets the order number of this side (the ERP's own comes later), the currency's code, and the account behind the
/// customer.
pub(super) async fn complete(
    connection: &mut SqliteConnection,
    record: &mut Record,
) -> Result<(), StoreError> {
    if let Value::Integer(version) = *record.get(VERSION) {
        record.fill("ordernumber", || Value::Text(format!("ORD-{version:08}")));
    }
    let mut currency =
        Sql::new("SELECT isocurrencycode FROM transactioncurrency WHERE transactioncurrencyid = ");
    currency.bind(record.get("transactioncurrencyid").clone());
    if let [code] = &one(connection, currency).await?[..] {
        record.set("msdyn_isocurrencycode", code.clone());
    }
    let account = account(connection, record).await?;
    record.set("customeraccountid", account);
    Ok(())
}

/// The customer if it is an account, otherwise the account of the contact.
async fn account(connection: &mut SqliteConnection, record: &Record) -> Result<Value, StoreError> {
    if record.text("customeridtype") != Some("contact") {
        return Ok(record.get("customerid").clone());
    }
    let mut sql = Sql::new(
        "SELECT parentcustomerid FROM contact WHERE parentcustomeridtype = 'account' AND contactid = ",
    );
    sql.bind(record.get("customerid").clone());
    Ok(one(connection, sql).await?.into_iter().next().unwrap_or(Value::Null))
}
