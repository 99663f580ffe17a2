//! The query of a URL: which options there are, each read by its own grammar.

use percent_encoding::percent_decode;

use crate::parser::{Parser, select};
use crate::{Apply, Error, Expand, Expr, Order};

/// The query options of a request. What was not given is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// `$select`: the columns; `*` stands for itself.
    pub select: Option<Vec<String>>,
    /// `$filter`: which rows.
    pub filter: Option<Expr>,
    /// `$orderby`: their sequence.
    pub order_by: Vec<Order>,
    /// `$top`: how many at most.
    pub top: Option<u64>,
    /// `$count`: whether the number of rows is asked for.
    pub count: bool,
    /// `$expand`: related rows inside each.
    pub expand: Vec<Expand>,
    /// `$apply`: figures instead of rows.
    pub apply: Option<Apply>,
    /// `$skiptoken`: where the page begins, as the server wrote it.
    pub skip_token: Option<String>,
}

impl Query {
    /// Reads what comes after the `?` of a URL, still percent-encoded. Names are case-sensitive; options
    /// without `$` are not for us and passed over.
    ///
    /// # Errors
    /// See [`Error`]; `$skip`, `$search` and other options that the dialect lacks are [`Error::NotSupported`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut query = Self::default();
        let mut seen = Vec::new();
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name)?, decode(value)?);
            let Some(option) = known(&name)? else { continue };
            if seen.contains(&option) {
                return Err(Error::Repeated(option));
            }
            seen.push(option);
            query.set(option, &value)?;
        }
        Ok(query)
    }

    /// The query of the page that begins at `token`: `text`, as it was received, with this token in place of its own.
    pub fn next_page(text: &str, token: &str) -> String {
        let others = text.split('&').filter(|pair| {
            let name = pair.split_once('=').map_or(*pair, |(name, _)| name);
            !pair.is_empty() && decode(name).is_ok_and(|name| name != "$skiptoken")
        });
        others.map(str::to_owned).chain([format!("$skiptoken={token}")]).collect::<Vec<_>>().join("&")
    }

    fn set(&mut self, option: &'static str, value: &str) -> Result<(), Error> {
        match option {
            "$select" => self.select = Some(whole(option, value, select)?),
            "$filter" => self.filter = Some(whole(option, value, |parser| parser.condition(0))?),
            "$orderby" => self.order_by = whole(option, value, Parser::order_by)?,
            "$expand" => self.expand = whole(option, value, Parser::expands)?,
            "$apply" => self.apply = Some(whole(option, value, Parser::apply)?),
            "$top" => self.top = Some(value.parse().map_err(|_| invalid(option, value))?),
            "$count" => self.count = value.parse().map_err(|_| invalid(option, value))?,
            _ => self.skip_token = Some(value.to_owned()),
        }
        Ok(())
    }
}

/// The options that are read; the rest of OData's is refused by name.
const OPTIONS: [&str; 8] =
    ["$select", "$filter", "$orderby", "$expand", "$apply", "$top", "$count", "$skiptoken"];

fn known(name: &str) -> Result<Option<&'static str>, Error> {
    match OPTIONS.into_iter().find(|option| *option == name) {
        None if name.starts_with('$') || name == "fetchXml" => {
            Err(Error::NotSupported(format!("The query option '{name}'")))
        }
        option => Ok(option),
    }
}

fn whole<T>(
    option: &'static str,
    value: &str,
    read: impl FnOnce(&mut Parser) -> Result<T, Error>,
) -> Result<T, Error> {
    let mut parser = Parser::new(option, value)?;
    let result = read(&mut parser)?;
    parser.end()?;
    Ok(result)
}

fn invalid(option: &'static str, value: &str) -> Error {
    Error::Value { option, value: value.chars().take(60).collect() }
}

/// Decodes a name or a value of a query; `+` is a space there.
fn decode(text: &str) -> Result<String, Error> {
    let spaces = text.replace('+', " ");
    percent_decode(spaces.as_bytes()).decode_utf8().map(|text| text.into_owned()).map_err(|_| Error::Encoding)
}
