//! What is understood and what is refused, as a caller sees it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use portal_odata::{
    Aggregate, Apply, Comparison, Error, Expr, Literal, MatchKind, Method, Operand, Order, Path, Query,
    Resource,
};
use proptest::prelude::*;

fn filter(text: &str) -> Result<Expr, Error> {
    let encoded = percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC);
    Query::parse(&format!("$filter={encoded}")).map(|query| query.filter.unwrap())
}

fn column(name: &str) -> Path {
    Path { navigation: None, column: name.into() }
}

fn equal(name: &str, number: &str) -> Expr {
    Expr::Compare {
        left: Operand::Path(column(name)),
        comparison: Comparison::Equal,
        right: Operand::Literal(Literal::Number(number.into())),
    }
}

#[test]
fn and_binds_closer_than_or_and_parentheses_closer_than_both() {
    assert_eq!(
        filter("a eq 1 or b eq 2 and c eq 3").unwrap(),
        Expr::Or(vec![equal("a", "1"), Expr::And(vec![equal("b", "2"), equal("c", "3")])])
    );
    assert_eq!(
        filter("(a eq 1 or b eq 2) and not (c eq 3)").unwrap(),
        Expr::And(vec![
            Expr::Or(vec![equal("a", "1"), equal("b", "2")]),
            Expr::Not(Box::new(equal("c", "3")))
        ])
    );
}

#[test]
fn a_text_keeps_its_quotes_and_its_spaces() {
    assert_eq!(
        filter("startswith(name,'O''Hara & söhne ')").unwrap(),
        Expr::Match { kind: MatchKind::StartsWith, path: column("name"), text: "O'Hara & söhne ".into() }
    );
}

#[test]
fn a_path_leads_over_one_navigation_property() {
    let Expr::Compare { left, .. } = filter("customerid_account/name eq 'x'").unwrap() else { panic!() };
    assert_eq!(
        left,
        Operand::Path(Path { navigation: Some("customerid_account".into()), column: "name".into() })
    );
    assert!(matches!(filter("a/b/c eq 1"), Err(Error::NotSupported(_))));
}

