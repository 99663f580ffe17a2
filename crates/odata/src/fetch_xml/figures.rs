//! `attribute` in a query with `aggregate="true"`: what makes a group, and the figures.

use crate::apply::MOST_GROUPS;
use crate::options::invalid;
use crate::{Aggregate, Apply, DatePart, Error, Expr, Group, Method, Order};

use super::OPTION;
use super::element::{Element, shown};

/// How many figures one query can ask for; each is made over all rows.
const MOST_FIGURES: usize = 16;

/// Groups and figures, as far as they are read.
#[derive(Default)]
pub(super) struct Figures {
    groups: Vec<Group>,
    aggregates: Vec<Aggregate>,
}

impl Figures {
    /// Reads one `attribute`.
    pub(super) fn read(&mut self, attribute: Element<'_>) -> Result<(), Error> {
        attribute.only(&["name", "alias", "aggregate", "groupby", "dategrouping", "usertimezone"])?;
        attribute.empty()?;
        let column = attribute.need("name", "attribute", "a name")?;
        let alias = attribute.need("alias", "attribute", "an alias beside aggregate and groupby")?;
        if !alias.chars().all(|c| c.is_alphanumeric() || c == '_') || alias.len() > 60 || self.has(&alias) {
            return Err(invalid(OPTION, &alias));
        }
        // Parts of dates are in UTC here, which is what `usertimezone="false"` says in Dataverse.
        if attribute.yes("usertimezone")? {
            return Err(Error::NotSupported("usertimezone in fetchXml".to_owned()));
        }
        let part = attribute.get("dategrouping").map(part).transpose()?;
        match (attribute.get("aggregate"), attribute.yes("groupby")?) {
            (Some(method), false) if part.is_none() => {
                self.aggregates.push(Aggregate { method: self::method(method, column)?, alias });
                within(self.aggregates.len(), MOST_FIGURES, "figures")
            }
            (None, true) => {
                self.groups.push(Group { column, part, alias: Some(alias) });
                within(self.groups.len(), MOST_GROUPS, "columns")
            }
            _ => Err(Error::Incomplete { element: "attribute", needs: "either aggregate or groupby" }),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.groups.iter().any(|group| group.name() == name)
            || self.aggregates.iter().any(|aggregate| aggregate.alias == name)
    }

    /// The whole question.
    pub(super) fn finish(self, filter: Option<Expr>, order_by: Vec<Order>) -> Result<Apply, Error> {
        if self.groups.is_empty() && self.aggregates.is_empty() {
            return Err(Error::Incomplete { element: "entity", needs: "an attribute to aggregate" });
        }
        if let Some(order) = order_by.iter().find(|order| !self.has(&order.column)) {
            return Err(invalid(OPTION, &order.column));
        }
        let Self { groups, aggregates } = self;
        Ok(Apply { filter, group_by: groups, aggregates, order_by, top: None })
    }
}

fn within(found: usize, most: usize, what: &'static str) -> Result<(), Error> {
    if found > most { Err(Error::TooMany { option: OPTION, most, what }) } else { Ok(()) }
}

fn method(name: &str, column: String) -> Result<Method, Error> {
    Ok(match name {
        "count" => Method::Count,
        "countcolumn" => Method::CountValues(column),
        "sum" => Method::Sum(column),
        "avg" => Method::Average(column),
        "min" => Method::Min(column),
        "max" => Method::Max(column),
        _ => return Err(Error::NotSupported(format!("The aggregate '{}'", shown(name)))),
    })
}

fn part(name: &str) -> Result<DatePart, Error> {
    Ok(match name {
        "day" => DatePart::Day,
        "week" => DatePart::Week,
        "month" => DatePart::Month,
        "quarter" => DatePart::Quarter,
        "year" => DatePart::Year,
        _ => return Err(Error::NotSupported(format!("The date grouping '{}'", shown(name)))),
    })
}
