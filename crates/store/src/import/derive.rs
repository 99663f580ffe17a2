//! Columns that follow from others, as Dataverse fills them in: the name of a contact, the name of a product on a
//! line or a price, the currency of a line; and the account of an order, which the access rule goes by.

use sqlx::SqliteConnection;

use crate::StoreError;
use crate::schema::Table;

/// Columns that are filled in where a row came without them.
const FILLED: [(&str, &str); 6] = [
    ("contact", "fullname"),
    ("productpricelevel", "productidname"),
    ("productpricelevel", "productnumber"),
    ("salesorderdetail", "productname"),
    ("salesorderdetail", "salesorderdetailname"),
    ("salesorderdetail", "transactioncurrencyid"),
];

/// Whether the column is filled in where a row comes without it.
pub(super) fn is_filled(table: &Table, column: &str) -> bool {
    FILLED.contains(&(table.name, column))
}

/// The statements; each leaves alone what is already there or already right.
const STATEMENTS: [&str; 4] = [
    "UPDATE contact SET fullname = TRIM(COALESCE(firstname || ' ', '') || lastname) WHERE fullname IS NULL",
    "UPDATE productpricelevel
        SET productidname = COALESCE(productidname, p.name),
            productnumber = COALESCE(productpricelevel.productnumber, p.productnumber)
       FROM product p
      WHERE p.productid = productpricelevel.productid
        AND (productidname IS NULL OR productpricelevel.productnumber IS NULL)",
    "UPDATE salesorderdetail
        SET productname = COALESCE(productname,
                (SELECT p.name FROM product p WHERE p.productid = salesorderdetail.productid)),
            salesorderdetailname = COALESCE(salesorderdetailname,
                (SELECT p.name FROM product p WHERE p.productid = salesorderdetail.productid)),
            transactioncurrencyid = COALESCE(transactioncurrencyid,
                (SELECT o.transactioncurrencyid FROM salesorder o WHERE o.salesorderid = salesorderdetail.salesorderid))
      WHERE transactioncurrencyid IS NULL
         OR (productid IS NOT NULL AND (productname IS NULL OR salesorderdetailname IS NULL))",
    "UPDATE salesorder SET customeraccountid = found.account
       FROM (SELECT o.salesorderid AS id,
                    CASE o.customeridtype WHEN 'account' THEN o.customerid ELSE c.parentcustomerid END AS account
               FROM salesorder o
               LEFT JOIN contact c ON c.contactid = o.customerid AND c.parentcustomeridtype = 'account') found
      WHERE found.id = salesorder.salesorderid AND salesorder.customeraccountid IS DISTINCT FROM found.account",
];

/// Fills in what follows from other columns.
pub(crate) async fn derive(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    for statement in STATEMENTS {
        sqlx::query(statement).execute(&mut *connection).await?;
    }
    Ok(())
}
