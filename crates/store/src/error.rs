//! Everything that can go wrong, with the code, the status and the sentence of the Power Pages dialect.

use uuid::Uuid;

/// A refusal or failure. Its text is the message for the caller; what caused it inside is only its source.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such entity set, or it is not offered.
    #[error("Resource not found for the segment '{0}'.")]
    UnknownResource(String),
    /// The table has no such column.
    #[error("Attribute {column} cannot be found for table {table}.")]
    UnknownAttribute {
        /** Its name as sent. */
        column: String,
        /** The table's logical name. */
        table: &'static str,
    },
    /// The column exists and is not offered; also `*` for a request without `$select`.
    #[error("Attribute {column} in table {table} is not enabled for Web Api.")]
    AttributeNotEnabled {
        /** Its name as sent. */
        column: String,
        /** The table's logical name. */
        table: &'static str,
    },
    /// The viewer may not create this row.
    #[error("You don't have permission to create {0} entity.")]
    CreateRefused(&'static str),
    /// The viewer may not change this row.
    #[error("You don't have permission to update {0} entity.")]
    UpdateRefused(&'static str),
    /// The row that a lookup should point to is not there, or not for this viewer.
    #[error("Attribute {column} refers to a row that is not there: {table} With Id = {id} Does Not Exist")]
    BoundRowMissing {
        /// The lookup column.
        column: &'static str,
        /// The table that was named.
        table: &'static str,
        /// The key that was named.
        id: Uuid,
    },
    /// A row was to be made of nothing.
    #[error("No attributes for Create Table action.")]
    NoAttributes,
    /// The row is not there, or not for this viewer: the two cannot be told apart.
    #[error("{table} With Id = {id} Does Not Exist")]
    RowMissing {
        /** The table's logical name. */
        table: &'static str,
        /** The key asked for. */
        id: Uuid,
    },
    /// A row with this key is already there.
    #[error("A record with matching key values already exists.")]
    Duplicate,
    /// The row was changed since it was read.
    #[error("The version of the existing record doesn't match the RowVersion property provided.")]
    VersionMismatch,
    /// A value that the column does not take; the message begins with "Attribute NAME".
    #[error("Attribute {column} {problem}")]
    Invalid {
        /** The column's logical name. */
        column: String,
        /** The end of the sentence. */
        problem: String,
    },
    /// A rule of the business that is about the whole row.
    #[error("{0}")]
    Refused(String),
    /// The body of a write is not what it must be.
    #[error("{0}")]
    BadBody(String),
    /// The request is understood and not supported by the dialect.
    #[error("{0}")]
    NotSupported(String),
    /// The query's text or its types are wrong.
    #[error("{0}")]
    BadQuery(String),
    /// The filter has more conditions than allowed.
    #[error("Number of conditions in query exceeded maximum limit.")]
    TooManyConditions,
    /// The database is locked for longer than a request can wait.
    #[error("The service is unavailable.")]
    Busy(#[source] sqlx::Error),
    /// The database failed; what exactly is for the log.
    #[error("An unexpected error occurred while processing the request.")]
    Database(#[source] sqlx::Error),
    /// The stored data contradicts the schema; what exactly is for the log.
    #[error("An unexpected error occurred while processing the request.")]
    Corrupt(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The dialect's code for an error that the portal passes on from Dataverse.
const CDS_ERROR: &str = "9004010D";

impl StoreError {
    /// The status of the HTTP answer.
    pub fn status(&self) -> u16 {
        match self {
            Self::AttributeNotEnabled { .. } | Self::CreateRefused(_) | Self::UpdateRefused(_) => 403,
            Self::UnknownResource(_) | Self::RowMissing { .. } | Self::BoundRowMissing { .. } => 404,
            Self::Duplicate | Self::VersionMismatch => 412,
            Self::Database(_) | Self::Corrupt(_) => 500,
            Self::Busy(_) => 503,
            _ => 400,
        }
    }

    /// The Power Pages code, eight hexadecimal digits; empty when the dialect has none.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownAttribute { .. } => "90040100",
            Self::AttributeNotEnabled { .. } => "90040101",
            Self::UpdateRefused(_) => "90040102",
            Self::CreateRefused(_) => "90040103",
            Self::NoAttributes => "900400FF",
            Self::NotSupported(_) => "9004010B",
            Self::UnknownResource(_) => "9004010C",
            Self::Database(_) | Self::Corrupt(_) | Self::Busy(_) => "",
            _ => CDS_ERROR,
        }
    }

    /// The Dataverse code behind [`code`](Self::code), as `0x` and eight hexadecimal digits.
    pub fn cds_code(&self) -> Option<&'static str> {
        match self {
            Self::RowMissing { .. } | Self::BoundRowMissing { .. } => Some("0x80040217"),
            Self::Duplicate => Some("0x80040237"),
            Self::VersionMismatch => Some("0x80060882"),
            Self::Invalid { .. } | Self::Refused(_) => Some("0x80040265"),
            Self::BadQuery(_) | Self::BadBody(_) => Some("0x80060888"),
            Self::TooManyConditions => Some("0x8004430C"),
            _ => None,
        }
    }

    /// An error about the value of one column.
    pub(crate) fn invalid(column: &str, problem: impl Into<String>) -> Self {
        Self::Invalid { column: column.to_owned(), problem: problem.into() }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let busy = match &error {
            sqlx::Error::PoolTimedOut => true,
            sqlx::Error::Database(inner) => is_lock(inner.code().as_deref()),
            _ => false,
        };
        if busy { Self::Busy(error) } else { Self::Database(error) }
    }
}

impl From<portal_odata::Error> for StoreError {
    fn from(error: portal_odata::Error) -> Self {
        match error {
            portal_odata::Error::NotSupported(_) => Self::NotSupported(error.to_string()),
            portal_odata::Error::UnknownSegment(segment) => Self::UnknownResource(segment),
            portal_odata::Error::TooManyConditions => Self::TooManyConditions,
            _ => Self::BadQuery(error.to_string()),
        }
    }
}

/// SQLite's extended codes for "busy" and "locked" carry the plain code in their lowest byte.
fn is_lock(code: Option<&str>) -> bool {
    let code = code.and_then(|code| code.parse::<u32>().ok());
    code.is_some_and(|code| matches!(code & 0xff, 5 | 6))
}
