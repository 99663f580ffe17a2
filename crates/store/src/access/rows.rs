//! Which rows a viewer sees, as a condition that every reference to a table carries: the rows asked for, expanded
//! rows, paths in filters, names of lookups, rows to bind, rows to change.

use crate::schema::Table;
use crate::sql::{Sql, Value};

use super::{Role, Viewer};

/// Adds the condition that the viewer sees the row of `table` which the statement calls `alias`.
pub(crate) fn visible(sql: &mut Sql, viewer: &Viewer, table: &Table, alias: &str) {
    if table.name == "annotation" {
        return note(sql, viewer, alias);
    }
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

/// As [`visible`], where the row is found already, by its key or by the row that it points to: no index is searched for
/// whose it is.
pub(crate) fn visible_found(sql: &mut Sql, viewer: &Viewer, table: &Table, alias: &str) {
    match table.name {
        "salesorderdetail" if viewer.role != Role::Administrator => with_order(sql, viewer, alias),
        _ => visible(sql, viewer, table, alias),
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

/// A line is seen with its order. For a representative the line's own copy of the account comes first: it is what an
/// index is searched by. The order is asked all the same, so that a copy that is wrong can only hide a line.
fn line(sql: &mut Sql, viewer: &Viewer, alias: &str) {
    if viewer.role == Role::CustomerRepresentative {
        own(sql, &format!("{alias}.customeraccountid"), viewer.account.map(Value::from));
        sql.push(" AND ");
        return with_order(sql, viewer, alias);
    }
    let head = sql.alias();
    sql.push(&format!("{alias}.salesorderid IN (SELECT {head}.salesorderid FROM salesorder {head} WHERE "));
    order(sql, viewer, &head);
    sql.push(")");
}

fn with_order(sql: &mut Sql, viewer: &Viewer, alias: &str) {
    let head = sql.alias();
    sql.push(&format!(
        "EXISTS (SELECT 1 FROM salesorder {head} WHERE {head}.salesorderid = {alias}.salesorderid AND "
    ));
    order(sql, viewer, &head);
    sql.push(")");
}

/// A note is seen with its order if it was written for the outside; who works inside reads the others elsewhere.
fn note(sql: &mut Sql, viewer: &Viewer, alias: &str) {
    sql.push(&format!("({alias}.msdyn_restriction = 1 AND EXISTS (SELECT 1 FROM salesorder "));
    let head = sql.alias();
    sql.push(&format!("{head} WHERE {head}.salesorderid = {alias}.objectid AND "));
    match viewer.role {
        Role::Administrator => {
            sql.push("TRUE");
        }
        _ => order(sql, viewer, &head),
    }
    sql.push("))");
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
