//! `$skiptoken`: the place of the last row seen, opaque to callers. A forged one can only name another place in the
//! viewer's own rows.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::order::{By, signature};
use crate::StoreError;
use crate::sql::Value;

#[derive(Serialize, Deserialize)]
struct Token {
    /// The sequence the place is in.
    order: String,
    /// The values of the last row.
    last: Vec<Place>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Place {
    Null(()),
    Integer(i64),
    Text(String),
}

/// Writes the place of a row.
pub(super) fn write(sequence: &[By], last: Vec<Value>) -> String {
    let last = last.into_iter().map(|value| match value {
        Value::Null => Place::Null(()),
        Value::Integer(number) => Place::Integer(number),
        Value::Text(text) => Place::Text(text),
    });
    let token = Token { order: signature(sequence), last: last.collect() };
    // Texts and numbers always have a JSON form.
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&token).unwrap_or_default())
}

/// Reads the place that [`write`] wrote for the same sequence.
pub(super) fn read(sequence: &[By], text: &str) -> Result<Vec<Value>, StoreError> {
    let invalid =
        || StoreError::BadQuery("The value of '$skiptoken' is not valid for this query.".to_owned());
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| invalid())?;
    let token: Token = serde_json::from_slice(&bytes).map_err(|_| invalid())?;
    if token.order != signature(sequence) || token.last.len() != sequence.len() {
        return Err(invalid());
    }
    let values =
        token.last.into_iter().zip(sequence).map(|(place, by)| match (place, by.column.sql_type()) {
            (Place::Null(()), _) if !by.column.required => Ok(Value::Null),
            (Place::Text(text), "TEXT") => Ok(Value::Text(text)),
            (Place::Integer(number), sql_type) if sql_type != "TEXT" => Ok(Value::Integer(number)),
            _ => Err(invalid()),
        });
    values.collect()
}
