//! FetchXML: what is understood, what is refused, and what cannot do harm.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use portal_odata::{
    Aggregate, Comparison, DatePart, Error, Expr, Fetch, Group, Link, Literal, MatchKind, Method, Operand,
    Order, Path,
};
use proptest::prelude::*;

fn rows(inner: &str) -> Result<Fetch, Error> {
    Fetch::parse(&format!("<fetch><entity name='salesorder'>{inner}</entity></fetch>"))
}

fn figures(inner: &str) -> Result<Fetch, Error> {
    Fetch::parse(&format!("<fetch aggregate='true'><entity name='salesorder'>{inner}</entity></fetch>"))
}

/// The filter of a query with one condition, given as its attributes.
fn condition(attributes: &str) -> Result<Expr, Error> {
    rows(&format!("<filter><condition {attributes}/></filter>")).map(|fetch| fetch.filter.unwrap())
}

fn path(navigation: Option<&str>, column: &str) -> Path {
    Path { navigation: navigation.map(str::to_owned), column: column.into() }
}

fn compare(path: Path, comparison: Comparison, value: &str) -> Expr {
    let right = Operand::Literal(Literal::Untyped(value.into()));
    Expr::Compare { left: Operand::Path(path), comparison, right }
}

#[test]
fn a_query_for_rows_has_columns_a_sequence_and_a_length() {
    let fetch = Fetch::parse(
        "<?xml version='1.0'?>\n<fetch version='1.0' mapping='logical' top='5' returntotalrecordcount='true'>
           <!-- newest first --><entity name='salesorder'><attribute name='name'/><attribute name='customerid'/>
           <order attribute='createdon' descending='true'/><order attribute='name'/></entity></fetch>",
    )
    .unwrap();
    assert_eq!((fetch.entity.as_str(), fetch.top, fetch.count), ("salesorder", Some(5), true));
    assert_eq!(fetch.select.unwrap(), ["name", "customerid"]);
    assert_eq!(fetch.order_by[0], Order { column: "createdon".into(), descending: true });
    assert_eq!(fetch.order_by[1], Order { column: "name".into(), descending: false });
    assert_eq!(rows("<all-attributes/>").unwrap().select.unwrap(), ["*"]);
    assert_eq!(rows("").unwrap().select, None);
    let paged = Fetch::parse("<fetch count='7' page='1'><entity name='a'/></fetch>").unwrap();
    assert_eq!((paged.page_size, paged.top), (Some(7), None));
}

#[test]
fn orders_of_a_month_are_counted_and_added_up_in_one_question() {
    let fetch = figures(
        "<attribute name='createdon' groupby='true' dategrouping='year' alias='year' usertimezone='false'/>
         <attribute name='createdon' groupby='true' dategrouping='month' alias='month'/>
         <attribute name='salesorderid' aggregate='count' alias='orders'/>
         <attribute name='totalamount' aggregate='sum' alias='amount'/>
         <order alias='year' descending='true'/>
         <filter><condition attribute='statecode' operator='eq' value='0'/></filter>",
    )
    .unwrap();
    let apply = fetch.apply.unwrap();
    let group =
        |part, alias: &str| Group { column: "createdon".into(), part: Some(part), alias: Some(alias.into()) };
    assert_eq!(apply.group_by, [group(DatePart::Year, "year"), group(DatePart::Month, "month")]);
    let sum = Method::Sum("totalamount".into());
    assert_eq!(apply.aggregates[0], Aggregate { method: Method::Count, alias: "orders".into() });
    assert_eq!(apply.aggregates[1], Aggregate { method: sum, alias: "amount".into() });
    assert_eq!(apply.order_by, [Order { column: "year".into(), descending: true }]);
    assert_eq!(apply.filter, Some(compare(path(None, "statecode"), Comparison::Equal, "0")));
    assert_eq!((fetch.filter, fetch.select), (None, None));
}

