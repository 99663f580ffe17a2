//! FetchXML over real rows.

use portal_odata::Fetch;
use portal_store::read::{self, Annotations, Page, Question};
use portal_store::schema::Table;
use portal_store::{Db, StoreError, Viewer};
use serde_json::{Value, json};

use crate::fixture::*;

async fn ask(db: &Db, viewer: &Viewer, xml: &str) -> Result<Page, StoreError> {
    let table = Table::of_set("salesorders").unwrap();
    let (query, page_size) = read::fetch_query(table, &Fetch::parse(&with_keys(xml))?)?;
    let question = Question { viewer: *viewer, table, query, page_size, annotations: Annotations::default() };
    read::list(db, question, |_, page| page).await
}

async fn rows(viewer: &Viewer, xml: &str) -> Vec<Value> {
    let page = ask(&database().await, viewer, xml).await.unwrap_or_else(|error| panic!("{xml}: {error}"));
    page.rows.iter().map(|row| serde_json::to_value(row).unwrap()).collect()
}

/// The numbers of the orders that a filter leaves.
async fn numbers(viewer: &Viewer, inner: &str) -> Vec<Value> {
    let xml = format!(
        "<fetch><entity name='salesorder'><attribute name='msdyn_salesordernumber'/><order attribute='createdon'/>\
         {inner}</entity></fetch>"
    );
    rows(viewer, &xml).await.into_iter().map(|mut row| row["msdyn_salesordernumber"].take()).collect()
}

async fn filtered(attributes: &str) -> Vec<Value> {
    numbers(&administrator(), &format!("<filter><condition {attributes}/></filter>")).await
}

#[tokio::test]
async fn conditions_choose_the_rows_that_their_counterparts_choose() {
    let cases: &[(&str, &[&str])] = &[
        ("attribute='msdyn_salesordernumber' operator='eq' value='so-2'", &["SO-2"]),
        ("attribute='statecode' operator='eq' value='4'", &["SO-2"]),
        ("attribute='totalamount' operator='gt' value='100.5'", &["SO-2", "SO-4"]),
        ("attribute='customerid' operator='eq' value='k2'", &["SO-4"]),
        ("attribute='msdyn_isreadytosync' operator='eq' value='0'", &[]),
        ("attribute='shipto_city' operator='like' value='m%n'", &["SO-1"]),
        ("attribute='shipto_city' operator='like' value='M_N%'", &["SO-1", "SO-2"]),
        ("attribute='shipto_city' operator='not-like' value='%ü%'", &["", "SO-4"]),
        ("attribute='createdon' operator='on-or-after' value='2024-01-03'", &["", "SO-4"]),
        ("attribute='createdon' operator='on-or-before' value='2024-01-02'", &["SO-1", "SO-2"]),
        ("attribute='createdon' operator='le' value='2024-01-02'", &["SO-1"]),
        ("attribute='totalamount' operator='null'", &[""]),
        ("attribute='totalamount' operator='not-null'", &["SO-1", "SO-2", "SO-4"]),
        ("attribute='modifiedon' operator='gt' valueof='createdon'", &["SO-1", "SO-2", "", "SO-4"]),
        ("attribute='createdon' operator='gt' valueof='modifiedon'", &[]),
    ];
    for (condition, expected) in cases {
        let expected: Vec<_> = expected
            .iter()
            .map(|number| if number.is_empty() { Value::Null } else { json!(number) })
            .collect();
        assert_eq!(filtered(condition).await, expected, "{condition}");
    }
    let among = "<filter><condition attribute='statecode' operator='in'><value>4</value><value>2</value></condition></filter>";
    assert_eq!(numbers(&administrator(), among).await, ["SO-2"]);
}

