//! A FetchXML query as a query of the table: its names of columns become names of properties, and its links the
//! navigation properties that they are. From there on it is a query like any other.

use portal_odata::{Aggregate, Apply, Expr, Fetch, Group, Link, Method, Operand, Order, Path, Query};

use crate::StoreError;
use crate::schema::{Column, NavigationTarget, Table};

/// The query that a FetchXML query is, and how many rows a page has.
///
/// # Errors
/// Another table than the one it is sent to; a column that is not there; a link that no navigation property is.
pub fn query(table: &'static Table, fetch: &Fetch) -> Result<(Query, Option<u64>), StoreError> {
    if fetch.entity != table.name {
        return Err(StoreError::BadQuery(format!(
            "fetchXml is about '{}', and the address about '{}'.",
            fetch.entity, table.name
        )));
    }
    let names = Names { table, links: &fetch.links, inside: None };
    let select = fetch.select.as_ref().map(|select| select.iter().map(|name| names.property(name)));
    let query = Query {
        select: select.map(Iterator::collect).transpose()?,
        filter: fetch.filter.as_ref().map(|expr| names.expr(expr)).transpose()?,
        order_by: fetch.order_by.iter().map(|order| names.order(order)).collect::<Result<_, _>>()?,
        top: fetch.top,
        count: fetch.count,
        apply: fetch.apply.as_ref().map(|apply| names.apply(apply)).transpose()?,
        skip_token: fetch.skip_token.clone(),
        ..Query::default()
    };
    // A link that no condition uses is none that can be passed over.
    for link in fetch.links.iter().filter(|link| link.inside.is_none() && !link.many) {
        names.navigation(link)?;
    }
    Ok((query, fetch.page_size))
}

/// What names mean: columns of the table, and links from it.
#[derive(Clone, Copy)]
struct Names<'a> {
    table: &'static Table,
    links: &'a [Link],
    /// The link whose rows the table's are.
    inside: Option<&'a str>,
}

impl<'a> Names<'a> {
    fn property(&self, name: &str) -> Result<String, StoreError> {
        if name == "*" { Ok(name.to_owned()) } else { property(self.table, name) }
    }

    fn order(&self, order: &Order) -> Result<Order, StoreError> {
        Ok(Order { column: self.property(&order.column)?, descending: order.descending })
    }

    fn apply(&self, apply: &Apply) -> Result<Apply, StoreError> {
        let groups = apply
            .group_by
            .iter()
            .map(|group| Ok(Group { column: self.property(&group.column)?, ..group.clone() }));
        let aggregates = apply.aggregates.iter().map(|aggregate| {
            let column = |name: &String| self.property(name);
            let method = match &aggregate.method {
                Method::Count => Method::Count,
                Method::CountValues(name) => Method::CountValues(column(name)?),
                Method::Sum(name) => Method::Sum(column(name)?),
                Method::Average(name) => Method::Average(column(name)?),
                Method::Min(name) => Method::Min(column(name)?),
                Method::Max(name) => Method::Max(column(name)?),
            };
            Ok(Aggregate { method, alias: aggregate.alias.clone() })
        });
        Ok(Apply {
            filter: apply.filter.as_ref().map(|expr| self.expr(expr)).transpose()?,
            group_by: groups.collect::<Result<_, StoreError>>()?,
            aggregates: aggregates.collect::<Result<_, StoreError>>()?,
            order_by: apply.order_by.clone(),
            top: apply.top,
        })
    }

