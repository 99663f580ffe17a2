//! Everything that ends a command with exit code 1.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use portal_store::StoreError;
use portal_store::db::OpenError;
use portal_store::import::ImportError;

use crate::demonstration::DemonstrationError;
use crate::users::UserError;

/// Why a command did not do what it was asked. Its text, with its causes, is what is printed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The machine has no threads left.
    #[error("the program cannot start")]
    Runtime(#[source] io::Error),
    /// The folder of the database cannot be made.
    #[error("the folder {0} cannot be made")]
    Folder(PathBuf, #[source] io::Error),
    /// The database cannot be opened.
    #[error("{0}")]
    Open(String, #[source] OpenError),
    /// An import was refused or failed.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A user was not made or changed.
    #[error(transparent)]
    User(#[from] UserError),
    /// Reading or writing rows failed.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// The database failed.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
    /// Made-up passwords meet the world.
    #[error(
        "this database has demonstration accounts, whose password everybody knows, so the server listens on this \
         machine only; {0} would be reached from others. Use 127.0.0.1, or a database made from your own data"
    )]
    Exposed(SocketAddr),
    /// The demonstration was not loaded.
    #[error(transparent)]
    Demonstration(#[from] DemonstrationError),
    /// The address to listen on cannot be read or found.
    #[error("{0:?} is not an address to listen on, such as 127.0.0.1:8080")]
    Address(String, #[source] io::Error),
    /// Another program listens there.
    #[error("{0} is in use by another program: stop it, or choose another port with --listen")]
    Taken(SocketAddr),
    /// Listening is not possible.
    #[error("cannot listen on {0}")]
    Listen(SocketAddr, #[source] io::Error),
    /// Serving ended by itself.
    #[error("the server stopped")]
    Serve(#[source] io::Error),
    /// The two passwords typed are not the same.
    #[error("the two passwords are not the same")]
    Mistyped,
    /// No password came in.
    #[error("no password was given: type it, or write it to standard input as one line")]
    NoPassword(#[source] io::Error),
    /// Only one of two names.
    #[error("a new contact needs both --first-name and --last-name")]
    HalfAName,
}
