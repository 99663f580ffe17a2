//! Making orders and lines.

use portal_store::schema::Table;
use portal_store::write::create;
use portal_store::{Db, StoreError, Viewer};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::fixture::*;

/// A whole order of Nora's, as the portal sends it.
fn order() -> Value {
    json!({
        "salesorderid": key(900),
        "name": "sales order",
        "customerid_account@odata.bind": format!("/accounts({})", key(NORTH)),
        "msdyn_InvoiceCustomerId_account@odata.bind": format!("accounts({})", key(NORTH)),
        "msdyn_company@odata.bind": format!("https://portal.example/_api/cdm_companies({})", key(COMPANY)),
        "msdyn_ContactPerson@odata.bind": format!("/contacts({})", key(NORA)),
        "pricelevelid@odata.bind": format!("/pricelevels({})", key(PRICES)),
        "transactioncurrencyid@odata.bind": format!("/transactioncurrencies({})", key(CURRENCY)),
        "msdyn_requestedreceiptdate": "2024-08-01T00:00:00Z",
        "msdyn_customerrequisitionnumber": "PO-7",
        "shipto_city": "Århus",
        "order_details": [
            line(CHAIR, "2"),
            line(CLOTH, "1.25"),
        ]
    })
}

fn line(product: u32, quantity: &str) -> Value {
    json!({
        "productid@odata.bind": format!("/products({})", key(product)),
        "uomid@odata.bind": format!("/uoms({})", key(PIECE)),
        "quantity": quantity.parse::<f64>().unwrap(),
    })
}

async fn post(db: &Db, viewer: &Viewer, set: &str, body: &Value) -> Result<Uuid, StoreError> {
    create(db, viewer, Table::of_set(set).unwrap(), &body.to_string()).await
}

async fn refused(viewer: &Viewer, set: &str, body: &Value) -> (u16, &'static str, String) {
    let db = database().await;
    let before = rows(&db, &administrator(), "salesorders", "$select=name").await.len();
    let error = post(&db, viewer, set, body).await.unwrap_err();
    assert_eq!(
        rows(&db, &administrator(), "salesorders", "$select=name").await.len(),
        before,
        "nothing stays"
    );
    (error.status(), error.code(), error.to_string())
}

fn with(mut body: Value, name: &str, value: Value) -> Value {
    body[name] = value;
    body
}

#[tokio::test]
async fn a_new_order_waits_for_its_number_and_its_amounts() {
    let db = database().await;
    let nora = user(NORA, NORTH);
    assert_eq!(post(&db, &nora, "salesorders", &order()).await.unwrap(), key(900));
    let query = format!(
        "$select=msdyn_salesordernumber,totalamount,msdyn_processingstatus,statecode,msdyn_ordertype,msdyn_isreadytosync,\
         msdyn_isocurrencycode,_msdyn_company_value,shipto_city&$filter=salesorderid eq {}\
         &$expand=order_details($select=lineitemnumber,quantity,productname,_transactioncurrencyid_value;$orderby=lineitemnumber)",
        key(900)
    );
    let found = rows(&db, &nora, "salesorders", &query).await.remove(0);
    for name in ["msdyn_salesordernumber", "totalamount", "msdyn_processingstatus"] {
        assert_eq!(found[name], Value::Null);
    }
    assert_eq!((&found["statecode"], &found["msdyn_ordertype"]), (&json!(0), &json!(192_350_000)));
    assert_eq!(
        (&found["msdyn_isreadytosync"], &found["msdyn_isocurrencycode"]),
        (&json!(true), &json!("EUR"))
    );
    assert_eq!(found["_msdyn_company_value"], json!(key(COMPANY)));
    let [first, second] = &found["order_details"].as_array().unwrap()[..] else { panic!("{found}") };
    assert_eq!((&first["lineitemnumber"], &second["lineitemnumber"]), (&json!(1), &json!(2)));
    assert_eq!((&second["productname"], &second["quantity"]), (&json!("Cloth"), &json!(1.25)));
    assert_eq!(second["_transactioncurrencyid_value"], json!(key(CURRENCY)));
}

#[tokio::test]
async fn sending_the_same_order_twice_makes_one() {
    let db = database().await;
    let nora = user(NORA, NORTH);
    post(&db, &nora, "salesorders", &order()).await.unwrap();
    let error = post(&db, &nora, "salesorders", &order()).await.unwrap_err();
    assert_eq!((error.status(), error.cds_code()), (412, Some("0x80040237")));
    assert_eq!(error.to_string(), "A record with matching key values already exists.");
    assert_eq!(rows(&db, &administrator(), "salesorderdetails", "$select=quantity").await.len(), 6);
}