#[tokio::test]
async fn links_are_the_navigation_properties_and_keep_the_viewer_s_rows() {
    let customer = "<link-entity name='account' from='accountid' to='customerid'>\
                    <filter><condition attribute='accountnumber' operator='eq' value='SOUTH'/></filter></link-entity>";
    assert_eq!(numbers(&administrator(), customer).await, ["SO-4"]);
    assert_eq!(numbers(&representative(NORA, NORTH), customer).await, [] as [Value; 0]);
    let any_account = "<link-entity name='account' from='accountid' to='customerid'/>";
    assert_eq!(
        numbers(&administrator(), any_account).await,
        ["SO-1", "SO-2", "SO-4"],
        "one customer is a person"
    );
    let lines = |kind: &str| {
        format!(
            "<filter><link-entity name='salesorderdetail' from='salesorderid' to='salesorderid' link-type='{kind}'>\
             <link-entity name='product' from='productid' to='productid'><filter>\
             <condition attribute='name' operator='like' value='%loth%'/></filter></link-entity></link-entity></filter>"
        )
    };
    for viewer in [administrator(), representative(NORA, NORTH)] {
        assert_eq!(numbers(&viewer, &lines("any")).await, ["SO-2"]);
    }
    assert_eq!(
        numbers(&administrator(), &lines("not any")).await,
        [json!("SO-1"), Value::Null, json!("SO-4")]
    );
    assert_eq!(numbers(&user(NORA, NORTH), &lines("any")).await, [] as [Value; 0]);
    let outer = "<link-entity name='contact' from='contactid' to='msdyn_contactperson' alias='p' link-type='outer'/>\
                 <filter><condition entityname='p' attribute='fullname' operator='like' value='Nils%'/></filter>";
    assert_eq!(numbers(&administrator(), outer).await, [json!("SO-2"), Value::Null]);
    assert_eq!(numbers(&user(NORA, NORTH), outer).await, [] as [Value; 0]);
}

#[tokio::test]
async fn several_figures_are_told_for_parts_of_a_date() {
    let months = "<fetch aggregate='true'><entity name='salesorder'>\
        <attribute name='createdon' groupby='true' dategrouping='year' alias='year'/>\
        <attribute name='createdon' groupby='true' dategrouping='month' alias='month'/>\
        <attribute name='salesorderid' aggregate='count' alias='orders'/>\
        <attribute name='totalamount' aggregate='countcolumn' alias='priced'/>\
        <attribute name='totalamount' aggregate='sum' alias='amount'/>\
        <attribute name='totalamount' aggregate='avg' alias='mean'/>\
        <attribute name='createdon' aggregate='max' alias='last'/></entity></fetch>";
    assert_eq!(
        rows(&administrator(), months).await,
        [
            json!({ "year": 2024, "month": 1, "orders": 4, "priced": 3, "amount": 700.75, "mean": 233.583_333_333_3,
                 "last": "2024-01-04T00:00:00Z" })
        ]
    );
    let mine = rows(&user(NORA, NORTH), months).await;
    assert_eq!((&mine[0]["orders"], &mine[0]["amount"]), (&json!(1), &json!(100.5)));
    let states = "<fetch aggregate='true' top='1'><entity name='salesorder'>\
        <attribute name='statecode' groupby='true' alias='state'/>\
        <attribute name='totalamount' aggregate='avg' alias='mean'/><order alias='mean'/></entity></fetch>";
    assert_eq!(rows(&administrator(), states).await, [json!({ "state": 4, "mean": 200.25 })]);
    let descending = states.replace("<order alias='mean'/>", "<order alias='mean' descending='true'/>");
    assert_eq!(rows(&administrator(), &descending).await[0]["state"], 0);
}

#[tokio::test]
async fn every_part_of_a_date_is_the_calendar_s() {
    let db = database().await;
    // Days with what is said of them: year, quarter, month, week, day. 1 January 2023 was a Sunday.
    let days = [
        ("2023-01-01", [2023, 1, 1, 1, 1]),
        ("2023-01-07", [2023, 1, 1, 1, 7]),
        ("2023-01-08", [2023, 1, 1, 2, 8]),
        ("2023-12-31", [2023, 4, 12, 53, 31]),
        ("2024-01-01", [2024, 1, 1, 1, 1]),
        ("2024-01-06", [2024, 1, 1, 1, 6]),
        ("2024-01-07", [2024, 1, 1, 2, 7]),
        ("2024-12-31", [2024, 4, 12, 53, 31]),
        ("2028-12-31", [2028, 4, 12, 54, 31]),
        ("2024-09-30", [2024, 3, 9, 40, 30]),
    ];
    for (day, parts) in days {
        let file = format!(
            "salesorderid,name,customerid,pricelevelid,transactioncurrencyid,createdon\nk101,x,k1,k32,k31,{day}T23:59:59Z\n"
        );
        portal_store::import::import(&db, &source(&[("salesorders.csv", &file)])).await.unwrap();
        let groups: String = ["year", "quarter", "month", "week", "day"]
            .map(|part| {
                format!("<attribute name='createdon' groupby='true' dategrouping='{part}' alias='{part}'/>")
            })
            .concat();
        let xml = format!(
            "<fetch aggregate='true'><entity name='salesorder'>{groups}\
             <filter><condition attribute='salesorderid' operator='eq' value='k101'/></filter></entity></fetch>"
        );
        let page = ask(&db, &administrator(), &xml).await.unwrap();
        let row = serde_json::to_value(&page.rows[0]).unwrap();
        let found = ["year", "quarter", "month", "week", "day"].map(|part| row[part].as_i64().unwrap());
        assert_eq!(found, parts, "{day}");
    }
}

