//! `entity`: columns or figures, their sequence, and the conditions.

use crate::filter::one_or;
use crate::{Error, Expr, Order};

use super::element::Element;
use super::figures::Figures;
use super::filter::Place;
use super::{Fetch, Reading};

impl Reading {
    /// Reads the one table that a query is for.
    pub(super) fn entity(&mut self, entity: Element<'_>, aggregate: bool) -> Result<Fetch, Error> {
        if entity.name() != "entity" {
            return Err(entity.unknown());
        }
        entity.only(&["name"])?;
        let (mut select, mut figures, mut order_by) = (Vec::new(), Figures::default(), Vec::new());
        let mut conditions = Vec::new();
        for child in entity.children()? {
            match child.name() {
                "attribute" if aggregate => figures.read(child)?,
                "attribute" => select.push(column(child)?),
                "all-attributes" if !aggregate => select.push("*".to_owned()),
                "order" => order_by.push(order(child, aggregate)?),
                "filter" => conditions.extend(self.filter(child, &Place::default(), 0)?),
                "link-entity" => conditions.extend(self.join(child)?),
                _ => return Err(child.unknown()),
            }
        }
        let filter = (!conditions.is_empty()).then(|| one_or(conditions, Expr::And));
        let name = entity.need("name", "entity", "a name")?;
        if aggregate {
            let apply = Some(figures.finish(filter, order_by)?);
            return Ok(Fetch { entity: name, apply, ..Fetch::default() });
        }
        let select = (!select.is_empty()).then_some(select);
        Ok(Fetch { entity: name, select, filter, order_by, ..Fetch::default() })
    }
}

fn column(attribute: Element<'_>) -> Result<String, Error> {
    attribute.only(&["name"])?;
    attribute.empty()?;
    attribute.need("name", "attribute", "a name")
}

/// Rows are ordered by columns, figures by the names that the query gives them.
fn order(order: Element<'_>, aggregate: bool) -> Result<Order, Error> {
    let by = if aggregate { "alias" } else { "attribute" };
    order.only(&[by, "descending"])?;
    order.empty()?;
    let needs = if aggregate { "an alias" } else { "an attribute" };
    Ok(Order { column: order.need(by, "order", needs)?, descending: order.yes("descending")? })
}
