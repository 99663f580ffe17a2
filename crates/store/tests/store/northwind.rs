//! The demonstration data with the check figures that its README names.

use portal_odata::Query;
use portal_store::import::import;
use portal_store::read::{self, Annotations};
use portal_store::schema::Table;
use portal_store::{Db, Role, Viewer, demo};
use serde_json::json;
use uuid::Uuid;

use crate::fixture::{column, rows};

async fn northwind() -> Db {
    let db = Db::temporary().await.unwrap();
    import(&db, &demo::NORTHWIND).await.unwrap_or_else(|error| panic!("{error}"));
    db
}

fn administrator() -> Viewer {
    Viewer { contact: Uuid::nil(), account: None, role: Role::Administrator }
}

async fn savea(db: &Db) -> Viewer {
    let account =
        column(db, &administrator(), "accounts", "accountid", "$filter=accountnumber eq 'SAVEA'").await;
    let account: Uuid = account[0].as_str().unwrap().parse().unwrap();
    let filter = format!("$filter=_parentcustomerid_value eq {account}");
    let contact = column(db, &administrator(), "contacts", "contactid", &filter).await;
    let contact = contact[0].as_str().unwrap().parse().unwrap();
    Viewer { contact, account: Some(account), role: Role::CustomerRepresentative }
}

#[tokio::test]
async fn the_import_has_the_figures_of_its_origin_and_a_second_one_changes_nothing() {
    let db = Db::temporary().await.unwrap();
    let report = import(&db, &demo::NORTHWIND).await.unwrap();
    let inserted = |set: &str| report.table(set).unwrap().inserted;
    assert_eq!(
        ["accounts", "products", "salesorders", "salesorderdetails"].map(inserted),
        [91, 77, 830, 2155]
    );
    assert_eq!(inserted("msdyn_shipvias"), 3, "modes of delivery that were given as names");
    assert_eq!(report.table("products").unwrap().skipped_columns, ["msdyn_category"]);

    let sum =
        rows(&db, &administrator(), "salesorders", "$apply=aggregate(totalamount with sum as sum)").await;
    assert_eq!(sum, [json!({ "sum": 1_330_735.45 })]);

    let etags = || async { rows(&db, &administrator(), "salesorders", "$select=name").await };
    let before = etags().await;
    let again = import(&db, &demo::NORTHWIND).await.unwrap();
    assert!(!again.changed());
    assert_eq!(again.table("salesorders").unwrap().unchanged, 830);
    assert_eq!(etags().await, before);
}

#[tokio::test]
async fn the_representative_of_savea_sees_exactly_its_31_orders() {
    let db = northwind().await;
    let viewer = savea(&db).await;
    let orders = column(&db, &viewer, "salesorders", "_customerid_value", "").await;
    assert_eq!(orders.len(), 31);
    assert!(orders.iter().all(|customer| *customer == json!(viewer.account.unwrap())));
    let lines = column(&db, &viewer, "salesorderdetails", "salesorderdetailid", "").await;
    assert_eq!(lines.len(), 116);

    let foreign = column(
        &db,
        &administrator(),
        "salesorders",
        "salesorderid",
        "$filter=msdyn_salesordernumber eq 'SO-10248'",
    )
    .await;
    let foreign: Uuid = foreign[0].as_str().unwrap().parse().unwrap();
    let ask = |key| {
        let query = Query::parse("$select=name").unwrap();
        let db = db.clone();
        async move {
            let table = Table::of_set("salesorders").unwrap();
            read::row(&db, &viewer, table, key, &query, Annotations::default()).await.unwrap_err().to_string()
        }
    };
    let nowhere = Uuid::from_u128(7);
    assert_eq!(
        ask(foreign).await.replace(&foreign.to_string(), "X"),
        ask(nowhere).await.replace(&nowhere.to_string(), "X"),
        "another customer's order answers as if it did not exist"
    );
}

#[tokio::test]
async fn amounts_leave_with_all_their_places() {
    let db = northwind().await;
    let query = Query::parse("$select=totalamount&$filter=msdyn_salesordernumber%20eq%20'SO-10248'").unwrap();
    let table = Table::of_set("salesorders").unwrap();
    let page = read::list(&db, &administrator(), table, &query, None, Annotations::parse("*")).await.unwrap();
    let text = serde_json::to_string(&page.rows).unwrap();
    assert!(text.contains("\"totalamount\":472.3800,"), "{text}");
    assert!(text.contains("FormattedValue\":\"$472.38\""), "{text}");
    assert!(
        text.contains(
            "\"_transactioncurrencyid_value@OData.Community.Display.V1.FormattedValue\":\"US Dollar\""
        ),
        "{text}"
    );
}
