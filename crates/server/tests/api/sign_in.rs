//! The forms of signing in and out.

use portal_server::demonstration::PASSWORD;
use portal_server::{SESSION_COOKIE, TOKEN_NAME};

use crate::test_app::{TestApp, USER};

#[tokio::test]
async fn the_right_password_leads_to_the_page_that_was_asked_for() {
    let mut app = TestApp::new().await;
    let answer = app.try_sign_in("  Contact@Ernsh.EXAMPLE ", PASSWORD, "/orders?status=picked").await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "/orders?status=picked"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{cookie}");
}

#[tokio::test]
async fn no_other_site_is_led_to() {
    let mut app = TestApp::new().await;
    for path in ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example"] {
        let answer = app.try_sign_in(USER, PASSWORD, path).await;
        assert_eq!(answer.header("location"), "/", "{path}");
        let out =
            app.get(&format!("/Account/Login/LogOff?returnUrl={}", path.replace(['\\', '\t'], "%5C"))).await;
        assert_eq!(out.header("location"), "/", "{path}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let mut app = TestApp::new().await;
    let wrong = app.try_sign_in(USER, "wrong password", "/").await;
    let unknown = app.try_sign_in("nobody@ernsh.example", PASSWORD, "/").await;
    assert_eq!((wrong.status.as_u16(), unknown.status.as_u16()), (200, 200));
    assert_eq!(wrong.text, unknown.text);
    assert!(wrong.text.contains(r#"<ul><li>Invalid sign-in attempt.</li></ul></div>"#));
    assert!(wrong.text.contains(r#"<div class="validation-summary-errors""#));
    assert_eq!(app.cookie(SESSION_COOKIE), None);
}

#[tokio::test]
async fn a_user_name_is_as_good_as_an_address_and_remembering_lasts() {
    let mut app = TestApp::new().await;
    let token = app.token().await;
    let fields =
        [("Username", USER), ("PasswordValue", PASSWORD), ("RememberMe", "true"), (TOKEN_NAME, &token)];
    let answer = app.post_form("/SignIn", &fields).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (302, "/"));
    assert!(answer.header("set-cookie").ends_with("; Max-Age=604800"));
}

#[tokio::test]
async fn a_form_without_its_token_is_refused() {
    let mut app = TestApp::new().await;
    app.token().await;
    let answer = app.post_form("/SignIn", &[("Email", USER), ("PasswordValue", PASSWORD)]).await;
    assert_eq!(answer.status, 403);
    assert!(answer.text.contains("anti-forgery"));
    assert_eq!(app.cookie(SESSION_COOKIE), None);
}

#[tokio::test]
async fn guessing_is_slowed_and_only_for_that_account() {
    let mut app = TestApp::new().await;
    for _ in 0..10 {
        assert_eq!(app.try_sign_in(USER, "wrong password", "/").await.status, 200);
    }
    let refused = app.try_sign_in(USER, PASSWORD, "/").await;
    assert_eq!(refused.status, 429);
    assert!(refused.text.contains("too_many_attempts"));
    assert_eq!(refused.header("retry-after"), "30");
    app.sign_in(crate::test_app::ADMINISTRATOR).await;
    app.pass(30);
    app.sign_in(USER).await;
}

#[tokio::test]
async fn behind_tls_cookies_are_secure() {
    let mut app = TestApp::behind_tls().await;
    assert!(app.get("/_layout/tokenhtml").await.header("set-cookie").ends_with("; Secure"));
    let answer = app.try_sign_in(USER, PASSWORD, "/").await;
    assert!(answer.header("set-cookie").ends_with("; Secure"));
}

#[tokio::test]
async fn the_address_of_the_dialect_leads_to_the_portal_s_page() {
    let answer = TestApp::new().await.get("/SignIn").await;
    assert_eq!(answer.header("location"), "/sign-in");
}