#[tokio::test]
async fn pages_and_counts_are_those_of_a_list() {
    let db = database().await;
    let xml = "<fetch count='2' returntotalrecordcount='true'><entity name='salesorder'><attribute name='name'/>\
               <order attribute='createdon'/></entity></fetch>";
    let first = ask(&db, &administrator(), xml).await.unwrap();
    assert_eq!((first.count, first.rows.len(), first.next.is_some()), (Some(4), 2, true));
}

#[tokio::test]
async fn what_fetch_xml_cannot_ask_is_refused_with_the_code_of_the_dialect() {
    let db = database().await;
    let rows = |inner: &str| format!("<fetch><entity name='salesorder'>{inner}</entity></fetch>");
    let figures =
        |inner: &str| format!("<fetch aggregate='true'><entity name='salesorder'>{inner}</entity></fetch>");
    let with = |inner: &str| rows(&format!("<attribute name='name'/>{inner}"));
    let cases = [
        ("<fetch><entity name='account'/></fetch>".to_owned(), 400, "9004010D"),
        (rows(""), 403, "90040101"),
        (rows("<all-attributes/>"), 403, "90040101"),
        (rows("<attribute name='_customerid_value'/>"), 400, "90040100"),
        (rows("<attribute name='customeraccountid'/>"), 403, "90040101"),
        (with("<order attribute='nothing'/>"), 400, "90040100"),
        (with("<filter><condition attribute='nothing' operator='null'/></filter>"), 400, "90040100"),
        (
            with("<filter><condition attribute='statecode' operator='eq' value='x'/></filter>"),
            400,
            "9004010D",
        ),
        (
            with("<filter><condition attribute='customerid' operator='eq' value=''/></filter>"),
            400,
            "9004010D",
        ),
        (
            with("<filter><condition attribute='createdon' operator='on-or-before' value='soon'/></filter>"),
            400,
            "9004010D",
        ),
        (
            with("<filter><condition attribute='name' operator='on-or-before' value='2024-01-01'/></filter>"),
            400,
            "9004010D",
        ),
        (
            with("<filter><condition entityname='x' attribute='name' operator='null'/></filter>"),
            400,
            "9004010D",
        ),
        (with("<filter><condition attribute='name' operator='last-week'/></filter>"), 400, "9004010D"),
        (with("<link-entity name='account' from='name' to='customerid'/>"), 400, "9004010B"),
        (with("<link-entity name='account' from='accountid' to='customeraccountid'/>"), 400, "9004010B"),
        (
            with("<link-entity name='salesorderdetail' from='salesorderid' to='salesorderid'/>"),
            400,
            "9004010B",
        ),
        (
            with("<link-entity name='portal_user' from='contactid' to='msdyn_contactperson'/>"),
            400,
            "9004010B",
        ),
        (figures("<attribute name='name' aggregate='sum' alias='x'/>"), 400, "9004010D"),
        (figures("<attribute name='createdon' groupby='true' alias='x'/>"), 400, "9004010B"),
        (figures("<attribute name='name' groupby='true' dategrouping='day' alias='x'/>"), 400, "9004010D"),
    ];
    for (xml, status, code) in cases {
        let error = ask(&db, &administrator(), &xml).await.unwrap_err();
        assert_eq!((error.status(), error.code()), (status, code), "{xml}: {error}");
    }
}
