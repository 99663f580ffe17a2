//! `$skiptoken`: the place of the last row seen, opaque to callers. A forged one can only name another place in the
//! viewer's own rows.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::list::MOST_ROWS;
use super::order::{By, signature};
use crate::StoreError;
use crate::sql::Value;

#[derive(Serialize, Deserialize)]
struct Token {
    /// The sequence the place is in.
    order: String,
    /// The values of the last row.
    last: Vec<Part>,
    /// How many rows the first page said there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
}

/// Where the next page begins.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Place {
    /// The values of the last row seen, in the order of the sequence.
    pub(super) last: Vec<Value>,
    /// How many rows there are on all pages, if the first one told: they are not counted again for each.
    pub(super) count: Option<u64>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Part {
    Null(()),
    Integer(i64),
    Text(String),
}

/// Writes the place of a row.
pub(super) fn write(sequence: &[By], place: Place) -> String {
    let last = place.last.into_iter().map(|value| match value {
        Value::Null => Part::Null(()),
        Value::Integer(number) => Part::Integer(number),
        Value::Text(text) => Part::Text(text),
    });
    let token = Token { order: signature(sequence), last: last.collect(), count: place.count };
    // Texts and numbers always have a JSON form.
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&token).unwrap_or_default())
}

/// Reads the place that [`write`] wrote for the same sequence.
pub(super) fn read(sequence: &[By], text: &str) -> Result<Place, StoreError> {
    let invalid =
        || StoreError::BadQuery("The value of '$skiptoken' is not valid for this query.".to_owned());
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| invalid())?;
    let token: Token = serde_json::from_slice(&bytes).map_err(|_| invalid())?;
    if token.order != signature(sequence) || token.last.len() != sequence.len() {
        return Err(invalid());
    }
    let values =
        token.last.into_iter().zip(sequence).map(|(place, by)| match (place, by.column.sql_type()) {
            (Part::Null(()), _) if !by.column.required => Ok(Value::Null),
            (Part::Text(text), "TEXT") => Ok(Value::Text(text)),
            (Part::Integer(number), sql_type) if sql_type != "TEXT" => Ok(Value::Integer(number)),
            _ => Err(invalid()),
        });
    Ok(Place {
        last: values.collect::<Result<_, _>>()?,
        count: token.count.map(|count| count.min(MOST_ROWS)),
    })
}
