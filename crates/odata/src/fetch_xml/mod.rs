//! FetchXML: Dataverse's own query language, for what `$filter` and `$apply` cannot say (several figures in one request,
//! parts of dates). It is read into the same conditions and figures as the options of OData. What is not understood is
//! refused and never passed over. Names are those of the tables (`customerid`), not of properties
//! (`_customerid_value`); which navigation property a link is, the reader of the tree knows.

mod element;
mod entity;
mod figures;
mod filter;
mod link;

use crate::options::{decode, invalid, pairs};
use crate::related::Related;
use crate::{Apply, Error, Expr, Order};
use element::Element;

/// The longest text that is read, in bytes: as long as an address can be (Dataverse).
const LONGEST: usize = 32_768;

/// How many elements and texts it can have.
const MOST_NODES: u32 = 4096;

/// The name of the option.
const OPTION: &str = "fetchXml";

/// A FetchXML query. Columns are named by their logical names, and a path's navigation is the alias of a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fetch {
    /// The logical name of the table.
    pub entity: String,
    /// The columns, if any were named; `*` stands for all.
    pub select: Option<Vec<String>>,
    /// Which rows.
    pub filter: Option<Expr>,
    /// Their sequence.
    pub order_by: Vec<Order>,
    /// How many at most.
    pub top: Option<u64>,
    /// How many on a page (`count`).
    pub page_size: Option<u64>,
    /// Whether the number of rows is asked for (`returntotalrecordcount`).
    pub count: bool,
    /// Figures instead of rows, with the filter in it.
    pub apply: Option<Apply>,
    /// The tables that conditions lead to.
    pub links: Vec<Link>,
    /// `$skiptoken`: where the page begins, as the server wrote it.
    pub skip_token: Option<String>,
}

/// A table that conditions lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its name in paths; used for no other link.
    pub alias: String,
    /// The logical name of the table.
    pub entity: String,
    /// Its column of the two that must be equal.
    pub from: String,
    /// The other column: of the query's table, or of the rows of the link `inside`.
    pub to: String,
    /// Whether it leads to many rows, of which any can fulfil a condition.
    pub many: bool,
    /// The link over many rows that it is written in, if it is.
    pub inside: Option<String>,
}

impl Fetch {
    /// Reads the option `fetchXml` of a query, what comes after the `?` of a URL, if it is there.
    ///
    /// # Errors
    /// See [`Error`]; any other option than `$skiptoken` beside it is [`Error::NotSupported`].
    pub fn in_query(text: &str) -> Result<Option<Self>, Error> {
        if !pairs(text).any(|(name, _)| decode(name).is_ok_and(|name| name == OPTION)) {
            return Ok(None);
        }
        let (mut fetch, mut skip_token) = (None, None);
        for (name, value) in pairs(text) {
            let name = decode(name)?;
            let place = match name.as_str() {
                OPTION => &mut fetch,
                "$skiptoken" => &mut skip_token,
                name if name.starts_with('$') => {
                    return Err(Error::NotSupported(format!("The query option '{name}' beside fetchXml")));
                }
                _ => continue,
            };
            if place.replace(decode(value)?).is_some() {
                return Err(Error::Repeated(if name == OPTION { OPTION } else { "$skiptoken" }));
            }
        }
        Ok(Some(Self { skip_token, ..Self::parse(&fetch.unwrap_or_default())? }))
    }

    /// Reads a text of FetchXML.
    ///
    /// # Errors
    /// [`Error::Xml`] for what is no XML, has a document type, or is too large; [`Error::NotSupported`] for elements,
    /// attributes and operators that are not understood.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.len() > LONGEST {
            return Err(Error::Xml(format!("it is longer than {LONGEST} bytes")));
        }
        let options = roxmltree::ParsingOptions { nodes_limit: MOST_NODES, ..Default::default() };
        let document = roxmltree::Document::parse_with_options(text, options)
            .map_err(|error| Error::Xml(error.to_string()))?;
        Reading::default().fetch(Element::of(document.root_element())?)
    }
}

/// What is counted and collected while a query is read.
#[derive(Default)]
struct Reading {
    links: Vec<Link>,
    conditions: usize,
    related: Related,
}

impl Reading {
    fn fetch(mut self, root: Element<'_>) -> Result<Fetch, Error> {
        if root.name() != "fetch" {
            return Err(root.unknown());
        }
        // Those behind `returntotalrecordcount` have no meaning for a Web API and stand in every query that a tool wrote.
        root.only(&[
            "aggregate",
            "count",
            "distinct",
            "page",
            "returntotalrecordcount",
            "top",
            "mapping",
            "no-lock",
            "output-format",
            "version",
        ])?;
        if root.yes("distinct")? {
            return Err(Error::NotSupported("distinct in fetchXml".to_owned()));
        }
        if root.get("page").is_some_and(|page| page != "1") {
            return Err(Error::NotSupported("A page by its number in fetchXml".to_owned()));
        }
        let (top, page_size) = (number(&root, "top")?, number(&root, "count")?);
        let count = root.yes("returntotalrecordcount")?;
        let aggregate = root.yes("aggregate")?;
        if aggregate && (count || page_size.is_some()) || (top.is_some() && page_size.is_some()) {
            return Err(Error::NotSupported("count beside top or aggregate in fetchXml".to_owned()));
        }
        let mut entities = root.children()?.into_iter();
        let (Some(entity), None) = (entities.next(), entities.next()) else {
            return Err(Error::Incomplete { element: "fetch", needs: "one element 'entity'" });
        };
        let fetch = self.entity(entity, aggregate)?;
        let apply = fetch.apply.map(|apply| Apply { top, ..apply });
        Ok(Fetch { apply, top: top.filter(|_| !aggregate), page_size, count, links: self.links, ..fetch })
    }
}

fn number(element: &Element<'_>, attribute: &str) -> Result<Option<u64>, Error> {
    let read =
        |text: &str| text.parse().ok().filter(|number| *number > 0).ok_or_else(|| invalid(OPTION, text));
    element.get(attribute).map(read).transpose()
}
