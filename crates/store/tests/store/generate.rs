//! Generated databases: the same from the same seed, and consistent in themselves.

use portal_store::Db;
use portal_store::generate::{Generated, generate};
use serde_json::Value;
use sqlx::Row;

use crate::fixture::{administrator, rows};

/// All rows of the tables that orders are made of, without their versions, as one text.
async fn content(db: &Db) -> String {
    let mut content = String::new();
    for table in portal_store::schema::tables() {
        let names: Vec<_> = table.columns.iter().map(|column| column.name).collect();
        let text = format!(
            "SELECT CAST(json_array({}) AS TEXT) FROM {} ORDER BY {}",
            names.join(", "),
            table.name,
            table.key
        );
        for row in sqlx::query(sqlx::AssertSqlSafe(text)).fetch_all(db.reads()).await.unwrap() {
            content.push_str(&row.get::<String, _>(0));
            content.push('\n');
        }
    }
    content
}

#[tokio::test]
async fn the_same_seed_gives_the_same_rows_and_another_seed_others() {
    let [one, two, other] =
        [Db::temporary().await.unwrap(), Db::temporary().await.unwrap(), Db::temporary().await.unwrap()];
    let first = generate(&one, 500, 1).await.unwrap();
    assert_eq!((first.orders, first.accounts, first.products), (500, 1000, 500));
    assert!((500..=2500).contains(&first.lines));
    // In two steps, as after an interruption.
    generate(&two, 200, 1).await.unwrap();
    let rest = generate(&two, 500, 1).await.unwrap();
    assert_eq!((rest.orders, rest.accounts), (300, 0));
    assert!(content(&one).await == content(&two).await, "the rows differ");
    assert_eq!(generate(&two, 500, 1).await.unwrap(), Generated::default());

    generate(&other, 500, 2).await.unwrap();
    assert!(content(&one).await != content(&other).await, "the rows do not depend on the seed");
}

#[tokio::test]
async fn generated_orders_add_up() {
    let db = Db::temporary().await.unwrap();
    generate(&db, 1000, 7).await.unwrap();
    let wrong: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM salesorder o
          WHERE totalamount <> freightamount + (SELECT SUM(extendedamount) FROM salesorderdetail d WHERE d.salesorderid = o.salesorderid)
             OR NOT EXISTS (SELECT 1 FROM contact c WHERE c.contactid = o.msdyn_contactperson AND c.parentcustomerid = o.customerid)
             OR EXISTS (SELECT 1 FROM salesorderdetail d WHERE d.salesorderid = o.salesorderid
                        AND d.extendedamount <> d.priceperunit * d.quantity / 100000 - d.manualdiscountamount)
             OR EXISTS (SELECT 1 FROM salesorderdetail d
                          JOIN productpricelevel p ON p.productid = d.productid AND p.uomid = d.uomid
                               AND p.pricelevelid = o.pricelevelid
                         WHERE d.salesorderid = o.salesorderid AND p.amount <> d.priceperunit)",
    )
    .fetch_one(db.reads())
    .await
    .unwrap();
    assert_eq!(wrong, 0);
    let dangling = sqlx::query("PRAGMA foreign_key_check").fetch_all(db.reads()).await.unwrap();
    assert!(dangling.is_empty());

    let stages = rows(
        &db,
        &administrator(),
        "salesorders",
        "$apply=groupby((msdyn_processingstatus),aggregate($count as n))",
    )
    .await;
    assert_eq!(stages.len(), 9, "orders of every status");
    let most = stages.iter().max_by_key(|stage| stage["n"].as_u64()).unwrap();
    assert_eq!(most["msdyn_processingstatus"], Value::from(192_350_005), "most are invoiced");
}
