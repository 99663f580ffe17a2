//! `link-entity`: conditions on the one row that a lookup leads to, or on the rows of a collection.

use crate::filter::one_or;
use crate::{Comparison, Error, Expr, Literal, Operand, Path};

use super::element::{Element, shown};
use super::filter::Place;
use super::{Link, OPTION, Reading};

/// How a link is meant.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// There must be a row.
    Inner,
    /// There may be none.
    Outer,
    /// One of many rows fulfils the conditions.
    Any,
    /// None of many does.
    NotAny,
}

impl Reading {
    /// Reads a link of the query's own table; gives the condition that it is, if it is one.
    pub(super) fn join(&mut self, link: Element<'_>) -> Result<Option<Expr>, Error> {
        match kind(link)? {
            Kind::Inner | Kind::Outer => self.one(link, None),
            Kind::Any | Kind::NotAny => Err(misplaced(link)),
        }
    }

    /// Reads a link to one row. An outer one is no condition, and only lends its name to conditions elsewhere.
    fn one(&mut self, element: Element<'_>, inside: Option<&str>) -> Result<Option<Expr>, Error> {
        let outer = kind(element)? == Kind::Outer;
        let Link { alias, from, .. } = self.link(element, inside)?;
        let place = Place { link: Some(alias.clone()), inside: inside.map(str::to_owned) };
        let mut parts = Vec::new();
        for child in element.children()? {
            match child.name() {
                "filter" if !outer => parts.extend(self.filter(child, &place, 0)?),
                _ => return Err(child.unknown()),
            }
        }
        if outer {
            return Ok(None);
        }
        self.related.look(OPTION)?;
        let key = Operand::Path(Path { navigation: Some(alias), column: from });
        let there = Operand::Literal(Literal::Null);
        parts.push(Expr::Compare { left: key, comparison: Comparison::NotEqual, right: there });
        Ok(Some(one_or(parts, Expr::And)))
    }

    /// Reads a link over many rows, which stands in a filter.
    pub(super) fn many(&mut self, element: Element<'_>) -> Result<Expr, Error> {
        let kind = kind(element)?;
        if matches!(kind, Kind::Inner | Kind::Outer) {
            return Err(misplaced(element));
        }
        self.related.look(OPTION)?;
        let Link { alias, .. } = self.link(element, None)?;
        let place = Place { link: None, inside: Some(alias.clone()) };
        let mut parts = Vec::new();
        for child in element.children()? {
            match child.name() {
                "filter" => parts.extend(self.filter(child, &place, 0)?),
                "link-entity" if matches!(self::kind(child)?, Kind::Inner | Kind::Outer) => {
                    parts.extend(self.one(child, Some(&alias))?);
                }
                _ => return Err(child.unknown()),
            }
        }
        let condition = (!parts.is_empty()).then(|| Box::new(one_or(parts, Expr::And)));
        let any = Expr::Any { navigation: alias, condition };
        Ok(if kind == Kind::NotAny { Expr::Not(Box::new(any)) } else { any })
    }

    /// Takes the table of a link into the list.
    fn link(&mut self, element: Element<'_>, inside: Option<&str>) -> Result<Link, Error> {
        element.only(&["name", "from", "to", "alias", "link-type"])?;
        let alias = element.get("alias").map(str::to_owned);
        // No alias that is written has a space.
        let alias = alias.unwrap_or_else(|| format!("link {}", self.links.len() + 1));
        if alias.is_empty() || self.links.iter().any(|link| link.alias == alias) {
            return Err(Error::Incomplete { element: "link-entity", needs: "an alias of its own" });
        }
        let link = Link {
            alias,
            entity: element.need("name", "link-entity", "a name")?,
            from: element.need("from", "link-entity", "a column 'from'")?,
            to: element.need("to", "link-entity", "a column 'to'")?,
            many: matches!(kind(element)?, Kind::Any | Kind::NotAny),
            inside: inside.map(str::to_owned),
        };
        self.links.push(link.clone());
        Ok(link)
    }
}

fn kind(link: Element<'_>) -> Result<Kind, Error> {
    match link.get("link-type") {
        None | Some("inner") => Ok(Kind::Inner),
        Some("outer") => Ok(Kind::Outer),
        Some("any") => Ok(Kind::Any),
        Some("not any") => Ok(Kind::NotAny),
        Some(other) => Err(Error::NotSupported(format!("The link type '{}' in fetchXml", shown(other)))),
    }
}

/// FetchXML joins outside of filters and asks for any row inside of them.
fn misplaced(link: Element<'_>) -> Error {
    let found = link.get("link-type").unwrap_or("inner");
    Error::NotSupported(format!("The link type '{}' here in fetchXml", shown(found)))
}
