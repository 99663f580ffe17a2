//! Query options and what they answer.

use portal_odata::Query;
use portal_store::StoreError;
use portal_store::read::{self, Annotations};
use portal_store::schema::Table;
use serde_json::{Value, json};

use crate::fixture::*;

async fn numbers(filter: &str) -> Vec<Value> {
    let db = database().await;
    column(
        &db,
        &administrator(),
        "salesorders",
        "msdyn_salesordernumber",
        &format!("$orderby=createdon&$filter={filter}"),
    )
    .await
}

#[tokio::test]
async fn conditions_choose_rows() {
    let cases: &[(&str, &[&str])] = &[
        ("msdyn_salesordernumber eq 'so-2'", &["SO-2"]),
        ("shipto_city eq 'MÜNCHEN'", &["SO-1"]),
        ("contains(shipto_city,'Ü')", &["SO-1", "SO-2"]),
        ("contains(shipto_city,'m%n')", &["SO-1", "SO-2"]),
        ("startswith(shipto_city,'m_n')", &["SO-1", "SO-2"]),
        ("startswith(shipto_city,'mÜ')", &["SO-1", "SO-2"]),
        ("endswith(shipto_city,'LIN')", &["SO-4"]),
        ("totalamount gt 100.5 and totalamount le 400", &["SO-2", "SO-4"]),
        ("100.5 lt totalamount", &["SO-2", "SO-4"]),
        ("createdon ge 2024-01-02 and createdon lt 2024-01-03T00:00:00Z", &["SO-2"]),
        ("_customerid_value eq k2", &["SO-4"]),
        ("msdyn_isreadytosync eq true and statecode eq 4", &["SO-2"]),
        (
            "msdyn_processingstatus eq 192350000 or msdyn_processingstatus eq 192350005",
            &["SO-1", "SO-2", "SO-4"],
        ),
        ("customerid_account/accountnumber eq 'south'", &["SO-4"]),
        ("msdyn_deliverymode/msdyn_name eq 'Pigeon'", &["SO-4"]),
        ("MSDYN_DELIVERYMODE/msdyn_name eq 'Pigeon'", &["SO-4"]),
        ("createdon eq modifiedon", &[]),
    ];
    for (filter, expected) in cases {
        assert_eq!(numbers(filter).await, *expected, "{filter}");
    }
}

#[tokio::test]
async fn a_row_without_value_is_different_from_every_value() {
    assert_eq!(numbers("msdyn_salesordernumber eq null").await, [Value::Null]);
    assert_eq!(numbers("msdyn_salesordernumber ne null and totalamount ne 400").await, ["SO-1", "SO-2"]);
    let others = numbers("msdyn_salesordernumber ne 'SO-1'").await;
    assert_eq!(others, [json!("SO-2"), Value::Null, json!("SO-4")]);
    assert_eq!(numbers("not (msdyn_salesordernumber eq 'SO-1')").await, others);
    assert_eq!(numbers("not contains(shipto_city,'ü')").await, [Value::Null, json!("SO-4")]);
    assert_eq!(numbers("shipto_city ne 'münchen'").await.len(), 3);
}

