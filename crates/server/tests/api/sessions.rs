//! Who is signed in, and for how long.

use portal_server::SESSION_COOKIE;

use crate::test_app::{ADMINISTRATOR, REPRESENTATIVE, TestApp, USER};

const HOUR: i64 = 3600;
const ORDERS: &str = "/_api/salesorders?$select=name&$top=1";

async fn is_signed_in(app: &mut TestApp) -> bool {
    let answer = app.get(ORDERS).await;
    if answer.status == 401 {
        assert_eq!(answer.refusal().1, "90040109");
        return false;
    }
    assert_eq!(answer.status, 200, "{}", answer.text);
    true
}

#[tokio::test]
async fn nobody_is_refused_and_each_role_gets_in() {
    let mut app = TestApp::new().await;
    assert!(!is_signed_in(&mut app).await);
    for email in [ADMINISTRATOR, REPRESENTATIVE, USER] {
        app.sign_in(email).await;
        assert!(is_signed_in(&mut app).await, "{email}");
    }
}

#[tokio::test]
async fn a_made_up_cookie_is_nobody() {
    let mut app = TestApp::new().await;
    for cookie in ["", "x", "ü", &"a".repeat(10_000)] {
        app.set_cookie(SESSION_COOKIE, cookie);
        assert!(!is_signed_in(&mut app).await);
    }
}

#[tokio::test]
async fn the_database_does_not_hold_the_cookie() {
    let app = TestApp::signed_in(USER).await;
    let kept: String = app.value("SELECT token_hash FROM portal_session").await;
    assert_eq!(kept.len(), 64);
    assert_ne!(app.cookie(SESSION_COOKIE).unwrap(), kept);
}

#[tokio::test]
async fn an_unused_session_is_over_after_a_day_and_a_used_one_after_a_week() {
    let mut app = TestApp::signed_in(USER).await;
    app.pass(24 * HOUR);
    assert!(!is_signed_in(&mut app).await);

    app.sign_in(USER).await;
    for _ in 0..7 {
        app.pass(23 * HOUR);
        assert!(is_signed_in(&mut app).await);
    }
    app.pass(7 * HOUR);
    assert!(!is_signed_in(&mut app).await);
}

#[tokio::test]
async fn reading_again_at_once_writes_nothing() {
    let mut app = TestApp::signed_in(USER).await;
    let before: i64 = app.value("SELECT last_seen FROM portal_session").await;
    app.pass(60);
    assert!(is_signed_in(&mut app).await);
    assert_eq!(app.value::<i64>("SELECT last_seen FROM portal_session").await, before);
    app.pass(600);
    assert!(is_signed_in(&mut app).await);
    assert_eq!(app.value::<i64>("SELECT last_seen FROM portal_session").await, before + 660);
}

#[tokio::test]
async fn signing_in_makes_a_new_session_and_ends_the_one_before() {
    let mut app = TestApp::signed_in(USER).await;
    let old = app.cookie(SESSION_COOKIE).unwrap().to_owned();
    app.sign_in(USER).await;
    assert_ne!(app.cookie(SESSION_COOKIE).unwrap(), old);
    app.set_cookie(SESSION_COOKIE, &old);
    assert!(!is_signed_in(&mut app).await);
}

#[tokio::test]
async fn signing_out_ends_this_session_and_no_other() {
    let mut app = TestApp::signed_in(USER).await;
    let mut other = app.another_browser();
    other.sign_in(USER).await;
    let old = app.cookie(SESSION_COOKIE).unwrap().to_owned();
    let answer = app.get("/Account/Login/LogOff?returnUrl=%2Fsign-in").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "/sign-in"));
    assert_eq!(app.cookie(SESSION_COOKIE), None);
    app.set_cookie(SESSION_COOKIE, &old);
    assert!(!is_signed_in(&mut app).await);
    assert!(is_signed_in(&mut other).await);
}

#[tokio::test]
async fn a_disabled_user_is_out_at_once_and_cannot_come_back() {
    let mut app = TestApp::signed_in(USER).await;
    portal_server::users::disable(&app.db, "Contact@ERNSH.example").await.unwrap();
    assert!(!is_signed_in(&mut app).await);
    let answer = app.try_sign_in(USER, portal_server::demonstration::PASSWORD, "/").await;
    assert!(answer.text.contains("<li>Invalid sign-in attempt.</li>"));
}
