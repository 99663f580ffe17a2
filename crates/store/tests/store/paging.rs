//! Pages by key: every row once, in one sequence, whatever is sorted by.

use serde_json::Value;

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

#[tokio::test]
async fn rows_are_counted_for_the_first_page_and_the_others_repeat_it() {
    let db = database().await;
    let ask = |token: String| {
        let db = db.clone();
        async move {
            let query = format!("$select=name&$orderby=totalamount desc&$count=true{token}");
            page(&db, &administrator(), "salesorders", &query, Some(2)).await.unwrap()
        }
    };
    let first = ask(String::new()).await;
    assert_eq!((first.count, first.rows.len()), (Some(4), 2));
    let mut write = db.begin_write().await.unwrap();
    sqlx::query("DELETE FROM salesorderdetail").execute(&mut *write).await.unwrap();
    sqlx::query("DELETE FROM salesorder WHERE msdyn_salesordernumber = 'SO-1'")
        .execute(&mut *write)
        .await
        .unwrap();
    write.commit().await.unwrap();
    let second = ask(format!("&$skiptoken={}", first.next.unwrap())).await;
    assert_eq!((second.count, second.rows.len()), (Some(4), 1), "counted again for the second page");
    assert_eq!(ask(String::new()).await.count, Some(3));
}

#[tokio::test]
async fn what_is_all_on_one_page_is_counted_by_its_rows() {
    let db = database().await;
    let query = "$select=name&$filter=shipto_city ne null&$count=true";
    let found = page(&db, &administrator(), "salesorders", query, None).await.unwrap();
    assert_eq!((found.count, found.rows.len()), (Some(3), 3));
}
