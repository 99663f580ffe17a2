//! The stand-in for the ERP.

use axum::http::Method;
use portal_server::erp::{self, Pace, Step};

use crate::orders::order;
use crate::test_app::{REPRESENTATIVE, TestApp};

const PACE: u32 = 5;

/// An order as the portal makes it: a copy of the head of SO-10248, with two lines of products on its price list.
const NEW_ORDER: &str = "
    INSERT INTO salesorder (salesorderid, name, customerid, customeridtype, customeraccountid, pricelevelid,
        transactioncurrencyid, msdyn_isreadytosync, msdyn_requestedreceiptdate, statecode, statuscode, createdon,
        modifiedon, versionnumber)
    SELECT '11111111-1111-4111-8111-111111111111', name, customerid, customeridtype, customeraccountid, pricelevelid,
        transactioncurrencyid, 1, '2026-06-01T00:00:00Z', 0, 1, '2026-05-06T12:00:00Z', '2026-05-06T12:00:00Z', 1
      FROM salesorder WHERE msdyn_salesordernumber = 'SO-10248';
    INSERT INTO salesorderdetail (salesorderdetailid, salesorderid, lineitemnumber, productid, isproductoverridden,
        quantity, uomid, producttypecode, msdyn_isreadytosync, createdon, modifiedon, versionnumber)
    SELECT '22222222-2222-4222-8222-22222222222' || (p.msdyn_productnumber - 1), '11111111-1111-4111-8111-111111111111',
        p.msdyn_productnumber, p.productid, 0, 300000, p.defaultuomid, 1, 1, '2026-05-06T12:00:00Z',
        '2026-05-06T12:00:00Z', 1
      FROM product p WHERE p.msdyn_productnumber IN ('0001', '0002');";

async fn with_new_order() -> TestApp {
    let app = TestApp::new().await;
    app.run(NEW_ORDER).await;
    app
}

async fn step(app: &TestApp) -> Step {
    erp::step(&app.db, app.clock.now(), Pace::of_seconds(PACE)).await.unwrap()
}

async fn status(app: &TestApp) -> (i64, i64) {
    let sql = "SELECT msdyn_processingstatus, statecode FROM salesorder WHERE salesorderid LIKE '11111111-%'";
    sqlx::query_as(sql).fetch_one(app.db.reads()).await.unwrap()
}

#[tokio::test]
async fn a_new_order_is_numbered_priced_and_confirmed_after_a_while() {
    let app = with_new_order().await;
    assert_eq!(step(&app).await, Step::default());
    app.pass(PACE.into());
    assert_eq!(step(&app).await, Step { confirmed: 1, advanced: 0 });
    let (number, total, receipt, shipping): (String, i64, String, String) = sqlx::query_as(
        "SELECT msdyn_salesordernumber, totalamount, msdyn_confirmedreceiptdate, msdyn_confirmedshippingdate
           FROM salesorder WHERE salesorderid LIKE '11111111-%'",
    )
    .fetch_one(app.db.reads())
    .await
    .unwrap();
    // Chai at 18.00 and Chang at 19.00, three of each; Northwind's last order is SO-11077.
    assert_eq!((number.as_str(), total), ("SO-11078", 1_110_000));
    assert_eq!((receipt.as_str(), shipping.as_str()), ("2026-06-01T00:00:00Z", "2026-05-30T00:00:00Z"));
    assert_eq!(status(&app).await, (192_350_001, 1));
    let lines: Vec<(i64, i64, i64)> = sqlx::query_as(
        "SELECT priceperunit, extendedamount, msdyn_linestatus FROM salesorderdetail
          WHERE salesorderid LIKE '11111111-%' ORDER BY lineitemnumber",
    )
    .fetch_all(app.db.reads())
    .await
    .unwrap();
    assert_eq!(lines, [(180_000, 540_000, 192_350_001), (190_000, 570_000, 192_350_001)]);
}

#[tokio::test]
async fn every_change_counts_as_one() {
    let app = with_new_order().await;
    let latest: i64 = app.value("SELECT latest FROM row_version").await;
    app.pass(PACE.into());
    step(&app).await;
    let versions: Vec<i64> = sqlx::query_scalar(
        "SELECT versionnumber FROM salesorder WHERE salesorderid LIKE '11111111-%' UNION ALL
         SELECT versionnumber FROM salesorderdetail WHERE salesorderid LIKE '11111111-%' ORDER BY 1",
    )
    .fetch_all(app.db.reads())
    .await
    .unwrap();
    assert_eq!(versions, [latest + 1, latest + 2, latest + 3]);
    let modified: String =
        app.value("SELECT modifiedon FROM salesorder WHERE salesorderid LIKE '11111111-%'").await;
    assert_eq!(modified, "2026-05-06T12:00:05Z");
}

