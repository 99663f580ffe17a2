//! The numbers of orders.

use sqlx::SqliteConnection;

/// What a number begins with.
const PREFIX: &str = "SO-";

/// The next number that no order has, counting on from the highest.
pub(super) async fn next(write: &mut SqliteConnection) -> Result<String, sqlx::Error> {
    let mut number = 1 + match last(write).await? {
        Some(last) => last,
        None => highest(write).await?,
    };
    // An import may have brought higher numbers since.
    while is_taken(write, &text(number)).await? {
        number += 1;
    }
    sqlx::query(
        "INSERT INTO portal_meta (name, value) VALUES ('erp_last_number', $1)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .bind(number.to_string())
    .execute(write)
    .await?;
    Ok(text(number))
}

fn text(number: i64) -> String {
    format!("{PREFIX}{number:05}")
}

/// The number given last, so that the orders are searched through only once.
async fn last(write: &mut SqliteConnection) -> Result<Option<i64>, sqlx::Error> {
    let last =
        sqlx::query_scalar::<_, String>("SELECT value FROM portal_meta WHERE name = 'erp_last_number'");
    Ok(last.fetch_optional(write).await?.and_then(|text| text.parse().ok()))
}

/// The highest number of any order; the text behind the prefix counts as far as it is digits.
async fn highest(write: &mut SqliteConnection) -> Result<i64, sqlx::Error> {
    let highest = sqlx::query_scalar::<_, Option<i64>>(
        "SELECT MAX(CAST(SUBSTR(msdyn_salesordernumber, 4) AS BIGINT)) FROM salesorder
          WHERE msdyn_salesordernumber LIKE 'SO-%' AND LENGTH(msdyn_salesordernumber) <= 15",
    );
    Ok(highest.fetch_one(write).await?.unwrap_or_default())
}

async fn is_taken(write: &mut SqliteConnection, number: &str) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM salesorder WHERE msdyn_salesordernumber = $1 COLLATE NOCASE)",
    )
    .bind(number)
    .fetch_one(write)
    .await
}
