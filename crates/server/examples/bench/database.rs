//! The measured database: generated once, and kept beside the build for the next time. A million orders with three
//! million lines are some 7 GB, two thirds of them indexes.

use std::path::{Path, PathBuf};
use std::time::Instant;

use portal_server::Clock;
use portal_server::users::{self, NewUser};
use portal_store::{Db, Role, generate};
use sqlx::AssertSqlSafe;

use crate::Failure;

/// Who sees everything.
pub const ADMINISTRATOR: &str = "bench@portal.example";
/// Who sees the orders of the account that has most.
pub const REPRESENTATIVE: &str = "representative@portal.example";
/// The password of both.
pub const PASSWORD: &str = "bench-password";

/// Opens the database with so many orders; makes it first if it is not there.
pub async fn open(orders: u64) -> Result<Db, Failure> {
    let file = folder()?.join(format!("orders-{orders}.db"));
    if file.is_file() {
        // Tables of another version of this program are brought up to date, or made anew if that cannot be.
        match Db::open(&address(&file)).await {
            Ok(db) => return Ok(db),
            Err(error) => println!("{}: {error}; it is made anew", file.display()),
        }
    }
    make(&file, orders).await?;
    Ok(Db::open(&address(&file)).await?)
}

/// `bench` in the folder that holds the builds.
fn folder() -> Result<PathBuf, Failure> {
    let program = std::env::current_exe()?;
    // target/PROFILE/examples/bench
    let folder = program.ancestors().nth(3).ok_or("the program stands in no build folder")?.join("bench");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn address(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

/// Makes the database under another name, so that one that was interrupted is never taken for a whole one.
async fn make(file: &Path, orders: u64) -> Result<(), Failure> {
    println!("Making a database with {orders} orders in {} …", file.display());
    let begin = Instant::now();
    let part = file.with_extension("part");
    for leftover in ["part", "part-wal", "part-shm", "db-wal", "db-shm"] {
        let _ = std::fs::remove_file(file.with_extension(leftover));
    }
    let db = Db::open(&address(&part)).await?;
    let indexes = take_indexes(&db).await?;
    generate::generate(&db, orders, 1).await?;
    for index in indexes {
        // One by one, so that the write-ahead log does not become as large as all of them.
        let mut write = db.begin_write().await?;
        sqlx::query(AssertSqlSafe(index)).execute(&mut *write).await?;
        write.commit().await?;
    }
    add_users(&db).await?;
    db.close().await;
    std::fs::rename(part, file)?;
    println!("… in {} s", begin.elapsed().as_secs());
    Ok(())
}

/// Drops the indexes of the large tables and gives the statements that make them again: to build an index at once is
/// many times quicker than to enter millions of rows one by one.
async fn take_indexes(db: &Db) -> Result<Vec<String>, Failure> {
    let mut write = db.begin_write().await?;
    let indexes: Vec<(String, String)> = sqlx::query_as(
        "SELECT name, sql FROM sqlite_schema
          WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('salesorder', 'salesorderdetail')",
    )
    .fetch_all(&mut *write)
    .await?;
    for (name, _) in &indexes {
        sqlx::query(AssertSqlSafe(format!("DROP INDEX {name}"))).execute(&mut *write).await?;
    }
    write.commit().await?;
    Ok(indexes.into_iter().map(|(_, sql)| sql).collect())
}

/// The administrator, and a representative of the account with most orders.
async fn add_users(db: &Db) -> Result<(), Failure> {
    let mut write = db.begin_write().await?;
    sqlx::query(
        "UPDATE contact SET emailaddress1 = $1 WHERE contactid =
            (SELECT MIN(c.contactid) FROM contact c WHERE c.parentcustomerid =
                (SELECT customeraccountid FROM salesorder GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT 1))",
    )
    .bind(REPRESENTATIVE)
    .execute(&mut *write)
    .await?;
    write.commit().await?;
    let names = Some(("Ben".to_owned(), "Chmark".to_owned()));
    for (email, role, names) in
        [(ADMINISTRATOR, Role::Administrator, names), (REPRESENTATIVE, Role::CustomerRepresentative, None)]
    {
        let (email, password) = (email.to_owned(), PASSWORD.to_owned());
        users::add(db, &Clock::system(), NewUser { email, role, password, names, demonstration: false })
            .await?;
    }
    Ok(())
}
