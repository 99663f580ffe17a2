//! A client that keeps its connection.

use std::net::SocketAddr;

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{COOKIE, HOST};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

use crate::Failure;

/// A connection of somebody signed in.
pub struct Connection {
    send: SendRequest<Full<Bytes>>,
    address: SocketAddr,
    cookie: String,
}

/// What a page of the list says.
pub struct Page {
    /// How many rows it has.
    pub rows: usize,
    /// The path of the next page.
    pub next: Option<String>,
}

impl Connection {
    /// Connects.
    pub async fn open(address: SocketAddr, cookie: &str) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (send, connection) = http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Self { send, address, cookie: cookie.to_owned() })
    }

    /// Reads a path with pages of `size` rows; refuses any answer but 200.
    pub async fn get(&mut self, path: &str, size: usize) -> Result<Bytes, Failure> {
        self.send.ready().await?;
        let request = Request::get(path)
            .header(HOST, self.address.to_string())
            .header(COOKIE, &self.cookie)
            .header("prefer", format!("odata.maxpagesize={size}"))
            .body(Full::default())?;
        let answer = self.send.send_request(request).await?;
        let status = answer.status();
        let body = answer.into_body().collect().await?.to_bytes();
        if status != StatusCode::OK {
            return Err(format!("{path}: {status} {}", String::from_utf8_lossy(&body)).into());
        }
        Ok(body)
    }

    /// Reads a page and what it says about the next.
    pub async fn page(&mut self, path: &str, size: usize) -> Result<Page, Failure> {
        let page: Value = serde_json::from_slice(&self.get(path, size).await?)?;
        let rows = page["value"].as_array().map_or(0, Vec::len);
        let next = page["@odata.nextLink"]
            .as_str()
            .and_then(|link| link.find("/_api").map(|at| link[at..].to_owned()));
        Ok(Page { rows, next })
    }
}
