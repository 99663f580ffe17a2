//! Conditions in FetchXML, Dataverse's own query language (Dataverse, FetchXML, filter rows).

use super::condition::{Condition, Relation, Value};
use std::fmt::Write as _;

impl Condition {
    /// Written as the `filter` of an entity; empty if it holds for every row.
    pub fn to_fetch_xml(&self) -> String {
        let mut xml = String::new();
        if !self.is_always() {
            write(&Self::All(vec![self.clone()]), &mut xml);
        }
        xml
    }
}

fn write(condition: &Condition, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = match condition {
        Condition::All(parts) => filter("and", parts, out),
        Condition::Any(parts) => filter("or", parts, out),
        Condition::Is(column, relation, value) => is(column, *relation, value, out),
        Condition::Columns(column, relation, other) => write!(
            out,
            r#"<condition attribute="{column}" operator="{}" valueof="{other}"/>"#,
            relation.word()
        ),
        Condition::Contains(column, text) => contains(column, text, out),
        Condition::SomeLine(line) => {
            out.push_str(r#"<link-entity name="salesorderdetail" from="salesorderid" to="salesorderid" link-type="any">"#);
            write(&Condition::All(vec![(**line).clone()]), out);
            out.push_str("</link-entity>");
            Ok(())
        }
    };
}

fn filter(kind: &str, parts: &[Condition], out: &mut String) -> std::fmt::Result {
    write!(out, r#"<filter type="{kind}">"#)?;
    parts.iter().filter(|part| !part.is_always()).for_each(|part| write(part, out));
    out.push_str("</filter>");
    Ok(())
}

fn is(column: &str, relation: Relation, value: &Value, out: &mut String) -> std::fmt::Result {
    let value = match (value, relation) {
        (Value::Null, Relation::Equal) => return null(column, "null", out),
        (Value::Null, _) => return null(column, "not-null", out),
        (Value::Code(code), _) => code.to_string(),
        (Value::Number(text) | Value::Instant(text) | Value::Text(text), _) => escaped(text),
        (Value::Id(id), _) => id.to_string(),
        (Value::Day(date), _) => date.to_wire(),
    };
    related(column, out, |column, out| {
        // A lookup is spoken of by its own name here, not by that of its value.
        let column = column.strip_prefix('_').and_then(|name| name.strip_suffix("_value")).unwrap_or(column);
        write!(out, r#"<condition attribute="{column}" operator="{}" value="{value}"/>"#, relation.word())
    })
}

fn null(column: &str, operator: &str, out: &mut String) -> std::fmt::Result {
    related(column, out, |column, out| {
        write!(out, r#"<condition attribute="{column}" operator="{operator}"/>"#)
    })
}

fn contains(column: &str, text: &str, out: &mut String) -> std::fmt::Result {
    let text = escaped(text);
    related(column, out, |column, out| {
        write!(out, r#"<condition attribute="{column}" operator="like" value="%{text}%"/>"#)
    })
}

/// A column of a row that is looked up stands in a link of its own.
fn related(
    path: &str,
    out: &mut String,
    condition: impl Fn(&str, &mut String) -> std::fmt::Result,
) -> std::fmt::Result {
    let Some((lookup, column)) = path.split_once('/') else {
        return condition(path, out);
    };
    let (table, key) = match lookup {
        "transactioncurrencyid" => ("transactioncurrency", "transactioncurrencyid"),
        _ => ("product", "productid"),
    };
    write!(out, r#"<link-entity name="{table}" from="{key}" to="{lookup}" link-type="any"><filter>"#)?;
    condition(column, out)?;
    out.push_str("</filter></link-entity>");
    Ok(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_becomes_a_filter_and_none_becomes_nothing() {
        let condition = Condition::Any(vec![
            Condition::Is("a", Relation::Equal, Value::Null),
            Condition::Is("_b_value", Relation::AtLeast, Value::Text("<&>".into())),
        ]);
        assert_eq!(
            condition.to_fetch_xml(),
            r#"<filter type="and"><filter type="or"><condition attribute="a" operator="null"/><condition attribute="b" operator="ge" value="&lt;&amp;&gt;"/></filter></filter>"#
        );
        assert_eq!(Condition::All(Vec::new()).to_fetch_xml(), "");
    }

    #[test]
    fn a_line_and_its_product_are_reached_by_links() {
        let line = Condition::SomeLine(Box::new(Condition::Contains("productid/name", "chai".into())));
        let xml = line.to_fetch_xml();
        assert!(xml.contains(r#"<link-entity name="salesorderdetail" from="salesorderid" to="salesorderid" link-type="any">"#), "{xml}");
        assert!(xml.contains(r#"<link-entity name="product" from="productid" to="productid" link-type="any"><filter><condition attribute="name" operator="like" value="%chai%"/>"#), "{xml}");
    }
}
