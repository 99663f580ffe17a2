//! Notes and attachments: who sees them, what is sent of them, and how they come in.

use portal_store::import::import;
use portal_store::read::{self, File};
use portal_store::schema::Table;
use portal_store::{Db, StoreError, Viewer, write};
use serde_json::{Value, json};

use crate::fixture::*;

/// Notes k301 to k305: external with a file, internal, without restriction, external of South, external without file.
const NOTES: &str = "annotationid,objectid,subject,notetext,filename,mimetype,documentbody,msdyn_restriction,createdon\n\
    k301,k101,Advice,,advice.txt,text/plain,SGVsbG8=,1,2024-02-01\n\
    k302,k101,Credit,pays late,,,,0,2024-02-02\n\
    k303,k101,Draft,,draft.txt,text/plain,SGVsbG8=,,2024-02-03\n\
    k304,k104,Advice,,south.txt,text/plain,U291dGg=,1,2024-02-04\n\
    k305,k102,Call,please call,,,,1,2024-02-05\n";

async fn with_notes() -> Db {
    let db = database().await;
    import(&db, &source(&[("annotations.csv", NOTES)])).await.unwrap_or_else(|error| panic!("{error}"));
    db
}

async fn seen(db: &Db, viewer: &Viewer) -> Vec<Value> {
    column(db, viewer, "annotations", "annotationid", "$orderby=createdon").await
}

fn keys(numbers: &[u32]) -> Vec<Value> {
    numbers.iter().map(|n| json!(key(*n))).collect()
}

async fn file(db: &Db, viewer: &Viewer, note: u32) -> Result<File, StoreError> {
    let table = Table::of_set("annotations").unwrap();
    read::file(db, viewer, table, key(note), table.column("documentbody").unwrap()).await
}

#[tokio::test]
async fn only_external_notes_of_own_orders_are_seen_by_anybody() {
    let db = with_notes().await;
    assert_eq!(seen(&db, &administrator()).await, keys(&[301, 304, 305]));
    assert_eq!(seen(&db, &representative(NORA, NORTH)).await, keys(&[301, 305]));
    assert_eq!(seen(&db, &user(NORA, NORTH)).await, keys(&[301]));
    assert_eq!(seen(&db, &representative(SAM, SOUTH)).await, keys(&[304]));
    for filter in [
        "salesorder_Annotations/any(n:n/subject eq 'Credit')",
        "salesorder_Annotations/any(n:n/msdyn_restriction eq 0)",
    ] {
        let query = format!("$filter={filter}");
        assert!(column(&db, &administrator(), "salesorders", "name", &query).await.is_empty(), "{filter}");
    }
    let query = format!(
        "$select=name&$filter=salesorderid eq {}&$expand=salesorder_Annotations($select=subject,filesize)",
        key(ORDER_NORA)
    );
    let found = rows(&db, &administrator(), "salesorders", &query).await;
    let notes = found[0]["salesorder_Annotations"].as_array().unwrap();
    assert_eq!(notes.len(), 1);
    assert_eq!((&notes[0]["subject"], &notes[0]["filesize"]), (&json!("Advice"), &json!(5)));
    let count = rows(&db, &administrator(), "annotations", "$apply=aggregate($count as n)").await;
    assert_eq!(count, [json!({ "n": 3 })]);
}

#[tokio::test]
async fn a_file_is_given_to_who_sees_its_note() {
    let db = with_notes().await;
    let found = file(&db, &user(NORA, NORTH), 301).await.unwrap();
    assert_eq!((found.bytes.as_slice(), found.name.as_deref()), (&b"Hello"[..], Some("advice.txt")));
    for (viewer, note) in [
        (administrator(), 302),
        (administrator(), 303),
        (administrator(), 305),
        (administrator(), 399),
        (representative(NORA, NORTH), 304),
        (representative(SAM, SOUTH), 301),
    ] {
        assert!(matches!(file(&db, &viewer, note).await, Err(StoreError::RowMissing { .. })), "{note}");
    }
    let table = Table::of_set("annotations").unwrap();
    let subject = table.column("subject").unwrap();
    let refused = read::file(&db, &administrator(), table, key(301), subject).await;
    assert!(matches!(refused, Err(StoreError::NotSupported(_))));
    let body = column(&db, &user(NORA, NORTH), "annotations", "documentbody", "").await;
    assert_eq!(body, ["SGVsbG8="], "it is sent as base64 when it is selected");
}

#[tokio::test]
async fn nothing_is_compared_with_a_file() {
    let db = with_notes().await;
    for query in [
        "$select=subject&$filter=contains(documentbody,'x')",
        "$select=subject&$filter=documentbody eq 'x'",
        "$select=subject&$orderby=documentbody",
        "$apply=groupby((documentbody))",
        "$apply=aggregate(documentbody with max as x)",
    ] {
        let error = refusal(&db, &administrator(), "annotations", query).await;
        assert_eq!(error.status(), 400, "{query}: {error}");
    }
}

#[tokio::test]
async fn nobody_writes_notes_in_the_portal() {
    let db = with_notes().await;
    let table = Table::of_set("annotations").unwrap();
    let made = write::create(&db, &administrator(), table, "{\"subject\":\"x\"}").await;
    assert!(matches!(made, Err(StoreError::CreateRefused("annotation"))));
    let change = "{\"msdyn_restriction\":1}";
    for note in [301, 302] {
        let changed =
            write::update(&db, &administrator(), table, key(note), change, &write::Precondition::Exists)
                .await;
        assert!(changed.is_err(), "{note}");
    }
    let orders = Table::of_set("salesorders").unwrap();
    let body = with_keys(
        "{\"name\":\"x\",\"customerid_account@odata.bind\":\"/accounts(k1)\",\"pricelevelid@odata.bind\":\"/pricelevels(k32)\",\
         \"transactioncurrencyid@odata.bind\":\"/transactioncurrencies(k31)\",\"salesorder_Annotations\":[{}]}",
    );
    let nested = write::create(&db, &representative(NORA, NORTH), orders, &body).await;
    assert!(matches!(nested, Err(StoreError::CreateRefused("annotation"))), "{nested:?}");
}

#[tokio::test]
async fn a_second_import_changes_nothing_and_a_new_file_has_its_size() {
    let db = with_notes().await;
    let again = import(&db, &source(&[("annotations.csv", NOTES)])).await.unwrap();
    assert!(!again.changed(), "{again}");
    let larger = NOTES.replacen("SGVsbG8=", "SGVsbG8gd29ybGQ=", 1);
    let changed = import(&db, &source(&[("annotations.csv", &larger)])).await.unwrap();
    assert_eq!(changed.table("annotations").unwrap().updated, 1);
    let sizes = column(&db, &administrator(), "annotations", "filesize", "$orderby=createdon").await;
    assert_eq!(sizes, [json!(11), json!(5), Value::Null]);
    let documents = column(&db, &administrator(), "annotations", "isdocument", "$orderby=createdon").await;
    assert_eq!(documents, [true, true, false]);
}

#[tokio::test]
async fn what_is_no_base64_is_refused_with_its_place() {
    let db = database().await;
    for body in ["SGVsbG8", "SGVsbG8=!", "Hello world"] {
        let file = format!("annotationid,objectid,documentbody\nk301,k101,{body}\n");
        let refused = import(&db, &source(&[("annotations.csv", &file)])).await.unwrap_err().to_string();
        assert!(refused.contains("must be a file as base64"), "{refused}");
    }
}