#[tokio::test]
async fn what_a_column_cannot_hold_is_refused_by_its_name() {
    let nora = user(NORA, NORTH);
    let cases = [
        (
            "shipto_city",
            json!("x".repeat(81)),
            400,
            "Attribute shipto_city is too long: 81 characters, at most 80 are allowed.",
        ),
        ("name", Value::Null, 400, "Attribute name is required."),
        ("nothing", json!(1), 400, "Attribute nothing cannot be found for table salesorder."),
        (
            "totalamount",
            json!(1),
            400,
            "Attribute totalamount cannot be set: it is maintained by the system.",
        ),
        (
            "msdyn_requestedreceiptdate",
            json!("soon"),
            400,
            "Attribute msdyn_requestedreceiptdate must be a date with time, such as 2024-07-04T00:00:00Z.",
        ),
        ("msdyn_language", json!(5), 400, "Attribute msdyn_language has no choice 5."),
        ("msdyn_isreadytosync", json!("yes"), 400, "Attribute msdyn_isreadytosync must be true or false."),
        ("salesorderid", json!("17"), 400, "Attribute salesorderid must be a GUID."),
        (
            "_customerid_value",
            json!(key(1)),
            400,
            "Attribute _customerid_value is read only: a lookup is set with the name of its navigation property and @odata.bind.",
        ),
        (
            "customerid_account@odata.bind",
            json!("/contacts(x)"),
            400,
            "Attribute customerid must refer to a row as /accounts(GUID).",
        ),
        (
            "nothing@odata.bind",
            json!("/accounts(x)"),
            400,
            "Attribute nothing cannot be found for table salesorder.",
        ),
        ("shipto_city", json!({"a": 1}), 400, "Attribute shipto_city must be a text."),
        ("order_details", json!({}), 400, "'order_details' must be a list of objects."),
        ("order_details", json!(vec![json!({}); 1001]), 400, "'order_details' has more than 1000 rows."),
        (
            "customeraccountid@odata.bind",
            json!(format!("/accounts({})", key(SOUTH))),
            403,
            "Attribute customeraccountid in table salesorder is not enabled for Web Api.",
        ),
    ];
    for (name, value, status, message) in cases {
        let (found, _, text) = refused(&nora, "salesorders", &with(order(), name, value)).await;
        assert_eq!((found, text.as_str()), (status, message));
    }
    assert_eq!(refused(&nora, "salesorders", &json!({})).await.1, "900400FF");
    assert_eq!(refused(&nora, "salesorders", &json!([1])).await.0, 400);
}

#[tokio::test]
async fn a_line_takes_what_can_be_ordered() {
    let nora = user(NORA, NORTH);
    let cases = [
        (line(CHAIR, "0"), "Attribute quantity must be greater than zero."),
        (line(CHAIR, "-1"), "Attribute quantity must not be negative."),
        (line(CHAIR, "1.5"), "Attribute quantity must be a whole number for this product."),
        (line(CLOTH, "1.125"), "Attribute quantity must have at most 2 decimals for this product."),
        (line(CLOTH, "1.1234567"), "Attribute quantity must have at most 5 decimals."),
        (
            line(RETIRED, "1"),
            "Attribute productid refers to a product that is not active and cannot be ordered.",
        ),
        (json!({ "quantity": 1 }), "Attribute productid is required."),
        (
            json!({ "isproductoverridden": true, "quantity": 1 }),
            "Attribute productdescription is required for a product that is written in.",
        ),
        (with(line(CHAIR, "1"), "quantity", Value::Null), "Attribute quantity is required."),
        (
            with(line(CHAIR, "1"), "priceperunit", json!(0.01)),
            "Attribute priceperunit cannot be set: it is maintained by the system.",
        ),
    ];
    for (line, message) in cases {
        let body = with(order(), "order_details", json!([line]));
        assert_eq!(refused(&nora, "salesorders", &body).await.2, message);
    }
}

#[tokio::test]
async fn nobody_orders_for_others_or_learns_of_them() {
    let foreign = with(order(), "customerid_account@odata.bind", json!(format!("/accounts({})", key(SOUTH))));
    let nowhere = with(order(), "customerid_account@odata.bind", json!(format!("/accounts({})", key(999))));
    for viewer in [user(NORA, NORTH), representative(NORA, NORTH)] {
        let [foreign, nowhere] = [
            refused(&viewer, "salesorders", &foreign).await,
            refused(&viewer, "salesorders", &nowhere).await,
        ];
        assert_eq!(foreign.0, 404);
        assert_eq!(
            foreign.2.replace(&key(SOUTH).to_string(), "X"),
            nowhere.2.replace(&key(999).to_string(), "X")
        );
    }
    let mut anonymous = order();
    anonymous.as_object_mut().unwrap().remove("msdyn_ContactPerson@odata.bind");
    assert_eq!(refused(&user(NORA, NORTH), "salesorders", &anonymous).await.1, "90040103");
    assert_eq!(
        refused(&representative(NORA, NORTH), "products", &json!({ "name": "x" })).await.1,
        "90040103"
    );
}

#[tokio::test]
async fn a_line_joins_an_order_that_is_seen_and_active() {
    let db = database().await;
    let nora = representative(NORA, NORTH);
    let to = |order: u32| {
        with(line(CHAIR, "1"), "salesorderid@odata.bind", json!(format!("/salesorders({})", key(order))))
    };
    let made = post(&db, &nora, "salesorderdetails", &to(ORDER_NORA)).await.unwrap();
    let query = format!("$filter=salesorderdetailid eq {made}");
    assert_eq!(column(&db, &nora, "salesorderdetails", "lineitemnumber", &query).await, [json!(2)]);
    let error = post(&db, &nora, "salesorderdetails", &to(ORDER_NILS)).await.unwrap_err();
    assert_eq!(
        (error.status(), error.to_string().as_str()),
        (400, "The order cannot be changed: it is no longer active.")
    );
    assert_eq!(post(&db, &nora, "salesorderdetails", &to(ORDER_SOUTH)).await.unwrap_err().status(), 404);
    assert_eq!(
        post(&db, &nora, "salesorderdetails", &line(CHAIR, "1")).await.unwrap_err().to_string(),
        "Attribute salesorderid is required."
    );
}
