//! Paths after `/_api/` and references to rows in bodies.

use uuid::Uuid;

use crate::Error;

/// What a path names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resource {
    /// `salesorders`
    Collection {
        /// The entity set.
        set: String,
    },
    /// `salesorders(GUID)`
    Row {
        /// The entity set.
        set: String,
        /// The key.
        key: Uuid,
    },
    /// `salesorders/$count`
    Count {
        /// The entity set.
        set: String,
    },
}

impl Resource {
    /// Reads a path without leading slash, already percent-decoded.
    ///
    /// # Errors
    /// [`Error::UnknownSegment`] for what is no name; [`Error::Value`] for a key that is no GUID;
    /// [`Error::NotSupported`] for alternate keys, single properties, and functions.
    pub fn parse(path: &str) -> Result<Self, Error> {
        let (first, rest) = path.split_once('/').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let (set, key) = match first.split_once('(') {
            Some((set, key)) => (set, Some(parse_key(key)?)),
            None => (first, None),
        };
        if set.is_empty() || !set.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return Err(Error::UnknownSegment(first.chars().take(60).collect()));
        }
        let set = set.to_owned();
        match (key, rest) {
            (None, None) => Ok(Self::Collection { set }),
            (Some(key), None) => Ok(Self::Row { set, key }),
            (None, Some("$count")) => Ok(Self::Count { set }),
            (_, Some(rest)) => {
                let segment: String = rest.chars().take(60).collect();
                Err(Error::NotSupported(format!("The path segment '{segment}'")))
            }
        }
    }

    /// Reads a reference to a row, as in `@odata.bind`: `/accounts(GUID)`, `accounts(GUID)`, or the whole address.
    pub fn parse_reference(text: &str) -> Option<(String, Uuid)> {
        let path = text.rsplit_once("/_api/").map_or(text, |(_, path)| path);
        match Self::parse(path.strip_prefix('/').unwrap_or(path)) {
            Ok(Self::Row { set, key }) => Some((set, key)),
            _ => None,
        }
    }
}

fn parse_key(text: &str) -> Result<Uuid, Error> {
    let Some(key) = text.strip_suffix(')') else {
        return Err(Error::Value { option: "key", value: text.chars().take(60).collect() });
    };
    if key.contains('=') {
        return Err(Error::NotSupported("An alternate key".to_owned()));
    }
    // Other spellings of a GUID (without hyphens, in braces) are not of the dialect.
    match Uuid::try_parse(key) {
        Ok(guid) if key.len() == 36 => Ok(guid),
        _ => Err(Error::Value { option: "key", value: key.chars().take(60).collect() }),
    }
}
