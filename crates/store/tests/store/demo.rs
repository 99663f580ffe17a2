//! The recent orders of the demonstration.

use portal_store::import::import;
use portal_store::{Db, Role, Viewer, demo};
use serde_json::Value;
use sqlx::Row;
use time::macros::datetime;
use uuid::Uuid;

use crate::fixture::{column, rows};

const NOW: time::OffsetDateTime = datetime!(2031-03-05 09:30 UTC);

async fn with_recent() -> Db {
    let db = Db::temporary().await.unwrap();
    import(&db, &demo::NORTHWIND).await.unwrap();
    let recent = demo::add_recent(&db, NOW).await.unwrap();
    assert_eq!((recent.orders, recent.unnumbered.len()), (20, 2));
    assert!(recent.lines > 40 && recent.notes > 15, "{recent:?}");
    db
}

fn administrator() -> Viewer {
    Viewer { contact: Uuid::nil(), account: None, role: Role::Administrator }
}

const RECENT: &str = "createdon gt 2031-01-01";

#[tokio::test]
async fn there_are_orders_in_every_state_and_some_are_late() {
    let db = with_recent().await;
    let apply = |rest: &str| format!("$apply=filter({RECENT})/groupby(({rest}),aggregate($count as n))");
    let stages = rows(&db, &administrator(), "salesorders", &apply("msdyn_processingstatus")).await;
    assert_eq!(stages.len(), 9, "eight statuses and none: {stages:?}");
    let customers = rows(&db, &administrator(), "salesorders", &apply("_customerid_value")).await;
    assert_eq!(customers.len(), 3);
    let count = |filter: &str| {
        let query = format!("$filter={RECENT} and {filter}");
        let db = db.clone();
        async move { column(&db, &administrator(), "salesorders", "name", &query).await.len() }
    };
    assert_eq!(count("msdyn_salesordernumber eq null").await, 2);
    assert!(count("msdyn_confirmedreceiptdate gt msdyn_requestedreceiptdate").await >= 4);
    let short = "msdyn_processingstatus eq 192350003 and order_details/any(l:l/quantityshipped lt l/quantity) \
                 and order_details/any(l:l/quantityshipped eq l/quantity)";
    assert!(count(short).await >= 3);
    assert_eq!(count("not order_details/any()").await, 0);
}

#[tokio::test]
async fn days_are_relative_and_nothing_happens_after_now() {
    let db = with_recent().await;
    let latest = |name: &'static str| {
        let (db, query) = (db.clone(), format!("$orderby={name} desc&$top=1"));
        async move {
            column(&db, &administrator(), "salesorders", name, &query).await[0].as_str().unwrap().to_owned()
        }
    };
    for name in ["createdon", "modifiedon"] {
        let latest = latest(name).await;
        assert!(latest.starts_with("2031-03-0") && *latest <= *"2031-03-05T09:30:00Z", "{name} {latest}");
    }
    assert!(latest("msdyn_requestedreceiptdate").await.starts_with("2031-03-1"));
    let wrong: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM salesorder WHERE createdon > '2031' AND (modifiedon < createdon
            OR totalamount IS DISTINCT FROM (SELECT SUM(extendedamount) FROM salesorderdetail d
                                              WHERE d.salesorderid = salesorder.salesorderid) + freightamount)",
    )
    .fetch_one(db.reads())
    .await
    .unwrap();
    assert_eq!(wrong, 0);
    assert!(sqlx::query("PRAGMA foreign_key_check").fetch_all(db.reads()).await.unwrap().is_empty());
}

#[tokio::test]
async fn numbers_count_on_and_northwind_stays_as_it_is() {
    let db = with_recent().await;
    let query =
        format!("$filter={RECENT} and msdyn_salesordernumber ne null&$orderby=createdon,salesorderid");
    let numbers = column(&db, &administrator(), "salesorders", "msdyn_salesordernumber", &query).await;
    let wanted: Vec<_> = (11_078..11_096).map(|number| Value::from(format!("SO-{number}"))).collect();
    assert_eq!(numbers, wanted);
    let old = column(&db, &administrator(), "salesorders", "name", "$filter=createdon lt 2031-01-01").await;
    assert_eq!(old.len(), 830);
    assert!(!import(&db, &demo::NORTHWIND).await.unwrap().changed());
}

#[tokio::test]
async fn its_attachments_are_whole_and_one_note_is_never_seen() {
    let db = with_recent().await;
    let notes =
        rows(&db, &administrator(), "annotations", "$select=subject,notetext,filename,mimetype,filesize")
            .await;
    assert!(notes.iter().all(|note| note["subject"] != "Credit check"));
    let internal: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM annotation WHERE msdyn_restriction = 0")
        .fetch_one(db.reads())
        .await
        .unwrap();
    assert_eq!(internal, 2);
    for media_type in ["application/pdf", "text/csv", "text/html"] {
        assert!(notes.iter().any(|note| note["mimetype"] == media_type), "{media_type}");
    }
    let files = sqlx::query("SELECT documentbody, filesize FROM annotation WHERE isdocument = 1");
    for row in files.fetch_all(db.reads()).await.unwrap() {
        let (body, size): (String, i64) = (row.get(0), row.get(1));
        let padding = body.bytes().filter(|byte| *byte == b'=').count();
        assert_eq!(body.len() / 4 * 3 - padding, usize::try_from(size).unwrap());
    }
}
