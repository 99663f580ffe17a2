//! What each role sees, by every way there is to a row.

use portal_store::{StoreError, Viewer};
use serde_json::{Value, json};

use crate::fixture::*;

async fn cities(viewer: &Viewer) -> Vec<Value> {
    let db = database().await;
    column(&db, viewer, "salesorders", "salesorderid", "$orderby=createdon").await
}

fn keys(numbers: &[u32]) -> Vec<Value> {
    numbers.iter().map(|n| json!(key(*n))).collect()
}

#[tokio::test]
async fn each_role_sees_its_orders() {
    let all = [ORDER_NORA, ORDER_NILS, ORDER_PRIVATE, ORDER_SOUTH];
    assert_eq!(cities(&administrator()).await, keys(&all));
    assert_eq!(cities(&representative(NORA, NORTH)).await, keys(&[ORDER_NORA, ORDER_NILS, ORDER_PRIVATE]));
    assert_eq!(cities(&user(NORA, NORTH)).await, keys(&[ORDER_NORA]));
    assert_eq!(cities(&user(NILS, NORTH)).await, keys(&[ORDER_NILS, ORDER_PRIVATE]));
    assert_eq!(cities(&representative(SAM, SOUTH)).await, keys(&[ORDER_SOUTH]));
}

#[tokio::test]
async fn a_contact_without_account_sees_nothing_of_any_account() {
    let db = database().await;
    for role in [representative(NORA, NORTH), user(NILS, NORTH)] {
        let viewer = Viewer { account: None, ..role };
        let orders = column(&db, &viewer, "salesorders", "salesorderid", "$orderby=createdon").await;
        let private = if viewer.contact == key(NILS) && viewer.role.name() == "Authorized user" {
            keys(&[ORDER_PRIVATE])
        } else {
            vec![]
        };
        assert_eq!(orders, private);
        assert!(column(&db, &viewer, "accounts", "name", "").await.is_empty());
    }
}

#[tokio::test]
async fn lines_are_seen_with_their_order_and_people_with_their_account() {
    let db = database().await;
    let lines = |viewer| {
        let db = db.clone();
        async move { rows(&db, &viewer, "salesorderdetails", "$select=quantity").await.len() }
    };
    assert_eq!(lines(administrator()).await, 4);
    assert_eq!(lines(representative(NORA, NORTH)).await, 3);
    assert_eq!(lines(user(NORA, NORTH)).await, 1);
    let people = |viewer| {
        let db = db.clone();
        async move { column(&db, &viewer, "contacts", "fullname", "$orderby=fullname").await }
    };
    assert_eq!(people(representative(NORA, NORTH)).await, [json!("Nils North"), json!("Nora North")]);
    assert_eq!(people(user(NORA, NORTH)).await, [json!("Nora North")]);
    assert_eq!(column(&db, &user(SAM, SOUTH), "products", "name", "").await.len(), 3);
}

#[tokio::test]
async fn a_foreign_row_is_not_told_by_filter_expand_group_or_name() {
    let db = database().await;
    let nora = representative(NORA, NORTH);
    let foreign = format!("$select=name&$filter=salesorderid eq {}", key(ORDER_SOUTH));
    assert!(rows(&db, &nora, "salesorders", &foreign).await.is_empty());
    let lines = format!("$select=quantity&$filter=_salesorderid_value eq {}", key(ORDER_SOUTH));
    assert!(rows(&db, &nora, "salesorderdetails", &lines).await.is_empty());

    // The currency is everybody's, the orders inside of an expand are not.
    let query = "$select=name&$expand=order_customer_accounts($select=msdyn_salesordernumber)";
    let found = rows(&db, &nora, "accounts", query).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["order_customer_accounts"].as_array().unwrap().len(), 2);

    let groups =
        rows(&db, &nora, "salesorders", "$apply=groupby((_customerid_value),aggregate($count as n))").await;
    assert!(groups.iter().all(|group| group["_customerid_value"] != json!(key(SOUTH))), "{groups:?}");
    let all = rows(
        &db,
        &nora,
        "salesorders",
        "$apply=filter(totalamount gt 0)/aggregate(totalamount with max as m)",
    )
    .await;
    assert_eq!(all, [json!({ "m": 200.25 })]);
}

#[tokio::test]
async fn a_path_to_a_row_that_is_not_seen_has_no_value() {
    let db = database().await;
    let nora = user(NORA, NORTH);
    // Nils ordered for the same account, but to an authorized user his contact row is not there.
    let by_name = "$select=name&$filter=msdyn_ContactPerson/fullname eq 'Nora North'";
    assert_eq!(rows(&db, &nora, "salesorders", by_name).await.len(), 1);
    let nils = user(NILS, NORTH);
    let price = "$select=name&$filter=customerid_account/name eq 'O''Hara %26 Söhne'";
    assert_eq!(rows(&db, &nils, "salesorders", price).await.len(), 1);
    let query = "$select=name&$expand=customerid_account($select=name)&$orderby=createdon";
    let found = rows(&db, &nils, "salesorders", query).await;
    assert_eq!(found[0]["customerid_account"]["name"], "O'Hara & Söhne");
    assert_eq!(found[1]["customerid_account"], Value::Null, "a private customer is no account");
}

#[tokio::test]
async fn what_customers_must_not_know_is_not_offered() {
    let db = database().await;
    for query in [
        "$select=currentcost",
        "$select=name&$filter=currentcost gt 1",
        "$select=name&$orderby=standardcost",
        "$apply=aggregate(currentcost with max as m)",
        "$apply=groupby((currentcost))",
    ] {
        let error = refusal(&db, &administrator(), "products", query).await;
        assert!(matches!(error, StoreError::AttributeNotEnabled { .. }), "{query}: {error}");
    }
    let query = "$select=name&$expand=productid($select=currentcost)";
    assert_eq!(refusal(&db, &administrator(), "productpricelevels", query).await.status(), 400);
    let query = "$select=amount&$filter=productid/currentcost gt 1";
    assert_eq!(refusal(&db, &administrator(), "productpricelevels", query).await.code(), "90040101");
    let query = "$select=name&$filter=customeraccountid/name eq 'x'";
    assert_eq!(refusal(&db, &administrator(), "salesorders", query).await.status(), 400);
}

#[tokio::test]
async fn prices_are_seen_by_the_accounts_whose_list_they_are_on() {
    let db = database().await;
    let stranger = Viewer { account: None, ..representative(NORA, NORTH) };
    for (set, name) in [("pricelevels", "pricelevelid"), ("productpricelevels", "productpricelevelid")] {
        assert_eq!(column(&db, &representative(NORA, NORTH), set, name, "").await.len(), 1, "{set}");
        assert_eq!(column(&db, &user(NILS, NORTH), set, name, "").await.len(), 1, "{set}");
        assert!(column(&db, &stranger, set, name, "").await.is_empty(), "{set}");
    }
}
