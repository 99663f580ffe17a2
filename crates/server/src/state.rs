//! What every request handler shares.

use std::path::PathBuf;
use std::sync::Arc;

use portal_store::Db;

use crate::antiforgery::Secret;
use crate::clock::Clock;
use crate::sign_in::Attempts;
use crate::site::RootPage;
use crate::users::Passwords;

/// What the operator decides when the server starts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder of the built portal.
    pub site: PathBuf,
    /// A proxy that ends TLS stands in front: cookies are `Secure`, and the proxy's word about the caller counts.
    pub behind_tls: bool,
}

/// Everything that handlers share. Cloning is cheap.
#[derive(Clone)]
pub struct AppState {
    /// The database.
    pub db: Db,
    /// What the time is.
    pub clock: Clock,
    pub(crate) settings: Arc<Settings>,
    pub(crate) secret: Secret,
    pub(crate) passwords: Passwords,
    pub(crate) attempts: Arc<Attempts>,
    pub(crate) page: Arc<RootPage>,
}

impl AppState {
    /// Gathers what handlers need. Makes the database's secret if it has none yet.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn new(db: Db, clock: Clock, settings: Settings) -> Result<Self, sqlx::Error> {
        Ok(Self {
            secret: Secret::of_database(&db).await?,
            passwords: Passwords::new(),
            attempts: Arc::default(),
            page: Arc::new(RootPage::new(&settings.site)),
            settings: Arc::new(settings),
            db,
            clock,
        })
    }
}