#[tokio::test]
async fn a_confirmed_order_is_picked_delivered_and_invoiced_and_then_left_alone() {
    let app = with_new_order().await;
    app.pass(PACE.into());
    step(&app).await;
    let mut seen = vec![status(&app).await];
    for _ in 0..200 {
        app.pass(PACE.into());
        if step(&app).await != Step::default() {
            seen.push(status(&app).await);
        }
    }
    let stages = [(192_350_001, 1), (192_350_002, 1), (192_350_004, 3), (192_350_005, 4)];
    assert_eq!(seen, stages);
    let lines: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT msdyn_linestatus, quantityshipped FROM salesorderdetail WHERE salesorderid LIKE '11111111-%'",
    )
    .fetch_all(app.db.reads())
    .await
    .unwrap();
    assert_eq!(lines, [(192_350_003, 300_000); 2]);
}

#[tokio::test]
async fn staged_canceled_and_empty_orders_wait() {
    for change in [
        "UPDATE salesorder SET msdyn_isreadytosync = 0 WHERE salesorderid LIKE '11111111-%'",
        "UPDATE salesorder SET statecode = 2 WHERE salesorderid LIKE '11111111-%'",
        "DELETE FROM salesorderdetail WHERE salesorderid LIKE '11111111-%'",
    ] {
        let app = with_new_order().await;
        app.run(change).await;
        app.pass(1000);
        assert_eq!(step(&app).await, Step::default(), "{change}");
    }
}

#[tokio::test]
async fn the_erp_s_own_orders_are_never_touched() {
    let app = TestApp::new().await;
    let before: i64 = app.value("SELECT SUM(versionnumber) FROM salesorder").await;
    app.pass(1_000_000);
    assert_eq!(step(&app).await, Step::default());
    assert_eq!(app.value::<i64>("SELECT SUM(versionnumber) FROM salesorder").await, before);
}

#[tokio::test]
async fn a_number_that_an_import_brought_is_not_given_again() {
    let app = with_new_order().await;
    app.pass(PACE.into());
    step(&app).await;
    app.run(
        "UPDATE salesorder SET msdyn_salesordernumber = 'so-11079' WHERE msdyn_salesordernumber = 'SO-10249';
         DELETE FROM erp_order;
         UPDATE salesorder SET msdyn_salesordernumber = NULL, statecode = 0 WHERE salesorderid LIKE '11111111-%'",
    )
    .await;
    app.pass(PACE.into());
    step(&app).await;
    let number: String =
        app.value("SELECT msdyn_salesordernumber FROM salesorder WHERE salesorderid LIKE '11111111-%'").await;
    assert_eq!(number, "SO-11080");
}

#[tokio::test]
async fn an_order_that_somebody_else_has_moved_is_left_to_them() {
    let app = with_new_order().await;
    app.pass(PACE.into());
    step(&app).await;
    app.run("UPDATE salesorder SET msdyn_processingstatus = 192350007 WHERE salesorderid LIKE '11111111-%'")
        .await;
    app.pass(1000);
    assert_eq!(step(&app).await, Step::default());
    assert_eq!(step(&app).await, Step::default());
    assert_eq!(status(&app).await.0, 192_350_007);
}

#[tokio::test]
async fn who_ordered_in_the_portal_sees_the_number_there() {
    let mut app = TestApp::signed_in(REPRESENTATIVE).await;
    let body = order(&mut app).await;
    assert_eq!(app.write(Method::POST, "/_api/salesorders", &[], &body).await.status, 204);
    let path = format!(
        "/_api/salesorders({})?$select=msdyn_salesordernumber,totalamount,msdyn_processingstatus",
        body["salesorderid"].as_str().unwrap()
    );
    let pending = app.get(&path).await.json();
    assert!(pending["msdyn_salesordernumber"].is_null() && pending["totalamount"].is_null());
    // The row is stamped by the machine's clock, which may be ahead of the test's.
    erp::step(&app.db, time::OffsetDateTime::now_utc() + time::Duration::days(1), Pace::of_seconds(PACE))
        .await
        .unwrap();
    let confirmed = app.get(&path).await.json();
    assert_eq!(confirmed["msdyn_salesordernumber"], "SO-11078");
    assert_eq!(confirmed["totalamount"].as_f64(), Some(54.0));
    assert_ne!(confirmed["@odata.etag"], pending["@odata.etag"]);
}

#[tokio::test]
async fn an_order_beyond_all_amounts_is_left_alone_and_holds_nobody_up() {
    let app = with_new_order().await;
    app.run(
        "UPDATE salesorderdetail SET quantity = 9000000000000000000 WHERE salesorderid LIKE '11111111-%'",
    )
    .await;
    app.pass(PACE.into());
    assert_eq!(step(&app).await, Step::default());
    let number: Option<String> =
        app.value("SELECT msdyn_salesordernumber FROM salesorder WHERE salesorderid LIKE '11111111-%'").await;
    assert_eq!(number, None);
    assert_eq!(app.value::<i64>("SELECT COUNT(*) FROM erp_order WHERE due IS NULL").await, 1);
}
