//! Orders on their way in.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::test_app::{REPRESENTATIVE, TestApp, USER};

const KEY: &str = "0190aaaa-0000-7000-8000-000000000001";

/// The first key of a query.
async fn key(browser: &mut TestApp, set: &str, name: &str, filter: &str) -> String {
    let answer = browser.get(&format!("/_api/{set}?$select={name}&$filter={filter}")).await.json();
    answer["value"][0][name].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

/// An order of Save-a-lot Markets with one line of Chai.
pub async fn order(savea: &mut TestApp) -> Value {
    let account = key(savea, "accounts", "accountid", "accountnumber eq 'SAVEA'").await;
    let list = key(savea, "pricelevels", "pricelevelid", "statecode eq 0").await;
    let currency =
        key(savea, "transactioncurrencies", "transactioncurrencyid", "isocurrencycode eq 'USD'").await;
    let product = key(savea, "products", "productid", "name eq 'Chai'").await;
    json!({
        "salesorderid": KEY,
        "name": "sales order",
        "customerid_account@odata.bind": format!("/accounts({account})"),
        "pricelevelid@odata.bind": format!("/pricelevels({list})"),
        "transactioncurrencyid@odata.bind": format!("/transactioncurrencies({currency})"),
        "shipto_city": "O'Hara",
        "order_details": [{ "productid@odata.bind": format!("/products({product})"), "quantity": 3 }]
    })
}

#[tokio::test]
async fn an_order_sent_twice_is_one_and_is_there() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let body = order(&mut savea).await;
    let answer = savea.write(Method::POST, "/_api/salesorders", &[], &body).await;
    assert_eq!((answer.status, answer.text.as_str()), (StatusCode::NO_CONTENT, ""), "{answer:?}");
    let address = format!("http://portal.example/_api/salesorders({KEY})");
    assert_eq!(answer.header("entityid"), KEY);
    assert_eq!(
        (answer.header("odata-entityid"), answer.header("location")),
        (address.as_str(), address.as_str())
    );

    let again = savea.write(Method::POST, "/_api/salesorders", &[], &body).await;
    assert_eq!(
        again.error(),
        (412, "9004010D".into(), "A record with matching key values already exists.".into())
    );
    assert_eq!(again.json()["error"]["cdscode"], "0x80040237");

    let path = format!(
        "/_api/salesorders({KEY})?$select=shipto_city,totalamount&$expand=order_details($select=quantity)"
    );
    let row = savea.get(&path).await.json();
    assert_eq!((&row["shipto_city"], &row["totalamount"]), (&json!("O'Hara"), &Value::Null));
    assert_eq!(row["order_details"][0]["quantity"].as_f64(), Some(3.0));
    let mut ernsh = savea.another_browser();
    ernsh.sign_in(USER).await;
    assert_eq!(ernsh.get(&path).await.error().0, 404);
}

#[tokio::test]
async fn who_prefers_the_row_gets_it() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let body = order(&mut savea).await;
    let prefer = [("prefer", "return=representation")];
    let answer = savea.write(Method::POST, "/_api/salesorders?$select=name", &prefer, &body).await;
    assert_eq!(
        (answer.status, answer.header("preference-applied")),
        (StatusCode::CREATED, "return=representation")
    );
    assert_eq!(answer.json()["salesorderid"], KEY);
    let change = json!({ "shipto_city": "Boise" });
    let path = format!("/_api/salesorders({KEY})");
    let answer = savea.write(Method::PATCH, &path, &prefer, &change).await;
    assert_eq!((answer.status, &answer.json()["shipto_city"]), (StatusCode::OK, &json!("Boise")));
}

#[tokio::test]
async fn a_change_is_made_once_and_a_stale_one_refused() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let body = order(&mut savea).await;
    savea.write(Method::POST, "/_api/salesorders", &[], &body).await;
    let path = format!("/_api/salesorders({KEY})");
    let tag = savea.get(&format!("{path}?$select=name")).await.header("etag").to_owned();
    let change = json!({ "msdyn_isreadytosync": false });
    let answer = savea.write(Method::PATCH, &path, &[("if-match", &tag)], &change).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{answer:?}");
    let change = json!({ "msdyn_isreadytosync": true });
    let stale = savea.write(Method::PATCH, &path, &[("if-match", &tag)], &change).await;
    let message = "The version of the existing record doesn't match the RowVersion property provided.";
    assert_eq!(stale.error(), (412, "9004010D".into(), message.into()));
    assert_eq!(stale.json()["error"]["cdscode"], "0x80060882");

    let nowhere = "/_api/salesorders(0190aaaa-0000-7000-8000-000000000009)";
    assert_eq!(savea.write(Method::PATCH, nowhere, &[("if-match", "*")], &change).await.error().0, 404);
    let create = savea.write(Method::PATCH, &path, &[("if-none-match", "*")], &body).await;
    assert_eq!(create.error().0, 412);
}

#[tokio::test]
async fn one_order_sent_twice_at_the_same_time_is_made_once() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let body = order(&mut savea).await;
    let mut other = savea.another_browser();
    other.sign_in(REPRESENTATIVE).await;
    let (one, two) = tokio::join!(
        savea.write(Method::POST, "/_api/salesorders", &[], &body),
        other.write(Method::POST, "/_api/salesorders", &[], &body),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 412]);
    assert_eq!(savea.get("/_api/salesorders/$count").await.text, "32");
    let lines: i64 =
        savea.value("SELECT COUNT(*) FROM salesorderdetail WHERE salesorderid LIKE '0190aaaa-%'").await;
    assert_eq!(lines, 1);
}
