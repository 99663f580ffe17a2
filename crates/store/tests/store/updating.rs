//! Changing rows, with and without conditions.

use portal_store::schema::Table;
use portal_store::write::{Outcome, Precondition, update};
use portal_store::{Db, StoreError, Viewer};
use serde_json::{Value, json};

use crate::fixture::*;

async fn patch(
    db: &Db,
    viewer: &Viewer,
    set: &str,
    n: u32,
    body: Value,
    precondition: Precondition,
) -> Result<Outcome, StoreError> {
    update(db, viewer, Table::of_set(set).unwrap(), key(n), &body.to_string(), &precondition).await
}

async fn etag(db: &Db, n: u32) -> String {
    let query = format!("$select=name&$filter=salesorderid eq {}", key(n));
    let row = rows(db, &administrator(), "salesorders", &query).await.remove(0);
    row["@odata.etag"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_change_gives_the_row_a_new_tag_and_none_gives_it_none() {
    let db = database().await;
    let nora = user(NORA, NORTH);
    let before = etag(&db, ORDER_NORA).await;
    let change = json!({ "shipto_city": "Köln", "@odata.etag": "ignored" });
    let outcome =
        patch(&db, &nora, "salesorders", ORDER_NORA, change.clone(), Precondition::Tag(before.clone())).await;
    assert_eq!(outcome.unwrap(), Outcome::Updated);
    let after = etag(&db, ORDER_NORA).await;
    assert_ne!(before, after);
    patch(&db, &nora, "salesorders", ORDER_NORA, change.clone(), Precondition::Exists).await.unwrap();
    assert_eq!(etag(&db, ORDER_NORA).await, after, "nothing was different");
    let error =
        patch(&db, &nora, "salesorders", ORDER_NORA, change, Precondition::Tag(before)).await.unwrap_err();
    assert_eq!((error.status(), error.cds_code()), (412, Some("0x80060882")));
}

#[tokio::test]
async fn conditions_decide_between_change_and_creation() {
    let db = database().await;
    let nora = user(NORA, NORTH);
    let change = || json!({ "shipto_city": "Köln" });
    let ask = |n, body, precondition| patch(&db, &nora, "salesorders", n, body, precondition);
    assert_eq!(ask(999, change(), Precondition::Exists).await.unwrap_err().status(), 404);
    assert_eq!(ask(ORDER_NORA, change(), Precondition::Missing).await.unwrap_err().status(), 412);
    let whole = json!({
        "name": "sales order",
        "customerid_account@odata.bind": format!("/accounts({})", key(NORTH)),
        "msdyn_ContactPerson@odata.bind": format!("/contacts({})", key(NORA)),
        "pricelevelid@odata.bind": format!("/pricelevels({})", key(PRICES)),
        "transactioncurrencyid@odata.bind": format!("/transactioncurrencies({})", key(CURRENCY)),
    });
    assert_eq!(ask(999, whole.clone(), Precondition::Missing).await.unwrap(), Outcome::Created);
    assert_eq!(ask(999, whole, Precondition::Missing).await.unwrap_err().status(), 412);
    assert_eq!(ask(999, change(), Precondition::None).await.unwrap(), Outcome::Updated);
}

#[tokio::test]
async fn a_foreign_order_cannot_be_changed_and_looks_like_none() {
    let db = database().await;
    for precondition in [Precondition::Exists, Precondition::Tag("W/\"1\"".into())] {
        let change = json!({ "shipto_city": "Köln" });
        let error =
            patch(&db, &representative(NORA, NORTH), "salesorders", ORDER_SOUTH, change, precondition)
                .await
                .unwrap_err();
        assert_eq!(error.to_string(), format!("salesorder With Id = {} Does Not Exist", key(ORDER_SOUTH)));
    }
}

#[tokio::test]
async fn only_active_orders_and_free_columns_can_be_changed() {
    let db = database().await;
    let viewer = administrator();
    let ask = |n, body| patch(&db, &viewer, "salesorders", n, body, Precondition::Exists);
    let cases = [
        (
            ORDER_NILS,
            json!({ "shipto_city": "Köln" }),
            "The order cannot be changed: it is no longer active.",
        ),
        (
            ORDER_NORA,
            json!({ "statecode": 4 }),
            "Attribute statecode cannot be set: it is maintained by the system.",
        ),
        (
            ORDER_NORA,
            json!({ "ordernumber": "x" }),
            "Attribute ordernumber cannot be changed after the row was made.",
        ),
        (
            ORDER_NORA,
            json!({ "salesorderid": key(5) }),
            "Attribute salesorderid is not the key in the address.",
        ),
        (ORDER_NORA, json!({ "customerid_account@odata.bind": null }), "Attribute customerid is required."),
        (
            ORDER_NORA,
            json!({ "order_details": [] }),
            "Writing 'order_details' in an update is not supported.",
        ),
    ];
    for (order, body, message) in cases {
        assert_eq!(ask(order, body).await.unwrap_err().to_string(), message);
    }
    let line = patch(
        &db,
        &administrator(),
        "salesorderdetails",
        203,
        json!({ "quantity": 5 }),
        Precondition::Exists,
    )
    .await;
    assert_eq!(line.unwrap_err().status(), 400);
    let line = patch(
        &db,
        &administrator(),
        "salesorderdetails",
        201,
        json!({ "quantity": 1.5 }),
        Precondition::Exists,
    )
    .await;
    assert_eq!(line.unwrap_err().to_string(), "Attribute quantity must be a whole number for this product.");
}

#[tokio::test]
async fn people_change_how_they_are_reached_and_nothing_else() {
    let db = database().await;
    let nora = representative(NORA, NORTH);
    let ask = |n, body| patch(&db, &nora, "contacts", n, body, Precondition::Exists);
    assert_eq!(ask(NORA, json!({ "telephone1": "+45 1" })).await.unwrap(), Outcome::Updated);
    assert_eq!(ask(NILS, json!({ "telephone1": "+45 1" })).await.unwrap_err().code(), "90040102");
    assert_eq!(ask(SAM, json!({ "telephone1": "+45 1" })).await.unwrap_err().status(), 404);
    let away = json!({ "parentcustomerid_account@odata.bind": format!("/accounts({})", key(SOUTH)) });
    assert_eq!(ask(NORA, away).await.unwrap_err().status(), 400);
    let account = patch(&db, &nora, "accounts", NORTH, json!({ "fax": "1" }), Precondition::Exists).await;
    assert_eq!(account.unwrap_err().code(), "90040102");
}
