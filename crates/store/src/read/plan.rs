//! What a statement selects, and how a row of it becomes an answer.

use std::sync::Arc;

use super::annotations::{FORMATTED, LOOKUP_TABLE, NAVIGATION};
use super::format::{Currency, formatted};
use super::path::related;
use super::{Annotations, Cell, Row, Scope};
use crate::schema::{Column, Kind, Table, VERSION};
use crate::sql::{Sql, Value};

/// What is selected, without repetition.
#[derive(Clone, PartialEq)]
enum Selected {
    /// A column of the row.
    Stored(String),
    /// The name of the row that a lookup points to.
    Name(&'static Column),
    /// A column of the row's currency.
    Currency(&'static str),
}

/// A property of the answer.
struct Property {
    column: &'static Column,
    name: Arc<str>,
    value: usize,
    /// Where the table of a lookup with several targets is.
    target: Option<usize>,
    formatted: Option<(Arc<str>, Option<usize>)>,
    lookup_table: Option<Arc<str>>,
    navigation: Option<Arc<str>>,
}

/// The columns of one statement and the shape of its answer.
pub(super) struct Plan {
    pub(super) table: &'static Table,
    selected: Vec<Selected>,
    properties: Vec<Property>,
    etag: Arc<str>,
    version: usize,
    currency: Option<(usize, usize)>,
}

impl Plan {
    /// A plan for these columns and the key. An amount brings its currency with it.
    pub(super) fn new(table: &'static Table, columns: &[&'static Column], annotations: Annotations) -> Self {
        let mut plan = Self {
            table,
            selected: vec![Selected::Stored(VERSION.to_owned())],
            properties: Vec::new(),
            etag: "@odata.etag".into(),
            version: 0,
            currency: None,
        };
        let money = columns.iter().any(|column| column.kind == Kind::Money);
        let currency = table.column("transactioncurrencyid").filter(|_| money);
        if annotations.formatted && currency.is_some() {
            let [symbol, places] =
                ["currencysymbol", "currencyprecision"].map(|name| plan.select(Selected::Currency(name)));
            plan.currency = Some((symbol, places));
        }
        for column in columns.iter().copied().chain(table.column(table.key)).chain(currency) {
            if !plan.properties.iter().any(|property| property.column.name == column.name) {
                plan.add(column, annotations);
            }
        }
        plan
    }

    fn add(&mut self, column: &'static Column, annotations: Annotations) {
        let name = column.property();
        let annotated =
            |wanted: bool, annotation: &str| wanted.then(|| Arc::from(format!("{name}@{annotation}")));
        let linked = !column.targets().is_empty();
        let lookup_table = annotated(annotations.lookup_table && linked, LOOKUP_TABLE);
        let navigation = annotated(annotations.navigation && linked, NAVIGATION);
        let formatted =
            annotated(annotations.formatted && !column.is_text() && column.kind != Kind::Guid, FORMATTED);
        let value = self.stored(column.name);
        let target = column.type_column().filter(|_| lookup_table.is_some() || navigation.is_some());
        let target = target.map(|name| self.select(Selected::Stored(name)));
        let formatted = formatted.map(|name| (name, linked.then(|| self.select(Selected::Name(column)))));
        self.properties.push(Property {
            column,
            name: name.into(),
            value,
            target,
            formatted,
            lookup_table,
            navigation,
        });
    }

    /// Selects a stored column as well, and says where in the row it will be.
    pub(super) fn stored(&mut self, name: &str) -> usize {
        self.select(Selected::Stored(name.to_owned()))
    }

    fn select(&mut self, wanted: Selected) -> usize {
        self.selected.iter().position(|selected| *selected == wanted).unwrap_or_else(|| {
            self.selected.push(wanted);
            self.selected.len() - 1
        })
    }

    /// Adds what is selected to a statement.
    pub(super) fn push(&self, sql: &mut Sql, scope: Scope<'_>) {
        sql.join(", ", &self.selected, |sql, selected| match selected {
            Selected::Stored(name) => {
                sql.push(&format!("{}.{name}", scope.alias));
            }
            Selected::Name(column) => push_name(sql, scope, column),
            Selected::Currency(name) => {
                let lookup = self.table.column("transactioncurrencyid");
                let table = Table::named("transactioncurrency");
                if let (Some(lookup), Some(table)) = (lookup, table) {
                    related(sql, scope, lookup, table, name);
                }
            }
        });
    }

    /// Makes the answer of a stored row.
    pub(super) fn row(&self, stored: &[Value]) -> Row {
        let at = |i: usize| stored.get(i).unwrap_or(&Value::Null);
        let mut row = Vec::with_capacity(self.properties.len() * 2 + 1);
        row.push((self.etag.clone(), Cell::Text(etag(at(self.version)))));
        let currency = self.currency.map(|(symbol, places)| (at(symbol), at(places)));
        for property in &self.properties {
            let value = at(property.value);
            row.push((property.name.clone(), cell(property.column, value)));
            if *value == Value::Null {
                continue;
            }
            if let Some((name, named)) = &property.formatted {
                let text = match named {
                    Some(named) => text_of(at(*named)),
                    None => formatted(property.column, value, &currency_of(currency)),
                };
                row.extend(text.map(|text| (name.clone(), Cell::Text(text))));
            }
            let target = target(property.column, property.target.map(at));
            if let (Some(name), Some(target)) = (&property.lookup_table, target) {
                row.push((name.clone(), Cell::Text(target.table.to_owned())));
            }
            if let (Some(name), Some(target)) = (&property.navigation, target) {
                row.push((name.clone(), Cell::Text(target.navigation.to_owned())));
            }
        }
        Row(row)
    }
}

/// Adds the name of the row that a lookup points to, if the viewer sees that row.
pub(super) fn push_name(sql: &mut Sql, scope: Scope<'_>, column: &'static Column) {
    sql.push("COALESCE(");
    for table in column.targets().iter().filter_map(|target| Table::named(target.table)) {
        related(sql, scope, column, table, table.primary_name);
        sql.push(", ");
    }
    sql.push("NULL)");
}

/// The value of a column as it is answered.
pub(super) fn cell(column: &Column, value: &Value) -> Cell {
    match (value, column.places()) {
        (Value::Null, _) => Cell::Null,
        (Value::Integer(number), _) if column.kind == Kind::Bool => Cell::Bool(*number != 0),
        (Value::Integer(scaled), Some(places)) => Cell::Decimal { scaled: *scaled, places },
        (Value::Integer(number), None) => Cell::Integer(*number),
        (Value::Text(text), _) => Cell::Text(text.clone()),
    }
}

/// The weak tag of a row's version.
pub(crate) fn etag(version: &Value) -> String {
    match version {
        Value::Integer(version) => format!("W/\"{version}\""),
        _ => "W/\"0\"".to_owned(),
    }
}

fn target(column: &Column, found: Option<&Value>) -> Option<&'static crate::schema::Target> {
    match (column.targets(), found) {
        ([one], _) => Some(one),
        (several, Some(Value::Text(table))) => several.iter().find(|target| target.table == table),
        _ => None,
    }
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn currency_of<'a>(found: Option<(&'a Value, &'a Value)>) -> Currency<'a> {
    let (symbol, places) = found.unwrap_or((&Value::Null, &Value::Null));
    Currency {
        symbol: if let Value::Text(symbol) = symbol { symbol } else { "" },
        places: if let Value::Integer(places) = places { u32::try_from(*places).unwrap_or(2) } else { 2 },
    }
}
