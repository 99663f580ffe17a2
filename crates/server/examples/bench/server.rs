//! The portal's server on a large database, and beside it one that does nothing.

use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use axum::routing::get;
use http_body_util::BodyExt;
use portal_server::users::{self, NewUser};
use portal_server::{AppState, Clock, Settings, TOKEN_NAME, app};
use portal_store::{Db, Role, generate};
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::Failure;

/// Who sees everything.
pub const ADMINISTRATOR: &str = "bench@portal.example";
/// Who sees the orders of one account.
pub const REPRESENTATIVE: &str = "representative@portal.example";

const PASSWORD: &str = "bench-password";

/// Two servers in this process.
pub struct Server {
    /// Where nothing but "hello" is answered.
    pub bare: SocketAddr,
    /// Where the portal is.
    pub portal: SocketAddr,
    router: Router,
}

/// Makes a database, and starts both servers.
pub async fn start(orders: u64) -> Result<Server, Failure> {
    let db = Db::temporary().await?;
    generate::generate(&db, orders, 1).await?;
    add_users(&db).await?;
    let settings = Settings { site: "dist".into(), behind_tls: false };
    let router = app(AppState::new(db, Clock::system(), settings).await?);
    let bare = Router::new().route("/", get(|| async { "hello" }));
    Ok(Server { bare: serve(bare).await?, portal: serve(router.clone()).await?, router })
}

async fn serve(router: Router) -> Result<SocketAddr, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

/// The administrator, and a representative of the account with most orders.
async fn add_users(db: &Db) -> Result<(), Failure> {
    let mut write = db.begin_write().await?;
    sqlx::query(
        "UPDATE contact SET emailaddress1 = $1 WHERE contactid =
            (SELECT MIN(c.contactid) FROM contact c WHERE c.parentcustomerid =
                (SELECT customeraccountid FROM salesorder GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT 1))",
    )
    .bind(REPRESENTATIVE)
    .execute(&mut *write)
    .await?;
    write.commit().await?;
    let names = Some(("Ben".to_owned(), "Chmark".to_owned()));
    for (email, role, names) in
        [(ADMINISTRATOR, Role::Administrator, names), (REPRESENTATIVE, Role::CustomerRepresentative, None)]
    {
        let (email, password) = (email.to_owned(), PASSWORD.to_owned());
        users::add(db, &Clock::system(), NewUser { email, role, password, names, demonstration: false })
            .await?;
    }
    Ok(())
}

impl Server {
    /// Signs in; gives the session's cookie.
    pub async fn cookie(&self, email: &str) -> Result<String, Failure> {
        let answer =
            self.router.clone().oneshot(Request::get("/_layout/tokenhtml").body(Body::empty())?).await?;
        let token_cookie = cookie(answer.headers())?;
        let html = String::from_utf8(answer.into_body().collect().await?.to_bytes().to_vec())?;
        let token =
            html.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).ok_or("no token")?;
        let form = format!("Email={email}&PasswordValue={PASSWORD}&{TOKEN_NAME}={token}");
        let request = Request::post("/SignIn")
            .header(header::COOKIE, token_cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))?;
        cookie(self.router.clone().oneshot(request).await?.headers())
    }
}

/// The cookie that an answer sets.
fn cookie(headers: &axum::http::HeaderMap) -> Result<String, Failure> {
    let line = headers.get(header::SET_COOKIE).ok_or("no cookie")?.to_str()?;
    Ok(line.split(';').next().unwrap_or_default().to_owned())
}