#[test]
fn every_operator_becomes_a_condition() {
    let column = || path(None, "a");
    let of = |rest: &str| condition(&format!("attribute='a' {rest}")).unwrap();
    let operators = [
        ("eq", Comparison::Equal),
        ("ne", Comparison::NotEqual),
        ("gt", Comparison::Greater),
        ("ge", Comparison::GreaterOrEqual),
        ("lt", Comparison::Less),
        ("le", Comparison::LessOrEqual),
    ];
    for (name, comparison) in operators {
        assert_eq!(of(&format!("operator='{name}' value='x'")), compare(column(), comparison, "x"));
    }
    let literal = |comparison, literal| Expr::Compare {
        left: Operand::Path(column()),
        comparison,
        right: Operand::Literal(literal),
    };
    assert_eq!(of("operator='null'"), literal(Comparison::Equal, Literal::Null));
    assert_eq!(of("operator='not-null'"), literal(Comparison::NotEqual, Literal::Null));
    let like = Expr::Match { kind: MatchKind::Whole, path: column(), text: "%x_".into() };
    assert_eq!(of("operator='like' value='%x_'"), like);
    assert_eq!(of("operator='not-like' value='%x_'"), Expr::Not(Box::new(like)));
    assert_eq!(
        of("operator='on-or-after' value='2024-07-04T10:00:00Z'"),
        compare(column(), Comparison::GreaterOrEqual, "2024-07-04")
    );
    assert_eq!(
        of("operator='on-or-before' value='2024-07-04'"),
        literal(Comparison::LessOrEqual, Literal::EndOf("2024-07-04".into()))
    );
    let other = Expr::Compare {
        left: Operand::Path(column()),
        comparison: Comparison::Greater,
        right: Operand::Path(path(None, "b")),
    };
    assert_eq!(of("operator='gt' valueof='b'"), other);
    let among = |operator: &str| {
        let values = "<value>1</value><value>&lt;2&amp;</value>";
        let text =
            format!("<filter><condition attribute='a' operator='{operator}'>{values}</condition></filter>");
        rows(&text).unwrap().filter.unwrap()
    };
    let each = |comparison| vec![compare(column(), comparison, "1"), compare(column(), comparison, "<2&")];
    assert_eq!(among("in"), Expr::Or(each(Comparison::Equal)));
    assert_eq!(among("not-in"), Expr::And(each(Comparison::NotEqual)));
}

#[test]
fn filters_are_joined_as_they_say() {
    let one = |value| compare(path(None, "a"), Comparison::Equal, value);
    let a = |value| format!("<condition attribute='a' operator='eq' value='{value}'/>");
    let fetch = rows(&format!(
        "<filter type='or'>{}<filter>{}{}</filter><filter/></filter><filter>{}</filter>",
        a("1"),
        a("2"),
        a("3"),
        a("4")
    ));
    let wanted = Expr::And(vec![Expr::Or(vec![one("1"), Expr::And(vec![one("2"), one("3")])]), one("4")]);
    assert_eq!(fetch.unwrap().filter, Some(wanted));
}

#[test]
fn links_lead_to_one_row_or_to_many() {
    let fetch = rows(
        "<link-entity name='account' from='accountid' to='customerid' alias='c'>
           <filter><condition attribute='name' operator='eq' value='x'/></filter></link-entity>
         <link-entity name='contact' from='contactid' to='msdyn_contactperson' alias='p' link-type='outer'/>
         <filter type='or'><condition entityname='p' attribute='fullname' operator='null'/>
           <link-entity name='salesorderdetail' from='salesorderid' to='salesorderid' link-type='any'>
             <filter><condition attribute='quantity' operator='gt' value='1'/></filter>
             <link-entity name='product' from='productid' to='productid' alias='i'>
               <filter><condition attribute='name' operator='like' value='%x%'/></filter></link-entity>
           </link-entity></filter>",
    )
    .unwrap();
    let there = |alias, key| Expr::Compare {
        left: Operand::Path(path(Some(alias), key)),
        comparison: Comparison::NotEqual,
        right: Operand::Literal(Literal::Null),
    };
    let nobody = Expr::Compare {
        left: Operand::Path(path(Some("p"), "fullname")),
        comparison: Comparison::Equal,
        right: Operand::Literal(Literal::Null),
    };
    let like = Expr::Match { kind: MatchKind::Whole, path: path(Some("i"), "name"), text: "%x%".into() };
    let lines = Expr::And(vec![
        compare(path(None, "quantity"), Comparison::Greater, "1"),
        Expr::And(vec![like, there("i", "productid")]),
    ]);
    let any = Expr::Any { navigation: "link 3".into(), condition: Some(Box::new(lines)) };
    let customer =
        Expr::And(vec![compare(path(Some("c"), "name"), Comparison::Equal, "x"), there("c", "accountid")]);
    assert_eq!(fetch.filter, Some(Expr::And(vec![customer, Expr::Or(vec![nobody, any])])));
    let link = |alias: &str, entity: &str, from: &str, to: &str, inside: Option<&str>| Link {
        alias: alias.into(),
        entity: entity.into(),
        from: from.into(),
        to: to.into(),
        many: entity == "salesorderdetail",
        inside: inside.map(str::to_owned),
    };
    assert_eq!(
        fetch.links,
        [
            link("c", "account", "accountid", "customerid", None),
            link("p", "contact", "contactid", "msdyn_contactperson", None),
            link("link 3", "salesorderdetail", "salesorderid", "salesorderid", None),
            link("i", "product", "productid", "productid", Some("link 3")),
        ]
    );
}

