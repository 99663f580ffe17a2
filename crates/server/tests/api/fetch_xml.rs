//! FetchXML over HTTP.

use std::time::Instant;

use portal_server::demonstration;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::test_app::{ADMINISTRATOR, REPRESENTATIVE, TestApp, USER};

async fn ask(app: &mut TestApp, xml: &str) -> Answer {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    let escaped: String = xml.bytes().map(byte).collect();
    app.get(&format!("/_api/salesorders?fetchXml={escaped}")).await
}

const MONTHS: &str = "<fetch aggregate='true'><entity name='salesorder'>
    <attribute name='createdon' groupby='true' dategrouping='year' alias='year'/>
    <attribute name='createdon' groupby='true' dategrouping='month' alias='month'/>
    <attribute name='salesorderid' aggregate='count' alias='orders'/>
    <attribute name='totalamount' aggregate='sum' alias='amount'/>
    <order alias='year' descending='true'/><order alias='month' descending='true'/>
    <filter><condition attribute='msdyn_processingstatus' operator='ne' value='192350007'/></filter></entity></fetch>";

#[tokio::test]
async fn orders_and_amounts_of_every_month_come_in_one_answer() {
    for (email, orders) in [(ADMINISTRATOR, 830), (REPRESENTATIVE, 31), (USER, 30)] {
        let mut app = TestApp::signed_in(email).await;
        let answer = ask(&mut app, MONTHS).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let answer = answer.json();
        let months = answer["value"].as_array().unwrap();
        let whole = |name: &str| months.iter().map(|month| month[name].as_i64().unwrap()).collect::<Vec<_>>();
        assert_eq!(whole("orders").iter().sum::<i64>(), orders, "{email}");
        let times: Vec<_> = whole("year").into_iter().zip(whole("month")).collect();
        assert!(times.is_sorted_by(|a, b| a > b), "{times:?}");
        let context = answer["@odata.context"].as_str().unwrap();
        assert!(context.ends_with("#salesorders(year,month,orders,amount)"), "{context}");
    }
    let mut admin = TestApp::signed_in(ADMINISTRATOR).await;
    let text = ask(&mut admin, MONTHS).await.text;
    assert!(text.contains("{\"year\":2026,\"month\":5,\"orders\":14,\"amount\":"), "{text}");
}

#[tokio::test]
async fn rows_come_with_their_labels_and_a_link_to_the_next_page() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let xml = "<fetch count='20' returntotalrecordcount='true'><entity name='salesorder'>
        <attribute name='msdyn_salesordernumber'/><attribute name='customerid'/><order attribute='createdon'/>
        </entity></fetch>";
    let first = ask(&mut savea, xml).await.json();
    assert_eq!((first["value"].as_array().unwrap().len(), &first["@odata.count"]), (20, &json!(31)));
    assert!(first["value"][0]["_customerid_value"].is_string());
    let next =
        first["@odata.nextLink"].as_str().unwrap().strip_prefix("http://portal.example").unwrap().to_owned();
    let second = savea.get(&next).await.json();
    assert_eq!((second["value"].as_array().unwrap().len(), second.get("@odata.nextLink")), (11, None));
}

#[tokio::test]
async fn orders_are_found_by_their_lines_and_their_notes_stay_hidden() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    demonstration::add_recent(&savea.db, &savea.clock).await.unwrap();
    let any = |name: &str, to: &str, condition: &str| {
        format!(
            "<fetch><entity name='salesorder'><attribute name='msdyn_salesordernumber'/><filter>
             <link-entity name='{name}' from='{to}' to='salesorderid' link-type='any'><filter>
             <condition {condition}/></filter></link-entity></filter></entity></fetch>"
        )
    };
    let count = |answer: Answer| answer.json()["value"].as_array().unwrap().len();
    let short = any(
        "salesorderdetail",
        "salesorderid",
        "attribute='quantity' operator='gt' valueof='quantityshipped'",
    );
    assert!(count(ask(&mut savea, &short).await) >= 4);
    let notes =
        |value| any("annotation", "objectid", &format!("attribute='subject' operator='eq' value='{value}'"));
    assert_eq!(count(ask(&mut savea, &notes("Delivery advice")).await), 3);
    assert_eq!(count(ask(&mut savea, &notes("Credit check")).await), 0);
}

#[tokio::test]
async fn what_is_wrong_or_hostile_is_refused_at_once() {
    let mut savea = TestApp::signed_in(REPRESENTATIVE).await;
    let entities: String =
        (1..30).map(|n| format!("<!ENTITY e{n} '&e{0};&e{0};&e{0};&e{0};'>", n - 1)).collect();
    let cases = [
        ("nonsense".to_owned(), "9004010D"),
        (format!("<!DOCTYPE fetch [<!ENTITY e0 'x'>{entities}]><fetch>&e29;</fetch>"), "9004010D"),
        ("<!DOCTYPE fetch SYSTEM 'file:///etc/passwd'><fetch/>".to_owned(), "9004010D"),
        (format!("<fetch><entity name='salesorder'>{}", "<filter>".repeat(2000)), "9004010D"),
        ("<fetch><entity name='account'><attribute name='name'/></entity></fetch>".to_owned(), "9004010D"),
        (
            "<fetch><entity name='salesorder'><attribute name='nothing'/></entity></fetch>".to_owned(),
            "90040100",
        ),
        ("<fetch distinct='true'><entity name='salesorder'/></fetch>".to_owned(), "9004010B"),
    ];
    for (xml, code) in cases {
        let begin = Instant::now();
        let (status, found, message) = ask(&mut savea, &xml).await.error();
        assert_eq!((status, found.as_str()), (400, code), "{message}");
        assert!(begin.elapsed().as_secs() < 5, "it took {:?}", begin.elapsed());
        assert!(!message.contains("root:"));
    }
    for path in ["salesorders?$select=name&fetchXml=%3Cfetch/%3E", "salesorders/$count?fetchXml=%3Cfetch/%3E"]
    {
        assert_eq!(savea.get(&format!("/_api/{path}")).await.refusal(), (400, "9004010B".into()), "{path}");
    }
    let row =
        savea.get("/_api/salesorders?$select=name&$top=1").await.json()["value"][0]["salesorderid"].clone();
    let path = format!("/_api/salesorders({})?fetchXml=%3Cfetch/%3E", row.as_str().unwrap());
    assert_eq!(savea.get(&path).await.refusal(), (400, "9004010B".into()));
    assert_eq!(ask(&mut savea, MONTHS).await.json()["value"][0]["orders"], Value::from(1));
}
