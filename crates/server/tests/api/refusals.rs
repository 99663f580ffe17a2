//! Bad requests of every kind: each has a clear answer in the dialect's form, and none is a fault of the server.

use axum::body::Body;
use axum::http::{Method, StatusCode};
use portal_server::TOKEN_NAME;
use serde_json::json;

use crate::orders::order;
use crate::test_app::{REPRESENTATIVE, TestApp};

#[tokio::test]
async fn questions_that_cannot_be_answered_are_refused_by_code() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let long = "x".repeat(10_000);
    let deep = "(".repeat(10_000);
    let columns = vec!["name"; 3_000].join(",");
    let related = vec!["customerid_account/name eq 'x'"; 21].join(" or ");
    let cases = [
        ("salesorders?$select=name&$filter=1 eq".to_owned(), 400, "9004010D"),
        ("salesorders?$select=nothing".to_owned(), 400, "90040100"),
        ("salesorders".to_owned(), 403, "90040101"),
        ("salesorders?$select=name&$skip=5".to_owned(), 400, "9004010B"),
        ("salesorders?$select=name&$search=x".to_owned(), 400, "9004010B"),
        ("salesorders?$select=name&$filter=name eq 'O'Hara'".to_owned(), 400, "9004010D"),
        (format!("salesorders?$select=name&$filter={deep}"), 400, "9004010D"),
        (format!("salesorders?$select={long}"), 400, "90040100"),
        (format!("salesorders?$select=name&$skiptoken={long}"), 400, "9004010D"),
        ("salesorders?$select=name&$filter=%FF".to_owned(), 400, "9004010D"),
        ("salesorders?$select=name&$top=-1".to_owned(), 400, "9004010D"),
        ("products?$select=currentcost".to_owned(), 403, "90040101"),
        ("weather?$select=name".to_owned(), 404, "9004010C"),
        ("portal_user?$select=email".to_owned(), 404, "9004010C"),
        ("salesorders(17)?$select=name".to_owned(), 400, "9004010D"),
        ("salesorders(0190aaaa-0000-7000-8000-000000000009)?$select=name".to_owned(), 404, "9004010D"),
        ("salesorders(0190aaaa-0000-7000-8000-000000000009)/name".to_owned(), 400, "9004010B"),
        (format!("salesorders?$select=name&$orderby={columns}"), 400, "9004010D"),
        (format!("salesorders?$apply=groupby(({columns}),aggregate($count as n))"), 400, "9004010D"),
        (format!("salesorders?$select=name&$filter={related}"), 400, "9004010D"),
        ("salesorders?$select=name&$filter=contains(name,'%00')".to_owned(), 400, "9004010D"),
        ("%FF".to_owned(), 400, "9004010D"),
        ("a//b".to_owned(), 400, "9004010B"),
    ];
    for (path, status, code) in cases {
        let answer = savea.get(&format!("/_api/{path}")).await;
        let (found, found_code, message) = answer.error();
        let short: String = path.chars().take(80).collect();
        assert_eq!((found, found_code.as_str()), (status, code), "{short}: {message}");
        assert!(!message.is_empty());
    }
    for filter in ["name eq 'O''Hara'".to_owned(), format!("contains(name,'{long}')")] {
        let answer = savea.get(&format!("/_api/salesorders?$select=name&$filter={filter}")).await;
        assert_eq!((answer.status, &answer.json()["value"]), (StatusCode::OK, &json!([])));
    }
}

#[tokio::test]
async fn who_is_not_signed_in_is_told_nothing() {
    let mut nobody = TestApp::new().await;
    for path in ["/_api/salesorders?$select=name", "/_api/weather", "/_api/products/$count", "/_api"] {
        let (status, code, _) = nobody.get(path).await.error();
        assert_eq!((status, code.as_str()), (401, "90040109"), "{path}");
    }
    let answer = nobody.send(Method::POST, "/_api/salesorders", &[], Body::from("{}")).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_write_needs_its_token_and_a_body_of_json() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let json = [("content-type", "application/json")];
    let answer = savea.send(Method::POST, "/_api/salesorders", &json, Body::from("{}")).await;
    assert_eq!(answer.error().1, "90040107");
    let wrong = [("content-type", "application/json"), (TOKEN_NAME, "AAAA")];
    let answer = savea.send(Method::POST, "/_api/salesorders", &wrong, Body::from("{}")).await;
    assert_eq!((answer.error().0, answer.error().1), (403, "90040107".into()));

    let bodies: [(&[u8], u16); 6] = [
        (b"", 400),
        (b"{", 400),
        (b"{}", 400),
        (b"[]", 400),
        (b"\xff", 400),
        (&vec![b' '; 5 * 1024 * 1024], 413),
    ];
    for (body, status) in bodies {
        let answer = savea.write_raw("application/json", Body::from(body.to_vec())).await;
        assert_eq!(answer.error().0, status, "{answer:?}");
    }
    assert_eq!(savea.write_raw("text/plain", Body::from("{}")).await.error().0, 415);
}

#[tokio::test]
async fn methods_that_mean_nothing_are_refused() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let row = "/_api/salesorders(0190aaaa-0000-7000-8000-000000000009)";
    let cases = [
        (Method::DELETE, row),
        (Method::PUT, row),
        (Method::POST, row),
        (Method::POST, "/_api/salesorders/$count"),
        (Method::PATCH, "/_api/salesorders"),
        (Method::DELETE, "/_api/salesorders"),
    ];
    for (method, path) in cases {
        let (status, code, _) = savea.write(method.clone(), path, &[], &json!({ "name": "x" })).await.error();
        assert_eq!((status, code.as_str()), (405, "9004010B"), "{method} {path}");
    }
}

#[tokio::test]
async fn a_refused_order_names_the_column_and_leaves_nothing() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let good = order(&mut savea).await;
    let mut negative = good.clone();
    negative["order_details"][0]["quantity"] = json!(-3);
    let mut long = good.clone();
    long["shipto_city"] = json!("x".repeat(10_000));
    let mut foreign = good.clone();
    foreign["customerid_account@odata.bind"] = json!("/accounts(20aacdf0-fd3b-58d5-a56f-a18060605d13)");
    for (body, column) in [(negative, "quantity"), (long, "shipto_city"), (foreign, "customerid")] {
        let (status, _, message) = savea.write(Method::POST, "/_api/salesorders", &[], &body).await.error();
        assert!((400..=404).contains(&status) && message.contains(column), "{message}");
    }
    assert_eq!(savea.get("/_api/salesorders/$count").await.text, "31");
}

#[tokio::test]
async fn a_session_that_ends_in_the_middle_of_the_form_loses_nothing() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let body = order(&mut savea).await;
    savea.pass(8 * 24 * 3600);
    let refused = savea.write(Method::POST, "/_api/salesorders", &[], &body).await;
    assert_eq!(refused.refusal(), (401, "90040109".to_owned()));
    savea.sign_in(REPRESENTATIVE).await;
    assert_eq!(
        savea.write(Method::POST, "/_api/salesorders", &[], &body).await.status,
        StatusCode::NO_CONTENT
    );
}