#[test]
fn what_is_not_understood_is_refused_and_never_passed_over() {
    let not_supported = [
        rows("<attribute name='a' alias='b'/>"),
        rows("<attribute name='a'><x/></attribute>"),
        rows("<order attribute='a' entityname='b'/>"),
        rows("<filter hint='union'/>"),
        rows("<link-entity name='a' from='b' to='c' link-type='any'/>"),
        rows("<link-entity name='a' from='b' to='c' link-type='matchfirstrowusingcrossapply'/>"),
        rows("<link-entity name='a' from='b' to='c' visible='true'/>"),
        rows("<link-entity name='a' from='b' to='c'><attribute name='x'/></link-entity>"),
        rows("<link-entity name='a' from='b' to='c' link-type='outer'><filter/></link-entity>"),
        rows("<link-entity name='a' from='b' to='c'><link-entity name='d' from='e' to='f'/></link-entity>"),
        rows("<filter><link-entity name='a' from='b' to='c'/></filter>"),
        rows("some text"),
        rows("<filter><condition attribute='a' operator='last-x-days' value='3'/></filter>"),
        rows("<filter><condition attribute='a' operator='like' value='[ab]%'/></filter>"),
        rows("<filter><condition attribute='a' operator='eq' value='1' uitype='x'/></filter>"),
        rows("<x:filter xmlns:x='urn:x'/>"),
        figures("<all-attributes/>"),
        figures("<attribute name='a' aggregate='stdev' alias='s'/>"),
        figures("<attribute name='a' groupby='true' alias='s' dategrouping='fiscal-year'/>"),
        figures("<attribute name='a' groupby='true' alias='s' usertimezone='true'/>"),
        figures("<attribute name='a' aggregate='count' alias='s' distinct='true'/>"),
        Fetch::parse("<fetch distinct='true'><entity name='a'/></fetch>"),
        Fetch::parse("<fetch page='2' count='5'><entity name='a'/></fetch>"),
        Fetch::parse("<fetch top='2' count='5'><entity name='a'/></fetch>"),
        Fetch::parse("<fetch paging-cookie='x'><entity name='a'/></fetch>"),
        Fetch::parse("<savedquery/>"),
    ];
    for (place, result) in not_supported.iter().enumerate() {
        assert!(matches!(result, Err(Error::NotSupported(_))), "{place}: {result:?}");
    }
}

#[test]
fn what_is_incomplete_or_contradicts_itself_is_refused() {
    let wrong = [
        Fetch::parse("<fetch/>"),
        Fetch::parse("<fetch><entity/></fetch>"),
        Fetch::parse("<fetch><entity name='a'/><entity name='b'/></fetch>"),
        Fetch::parse("<fetch top='0'><entity name='a'/></fetch>"),
        Fetch::parse("<fetch top='-1'><entity name='a'/></fetch>"),
        rows("<attribute/>"),
        rows("<filter type='xor'/>"),
        rows("<filter><condition attribute='a' operator='eq'/></filter>"),
        rows("<filter><condition attribute='a' operator='null' value='x'/></filter>"),
        rows("<filter><condition attribute='a' operator='in'/></filter>"),
        rows("<filter><condition attribute='a' operator='eq' value='1' valueof='b'/></filter>"),
        rows(
            "<link-entity name='a' from='b' to='c' alias='x'/><link-entity name='a' from='b' to='d' alias='x'/>",
        ),
        figures(""),
        figures("<attribute name='a' aggregate='sum'/>"),
        figures("<attribute name='a' alias='x'/>"),
        figures("<attribute name='a' alias='x' aggregate='sum' groupby='true'/>"),
        figures("<attribute name='a' alias='x' aggregate='min' dategrouping='day'/>"),
        figures(
            "<attribute name='a' alias='x' aggregate='sum'/><attribute name='b' alias='x' aggregate='sum'/>",
        ),
        figures("<attribute name='a' alias='@odata.etag' aggregate='sum'/>"),
        figures("<attribute name='a' alias='x' aggregate='sum'/><order alias='y'/>"),
    ];
    for (place, result) in wrong.iter().enumerate() {
        assert!(result.is_err(), "{place}: {result:?}");
    }
}

