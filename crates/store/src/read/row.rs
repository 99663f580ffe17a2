//! A row as it is answered.

use std::sync::Arc;

use serde::ser::{Error, SerializeMap};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::values::format_scaled;

/// The properties of a row with their annotations, in the order they are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row(pub(super) Vec<(Arc<str>, Cell)>);

/// The value of a property.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// No value.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A decimal number as a whole number of its last place; written with all its places.
    Decimal {
        /// The number of last places.
        scaled: i64,
        /// The places after the point.
        places: u32,
    },
    /// A text, a key, or a date.
    Text(String),
    /// The row that an expanded lookup points to.
    Row(Box<Row>),
    /// The rows of an expanded collection.
    Rows(Vec<Row>),
}

impl Row {
    /// The value of a property.
    pub fn get(&self, property: &str) -> Option<&Cell> {
        self.0.iter().find(|(name, _)| &**name == property).map(|(_, cell)| cell)
    }

    /// The text of a property, if it has one.
    pub fn text(&self, property: &str) -> Option<&str> {
        match self.get(property) {
            Some(Cell::Text(text)) => Some(text),
            _ => None,
        }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, cell) in &self.0 {
            map.serialize_entry(&**name, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Decimal { scaled, places } => RawValue::from_string(format_scaled(*scaled, *places))
                .map_err(Error::custom)?
                .serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Row(row) => row.serialize(serializer),
            Self::Rows(rows) => rows.serialize(serializer),
        }
    }
}
