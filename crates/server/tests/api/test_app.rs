//! The server as the tests speak to it. Each test has its own copy of a database with the demonstration.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use portal_server::{AppState, Clock, SESSION_COOKIE, Settings, TOKEN_NAME, app, demonstration};
use portal_store::Db;
use serde_json::Value;
use tempfile::TempDir;
use time::OffsetDateTime;
use time::macros::datetime;
use tokio::sync::OnceCell;
use tower::ServiceExt;

use crate::answer::Answer;

/// The demonstration's accounts.
pub const ADMINISTRATOR: &str = "admin@northwind.example";
pub const REPRESENTATIVE: &str = "contact@savea.example";
pub const USER: &str = "contact@ernsh.example";

/// When every test begins.
pub const START: OffsetDateTime = datetime!(2026-05-06 12:00 UTC);

static TEMPLATE: OnceCell<(TempDir, PathBuf)> = OnceCell::const_new();

/// The application with one browser in front of it.
pub struct TestApp {
    pub db: Db,
    pub clock: Clock,
    router: Router,
    passed: Arc<AtomicI64>,
    cookies: BTreeMap<String, String>,
    folder: Arc<TempDir>,
}

impl TestApp {
    /// The application with the demonstration, and a browser that is not signed in.
    pub async fn new() -> Self {
        let (_, template) = TEMPLATE.get_or_init(make_template).await;
        Self::on(Some(template), false).await
    }

    /// The application as [`new`](Self::new), with a TLS proxy in front.
    pub async fn behind_tls() -> Self {
        let (_, template) = TEMPLATE.get_or_init(make_template).await;
        Self::on(Some(template), true).await
    }

    /// The application with no data at all.
    pub async fn empty() -> Self {
        Self::on(None, false).await
    }

    /// The application with the demonstration, in which this account is signed in.
    pub async fn signed_in(email: &str) -> Self {
        let mut app = Self::new().await;
        app.sign_in(email).await;
        app
    }

    async fn on(template: Option<&Path>, behind_tls: bool) -> Self {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("portal.sqlite");
        if let Some(template) = template {
            std::fs::copy(template, &file).unwrap();
        }
        let site = folder.path().join("dist");
        std::fs::create_dir(&site).unwrap();
        let db = open(&file).await;
        let passed = Arc::new(AtomicI64::new(0));
        let seconds = passed.clone();
        let clock = Clock::new(move || START + time::Duration::seconds(seconds.load(Ordering::SeqCst)));
        let state = AppState::new(db.clone(), clock.clone(), Settings { site, behind_tls }).await.unwrap();
        let (router, cookies) = (app(state), BTreeMap::new());
        Self { db, clock, router, passed, cookies, folder: Arc::new(folder) }
    }

    /// A second browser in front of the same application.
    pub fn another_browser(&self) -> Self {
        Self {
            db: self.db.clone(),
            clock: self.clock.clone(),
            router: self.router.clone(),
            passed: self.passed.clone(),
            cookies: BTreeMap::new(),
            folder: self.folder.clone(),
        }
    }

    /// Lets time pass.
    pub fn pass(&self, seconds: i64) {
        self.passed.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Puts a file into the folder of the built portal.
    pub fn put_file(&self, name: &str, content: &str) {
        let file = self.folder.path().join("dist").join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, content).unwrap();
    }

    /// The browser's cookie with this name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Gives the browser a cookie.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The token for writes, fetched as the portal does it.
    pub async fn token(&mut self) -> String {
        let answer = self.get("/_layout/tokenhtml").await;
        let value = answer.text.split_once("value=\"").unwrap().1;
        value.split_once('"').unwrap().0.to_owned()
    }

    /// Signs a demonstration account in.
    pub async fn sign_in(&mut self, email: &str) {
        let answer = self.try_sign_in(email, demonstration::PASSWORD, "/").await;
        assert_eq!(answer.status, StatusCode::FOUND, "{}", answer.text);
        assert!(self.cookie(SESSION_COOKIE).is_some());
    }

    /// Sends the form of the sign-in page.
    pub async fn try_sign_in(&mut self, email: &str, password: &str, return_url: &str) -> Answer {
        let token = self.token().await;
        let fields =
            [("Email", email), ("PasswordValue", password), ("ReturnUrl", return_url), (TOKEN_NAME, &token)];
        self.post_form("/SignIn", &fields).await
    }

    /// Sends a form.
    pub async fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body =
            fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect::<Vec<_>>();
        let form = [("content-type", "application/x-www-form-urlencoded")];
        self.send(Method::POST, path, &form, Body::from(body.join("&"))).await
    }

    /// Reads.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    /// Reads with headers.
    pub async fn get_with(&mut self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(Method::GET, path, headers, Body::empty()).await
    }

    /// Writes JSON with a fresh token.
    pub async fn write(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        let token = self.token().await;
        let mut headers = headers.to_vec();
        headers.extend([("content-type", "application/json"), (TOKEN_NAME, &token)]);
        self.send(method, path, &headers, Body::from(body.to_string())).await
    }

    /// Sends a body that may be anything to the orders, with a fresh token.
    pub async fn write_raw(&mut self, content_type: &str, body: Body) -> Answer {
        let token = self.token().await;
        let headers = [("content-type", content_type), (TOKEN_NAME, token.as_str())];
        self.send(Method::POST, "/_api/salesorders", &headers, body).await
    }

    /// Sends a request as it is, with the cookies. Spaces in the path stand for `%20`.
    pub async fn send(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path.replace(' ', "%20"))
            .header(header::HOST, "portal.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<_> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let answer = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (head, body) = answer.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        self.keep_cookies(&head.headers);
        Answer {
            status: head.status,
            headers: head.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.set_cookie(name, value);
            }
        }
    }

    /// One value from the database.
    pub async fn value<T>(&self, sql: &'static str) -> T
    where
        T: for<'r> sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite> + Send + Unpin,
    {
        sqlx::query_scalar(sql).fetch_one(self.db.reads()).await.unwrap()
    }

    /// Changes the database.
    pub async fn run(&self, sql: &'static str) {
        let mut write = self.db.begin_write().await.unwrap();
        sqlx::raw_sql(sql).execute(&mut *write).await.unwrap();
        write.commit().await.unwrap();
    }
}

async fn make_template() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("template.sqlite");
    let db = open(&file).await;
    demonstration::load(&db, &Clock::new(|| START)).await.unwrap();
    db.close().await;
    (folder, file)
}

async fn open(file: &Path) -> Db {
    Db::open(&format!("sqlite://{}", file.display())).await.unwrap()
}

/// A value of a form, with every byte that is not a letter or digit escaped.
fn escaped(value: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    value.bytes().map(byte).collect()
}
