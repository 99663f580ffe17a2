//! The built portal: pages, files, headers.

use axum::body::Body;
use axum::http::Method;

use crate::test_app::{REPRESENTATIVE, TestApp};

const PAGE: &str =
    "<!doctype html><head><title>Portal</title><script type=module src=/boot.js></script></head>";

async fn built() -> TestApp {
    let app = TestApp::new().await;
    app.put_file("index.html", PAGE);
    app.put_file("boot.js", "boot()");
    app.put_file("portal.json", "{}");
    app.put_file(".stage", "secret");
    app.put_file("assets/app-0123.wasm", "wasm");
    app.put_file("assets/app-0123.wasm.br", "smaller");
    app
}

fn user(text: &str) -> serde_json::Value {
    let json = text.split_once("window.Microsoft=").unwrap().1.split_once(";</script>").unwrap().0;
    serde_json::from_str::<serde_json::Value>(json).unwrap()["Dynamic365"]["Portal"]["User"].clone()
}

#[tokio::test]
async fn the_root_page_knows_its_reader() {
    let mut app = built().await;
    assert_eq!(user(&app.get("/").await.text), serde_json::Value::Null);
    app.sign_in(REPRESENTATIVE).await;
    let user = user(&app.get("/").await.text);
    assert_eq!(user["userName"], REPRESENTATIVE);
    assert_eq!(user["userRoles"], serde_json::json!(["Customer representative"]));
    assert_eq!(user["contactId"].as_str().unwrap().len(), 36);
}

#[tokio::test]
async fn a_name_cannot_leave_the_script_of_the_root_page() {
    let mut app = built().await;
    app.run("UPDATE contact SET firstname = '</script><script>alert(1)//' WHERE emailaddress1 = 'contact@savea.example'")
        .await;
    app.sign_in(REPRESENTATIVE).await;
    let page = app.get("/").await.text;
    assert_eq!(page.matches("<script").count(), 2, "{page}");
    assert_eq!(user(&page)["firstName"], "</script><script>alert(1)//");
}

#[tokio::test]
async fn only_the_script_of_the_answer_itself_has_a_nonce() {
    let mut app = built().await;
    let (one, other) = (app.get("/").await, app.get("/").await);
    let nonce = |text: &str| text.split_once("nonce=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    assert_ne!(nonce(&one.text), nonce(&other.text));
    let policy = one.header("content-security-policy");
    assert!(policy.starts_with(&format!(
        "default-src 'none'; script-src 'self' 'nonce-{}' 'wasm-unsafe-eval'; style-src 'self';",
        nonce(&one.text)
    )));
    assert!(policy.ends_with("object-src 'none'; frame-ancestors 'none'"));
    assert!(!app.get("/boot.js").await.header("content-security-policy").contains("nonce"));
    assert_eq!(one.header("cache-control"), "no-store");
}

#[tokio::test]
async fn every_answer_says_what_browsers_must_not_do() {
    let mut app = built().await;
    for path in
        ["/", "/boot.js", "/missing.js", "/_api/salesorders", "/_layout/tokenhtml", "/Account/Login/LogOff"]
    {
        let answer = app.get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
    }
}

#[tokio::test]
async fn page_addresses_answer_the_root_page_and_missing_files_do_not() {
    let mut app = built().await;
    for path in ["/orders", "/orders/new?x=1.5", "/anything/else", "/index.html"] {
        let answer = app.get_with(path, &[("accept", "text/html,*/*;q=0.8")]).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.text.contains("window.Microsoft="), "{path}");
    }
    for path in
        ["/missing.js", "/assets/missing.wasm", "/Account/Login", "/_layout/x", "/SignIn/x", "/_layout"]
    {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
    assert_eq!(app.get_with("/orders", &[("accept", "application/json")]).await.status, 404);
    assert_eq!(app.send(Method::POST, "/orders", &[], Body::empty()).await.status, 405);
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_others_are_asked_for_again() {
    let mut app = built().await;
    let wasm = app.get("/assets/app-0123.wasm").await;
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!(wasm.header("cache-control"), "public, max-age=31536000, immutable");
    let boot = app.get("/boot.js").await;
    assert_eq!(boot.header("cache-control"), "no-cache");
    let again = app.get_with("/boot.js", &[("if-none-match", boot.header("etag"))]).await;
    assert_eq!((again.status.as_u16(), again.text.as_str()), (304, ""));
    assert_eq!(again.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn the_compressed_copy_is_sent_to_who_takes_it() {
    let mut app = built().await;
    let answer = app.get_with("/assets/app-0123.wasm", &[("accept-encoding", "gzip, br")]).await;
    assert_eq!((answer.header("content-encoding"), answer.text.as_str()), ("br", "smaller"));
    assert_eq!(answer.header("content-type"), "application/wasm");
    assert!(answer.header("vary").to_lowercase().contains("accept-encoding"));
    assert_eq!(app.get("/assets/app-0123.wasm").await.text, "wasm");
}

#[tokio::test]
async fn nothing_outside_the_portal_is_served() {
    let mut app = built().await;
    for path in [
        "/.stage",
        "/%2estage",
        "/assets/../.stage",
        "/../portal.sqlite",
        "/%2e%2e/portal.sqlite",
        "/a/..%2fx.js",
    ] {
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_portal_that_is_not_built_is_said_to_be() {
    let answer = TestApp::new().await.get("/").await;
    assert_eq!(answer.status, 404);
    assert!(answer.text.contains("cargo portal run"));
}
