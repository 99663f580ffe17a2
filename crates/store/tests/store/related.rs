//! Conditions on related rows: lines of orders, orders of lines, and one lookup further.

use portal_store::Viewer;
use serde_json::{Value, json};

use crate::fixture::*;

async fn orders(viewer: &Viewer, filter: &str) -> Vec<Value> {
    let db = database().await;
    let query = format!("$orderby=createdon&$filter={filter}");
    column(&db, viewer, "salesorders", "msdyn_salesordernumber", &query).await
}

async fn lines(viewer: &Viewer, filter: &str) -> Vec<Value> {
    let db = database().await;
    let query = format!("$orderby=createdon desc,salesorderdetailid asc&$filter={filter}");
    column(&db, viewer, "salesorderdetails", "salesorderdetailid", &query).await
}

fn keys(numbers: &[u32]) -> Vec<Value> {
    numbers.iter().map(|n| json!(key(*n))).collect()
}

#[tokio::test]
async fn orders_are_found_by_what_is_on_their_lines() {
    let cases: &[(&str, &[&str])] = &[
        ("order_details/any()", &["SO-1", "SO-2", "SO-4"]),
        ("order_details/any(l:l/quantity gt 1)", &["SO-2", "SO-4"]),
        ("order_details/any(l:contains(l/productid/name,'LOTH'))", &["SO-2"]),
        ("order_details/any(l:l/productid/name eq 'chair')", &["SO-1", "SO-2", "SO-4"]),
        ("order_details/any(l:l/productid/name eq 'chair' and l/quantity eq 4)", &["SO-4"]),
        (
            "order_details/any(l:l/productid/productnumber eq 'c-2' or l/extendedamount eq 400)",
            &["SO-2", "SO-4"],
        ),
        ("order_details/any(l:l/_productid_value eq k42)", &["SO-2"]),
        ("order_details/any(l:l/productid/productid eq k42)", &["SO-2"]),
        ("order_details/any(l:l/productid/name ne 'Chair')", &["SO-2"]),
        ("order_details/any(l:not (l/productid/name eq 'Chair'))", &["SO-2"]),
        ("order_details/any(l:l/quantityshipped lt l/quantity)", &[]),
        ("order_details/any(l:l/quantityshipped eq null) and statecode eq 4", &["SO-2"]),
        ("statecode eq 0 and order_details/all(l:l/quantity eq 1)", &["SO-1", ""]),
        ("order_details/any() and order_details/all(l:l/productid/name eq 'Chair')", &["SO-1", "SO-4"]),
        ("not order_details/any()", &[""]),
        (
            "contains(shipto_city,'nowhere') or order_details/any(l:contains(l/productid/name,'loth'))",
            &["SO-2"],
        ),
    ];
    // Who sees everything is answered by other statements than who does not.
    let representatives = [representative(NORA, NORTH), representative(SAM, SOUTH)];
    for (filter, expected) in cases {
        let expected: Vec<_> = expected
            .iter()
            .map(|number| if number.is_empty() { Value::Null } else { json!(number) })
            .collect();
        assert_eq!(orders(&administrator(), filter).await, expected, "{filter}");
        let (north, south) =
            (orders(&representatives[0], filter).await, orders(&representatives[1], filter).await);
        assert_eq!([north, south].concat(), expected, "{filter}");
    }
}

