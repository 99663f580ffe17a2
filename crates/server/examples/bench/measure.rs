//! Measuring one thing against another. What is compared alternates as A B B A, so that a machine that grows slower
//! meanwhile favours neither.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use crate::Failure;
use crate::client::Connection;

/// How many connections ask at the same time.
const CONNECTIONS: usize = 4;
/// How many times the speeds are compared, and how long each is looked at.
const ROUNDS: usize = 6;
const LOOK: Duration = Duration::from_millis(400);
/// How many times the costs of two pages are compared.
const PAIRS: usize = 600;
/// Rows of a page.
pub const PAGE: usize = 50;

/// Where the ratios lie.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// Three quarters of the ratios are higher.
    pub lower: f64,
    /// Half of the ratios are higher.
    pub median: f64,
    /// One quarter of the ratios is higher.
    pub upper: f64,
}

impl Spread {
    fn of(mut ratios: Vec<f64>) -> Self {
        ratios.sort_by(f64::total_cmp);
        let at = |share: usize| ratios.get(ratios.len() * share / 4).copied().unwrap_or(f64::NAN);
        Self { lower: at(1), median: at(2), upper: at(3) }
    }
}

/// Requests per second of `path` on the portal as a share of those of the bare server.
pub async fn speed(
    bare: SocketAddr,
    portal: SocketAddr,
    path: &str,
    cookie: &str,
) -> Result<Spread, Failure> {
    let (bare, portal) = ((bare, "/"), (portal, path));
    // The first look warms caches up and does not count.
    requests(portal, cookie).await?;
    let mut ratios = Vec::with_capacity(ROUNDS * 2);
    for _ in 0..ROUNDS {
        let (a, b) = (requests(bare, cookie).await?, requests(portal, cookie).await?);
        let (c, d) = (requests(portal, cookie).await?, requests(bare, cookie).await?);
        ratios.extend([b / a, c / d]);
    }
    Ok(Spread::of(ratios))
}

/// How many requests are answered while we look.
async fn requests((address, path): (SocketAddr, &str), cookie: &str) -> Result<f64, Failure> {
    let mut askers = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        let mut connection = Connection::open(address, cookie).await?;
        let path = path.to_owned();
        askers.push(tokio::spawn(async move {
            let begin = Instant::now();
            let mut answered = 0_u32;
            while begin.elapsed() < LOOK {
                connection.get(&path, PAGE).await?;
                answered += 1;
            }
            Ok::<_, Failure>(f64::from(answered))
        }));
    }
    let mut sum = 0.0;
    for asker in askers {
        sum += asker.await??;
    }
    Ok(sum)
}

/// The time that `path` takes as a multiple of that of `other`.
pub async fn cost(connection: &mut Connection, path: &str, other: &str) -> Result<Spread, Failure> {
    let mut ratios = Vec::with_capacity(PAIRS);
    for pair in 0..PAIRS {
        ratios.push(if pair % 2 == 0 {
            time(connection, path).await? / time(connection, other).await?
        } else {
            let base = time(connection, other).await?;
            time(connection, path).await? / base
        });
    }
    // The first pairs warm caches up and do not count.
    Ok(Spread::of(ratios.split_off(PAIRS / 10)))
}

async fn time(connection: &mut Connection, path: &str) -> Result<f64, Failure> {
    let begin = Instant::now();
    connection.get(path, PAGE).await?;
    Ok(begin.elapsed().as_secs_f64())
}