#[tokio::test]
async fn quotes_percent_signs_and_long_texts_are_only_text() {
    let db = database().await;
    let names = |filter: &str| {
        let query = format!("$filter={filter}");
        let db = db.clone();
        async move { column(&db, &administrator(), "accounts", "name", &query).await }
    };
    assert_eq!(names("contains(name,'O''Hara')").await, ["O'Hara & Söhne"]);
    assert_eq!(names("name eq 'x'' OR 1=1 --'").await, [""; 0]);
    assert_eq!(names(&format!("contains(name,'{}')", "a".repeat(10_000))).await, [""; 0]);
    assert_eq!(names(&format!("name eq '{}'", "ü".repeat(10_000))).await, [""; 0]);
    for filter in [
        "contains(name,'%25%25%25%25%25%25%25%25%25')".to_owned(),
        format!("contains(name,'{}')", "ü".repeat(10_000)),
    ] {
        let error =
            refusal(&db, &administrator(), "accounts", &format!("$select=name&$filter={filter}")).await;
        assert_eq!(error.status(), 400);
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_with_the_code_of_the_dialect() {
    let db = database().await;
    let cases = [
        ("", 403, "90040101"),
        ("$select=*", 403, "90040101"),
        ("$select=nothing", 400, "90040100"),
        ("$select=customerid", 400, "90040100"),
        ("$select=name&$orderby=nothing", 400, "90040100"),
        ("$select=name&$filter=nothing eq 1", 400, "90040100"),
        ("$select=name&$filter=nothing/name eq 1", 400, "90040100"),
        ("$select=name&$filter=totalamount eq 'x'", 400, "9004010D"),
        ("$select=name&$filter=totalamount eq 1.00001", 400, "9004010D"),
        ("$select=name&$filter=name eq 1", 400, "9004010D"),
        ("$select=name&$filter=createdon gt 2024-02-30", 400, "9004010D"),
        ("$select=name&$filter=_customerid_value eq 'x'", 400, "9004010D"),
        ("$select=name&$filter=_customerid_value gt k1", 400, "9004010D"),
        ("$select=name&$filter=contains(totalamount,'1')", 400, "9004010D"),
        ("$select=name&$filter=name eq totalamount", 400, "9004010D"),
        ("$select=name&$filter=name gt null", 400, "9004010D"),
        ("$select=name&$filter=1 eq", 400, "9004010D"),
        ("$select=name&$skip=5", 400, "9004010B"),
        ("$select=name&$expand=nothing($select=name)", 400, "90040100"),
        ("$select=name&$expand=order_details", 403, "90040101"),
        ("$select=name&$skiptoken=garbage", 400, "9004010D"),
        ("$select=name&$skiptoken=eyJvIjoxfQ", 400, "9004010D"),
        ("$apply=aggregate(name with sum as x)", 400, "9004010D"),
        ("$apply=aggregate($count as x)&$top=1", 400, "9004010B"),
        ("$apply=groupby((createdon))", 400, "9004010B"),
    ];
    for (query, status, code) in cases {
        let error = refusal(&db, &administrator(), "salesorders", query).await;
        assert_eq!((error.status(), error.code()), (status, code), "{query}: {error}");
    }
    let error = refusal(&db, &administrator(), "salesorders", "").await;
    assert_eq!(error.to_string(), "Attribute * in table salesorder is not enabled for Web Api.");
}

#[tokio::test]
async fn annotations_come_only_when_asked_for() {
    let db = database().await;
    let query = Query::parse("$select=totalamount,statecode,msdyn_isreadytosync,createdon,_customerid_value&$top=1&$orderby=createdon").unwrap();
    let table = Table::of_set("salesorders").unwrap();
    let ask = |asked: &'static str| {
        let (db, query) = (db.clone(), query.clone());
        async move {
            let page = read::list(&db, &administrator(), table, &query, None, Annotations::parse(asked))
                .await
                .unwrap();
            serde_json::to_value(&page.rows[0]).unwrap()
        }
    };
    let plain = ask("").await;
    assert!(
        plain.as_object().unwrap().keys().all(|name| name == "@odata.etag" || !name.contains('@')),
        "{plain}"
    );
    let full = ask("*").await;
    let formatted = |name: &str| full[format!("{name}@OData.Community.Display.V1.FormattedValue")].clone();
    assert_eq!(formatted("totalamount"), "€100.50");
    assert_eq!(formatted("statecode"), "Active");
    assert_eq!(formatted("msdyn_isreadytosync"), "Yes");
    assert_eq!(formatted("createdon"), "1/1/2024 12:00 AM");
    assert_eq!(formatted("_customerid_value"), "O'Hara & Söhne");
    assert_eq!(full["_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"], "account");
    assert_eq!(
        full["_customerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"],
        "customerid_account"
    );
    assert_eq!(full["_transactioncurrencyid_value"], json!(key(CURRENCY)), "an amount brings its currency");
    let only = ask("Microsoft.Dynamics.CRM.*").await;
    assert!(only.get("statecode@OData.Community.Display.V1.FormattedValue").is_none());
    assert!(only.get("_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname").is_some());
}

#[tokio::test]
async fn related_rows_come_in_the_asked_order_and_number() {
    let db = database().await;
    let query = "$select=msdyn_salesordernumber&$orderby=createdon&\
                 $expand=order_details($select=quantity,productname;$orderby=quantity desc;$top=1;$filter=quantity gt 1),\
                 pricelevelid($select=name)";
    let found = rows(&db, &administrator(), "salesorders", query).await;
    let lines: Vec<_> = found.iter().map(|row| row["order_details"].as_array().unwrap().len()).collect();
    assert_eq!(lines, [0, 1, 0, 1]);
    assert_eq!(found[1]["order_details"][0]["productname"], "Cloth");
    assert_eq!(found[1]["order_details"][0]["quantity"].to_string(), "30.7");
    assert_eq!(found[0]["pricelevelid"]["name"], "List prices");
    assert!(found[0]["pricelevelid"]["@odata.etag"].is_string());
}

#[tokio::test]
async fn figures_are_exact_and_groups_without_value_have_no_member() {
    let db = database().await;
    let ask = |apply: &str| {
        let query = format!("$apply={apply}");
        let db = db.clone();
        async move { rows(&db, &administrator(), "salesorders", &query).await }
    };
    assert_eq!(ask("aggregate(totalamount with sum as x)").await, [json!({ "x": 700.75 })]);
    assert_eq!(ask("aggregate(totalamount with average as x)").await, [json!({ "x": 233.583_333_333_3 })]);
    assert_eq!(ask("aggregate(createdon with max as x)").await, [json!({ "x": "2024-01-04T00:00:00Z" })]);
    assert_eq!(
        ask("groupby((msdyn_processingstatus),aggregate($count as count))").await,
        [
            json!({ "count": 1 }),
            json!({ "msdyn_processingstatus": 192_350_000, "count": 2 }),
            json!({ "msdyn_processingstatus": 192_350_005, "count": 1 })
        ]
    );
    assert_eq!(
        ask("filter(totalamount gt 1000)/aggregate(totalamount with sum as x)").await,
        [json!({ "x": null })]
    );
}

#[tokio::test]
async fn rows_are_counted_under_the_same_filter() {
    let db = database().await;
    let found = page(
        &db,
        &administrator(),
        "salesorders",
        "$select=name&$filter=statecode eq 0&$count=true&$top=0",
        None,
    )
    .await
    .unwrap();
    assert_eq!((found.count, found.rows.len(), found.next), (Some(3), 0, None));
    let query = Query::parse("$filter=statecode%20eq%200").unwrap();
    let table = Table::of_set("salesorders").unwrap();
    assert_eq!(read::count(&db, &representative(NORA, NORTH), table, &query).await.unwrap(), 2);
}

#[tokio::test]
async fn one_row_has_no_use_for_options_of_many() {
    let db = database().await;
    let table = Table::of_set("salesorders").unwrap();
    let ask = |query: &'static str| {
        let db = db.clone();
        async move {
            let query = Query::parse(query)?;
            read::row(
                &db,
                &representative(NORA, NORTH),
                table,
                key(ORDER_NORA),
                &query,
                Annotations::default(),
            )
            .await
        }
    };
    let row = ask("$select=name&$expand=order_details($select=quantity)").await.unwrap();
    assert_eq!(row.text("salesorderid"), Some(&*key(ORDER_NORA).to_string()));
    assert!(row.text("@odata.etag").unwrap().starts_with("W/\""));
    assert!(matches!(ask("$select=name&$top=1").await, Err(StoreError::NotSupported(_))));
    assert_eq!(ask("").await.unwrap_err().code(), "90040101");
}