#[tokio::test]
async fn what_is_on_the_lines_of_others_is_not_told() {
    let db = database().await;
    let nora = user(NORA, NORTH);
    assert_eq!(orders(&nora, "order_details/any(l:l/quantity gt 1)").await, [] as [Value; 0]);
    assert_eq!(orders(&nora, "order_details/any()").await, ["SO-1"]);
    assert_eq!(
        orders(&nora, "order_details/any(l:l/salesorderid/shipto_city eq 'Berlin')").await,
        [] as [Value; 0]
    );
    // An account leads to its orders as well, and only to those that are seen.
    let accounts = |viewer: Viewer, condition: &'static str| {
        let db = db.clone();
        async move {
            let query = format!("$filter=order_customer_accounts/{condition}");
            column(&db, &viewer, "accounts", "accountnumber", &query).await
        }
    };
    assert_eq!(accounts(administrator(), "any(o:o/totalamount gt 150)").await.len(), 2);
    assert_eq!(accounts(representative(NORA, NORTH), "any(o:o/totalamount gt 150)").await, ["NORTH"]);
    assert_eq!(accounts(nora, "any(o:o/totalamount gt 150)").await, [] as [Value; 0], "Nils placed it");
    // A contact that is not seen has no name.
    let by_name = "order_customer_accounts/any(o:contains(o/msdyn_ContactPerson/fullname,'Nils'))";
    for (viewer, found) in [(administrator(), 1), (representative(NORA, NORTH), 1), (user(NORA, NORTH), 0)] {
        let query = format!("$filter={by_name}");
        assert_eq!(column(&db, &viewer, "accounts", "name", &query).await.len(), found);
    }
}

#[tokio::test]
async fn lines_are_found_by_their_order_and_their_product() {
    let cases: &[(&str, &[u32])] = &[
        ("salesorderid/msdyn_salesordernumber eq 'so-2'", &[202, 203]),
        (
            "salesorderid/msdyn_salesordernumber eq 'SO-2' and salesorderid/msdyn_processingstatus ne 192350007",
            &[202, 203],
        ),
        ("salesorderid/msdyn_salesordernumber ne 'SO-2'", &[201, 204]),
        ("not (salesorderid/msdyn_salesordernumber eq 'SO-2')", &[201, 204]),
        ("contains(salesorderid/shipto_city,'mün')", &[201, 202, 203]),
        ("contains(salesorderid/shipto_city,'MÜN') and productid/name eq 'Cloth'", &[203]),
        ("startswith(productid/name,'ch') and salesorderid/statecode eq 0", &[201, 204]),
        ("salesorderid/createdon ge 2024-01-02", &[202, 203, 204]),
        ("salesorderid/statecode eq 4 or salesorderid/shipto_city eq 'Berlin'", &[202, 203, 204]),
        ("salesorderid/statecode eq 0 and salesorderid/shipto_city eq 'Berlin'", &[204]),
        ("not (salesorderid/statecode eq 0 and salesorderid/shipto_city eq 'Berlin')", &[201, 202, 203]),
        (
            "contains(productid/name,'loth') or contains(salesorderid/shipto_city,'rli') or quantity eq 30.7",
            &[203, 204],
        ),
        ("0 eq salesorderid/statecode and 1 lt quantity", &[204]),
        ("_salesorderid_value eq k102", &[202, 203]),
        ("k102 eq _salesorderid_value and quantity gt 1", &[203]),
        ("quantityshipped eq null or quantityshipped lt quantity", &[201, 202, 203, 204]),
    ];
    let mut all = Vec::new();
    for (filter, expected) in cases {
        let mut found = lines(&administrator(), filter).await;
        found.sort_by_key(Value::to_string);
        assert_eq!(found, keys(expected), "{filter}");
        let north = lines(&representative(NORA, NORTH), filter).await;
        assert_eq!(north.len(), expected.iter().filter(|line| **line != 204).count(), "{filter}");
        let nora = lines(&user(NORA, NORTH), filter).await;
        all.extend(nora);
    }
    all.dedup();
    assert!(all.iter().all(|line| *line == keys(&[201])[0]), "Nora sees her line alone: {all:?}");
}