#[test]
fn what_is_not_a_condition_is_refused_where_it_goes_wrong() {
    let cases = [
        ("1 eq", 5),
        ("", 1),
        ("name", 5),
        ("name eq", 8),
        ("name eq 'x", 9),
        ("(name eq 'x'", 13),
        ("name eq 'x')", 12),
        ("name equals 'x'", 6),
        ("1 eq 2", 7),
        ("contains(name,5)", 15),
        ("contains('x',name)", 13),
    ];
    for (text, position) in cases {
        match filter(text) {
            Err(Error::Syntax { position: at, .. }) => assert_eq!(at, position, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn what_the_dialect_lacks_is_named_and_refused() {
    let queries = [
        "$skip=5",
        "$search=x",
        "$format=json",
        "$compute=a",
        "$Select=name",
        "$filter=length(name) eq 1",
        "$filter=order_details/any(o:o/quantity gt 1)",
        "$filter=Microsoft.Dynamics.CRM.Today(PropertyName='createdon')",
        "$filter=a in (1,2)",
        "$expand=a($expand=b)",
        "$expand=a($levels=2)",
        "$orderby=a/b",
        "$apply=aggregate(a with sum as x,b with sum as y)",
        "fetchXml=%3Cfetch/%3E",
    ];
    for query in queries {
        assert!(
            matches!(Query::parse(query), Err(Error::NotSupported(_))),
            "{query}: {:?}",
            Query::parse(query)
        );
    }
}

#[test]
fn options_are_read_each_by_its_grammar() {
    let query = Query::parse(
        "$select=salesorderid,name&$orderby=createdon%20desc,name&$top=3&$count=true\
         &$expand=order_details($select=quantity;$filter=quantity%20gt%201;$orderby=lineitemnumber;$top=2),pricelevelid\
         &$skiptoken=abc&_=17",
    )
    .unwrap();
    assert_eq!(query.select.unwrap(), ["salesorderid", "name"]);
    assert_eq!(query.order_by[0], Order { column: "createdon".into(), descending: true });
    assert_eq!((query.top, query.count, query.skip_token.as_deref()), (Some(3), true, Some("abc")));
    let [lines, list] = &query.expand[..] else { panic!() };
    assert_eq!((lines.navigation.as_str(), lines.top), ("order_details", Some(2)));
    assert!(lines.filter.is_some() && lines.order_by.len() == 1 && list.select.is_none());
}

#[test]
fn figures_are_asked_for_in_four_shapes() {
    let read = |text: &str| Query::parse(&format!("$apply={text}")).unwrap().apply.unwrap();
    let count = Some(Aggregate { method: Method::Count, alias: "count".into() });
    assert_eq!(
        read("groupby((statecode),aggregate($count%20as%20count))"),
        Apply { filter: None, group_by: vec!["statecode".into()], aggregate: count.clone() }
    );
    assert_eq!(
        read("aggregate($count as count)"),
        Apply { filter: None, group_by: vec![], aggregate: count }
    );
    assert_eq!(read("groupby((a,b))").group_by, ["a", "b"]);
    assert!(read("filter(a eq 1)/aggregate(b with average as mean)").filter.is_some());
}

#[test]
fn values_that_an_option_cannot_have_are_refused() {
    for query in ["$top=-1", "$top=x", "$top=", "$count=yes", "$filter=%FF", "$top=1&$top=2"] {
        assert!(Query::parse(query).is_err(), "{query}");
    }
}

#[test]
fn the_next_page_is_asked_for_with_the_same_options() {
    let text = "$select=name&%24skiptoken=old&$filter=a%20eq%20'%26'";
    assert_eq!(Query::next_page(text, "new"), "$select=name&$filter=a%20eq%20'%26'&$skiptoken=new");
    assert_eq!(Query::next_page("", "new"), "$skiptoken=new");
}

#[test]
fn depth_and_number_of_conditions_are_limited() {
    let depths = ["(".repeat(10_000), "not ".repeat(10_000)];
    for text in depths {
        assert_eq!(filter(&text), Err(Error::TooDeep("$filter")));
    }
    let many = |n: usize| vec!["a eq 1"; n].join(" or ");
    assert!(filter(&many(500)).is_ok());
    assert_eq!(filter(&many(501)), Err(Error::TooManyConditions));
}

#[test]
fn a_path_names_a_set_a_row_or_a_count() {
    let key = "dee96ee1-9d08-544d-b74b-81d438617040".parse().unwrap();
    let set = || "salesorders".to_owned();
    assert_eq!(Resource::parse("salesorders"), Ok(Resource::Collection { set: set() }));
    assert_eq!(Resource::parse("salesorders/$count"), Ok(Resource::Count { set: set() }));
    assert_eq!(Resource::parse(&format!("salesorders({key})")), Ok(Resource::Row { set: set(), key }));
    for path in
        ["", "/", "a b", "salesorders(1)", "salesorders(", "salesorders()", "salesorders(x)/name", "a/b"]
    {
        assert!(Resource::parse(path).is_err(), "{path}");
    }
}

#[test]
fn a_reference_is_relative_or_a_whole_address() {
    let key = "dee96ee1-9d08-544d-b74b-81d438617040";
    for text in [
        format!("/accounts({key})"),
        format!("accounts({key})"),
        format!("https://portal.example/_api/accounts({key})"),
    ] {
        assert_eq!(
            Resource::parse_reference(&text),
            Some(("accounts".into(), key.parse().unwrap())),
            "{text}"
        );
    }
    assert_eq!(Resource::parse_reference("accounts"), None);
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,80}", words in words()) {
        let _ = Query::parse(&text);
        let _ = Resource::parse(&text);
        for option in ["$select", "$filter", "$orderby", "$expand", "$apply"] {
            let _ = Query::parse(&format!("{option}={text}"));
            let _ = Query::parse(&format!("{option}={words}"));
        }
    }
}

/// Sequences of the grammar's own words, which get further into it than arbitrary text.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "eq",
        "and",
        "or",
        "not",
        "(",
        ")",
        ",",
        ";",
        "/",
        "=",
        "'x'",
        "'",
        "1",
        "-",
        "null",
        "contains(",
        "$select=",
        "$filter=",
        "groupby((",
        "aggregate(",
        "with",
        "sum",
        "as",
        "2024-01-01",
        "*",
    ]);
    prop::collection::vec(word, 0..30).prop_map(|words| words.join(" "))
}

#[test]
fn a_request_that_would_be_dear_is_refused() {
    let many = |name: &str, count: usize| vec![name; count].join(",");
    let distinct = (0..17).map(|number| format!("c{number}")).collect::<Vec<_>>().join(",");
    let refused = |query: String| matches!(Query::parse(&query), Err(Error::TooMany { .. }));
    assert!(refused(format!("$orderby={distinct}")));
    assert!(refused(format!("$orderby={}", many("name", 3000))));
    assert!(refused(format!("$apply=groupby(({distinct}),aggregate($count as n))")));
    assert!(refused(format!("$filter={}", vec!["a/b eq 'x'"; 21].join(" or "))));
    assert!(!refused(format!("$orderby={}", many("name", 20))), "a column named again changes nothing");
}

#[test]
fn a_figure_cannot_have_the_name_of_a_group() {
    assert!(matches!(
        Query::parse("$apply=groupby((name),aggregate($count as name))"),
        Err(Error::Value { .. })
    ));
}

#[test]
fn the_character_0_is_refused() {
    assert_eq!(Query::parse("$filter=contains(name,'%00')").err(), Some(Error::ZeroCharacter("$filter")));
}
