//! `portal-server serve`.

use std::future::IntoFuture;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::clock::Clock;
use crate::erp::{self, Pace};
use crate::users::User;
use crate::{AppState, Settings, app, users};

use super::database::Database;
use super::{Failure, listen, table};

/// Requests under way may take so long to end after the server was told to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves.
#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    database: Database,
    /// Where to listen; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: String,
    /// The folder of the built portal.
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    site: PathBuf,
    /// Number, confirm and deliver new orders, as an ERP would. For demonstrations.
    #[arg(long)]
    simulate_erp: bool,
    /// How many seconds the simulated ERP takes to confirm an order; later steps take multiples of it.
    #[arg(long, value_name = "SECONDS", default_value_t = 4)]
    erp_pace: u32,
    /// A proxy that ends TLS stands in front: cookies are sent over TLS only, and the address that the proxy
    /// writes into X-Forwarded-For is believed.
    #[arg(long)]
    behind_tls: bool,
}

impl Serve {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let db = self.database.open().await?;
        let people = users::list(&db).await?;
        let listener = listen::listen(&self.listen, people.iter().any(|user| user.demonstration)).await?;
        let clock = Clock::system();
        let settings = Settings { site: self.site.clone(), behind_tls: self.behind_tls };
        let state = AppState::new(db.clone(), clock.clone(), settings).await?;
        if self.simulate_erp {
            tokio::spawn(erp::run(db.clone(), clock, Pace::of_seconds(self.erp_pace)));
        }
        self.greet(&listener, &people)?;
        serve(listener, state).await?;
        db.close().await;
        Ok(())
    }

    /// Prints where the portal is and how to sign in. Programs that start the server read the line with the address.
    fn greet(&self, listener: &TcpListener, people: &[User]) -> Result<(), Failure> {
        if !self.site.join("index.html").is_file() {
            tracing::warn!(
                "there is no built portal in {}: only the endpoint is served",
                self.site.display()
            );
        }
        table::print_demonstration_users(people);
        if people.is_empty() {
            println!(
                "Nobody can sign in yet. Import your data, then add a user, for example:\n  \
                 {} user add{} --email you@company.example --role administrator --first-name Ada --last-name Byron",
                program(),
                self.database.option()
            );
        }
        println!("listening on http://{}", listener.local_addr().map_err(Failure::Serve)?);
        Ok(())
    }
}

/// This program as it was called.
fn program() -> String {
    std::env::args().next().unwrap_or_else(|| "portal-server".to_owned())
}

/// Serves until the process is told to stop; then lets requests under way end.
async fn serve(listener: TcpListener, state: AppState) -> Result<(), Failure> {
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(async move {
        told_to_stop().await;
        // Nobody listens any more if the server has ended by itself.
        let _ = stop.send(true);
    });
    let told = |mut stopped: watch::Receiver<bool>| async move {
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    let service = app(state).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(told(stopped.clone()));
    tokio::select! {
        ended = serving.into_future() => ended.map_err(Failure::Serve),
        () = async { told(stopped).await; tokio::time::sleep(GRACE).await } => Ok(()),
    }
}

/// Ends when Ctrl-C is typed or the system asks the process to end.
async fn told_to_stop() {
    let typed = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let asked = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await,
            Err(_) => std::future::pending().await,
        };
    };
    #[cfg(not(unix))]
    let asked = std::future::pending::<()>();
    tokio::select! { () = typed => {}, () = asked => {} }
}