    fn expr(&self, expr: &Expr) -> Result<Expr, StoreError> {
        let all = |parts: &[Expr]| parts.iter().map(|part| self.expr(part)).collect::<Result<_, _>>();
        Ok(match expr {
            Expr::And(parts) => Expr::And(all(parts)?),
            Expr::Or(parts) => Expr::Or(all(parts)?),
            Expr::Not(inner) => Expr::Not(Box::new(self.expr(inner)?)),
            Expr::Compare { left, comparison, right } => Expr::Compare {
                left: self.operand(left)?,
                comparison: *comparison,
                right: self.operand(right)?,
            },
            Expr::Match { kind, path, text } => {
                Expr::Match { kind: *kind, path: self.path(path)?, text: text.clone() }
            }
            Expr::Any { navigation, condition } => {
                let (navigation, rows) = self.rows(navigation)?;
                let condition = condition.as_deref().map(|inner| rows.expr(inner)).transpose()?;
                Expr::Any { navigation, condition: condition.map(Box::new) }
            }
            Expr::All { navigation, condition } => {
                let (navigation, rows) = self.rows(navigation)?;
                Expr::All { navigation, condition: Box::new(rows.expr(condition)?) }
            }
        })
    }

    fn operand(&self, operand: &Operand) -> Result<Operand, StoreError> {
        match operand {
            Operand::Path(path) => self.path(path).map(Operand::Path),
            Operand::Literal(literal) => Ok(Operand::Literal(literal.clone())),
        }
    }

    fn path(&self, path: &Path) -> Result<Path, StoreError> {
        let Some(alias) = &path.navigation else {
            return Ok(Path { navigation: None, column: self.property(&path.column)? });
        };
        let link = self.link(alias)?;
        let (navigation, table) = self.navigation(link)?;
        Ok(Path { navigation: Some(navigation.to_owned()), column: property(table, &path.column)? })
    }

    /// The link with this alias, if it leads on from here.
    fn link(&self, alias: &str) -> Result<&'a Link, StoreError> {
        let here = |link: &&Link| link.alias == alias && link.inside.as_deref() == self.inside;
        self.links.iter().find(here).ok_or_else(|| {
            StoreError::BadQuery(format!("fetchXml has no link with the alias '{alias}' here."))
        })
    }

    /// The navigation property to one row that a link is, and the table it leads to.
    fn navigation(&self, link: &Link) -> Result<(&'static str, &'static Table), StoreError> {
        let column = self.table.column(&link.to).filter(|column| column.exposed);
        let target = column.and_then(|column| column.targets().iter().find(|to| to.table == link.entity));
        let table = Table::named(&link.entity).filter(|table| table.key == link.from);
        target.zip(table).map(|(target, table)| (target.navigation, table)).ok_or_else(|| no_way(link))
    }

    /// The navigation property to many rows that a link is, and what names mean there.
    fn rows(&self, alias: &str) -> Result<(String, Names<'a>), StoreError> {
        let link = self.link(alias)?;
        let collections = self.table.collections.iter();
        let mut leads = collections.filter(|to| to.table == link.entity && to.lookup == link.from);
        let found = leads.next().filter(|_| link.to == self.table.key);
        let found = found.and_then(|collection| self.table.navigation(collection.navigation));
        match found {
            Some(NavigationTarget::Many { collection, table }) => {
                let names = Names { table, links: self.links, inside: Some(&link.alias) };
                for link in self.links.iter().filter(|inner| inner.inside.as_ref() == Some(&link.alias)) {
                    names.navigation(link)?;
                }
                Ok((collection.navigation.to_owned(), names))
            }
            _ => Err(no_way(link)),
        }
    }
}

/// The name of a column as a property. One that is not there, or not offered, is refused under the name it was sent with.
fn property(table: &'static Table, name: &str) -> Result<String, StoreError> {
    match table.column(name) {
        Some(column) if column.exposed => Ok(Column::property(column)),
        Some(_) => Err(StoreError::AttributeNotEnabled { column: name.to_owned(), table: table.name }),
        None => Err(StoreError::UnknownAttribute { column: name.to_owned(), table: table.name }),
    }
}

fn no_way(link: &Link) -> StoreError {
    let Link { entity, from, to, .. } = link;
    StoreError::NotSupported(format!("A link to '{entity}' from '{from}' to '{to}' is not supported."))
}
