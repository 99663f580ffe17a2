//! Lines over all orders, and orders by their lines, as the portal asks for them.

use serde_json::{Value, json};

use crate::test_app::{ADMINISTRATOR, REPRESENTATIVE, TestApp, USER};

async fn values(app: &mut TestApp, path: &str) -> Vec<Value> {
    let answer = app.get(&format!("/_api/{path}")).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.text);
    answer.json()["value"].as_array().unwrap().clone()
}

#[tokio::test]
async fn lines_are_listed_with_order_and_product_and_found_by_either() {
    for (email, of_order, of_product) in [(ADMINISTRATOR, 6, 44), (REPRESENTATIVE, 6, 5), (USER, 0, 2)] {
        let mut app = TestApp::signed_in(email).await;
        let list = "salesorderdetails?$select=quantity,quantityshipped&$orderby=createdon desc,salesorderdetailid asc\
                    &$expand=salesorderid($select=msdyn_salesordernumber),productid($select=name,msdyn_productnumber)";
        let by_order = "salesorderid/msdyn_salesordernumber eq 'SO-10847' and salesorderid/msdyn_processingstatus ne 192350007";
        let found = values(&mut app, &format!("{list}&$filter={by_order}")).await;
        assert_eq!(found.len(), of_order, "{email}");
        assert!(found.iter().all(|line| line["salesorderid"]["msdyn_salesordernumber"] == "SO-10847"));
        let found = values(&mut app, &format!("{list}&$filter=productid/name eq 'chang'")).await;
        assert_eq!(found.len(), of_product, "{email}");
        assert!(found.iter().all(|line| line["productid"]["msdyn_productnumber"] == "0002"));
        let first = app
            .get_with(&format!("/_api/{list}&$count=true"), &[("prefer", "odata.maxpagesize=20")])
            .await
            .json();
        let (count, mut next) = (first["@odata.count"].as_u64().unwrap(), first["@odata.nextLink"].clone());
        let mut seen = first["value"].as_array().unwrap().len();
        while let Some(link) = next.as_str() {
            let path = link.strip_prefix("http://portal.example").unwrap().to_owned();
            let page = app.get_with(&path, &[("prefer", "odata.maxpagesize=500")]).await.json();
            seen += page["value"].as_array().unwrap().len();
            next = page["@odata.nextLink"].clone();
        }
        assert_eq!(seen as u64, count, "{email}");
    }
}

#[tokio::test]
async fn orders_are_found_by_a_product_and_by_two_of_their_dates() {
    for (email, of_chang) in [(ADMINISTRATOR, 44), (REPRESENTATIVE, 5), (USER, 2)] {
        let mut app = TestApp::signed_in(email).await;
        let chang = "order_details/any(l:contains(l/productid/name,'CHANG') or l/productid/msdyn_productnumber eq '0002')";
        let count = app.get(&format!("/_api/salesorders/$count?$filter={chang}")).await.text;
        assert_eq!(count, of_chang.to_string(), "{email}");
        let found =
            values(&mut app, &format!("salesorders?$select=name&$filter={chang} and order_details/any()"))
                .await;
        assert_eq!(found.len(), of_chang);
    }
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    savea
        .run("UPDATE salesorder SET msdyn_confirmedreceiptdate = '2026-06-11T00:00:00Z',
                     msdyn_requestedreceiptdate = '2026-06-10T00:00:00Z' WHERE msdyn_salesordernumber = 'SO-10847'")
        .await;
    let late = "salesorders?$select=msdyn_salesordernumber&$filter=msdyn_confirmedreceiptdate gt msdyn_requestedreceiptdate";
    let found = values(&mut savea, late).await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["msdyn_salesordernumber"], "SO-10847");
}

#[tokio::test]
async fn rows_are_counted_without_being_sent() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let filter = "msdyn_processingstatus eq 192350001";
    let open = savea.get(&format!("/_api/salesorders/$count?$filter={filter}")).await;
    assert_eq!((open.header("content-type"), open.header("odata-version")), ("text/plain", "4.0"));
    let path = format!("/_api/salesorders?$select=name&$filter={filter}&$count=true&$top=0");
    let answer = savea.get(&path).await.json();
    assert_eq!(answer["@odata.count"].to_string(), open.text);
    assert_eq!((&answer["value"], answer.get("@odata.nextLink")), (&json!([]), None));
    for query in ["$filter=statecode eq 'x'", "$filter=1 eq", "$skip=1"] {
        assert_eq!(savea.get(&format!("/_api/salesorders/$count?{query}")).await.status, 400, "{query}");
    }
}

#[tokio::test]
async fn no_count_is_larger_than_five_thousand() {
    let mut admin = TestApp::signed_in(ADMINISTRATOR).await;
    admin
        .run(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4500)
             INSERT INTO salesorder (salesorderid, name, customerid, customeridtype, pricelevelid, transactioncurrencyid,
                    msdyn_isreadytosync, statecode, createdon, modifiedon, versionnumber)
             SELECT 'many-' || n.i, o.name, o.customerid, o.customeridtype, o.pricelevelid, o.transactioncurrencyid,
                    1, 0, o.createdon, o.modifiedon, 1
               FROM n, salesorder o WHERE o.msdyn_salesordernumber = 'SO-10248'",
        )
        .await;
    assert_eq!(admin.value::<i64>("SELECT COUNT(*) FROM salesorder").await, 5330);
    assert_eq!(admin.get("/_api/salesorders/$count").await.text, "5000");
    assert_eq!(admin.get("/_api/salesorders/$count?$filter=statecode eq 0").await.text, "4500");
    let answer = admin.get("/_api/salesorders?$select=name&$count=true&$top=0").await.json();
    assert_eq!(answer["@odata.count"], 5000);
}
