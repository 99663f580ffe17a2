//! The body of a write: its members checked against the schema, without a look into the database.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use uuid::Uuid;

use super::references::Reference;
use crate::StoreError;
use crate::schema::{Collection, Column, NavigationTarget, Table, Writes};
use crate::sql::Value;
use crate::values::from_json;

/// What a body says about a row.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The key, if the caller made one.
    pub(super) key: Option<Uuid>,
    /// Columns with their values.
    pub(super) values: Vec<(&'static Column, Value)>,
    /// Lookups.
    pub(super) references: Vec<Reference>,
    /// Rows that are made together with it and point to it.
    pub(super) children: Vec<(&'static Collection, &'static Table, Vec<Self>)>,
}

/// What the body is for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Purpose {
    Create,
    Update,
}

/// How many rows one request makes at most (Dataverse: 1,000 in one change set). The database waits for all of them.
const MOST_NESTED: usize = 1000;

type Members = BTreeMap<String, Box<RawValue>>;

impl Body {
    /// Reads a JSON object. Control information of OData (`@odata.type` and the like) is passed over.
    pub(super) fn read(table: &'static Table, json: &str, purpose: Purpose) -> Result<Self, StoreError> {
        let members: Members = serde_json::from_str(json)
            .map_err(|error| StoreError::BadBody(format!("The body must be a JSON object: {error}.")))?;
        let mut body = Self::default();
        for (name, json) in &members {
            match name.split_once('@') {
                None => body.member(table, name, json, purpose)?,
                Some((navigation, "odata.bind")) => body.bind(table, navigation, json, purpose)?,
                Some(_) => {}
            }
        }
        Ok(body)
    }

    /// Whether it says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.key.is_none() && self.values.is_empty() && self.references.is_empty() && self.children.is_empty()
    }

    fn member(
        &mut self,
        table: &'static Table,
        name: &str,
        json: &RawValue,
        purpose: Purpose,
    ) -> Result<(), StoreError> {
        if let Some(column) = table.column(name).filter(|column| !column.is_lookup()) {
            return self.value(table, column, json, purpose);
        }
        match table.navigation(name) {
            Some(NavigationTarget::Many { collection, table: many }) => {
                self.nested(name, json, purpose, collection, many)
            }
            Some(NavigationTarget::One { .. }) if json.get() == "null" => {
                self.bind(table, name, json, purpose)
            }
            Some(NavigationTarget::One { .. }) => Err(StoreError::NotSupported(format!(
                "Making a row inside '{name}' is not supported: bind one with {name}@odata.bind."
            ))),
            None if table.property(name).is_some() => Err(StoreError::invalid(
                name,
                "is read only: a lookup is set with the name of its navigation property and @odata.bind.",
            )),
            None => Err(StoreError::UnknownAttribute { column: name.to_owned(), table: table.name }),
        }
    }

    fn value(
        &mut self,
        table: &'static Table,
        column: &'static Column,
        json: &RawValue,
        purpose: Purpose,
    ) -> Result<(), StoreError> {
        check_write(table, column, purpose)?;
        let value = from_json(column, json).map_err(|problem| StoreError::invalid(column.name, problem))?;
        if column.name == table.key {
            self.key = match &value {
                Value::Text(key) => Uuid::try_parse(key).ok(),
                _ => return Err(StoreError::invalid(column.name, "must be a GUID.")),
            };
        } else {
            self.values.push((column, value));
        }
        Ok(())
    }

    fn bind(
        &mut self,
        table: &'static Table,
        navigation: &str,
        json: &RawValue,
        purpose: Purpose,
    ) -> Result<(), StoreError> {
        let Some(NavigationTarget::One { column, table: target, .. }) = table.navigation(navigation) else {
            return Err(StoreError::UnknownAttribute { column: navigation.to_owned(), table: table.name });
        };
        check_write(table, column, purpose)?;
        let wrong =
            |_| StoreError::invalid(column.name, format!("must refer to a row as /{}(GUID).", target.set));
        let text: Option<String> = serde_json::from_str(json.get()).map_err(wrong)?;
        if self.references.iter().any(|earlier| earlier.column == column) {
            return Err(StoreError::invalid(column.name, "is bound more than once."));
        }
        self.references.push(Reference::read(column, target, text.as_deref())?);
        Ok(())
    }

    fn nested(
        &mut self,
        name: &str,
        json: &RawValue,
        purpose: Purpose,
        collection: &'static Collection,
        table: &'static Table,
    ) -> Result<(), StoreError> {
        if purpose == Purpose::Update {
            return Err(StoreError::NotSupported(format!("Writing '{name}' in an update is not supported.")));
        }
        let rows: Vec<&RawValue> = serde_json::from_str(json.get())
            .map_err(|_| StoreError::BadBody(format!("'{name}' must be a list of objects.")))?;
        if rows.len() > MOST_NESTED {
            return Err(StoreError::BadBody(format!("'{name}' has more than {MOST_NESTED} rows.")));
        }
        let rows =
            rows.into_iter().map(|row| Self::read(table, row.get(), purpose)).collect::<Result<_, _>>()?;
        self.children.push((collection, table, rows));
        Ok(())
    }
}

/// Refuses a column that callers do not set.
fn check_write(table: &'static Table, column: &Column, purpose: Purpose) -> Result<(), StoreError> {
    if !column.exposed {
        return Err(StoreError::AttributeNotEnabled { column: column.name.to_owned(), table: table.name });
    }
    match (column.writes, purpose) {
        (Writes::Always, _) | (Writes::OnCreate, Purpose::Create) => Ok(()),
        // A key that is sent along is compared with that of the row.
        (Writes::OnCreate, Purpose::Update) if column.name == table.key => Ok(()),
        (Writes::OnCreate, Purpose::Update) => {
            Err(StoreError::invalid(column.name, "cannot be changed after the row was made."))
        }
        (Writes::Never, _) => {
            Err(StoreError::invalid(column.name, "cannot be set: it is maintained by the system."))
        }
    }
}
