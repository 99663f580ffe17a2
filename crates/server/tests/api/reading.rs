//! Reading, in the shapes that the portal reads.

use axum::http::StatusCode;
use serde_json::json;

use crate::test_app::{ADMINISTRATOR, REPRESENTATIVE, TestApp};

#[tokio::test]
async fn a_list_has_a_count_pages_and_only_own_rows() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let mut path = "/_api/salesorders?$select=msdyn_salesordernumber&$orderby=createdon desc,salesorderid asc&$count=true".to_owned();
    let prefer = [("prefer", "odata.maxpagesize=10"), ("prefer", "odata.include-annotations=\"*\"")];
    let mut numbers = Vec::new();
    loop {
        let answer = savea.get_with(&path, &prefer).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        assert_eq!(
            answer.header("preference-applied"),
            "odata.maxpagesize=10, odata.include-annotations=\"*\""
        );
        assert_eq!(answer.header("content-type"), "application/json; odata.metadata=minimal");
        assert_eq!(answer.header("odata-version"), "4.0");
        assert_eq!(answer.header("cache-control"), "no-store");
        let page = answer.json();
        assert_eq!(page["@odata.count"], 31);
        assert_eq!(
            page["@odata.context"],
            "http://portal.example/_api/$metadata#salesorders(msdyn_salesordernumber)"
        );
        numbers.extend(
            page["value"].as_array().unwrap().iter().map(|row| row["msdyn_salesordernumber"].clone()),
        );
        match page["@odata.nextLink"].as_str() {
            Some(next) => path = next.strip_prefix("http://portal.example").unwrap().to_owned(),
            None => break,
        }
    }
    assert_eq!(numbers.len(), 31);
    assert_eq!(savea.get("/_api/salesorders/$count").await.text, "31");
}

#[tokio::test]
async fn amounts_are_sent_with_their_digits() {
    let mut admin = TestApp::signed_in(ADMINISTRATOR).await;
    let answer =
        admin.get("/_api/salesorders?$select=totalamount&$filter=msdyn_salesordernumber eq 'SO-10248'").await;
    assert!(answer.text.contains("\"totalamount\":472.3800,"), "{}", answer.text);
    let key = answer.json()["value"][0]["salesorderid"].as_str().unwrap().to_owned();
    let answer = admin.get(&format!("/_api/salesorders({key})?$select=totalamount")).await;
    assert!(answer.text.contains("\"totalamount\":472.3800,"), "{}", answer.text);
    let sum = admin.get("/_api/salesorders?$apply=aggregate(totalamount with sum as total)").await;
    assert!(sum.text.contains("\"total\":1330735.4500"), "{}", sum.text);
}

#[tokio::test]
async fn a_row_that_is_known_already_is_not_sent_again() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let list = savea.get("/_api/salesorders?$select=name&$top=1").await.json();
    let path =
        format!("/_api/salesorders({})?$select=name", list["value"][0]["salesorderid"].as_str().unwrap());
    let first = savea.get(&path).await;
    let tag = first.header("etag").to_owned();
    assert_eq!(first.json()["@odata.etag"], tag);
    assert!(
        first.json()["@odata.context"].as_str().unwrap().ends_with("$metadata#salesorders(name)/$entity")
    );
    let again = savea.get_with(&path, &[("if-none-match", &tag)]).await;
    assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(savea.get_with(&path, &[("if-none-match", "W/\"0\"")]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn groups_and_related_rows_are_answered_in_one_request() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let groups =
        savea.get("/_api/salesorders?$apply=groupby((statecode),aggregate($count as count))").await.json();
    let counts: i64 =
        groups["value"].as_array().unwrap().iter().map(|group| group["count"].as_i64().unwrap()).sum();
    assert_eq!(counts, 31);
    let path = "/_api/salesorders?$select=name&$filter=msdyn_salesordernumber eq 'SO-10847'\
                &$expand=order_details($select=quantity;$expand=none)";
    assert_eq!(savea.get(path).await.error().1, "9004010B");
    let path = path.replace(";$expand=none", "");
    let row = &savea.get(&path).await.json()["value"][0];
    assert_eq!(row["order_details"].as_array().unwrap().len(), 6);
    assert_eq!(row["name"], json!("sales order"));
}
