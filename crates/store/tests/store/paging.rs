//! Pages by key: every row once, in one sequence, whatever is sorted by.

use portal_store::Db;
use serde_json::Value;
use sqlx::AssertSqlSafe;

use crate::fixture::*;

/// All values of a column, page by page.
async fn walk(set: &str, name: &str, order: &str, size: u64) -> Vec<Value> {
    let db = database().await;
    let mut token = String::new();
    let mut all = Vec::new();
    loop {
        let query = format!("$select={name}&$orderby={order}{token}");
        let found = page(&db, &administrator(), set, &query, Some(size)).await.unwrap();
        assert!(found.rows.len() as u64 <= size && !found.rows.is_empty());
        all.extend(found.rows.iter().map(|row| serde_json::to_value(row).unwrap()[name].clone()));
        match found.next {
            Some(next) => token = format!("&$skiptoken={next}"),
            None => return all,
        }
    }
}

#[tokio::test]
async fn pages_of_any_size_put_together_are_the_whole() {
    for order in [
        "createdon desc",
        "createdon desc,salesorderid asc",
        "msdyn_salesordernumber",
        "msdyn_salesordernumber desc",
        "totalamount",
        "totalamount desc",
        "name",
        "name desc,msdyn_processingstatus,shipto_city desc",
        "_customerid_value desc",
        "salesorderid desc",
    ] {
        let whole = walk("salesorders", "salesorderid", order, 100).await;
        assert_eq!(whole.len(), 4);
        for size in 1..=4 {
            assert_eq!(walk("salesorders", "salesorderid", order, size).await, whole, "{order} by {size}");
        }
    }
}

#[tokio::test]
async fn rows_without_value_come_first_and_last_when_turned_round() {
    let up = walk("salesorders", "shipto_city", "shipto_city", 1).await;
    assert_eq!(up, [Value::Null, "Berlin".into(), "München".into(), "münster".into()]);
    let down = walk("salesorders", "shipto_city", "shipto_city desc", 1).await;
    assert_eq!(down.into_iter().rev().collect::<Vec<_>>(), up);
}

#[tokio::test]
async fn a_top_has_no_next_page_and_a_page_size_overrules_it() {
    let db = database().await;
    let found = page(&db, &administrator(), "salesorders", "$select=name&$top=2", None).await.unwrap();
    assert_eq!((found.rows.len(), found.next.is_some()), (2, false));
    let found = page(&db, &administrator(), "salesorders", "$select=name&$top=2", Some(3)).await.unwrap();
    assert_eq!((found.rows.len(), found.next.is_some()), (3, true));
}

#[tokio::test]
async fn a_place_in_one_sequence_is_none_in_another() {
    let db = database().await;
    let first =
        page(&db, &administrator(), "salesorders", "$select=name&$orderby=createdon", Some(1)).await.unwrap();
    let other = format!("$select=name&$orderby=name&$skiptoken={}", first.next.unwrap());
    assert_eq!(refusal(&db, &administrator(), "salesorders", &other).await.status(), 400);
}

/// How the database would answer a statement.
async fn plan(db: &Db, sql: &str) -> Vec<String> {
    let explain = sqlx::query_as(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")));
    let steps: Vec<(i64, i64, i64, String)> = explain.fetch_all(db.reads()).await.unwrap();
    steps.into_iter().map(|step| step.3).collect()
}

/// What is asked for a list, as `read` writes it.
fn list(rest: &str) -> String {
    format!(
        "SELECT t.name FROM salesorder t WHERE {rest} ORDER BY t.createdon DESC, t.salesorderid ASC LIMIT 51"
    )
}

#[tokio::test]
async fn a_list_is_searched_for_in_the_index_of_its_role_and_never_sorted() {
    let db = Db::temporary().await.unwrap();
    let after =
        "(t.createdon <= 'a' AND (t.createdon < 'a' OR (t.createdon = 'a' AND t.salesorderid > 'b')))";
    let status = "(t.msdyn_processingstatus = 1 OR t.msdyn_processingstatus IS NULL)";
    let (account, person) =
        ("t.customeraccountid = 'x'", "(t.msdyn_contactperson = 'x' AND t.customerid = 'y')");
    let cases = [
        (list("TRUE"), "SCAN t USING INDEX salesorder_newest"),
        (list(&format!("TRUE AND {after}")), "SEARCH t USING INDEX salesorder_newest (createdon<?)"),
        (list(&format!("TRUE AND {status}")), "SCAN t USING INDEX salesorder_newest"),
        (list(account), "SEARCH t USING INDEX salesorder_of_account (customeraccountid=?)"),
        (
            list(&format!("{account} AND {after}")),
            "SEARCH t USING INDEX salesorder_of_account (customeraccountid=? AND createdon<?)",
        ),
        (
            list(&format!("{account} AND {status}")),
            "SEARCH t USING INDEX salesorder_of_account (customeraccountid=?)",
        ),
        (list(person), "SEARCH t USING INDEX salesorder_of_person (msdyn_contactperson=?)"),
    ];
    for (sql, step) in cases {
        assert_eq!(plan(&db, &sql).await, [step], "{sql}");
    }
    let count =
        format!("SELECT COUNT(*) FROM (SELECT 1 FROM salesorder t WHERE {account} AND {status} LIMIT 5000)");
    let covered = "SEARCH t USING COVERING INDEX salesorder_of_account (customeraccountid=?)";
    assert!(plan(&db, &count).await.contains(&covered.to_owned()), "{:?}", plan(&db, &count).await);
}