#[tokio::test]
async fn lines_come_with_their_order_and_their_product() {
    let db = database().await;
    let query = "$select=quantity&$orderby=createdon desc,salesorderdetailid asc\
                 &$expand=salesorderid($select=msdyn_salesordernumber),productid($select=name)&$count=true";
    let found = page(&db, &representative(NORA, NORTH), "salesorderdetails", query, Some(2)).await.unwrap();
    assert_eq!((found.count, found.rows.len(), found.next.is_some()), (Some(3), 2, true));
    let rows = rows(&db, &representative(NORA, NORTH), "salesorderdetails", query).await;
    let told: Vec<_> = rows
        .iter()
        .map(|row| format!("{} {}", row["salesorderid"]["msdyn_salesordernumber"], row["productid"]["name"]))
        .collect();
    assert_eq!(told, ["\"SO-1\" \"Chair\"", "\"SO-2\" \"Chair\"", "\"SO-2\" \"Cloth\""]);
    let figures = "$apply=filter(salesorderid/statecode eq 0)/aggregate(extendedamount with sum as open)";
    let open = |viewer| {
        let db = db.clone();
        async move { crate::fixture::rows(&db, &viewer, "salesorderdetails", figures).await[0]["open"].clone() }
    };
    assert_eq!(open(administrator()).await, json!(500.5));
    assert_eq!(open(representative(NORA, NORTH)).await, json!(100.5));
}

#[tokio::test]
async fn columns_are_compared_with_each_other() {
    let db = database().await;
    let late = source(&[(
        "salesorders.csv",
        "salesorderid,name,customerid,pricelevelid,transactioncurrencyid,msdyn_requestedreceiptdate,\
         msdyn_confirmedreceiptdate\n\
         k101,late,k1,k32,k31,2024-02-01,2024-02-03\nk102,early,k1,k32,k31,2024-02-01,2024-01-20\n\
         k104,unknown,k2,k32,k31,2024-02-01,\n",
    )]);
    portal_store::import::import(&db, &late).await.unwrap();
    let names = |filter: &'static str| {
        let db = db.clone();
        async move {
            let query = format!("$orderby=createdon&$filter={filter}");
            column(&db, &administrator(), "salesorders", "name", &query).await
        }
    };
    assert_eq!(names("msdyn_confirmedreceiptdate gt msdyn_requestedreceiptdate").await, ["late"]);
    assert_eq!(names("msdyn_confirmedreceiptdate le msdyn_requestedreceiptdate").await, ["early"]);
    assert_eq!(names("not (msdyn_confirmedreceiptdate le msdyn_requestedreceiptdate)").await.len(), 3);
    assert_eq!(names("order_details/any(l:l/createdon le l/modifiedon)").await, ["late", "early", "unknown"]);
    let by_order = "salesorderid/msdyn_confirmedreceiptdate gt salesorderid/msdyn_requestedreceiptdate";
    let query = format!("$filter={by_order}");
    let found = column(&db, &administrator(), "salesorderdetails", "_salesorderid_value", &query).await;
    assert_eq!(found, keys(&[101]));
}

#[tokio::test]
async fn what_cannot_be_asked_of_related_rows_is_refused() {
    let db = database().await;
    let cases = [
        ("salesorders", "nothing/any()", "90040100"),
        ("salesorders", "order_details/any(l:l/nothing eq 1)", "90040100"),
        ("salesorders", "order_details/any(l:l/nothing/name eq 'x')", "90040100"),
        ("salesorders", "order_details/any(l:l/productid/currentcost gt 1)", "90040101"),
        ("salesorders", "order_details/quantity gt 1", "9004010B"),
        ("salesorders", "customerid_account/any()", "9004010D"),
        ("salesorders", "order_details/any(l:l/quantity eq 'x')", "9004010D"),
        ("salesorders", "customeraccountid/name eq 'x'", "90040100"),
        ("salesorders", "salesorder_Annotations/any(n:contains(n/documentbody,'x'))", "9004010D"),
        ("salesorderdetails", "salesorderid/customerid_account/name eq 'x'", "9004010B"),
        ("salesorderdetails", "msdyn_requestedreceiptdate gt quantity", "9004010D"),
    ];
    for (set, filter, code) in cases {
        let query =
            format!("$select={}&$filter={filter}", if set == "salesorders" { "name" } else { "quantity" });
        let error = refusal(&db, &administrator(), set, &query).await;
        assert_eq!(error.code(), code, "{filter}: {error}");
    }
}
