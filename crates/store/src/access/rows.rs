//! Which rows a viewer sees, as a condition that every reference to a table carries: the rows asked for, expanded
//! rows, paths in filters, names of lookups, rows to bind, rows to change.

use crate::schema::Table;
use crate::sql::{Sql, Value};

use super::{Role, Viewer};

/// Adds the condition that the viewer sees the row of `table` which the statement calls `alias`.
pub(crate) fn visible(sql: &mut Sql, viewer: &Viewer, table: &Table, alias: &str) {
    if viewer.role == Role::Administrator {
        sql.push("TRUE");
        return;
    }
    match table.name {
        "salesorder" => order(sql, viewer, alias),
        "salesorderdetail" => line(sql, viewer, alias),
        "account" => own(sql, &format!("{alias}.accountid"), viewer.account.map(Value::from)),
        "contact" => contact(sql, viewer, alias),
        "cdm_company"
        | "transactioncurrency"
        | "uom"
        | "product"
        | "msdyn_shipvia"
        | "msdyn_termsofdelivery"
        | "msdyn_paymentterm" => {
            sql.push("TRUE");
        }
        "pricelevel" | "productpricelevel" => price_list(sql, viewer, alias),
        // A table that nobody thought of here shows nothing.
        _ => {
            sql.push("FALSE");
        }
    }
}

/// A representative sees the orders of the account and of its contacts. An authorized user sees those that name the
/// user as contact person and whose customer is the user or the user's account.
fn order(sql: &mut Sql, viewer: &Viewer, alias: &str) {
    let account = viewer.account.map(Value::from);
    if viewer.role == Role::CustomerRepresentative {
        return own(sql, &format!("{alias}.customeraccountid"), account);
    }
    sql.push(&format!("({alias}.msdyn_contactperson = ")).bind(viewer.contact.into());
    sql.push(&format!(" AND ({alias}.customerid = ")).bind(viewer.contact.into()).push(" OR ");
    own(sql, &format!("{alias}.customeraccountid"), account);
    sql.push("))");
}

/// A line is seen with its order.
fn line(sql: &mut Sql, viewer: &Viewer, alias: &str) {
    let head = sql.alias();
    sql.push(&format!(
        "EXISTS (SELECT 1 FROM salesorder {head} WHERE {head}.salesorderid = {alias}.salesorderid AND "
    ));
    order(sql, viewer, &head);
    sql.push(")");
}

/// Everybody sees the own row; a representative also those of the account's other contacts.
fn contact(sql: &mut Sql, viewer: &Viewer, alias: &str) {
    sql.push(&format!("({alias}.contactid = ")).bind(viewer.contact.into());
    if viewer.role == Role::CustomerRepresentative {
        sql.push(&format!(" OR ({alias}.parentcustomeridtype = 'account' AND "));
        own(sql, &format!("{alias}.parentcustomerid"), viewer.account.map(Value::from));
        sql.push(")");
    }
    sql.push(")");
}

/// What others pay is nobody's business: everybody sees the price list of the own account, and no other.
fn price_list(sql: &mut Sql, viewer: &Viewer, alias: &str) {
    let account = sql.alias();
    sql.push(&format!(
        "{alias}.pricelevelid IN (SELECT {account}.defaultpricelevelid FROM account {account} WHERE "
    ));
    own(sql, &format!("{account}.accountid"), viewer.account.map(Value::from));
    sql.push(")");
}

/// The column holds the viewer's own key; nothing is owned by who has no key.
fn own(sql: &mut Sql, column: &str, key: Option<Value>) {
    match key {
        Some(key) => sql.push(column).push(" = ").bind(key),
        None => sql.push("FALSE"),
    };
}