#[test]
fn xml_that_would_do_harm_is_refused_before_it_can() {
    let bomb = "<!DOCTYPE fetch [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><fetch>&b;</fetch>";
    let file =
        "<!DOCTYPE fetch [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><fetch><entity name='&x;'/></fetch>";
    let remote = "<!DOCTYPE fetch SYSTEM 'http://127.0.0.1/x.dtd'><fetch><entity name='a'/></fetch>";
    for text in [bomb, file, remote, "<fetch>&x;</fetch>", "", "<fetch", "<fetch></fetch><fetch/>", "{}"] {
        assert!(matches!(Fetch::parse(text), Err(Error::Xml(_))), "{text}");
    }
    let large = format!("<fetch><entity name='a'>{}</entity></fetch>", " ".repeat(1_000_000));
    assert!(matches!(Fetch::parse(&large), Err(Error::Xml(_))));
    let many = format!("<fetch>{}</fetch>", "<a/>".repeat(8000));
    assert!(matches!(Fetch::parse(&many), Err(Error::Xml(_))));
    for (open, close) in [("<filter>", "</filter>"), ("<a>", "</a>")] {
        for depth in [100, 1000, 1900] {
            let (open, close) = (open.repeat(depth), close.repeat(depth));
            assert!(rows(&format!("{open}{close}")).is_err());
            assert!(rows(&open).is_err());
        }
    }
    assert_eq!(
        rows(&format!("{}{}", "<filter>".repeat(66), "</filter>".repeat(66))),
        Err(Error::TooDeep("fetchXml"))
    );
}

#[test]
fn the_limits_are_those_of_a_filter() {
    let values = |count: usize| {
        let values = "<value>1</value>".repeat(count);
        rows(&format!("<filter><condition attribute='a' operator='in'>{values}</condition></filter>"))
    };
    assert!(values(500).is_ok());
    assert_eq!(values(501), Err(Error::TooManyConditions));
    let related = |count: usize| {
        let condition = "<condition entityname='x' attribute='a' operator='null'/>".repeat(count);
        rows(&format!("<filter>{condition}</filter>"))
    };
    assert!(related(20).is_ok());
    assert!(matches!(related(21), Err(Error::TooMany { .. })));
    let sums = |count: usize| {
        figures(
            &(0..count)
                .map(|n| format!("<attribute name='a' aggregate='sum' alias='x{n}'/>"))
                .collect::<String>(),
        )
    };
    assert!(sums(16).is_ok());
    assert!(matches!(sums(17), Err(Error::TooMany { .. })));
}

#[test]
fn it_stands_alone_in_a_query() {
    let xml = "%3Cfetch%3E%3Centity+name=%22a%22/%3E%3C/fetch%3E";
    assert_eq!(Fetch::in_query("$select=name"), Ok(None));
    assert_eq!(Fetch::in_query(&format!("_=17&fetchXml={xml}")).unwrap().unwrap().entity, "a");
    let next = Fetch::in_query(&format!("fetchXml={xml}&$skiptoken=abc")).unwrap().unwrap();
    assert_eq!(next.skip_token.as_deref(), Some("abc"));
    for other in ["$select=name", "%24filter=a%20eq%201", "$top=1"] {
        let refused = Fetch::in_query(&format!("fetchXml={xml}&{other}"));
        assert!(matches!(refused, Err(Error::NotSupported(_))), "{other}");
    }
    let twice = Fetch::in_query(&format!("fetchXml={xml}&fetchXml={xml}"));
    assert_eq!(twice, Err(Error::Repeated("fetchXml")));
    assert_eq!(Fetch::in_query("fetchXml=%FF"), Err(Error::Encoding));
    assert!(matches!(Fetch::in_query("fetchXml"), Err(Error::Xml(_))));
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,120}", words in words()) {
        let _ = Fetch::parse(&text);
        let _ = Fetch::parse(&words);
        let _ = rows(&words);
        let _ = figures(&words);
    }
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "<filter>",
        "</filter>",
        "<condition attribute='a' operator='eq' value='1'/>",
        "<condition attribute='a' operator='in'>",
        "<value>é</value>",
        "</condition>",
        "<attribute name='a' alias='b' aggregate='sum'/>",
        "<attribute name='a'/>",
        "<link-entity name='a' from='b' to='c' link-type='any'>",
        "<link-entity name='a' from='b' to='c'>",
        "</link-entity>",
        "<order attribute='a'/>",
        "<condition attribute='é' operator='on-or-before' value='éééééé'/>",
        "&amp;",
        "<!-- x -->",
        "<![CDATA[x]]>",
    ]);
    prop::collection::vec(word, 0..12).prop_map(|words| words.concat())
}
