//! A few rows that every test can see through at a glance, and short words to ask for them.

use portal_odata::Query;
use portal_store::import::{Source, import};
use portal_store::read::{self, Annotations, Page};
use portal_store::schema::Table;
use portal_store::{Db, Role, StoreError, Viewer};
use serde_json::Value;
use uuid::Uuid;

/// A key that ends in this number.
pub fn key(n: u32) -> Uuid {
    Uuid::from_u128(0xaaaa_0000_0000_4000_8000_0000_0000_0000 + u128::from(n))
}

/// The account North, its two people, and the account South with one.
pub const NORTH: u32 = 1;
pub const SOUTH: u32 = 2;
pub const NORA: u32 = 11;
pub const NILS: u32 = 12;
pub const SAM: u32 = 21;
pub const CURRENCY: u32 = 31;
pub const PRICES: u32 = 32;
pub const PIECE: u32 = 33;
pub const COMPANY: u32 = 34;
/// Sold by the piece; sold by hundredths; not sold any more.
pub const CHAIR: u32 = 41;
pub const CLOTH: u32 = 42;
pub const RETIRED: u32 = 43;
/// Orders of Nora, of Nils, of Nils as a private customer, and of South.
pub const ORDER_NORA: u32 = 101;
pub const ORDER_NILS: u32 = 102;
pub const ORDER_PRIVATE: u32 = 103;
pub const ORDER_SOUTH: u32 = 104;

/// The files, with `kN` for the key that ends in N.
const FILES: &[(&str, &str)] = &[
    ("cdm_companies.csv", "cdm_companyid,cdm_companycode,cdm_name\nk34,HQ,Head Quarters\n"),
    (
        "transactioncurrencies.csv",
        "transactioncurrencyid,isocurrencycode,currencyname,currencysymbol,currencyprecision\nk31,EUR,Euro,€,2\n",
    ),
    ("uoms.csv", "uomid,name,msdyn_symbol\nk33,Piece,pc\n"),
    ("pricelevels.csv", "pricelevelid,name,transactioncurrencyid\nk32,List prices,k31\n"),
    (
        "accounts.csv",
        "accountid,accountnumber,name,transactioncurrencyid,address1_city,defaultpricelevelid\n\
         k1,NORTH,O'Hara & Söhne,k31,Århus,k32\nk2,SOUTH,Südfrüchte,k31,München,k32\n",
    ),
    (
        "contacts.csv",
        "contactid,firstname,lastname,emailaddress1,parentcustomerid\n\
         k11,Nora,North,nora@north.example,k1\nk12,Nils,North,nils@north.example,k1\n\
         k21,Sam,South,sam@south.example,k2\n",
    ),
    (
        "products.csv",
        "productid,productnumber,name,price,currentcost,quantitydecimal,defaultuomid,statecode\n\
         k41,C-1,Chair,100.50,40,0,k33,0\nk42,C-2,Cloth,3.25,1,2,k33,0\nk43,C-3,Candle,1,0.5,0,k33,1\n",
    ),
    (
        "productpricelevels.csv",
        "productpricelevelid,productid,pricelevelid,uomid,amount\nk51,k41,k32,k33,99.90\n",
    ),
    (
        "salesorders.csv",
        "salesorderid,name,msdyn_salesordernumber,customerid,msdyn_contactperson,pricelevelid,transactioncurrencyid,\
         createdon,statecode,msdyn_processingstatus,msdyn_deliverymode,shipto_city,totalamount\n\
         k101,sales order,SO-1,k1,k11,k32,k31,2024-01-01,0,192350000,Courier,München,100.50\n\
         k102,sales order,SO-2,k1,k12,k32,k31,2024-01-02T10:00:00Z,4,192350005,Courier,münster,200.25\n\
         k103,sales order,,k12,k12,k32,k31,2024-01-03,0,,,,\n\
         k104,sales order,SO-4,k2,k21,k32,k31,2024-01-04,0,192350000,Pigeon,Berlin,400\n",
    ),
    (
        "salesorderdetails.csv",
        "salesorderdetailid,salesorderid,lineitemnumber,productid,quantity,uomid,extendedamount\n\
         k201,k101,1,k41,1,k33,100.50\nk202,k102,1,k41,1,k33,100.50\nk203,k102,2,k42,30.7,k33,99.75\n\
         k204,k104,1,k41,4,k33,400\n",
    ),
];

/// Writes `kN` as a whole key.
pub fn with_keys(text: &str) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('k') {
        let digits =
            rest[at + 1..].len() - rest[at + 1..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let alone = !rest[..at].ends_with(|c: char| c.is_alphanumeric());
        written.push_str(&rest[..at]);
        match rest[at + 1..at + 1 + digits].parse() {
            Ok(n) if alone => written.push_str(&key(n).to_string()),
            _ => written.push_str(&rest[at..at + 1 + digits]),
        }
        rest = &rest[at + 1 + digits..];
    }
    written + rest
}

/// Files of a test as an import source; a test ends before the lack of an owner matters.
pub fn source(files: &[(&'static str, &str)]) -> Source {
    let files: Vec<(&'static str, &'static str)> =
        files.iter().map(|(name, text)| (*name, &*with_keys(text).leak())).collect();
    Source::Embedded(files.leak())
}

/// A database with the rows above.
pub async fn database() -> Db {
    let db = Db::temporary().await.unwrap();
    import(&db, &source(FILES)).await.unwrap_or_else(|error| panic!("{error}"));
    db
}

pub fn administrator() -> Viewer {
    Viewer { contact: key(NORA), account: Some(key(NORTH)), role: Role::Administrator }
}

pub fn representative(contact: u32, account: u32) -> Viewer {
    Viewer { contact: key(contact), account: Some(key(account)), role: Role::CustomerRepresentative }
}

pub fn user(contact: u32, account: u32) -> Viewer {
    Viewer { contact: key(contact), account: Some(key(account)), role: Role::AuthorizedUser }
}

/// Asks for a page with a query as it stands in a URL, but for spaces and `kN`.
pub async fn page(
    db: &Db,
    viewer: &Viewer,
    set: &str,
    query: &str,
    size: Option<u64>,
) -> Result<Page, StoreError> {
    let query = Query::parse(&with_keys(query).replace(' ', "%20"))?;
    read::list(db, viewer, Table::of_set(set).unwrap(), &query, size, Annotations::default()).await
}

/// The rows of a query, as JSON.
pub async fn rows(db: &Db, viewer: &Viewer, set: &str, query: &str) -> Vec<Value> {
    let page = page(db, viewer, set, query, None).await.unwrap_or_else(|error| panic!("{query}: {error}"));
    page.rows.iter().map(|row| serde_json::to_value(row).unwrap()).collect()
}

/// One property of every row of a query.
pub async fn column(db: &Db, viewer: &Viewer, set: &str, name: &str, query: &str) -> Vec<Value> {
    let rows = rows(db, viewer, set, &format!("$select={name}&{query}")).await;
    rows.into_iter().map(|mut row| row[name].take()).collect()
}

/// The refusal of a query.
pub async fn refusal(db: &Db, viewer: &Viewer, set: &str, query: &str) -> StoreError {
    page(db, viewer, set, query, None).await.unwrap_err()
}
