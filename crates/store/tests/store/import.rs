//! Importing: what comes in, what is refused with its place, and that nothing of a refused import stays.

use std::fs;

use portal_store::Db;
use portal_store::import::{ImportError, Refusals, Report, Source, import};
use serde_json::json;

use crate::fixture::{administrator, column, database, key, rows, source, with_keys};

const COMPANIES: (&str, &str) = ("cdm_companies.csv", "cdm_companyid,cdm_companycode,cdm_name\nk1,A,Alpha\n");

/// Imports files into a database.
async fn files(db: &Db, files: &[(&'static str, &str)]) -> Result<Report, ImportError> {
    import(db, &source(files)).await
}

/// What is wrong with the files, as places and reasons.
async fn refused(db: &Db, bad: &[(&'static str, &str)]) -> Refusals {
    match files(db, bad).await {
        Err(ImportError::Refused(refusals)) => refusals,
        other => panic!("it was not refused: {other:?}"),
    }
}

/// What is wrong with one file, as text.
async fn complaints(db: &Db, file: &'static str, text: &str) -> Vec<String> {
    refused(db, &[(file, text)]).await.named.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn all_bad_rows_of_all_files_are_named_in_one_run_and_nothing_stays() {
    let db = database().await;
    let refusals = refused(
        &db,
        &[
            ("cdm_companies.csv", "cdm_companyid,cdm_companycode\nk901,OK\nk902,TOO LONG\n"),
            (
                "salesorderdetails.csv",
                "salesorderdetailid,salesorderid,productid,quantity,priceperunit,msdyn_linestatus,msdyn_islinestopped,\
                 msdyn_requestedreceiptdate\n\
                 k911,k101,k41,1,1.5,192350000,true,2024-05-06\n\
                 not-a-key,k101,k41,1,,,,\n\
                 k913,k101,k41,-1,,,,\n\
                 k914,k101,k41,one,1.23456,7,perhaps,6.5.2024\n\
                 k915,k101,k41,,,,,\n\
                 k916,k999,k998,1,,,,\n\
                 k911,k101,k41,1,,,,\n\
                 k917,k101,k41\n",
            ),
        ],
    )
    .await;
    let places: Vec<_> = refusals
        .named
        .iter()
        .map(|bad| (bad.file.as_str(), bad.line, bad.column.as_deref().unwrap_or("")))
        .collect();
    let lines = "salesorderdetails.csv";
    assert_eq!(
        places,
        [
            ("cdm_companies.csv", 3, "cdm_companycode"),
            (lines, 3, "salesorderdetailid"),
            (lines, 4, "quantity"),
            (lines, 5, "quantity"),
            (lines, 5, "priceperunit"),
            (lines, 5, "msdyn_linestatus"),
            (lines, 5, "msdyn_islinestopped"),
            (lines, 5, "msdyn_requestedreceiptdate"),
            (lines, 6, "quantity"),
            (lines, 7, "salesorderid"),
            (lines, 7, "productid"),
            (lines, 8, "salesorderdetailid"),
            (lines, 9, ""),
        ]
    );
    assert_eq!(refusals.total, 13);
    let text = ImportError::Refused(refusals).to_string();
    assert!(
        text.contains("line 3, column salesorderdetailid: must be a GUID, found \"not-a-key\""),
        "{text}"
    );
    assert!(text.contains("line 4, column quantity: must not be negative, found \"-1\""), "{text}");
    assert!(text.contains("line 6, column quantity: must not be empty"), "{text}");
    assert!(text.contains("line 9: the row has 3 cells, and the first line 8"), "{text}");

    let companies = rows(&db, &administrator(), "cdm_companies", "$select=cdm_companycode").await;
    assert_eq!(companies.len(), 1, "the good rows of a bad import do not stay either");
}

#[tokio::test]
async fn a_missing_column_and_one_that_is_there_twice_are_refused() {
    let db = Db::temporary().await.unwrap();
    assert_eq!(
        complaints(&db, "uoms.csv", "uomid,msdyn_symbol,msdyn_symbol\nk1,a,b\nbad,a,b\n").await,
        [
            "uoms.csv, line 1, column msdyn_symbol: the column is there twice",
            "uoms.csv, line 1, column name: the column is missing, and no row can be without it",
            "uoms.csv, line 3, column uomid: must be a GUID, found \"bad\"",
        ]
    );
    assert_eq!(
        complaints(&db, "cdm_companies.csv", "").await.len(),
        2,
        "an empty file has neither the key nor the code"
    );
}

#[tokio::test]
async fn what_points_to_a_refused_row_is_not_refused_as_well() {
    let db = Db::temporary().await.unwrap();
    let lists =
        ("pricelevels.csv", "pricelevelid,name,transactioncurrencyid\nk2,List,k1\nk3,List,k9\nk4,List,\n");
    let currencies = |header: &str| format!("{header}\nk1,TOO LONG,Euro\n");
    let bad = currencies("transactioncurrencyid,isocurrencycode,currencyname");
    let refusals = refused(&db, &[("transactioncurrencies.csv", &bad), lists]).await;
    let lines: Vec<_> = refusals.named.iter().map(|bad| (bad.file.as_str(), bad.line)).collect();
    assert_eq!(lines, [("pricelevels.csv", 3), ("pricelevels.csv", 4), ("transactioncurrencies.csv", 2)]);

    let keyless = currencies("id,isocurrencycode,currencyname");
    let refusals = refused(&db, &[("transactioncurrencies.csv", &keyless), lists]).await;
    let lines: Vec<_> = refusals.named.iter().map(|bad| (bad.file.as_str(), bad.line)).collect();
    assert_eq!(
        lines,
        [("pricelevels.csv", 4), ("transactioncurrencies.csv", 1), ("transactioncurrencies.csv", 2)],
        "without the column of the key nobody knows which keys there are"
    );
}

#[tokio::test]
async fn of_very_many_mistakes_the_first_are_named_and_all_counted() {
    let db = Db::temporary().await.unwrap();
    let text = format!("uomid,name\n{}", "x,Piece\n".repeat(2500));
    let refusals = refused(&db, &[("uoms.csv", &text)]).await;
    assert_eq!((refusals.named.len(), refusals.total), (1000, 2500));
    assert!(refusals.to_string().ends_with("and 1500 more"));
}

#[tokio::test]
async fn files_from_disk_may_have_a_byte_order_mark_and_line_ends_of_windows() {
    let db = Db::temporary().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let text = with_keys("\u{feff}uomid,name\r\nk1,Stück\r\n\r\nk2,\"two\r\nlines\"\r\n");
    fs::write(folder.path().join("uoms.csv"), &text).unwrap();
    fs::write(folder.path().join("gadgets.csv"), "gadgetid\n1\n").unwrap();
    fs::write(folder.path().join("README.md"), "An export.").unwrap();
    let folder_source = Source::Folder(folder.path().to_owned());
    let report = import(&db, &folder_source).await.unwrap();
    assert_eq!(report.table("uoms").unwrap().inserted, 2);
    assert_eq!(report.skipped_files, ["README.md", "gadgets.csv"]);
    let names = column(&db, &administrator(), "uoms", "name", "$orderby=name").await;
    assert_eq!(names, [json!("Stück"), json!("two\r\nlines")]);

    let mut latin = with_keys("uomid,name\nk1,\"two\nlines\"\nk2,St").into_bytes();
    latin.extend(b"\xfcck\n");
    fs::write(folder.path().join("uoms.csv"), latin).unwrap();
    let refusal = import(&db, &folder_source).await.unwrap_err().to_string();
    assert!(refusal.contains("uoms.csv, line 4, column name: is not UTF-8"), "{refusal}");
}

#[tokio::test]
async fn a_folder_without_a_table_and_one_that_is_not_there_are_said_so() {
    let db = Db::temporary().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let nothing = import(&db, &Source::Folder(folder.path().to_owned())).await;
    assert!(matches!(nothing, Err(ImportError::NothingToImport)));
    let nowhere = import(&db, &Source::Folder(folder.path().join("nowhere"))).await;
    assert!(matches!(nowhere, Err(ImportError::Unreadable(..))));
}

#[tokio::test]
async fn a_changed_row_is_changed_and_what_the_file_does_not_have_stays() {
    let db = Db::temporary().await.unwrap();
    let products = "productid,productnumber,name,price,createdon\nk1,P-1,Chair,10.50,2024-01-01\nk2,P-2,Desk,20,2024-01-01\n";
    files(&db, &[("products.csv", products)]).await.unwrap();
    let select = "$select=name,price,createdon,modifiedon&$orderby=productnumber";
    let before = rows(&db, &administrator(), "products", select).await;

    let renamed = "productid,productnumber,name\nk1,P-1,Armchair\nk2,P-2,Desk\nk3,P-3,Lamp\n";
    let report = files(&db, &[("products.csv", renamed)]).await.unwrap();
    let table = report.table("products").unwrap();
    assert_eq!((table.inserted, table.updated, table.unchanged), (1, 1, 1));
    let after = rows(&db, &administrator(), "products", select).await;
    assert_eq!(after[0]["name"], json!("Armchair"));
    assert_eq!(after[0]["price"], before[0]["price"]);
    assert_eq!(after[0]["createdon"], json!("2024-01-01T00:00:00Z"));
    assert_ne!(after[0]["@odata.etag"], before[0]["@odata.etag"]);
    assert_eq!(after[1], before[1], "a row that is the same keeps its version");

    let again = files(&db, &[("products.csv", renamed)]).await.unwrap();
    assert!(!again.changed());
    assert_eq!(again.table("products").unwrap().unchanged, 3);
    assert_eq!(rows(&db, &administrator(), "products", select).await, after);
}

#[tokio::test]
async fn a_second_import_leaves_alone_what_was_filled_in() {
    let db = Db::temporary().await.unwrap();
    let contacts = "contactid,firstname,lastname,fullname\nk1,Nora,North,\nk2,,South,\n";
    files(&db, &[("contacts.csv", contacts)]).await.unwrap();
    let names = column(&db, &administrator(), "contacts", "fullname", "$orderby=fullname").await;
    assert_eq!(names, [json!("Nora North"), json!("South")]);
    assert!(!files(&db, &[("contacts.csv", contacts)]).await.unwrap().changed());
}

#[tokio::test]
async fn a_customer_is_an_account_or_a_contact_by_its_key() {
    let db = database().await;
    let orders = "$orderby=msdyn_salesordernumber&$filter=startswith(name,'import')";
    let text = "salesorderid,name,msdyn_salesordernumber,customerid,pricelevelid,transactioncurrencyid\n\
                k901,import,I-1,k1,k32,k31\nk902,import,I-2,k12,k32,k31\n";
    files(&db, &[("salesorders.csv", text)]).await.unwrap();
    let found = rows(&db, &administrator(), "salesorders", &format!("$select=name&$expand=customerid_account($select=name),customerid_contact($select=fullname)&{orders}")).await;
    assert_eq!(found[0]["customerid_account"]["name"], json!("O'Hara & Söhne"));
    assert_eq!(found[0]["customerid_contact"], json!(null));
    assert_eq!(found[1]["customerid_account"], json!(null));
    assert_eq!(found[1]["customerid_contact"]["fullname"], json!("Nils North"));

    let unknown =
        "salesorderid,name,customerid,pricelevelid,transactioncurrencyid\nk903,import,k77,k32,k31\n";
    assert_eq!(
        complaints(&db, "salesorders.csv", unknown).await,
        [format!(
            "salesorders.csv, line 2, column customerid: there is no account and no contact with the key {}",
            key(77)
        )]
    );
}

#[tokio::test]
async fn the_rows_of_an_account_follow_its_contact() {
    let db = database().await;
    let viewer = crate::fixture::representative(crate::fixture::SAM, crate::fixture::SOUTH);
    let before = rows(&db, &viewer, "salesorders", "$select=name").await.len();
    // Nils, who has an order as a private customer, changes over to South.
    let moved = "contactid,lastname,parentcustomerid\nk12,North,k2\n";
    files(&db, &[("contacts.csv", moved)]).await.unwrap();
    let after = rows(&db, &viewer, "salesorders", "$select=name").await.len();
    assert_eq!(after, before + 1);
}

#[tokio::test]
async fn a_short_list_may_be_named_and_its_row_is_found_or_made() {
    let db = database().await;
    let ship_via = ("msdyn_shipvias.csv", "msdyn_shipviaid,msdyn_name\nk801,Bicycle\n");
    let text = "salesorderid,name,customerid,pricelevelid,transactioncurrencyid,msdyn_deliverymode\n\
                k901,import,k1,k32,k31,bicycle\nk902,import,k1,k32,k31,Balloon\nk903,import,k1,k32,k31,BALLOON\n\
                k904,import,k1,k32,k31,k801\nk905,import,k1,k32,k31,Courier\n";
    let report = files(&db, &[ship_via, ("salesorders.csv", text)]).await.unwrap();
    assert_eq!(report.table("msdyn_shipvias").unwrap().inserted, 2, "Bicycle from the file, Balloon by name");
    let query =
        "$filter=name eq 'import'&$expand=msdyn_DeliveryMode($select=msdyn_name)&$orderby=salesorderid";
    let found = rows(&db, &administrator(), "salesorders", &format!("$select=name&{query}")).await;
    let modes: Vec<_> = found.iter().map(|row| row["msdyn_DeliveryMode"]["msdyn_name"].clone()).collect();
    assert_eq!(modes, ["Bicycle", "Balloon", "Balloon", "Bicycle", "Courier"].map(|name| json!(name)));
    assert!(!files(&db, &[ship_via, ("salesorders.csv", text)]).await.unwrap().changed());

    let long = format!(
        "salesorderid,name,customerid,pricelevelid,transactioncurrencyid,msdyn_deliverymode\n\
         k906,import,k1,k32,k31,{}\n",
        "x".repeat(101)
    );
    let complaint = &complaints(&db, "salesorders.csv", &long).await[0];
    assert!(complaint.contains("column msdyn_deliverymode: is too long"), "{complaint}");
}

#[tokio::test]
async fn the_report_is_text_for_the_command_line() {
    let db = Db::temporary().await.unwrap();
    let first = files(&db, &[COMPANIES, ("gadgets.csv", "")]).await.unwrap().to_string();
    assert!(first.starts_with("cdm_companies "), "{first}");
    assert!(first.contains(" 1 new, ") && first.contains("gadgets.csv"), "{first}");
    let second = files(&db, &[COMPANIES]).await.unwrap().to_string();
    assert!(second.contains(" 1 unchanged") && second.ends_with("Nothing has changed.\n"), "{second}");
}
