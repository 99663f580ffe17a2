//! The token that every write carries.

use axum::body::Body;
use axum::http::Method;
use portal_server::TOKEN_NAME;

use crate::test_app::{REPRESENTATIVE, TestApp};

const WRITE: &str = "/_api/salesorders";

async fn post(app: &mut TestApp, token: &str) -> (u16, String) {
    let headers = [("content-type", "application/json"), (TOKEN_NAME, token)];
    let answer = app.send(Method::POST, WRITE, &headers, Body::from("{}")).await;
    answer.refusal()
}

fn refused() -> (u16, String) {
    (403, "90040107".to_owned())
}

#[tokio::test]
async fn the_token_comes_in_a_hidden_input_with_its_cookie() {
    let mut app = TestApp::new().await;
    let answer = app.get("/_layout/tokenhtml").await;
    let token = app.token().await;
    assert_eq!(answer.text, format!(r#"<input name="{TOKEN_NAME}" type="hidden" value="{token}" />"#));
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.header("set-cookie").starts_with("__RequestVerificationToken="));
    assert!(answer.header("set-cookie").contains("HttpOnly; SameSite=Lax"));
}

#[tokio::test]
async fn a_write_without_a_fitting_token_is_refused() {
    let mut app = TestApp::signed_in(REPRESENTATIVE).await;
    let own = app.token().await;
    let foreign = app.another_browser().token().await;
    assert_eq!(post(&mut app, "").await, refused());
    assert_eq!(post(&mut app, &foreign).await, refused());
    assert_eq!(post(&mut app, "not a token").await, refused());
    assert_ne!(post(&mut app, &own).await, refused());
}

#[tokio::test]
async fn a_token_stays_good_over_signing_in() {
    let mut app = TestApp::new().await;
    let token = app.token().await;
    app.sign_in(REPRESENTATIVE).await;
    assert_ne!(post(&mut app, &token).await, refused());
}
