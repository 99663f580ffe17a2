//! Notes and attachments, and what a browser is told about a file.

use axum::http::Method;
use portal_server::demonstration;
use serde_json::{Value, json};

use crate::test_app::{ADMINISTRATOR, REPRESENTATIVE, TestApp, USER};

async fn app(email: &str) -> TestApp {
    let app = TestApp::signed_in(email).await;
    demonstration::add_recent(&app.db, &app.clock).await.unwrap();
    app
}

/// The notes that a filter leaves.
async fn notes(app: &mut TestApp, filter: &str) -> Vec<Value> {
    let select = "$select=subject,notetext,filename,mimetype,filesize,isdocument,_objectid_value";
    let answer = app.get(&format!("/_api/annotations?{select}&$filter={filter}")).await.json();
    answer["value"].as_array().unwrap().clone()
}

fn file_of(note: &Value) -> String {
    format!("/_api/annotations({})/documentbody/$value", note["annotationid"].as_str().unwrap())
}

#[tokio::test]
async fn a_file_is_saved_and_never_shown() {
    let mut savea = app(REPRESENTATIVE).await;
    let cases = [
        ("application/pdf", "application/pdf", "Order confirmation SO-1"),
        ("text/csv", "text/csv", "Packing list SO-1"),
        ("text/html", "application/octet-stream", "invoice _final_.html"),
    ];
    for (claimed, told, name) in cases {
        let note = notes(&mut savea, &format!("mimetype eq '{claimed}'")).await[0].clone();
        let answer = savea.get(&file_of(&note)).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, told));
        let disposition = answer.header("content-disposition");
        assert!(disposition.starts_with(&format!("attachment; filename=\"{name}")), "{disposition}");
        assert_eq!(answer.header("content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.headers.get_all("content-security-policy").iter().count(), 1);
        // What is no text is read with losses; the other two are whole.
        if claimed != "application/pdf" {
            assert_eq!(Some(answer.text.len() as u64), note["filesize"].as_u64());
        }
    }
}

#[tokio::test]
async fn an_order_has_its_notes_and_a_select_has_the_file() {
    let mut savea = app(REPRESENTATIVE).await;
    let path = "/_api/salesorders?$select=msdyn_salesordernumber&$filter=msdyn_customerrequisitionnumber eq 'PO-7344'\
                &$expand=salesorder_Annotations($select=subject,filename,documentbody;$orderby=filename)";
    let notes = savea.get(path).await.json()["value"][0]["salesorder_Annotations"].clone();
    let subjects: Vec<_> =
        notes.as_array().unwrap().iter().map(|note| note["subject"].as_str().unwrap()).collect();
    assert_eq!(subjects, ["Delivery advice", "<b>Scanned letter</b>", "Order confirmation", "Packing list"]);
    assert!(notes[2]["documentbody"].as_str().unwrap().starts_with("JVBERi0"), "a PDF begins with %PDF-");
    let without = savea.get("/_api/annotations?$select=subject&$top=1").await.json();
    assert_eq!(without["value"][0].get("documentbody"), None);
}

#[tokio::test]
async fn what_is_internal_or_of_others_is_not_there() {
    let mut savea = app(REPRESENTATIVE).await;
    let of_savea = notes(&mut savea, "isdocument eq true").await;
    let internal: String =
        savea.value("SELECT MIN(annotationid) FROM annotation WHERE msdyn_restriction = 0").await;
    let path = format!("/_api/annotations({internal})/documentbody/$value");
    for email in [REPRESENTATIVE, ADMINISTRATOR] {
        let mut browser = savea.another_browser();
        browser.sign_in(email).await;
        assert_eq!(browser.get(&path).await.error().0, 404);
        let row = format!("/_api/annotations({internal})?$select=subject");
        assert_eq!(browser.get(&row).await.error().0, 404);
        assert!(notes(&mut browser, "subject eq 'Credit check'").await.is_empty());
    }
    let mut ernsh = savea.another_browser();
    ernsh.sign_in(USER).await;
    assert!(!notes(&mut ernsh, "isdocument eq true").await.is_empty());
    for note in &of_savea {
        assert_eq!(ernsh.get(&file_of(note)).await.error().0, 404);
    }
    let mut nobody = savea.another_browser();
    assert_eq!(nobody.get(&file_of(&of_savea[0])).await.error().0, 401);
}

#[tokio::test]
async fn customers_only_read_them() {
    let mut savea = app(REPRESENTATIVE).await;
    let note = notes(&mut savea, "isdocument eq true").await[0].clone();
    let row = format!("/_api/annotations({})", note["annotationid"].as_str().unwrap());
    let change = json!({ "notetext": "changed" });
    assert_eq!(savea.write(Method::PATCH, &row, &[("if-match", "*")], &change).await.error().0, 403);
    assert_eq!(savea.write(Method::POST, "/_api/annotations", &[], &change).await.error().0, 403);
    for method in [Method::POST, Method::PATCH, Method::DELETE] {
        assert_eq!(savea.write(method, &file_of(&note), &[], &change).await.error().0, 405);
    }
    let query = format!("{}?$select=subject", file_of(&note));
    assert_eq!(savea.get(&query).await.refusal(), (400, "9004010B".into()));
    let subject = file_of(&note).replace("documentbody", "subject");
    assert_eq!(savea.get(&subject).await.refusal(), (400, "9004010B".into()));
    let nothing = file_of(&note).replace("documentbody", "nothing");
    assert_eq!(savea.get(&nothing).await.refusal(), (400, "90040100".into()));
}
