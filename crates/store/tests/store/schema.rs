//! The schema and the migrated database are the same thing twice.

use portal_store::Db;
use portal_store::schema::{Table, VERSION, tables};
use sqlx::Row;

/// The columns of a table by the schema: name, type, not null, part of the key.
fn wanted(table: &Table) -> Vec<(String, String, bool, bool)> {
    let mut columns = Vec::new();
    for column in table.columns {
        let key = column.name == table.key;
        columns.push((column.name.to_owned(), column.sql_type().to_owned(), column.required, key));
        columns.extend(column.type_column().map(|name| (name, "TEXT".to_owned(), column.required, false)));
    }
    columns.push((VERSION.to_owned(), "BIGINT".to_owned(), true, false));
    columns
}

#[tokio::test]
async fn the_database_has_exactly_the_tables_and_columns_of_the_schema() {
    let db = Db::temporary().await.unwrap();
    for table in tables() {
        let info =
            sqlx::query("SELECT name, type, \"notnull\", pk FROM pragma_table_info($1)").bind(table.name);
        let found: Vec<(String, String, bool, bool)> = info
            .fetch_all(db.reads())
            .await
            .unwrap()
            .iter()
            .map(|row| (row.get(0), row.get(1), row.get(2), row.get(3)))
            .collect();
        assert_eq!(found, wanted(table), "{}", table.name);
    }
}

#[test]
fn what_a_table_refers_to_exists() {
    for table in tables() {
        assert!(table.column(table.key).is_some(), "{}", table.name);
        assert!(table.column(table.primary_name).is_some(), "{}", table.name);
        for target in table.columns.iter().flat_map(|column| column.targets()) {
            assert!(Table::named(target.table).is_some(), "{} -> {}", table.name, target.table);
        }
        for collection in table.collections {
            let many = Table::named(collection.table).unwrap();
            assert!(many.column(collection.lookup).is_some_and(|column| column.is_lookup()));
        }
    }
}

#[tokio::test]
async fn a_database_of_another_engine_is_refused_by_name() {
    let error = Db::open("postgres://localhost/portal").await.unwrap_err();
    assert_eq!(error.to_string(), "the database \"postgres\" is not supported yet: use sqlite://PATH");
}

#[tokio::test]
async fn what_was_written_is_there_when_the_file_is_opened_again() {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", directory.path().join("portal.db").display());
    let db = Db::open(&url).await.unwrap();
    let mut write = db.begin_write().await.unwrap();
    let insert =
        "INSERT INTO msdyn_shipvia (msdyn_shipviaid, msdyn_name, versionnumber) VALUES ('x', 'Air', 1)";
    sqlx::query(insert).execute(&mut *write).await.unwrap();
    write.commit().await.unwrap();
    db.close().await;

    let db = Db::open(&url).await.unwrap();
    let name: String =
        sqlx::query_scalar("SELECT msdyn_name FROM msdyn_shipvia").fetch_one(db.reads()).await.unwrap();
    assert_eq!(name, "Air");
    assert!(sqlx::query(insert).execute(db.reads()).await.is_err(), "readers cannot write");
}
