//! The demonstration data: Northwind, as a Dataverse-shaped export that is part of the program. Where it comes from
//! is told by the `README.md` beside the files.

use crate::import::Source;

macro_rules! northwind {
    ($($file:literal),* $(,)?) => {
        &[$(($file, include_str!(concat!("../demo/northwind/", $file)))),*]
    };
}

/// 91 accounts, 77 products, 830 orders with 2,155 lines.
pub const NORTHWIND: Source = Source::Embedded(northwind![
    "accounts.csv",
    "cdm_companies.csv",
    "contacts.csv",
    "pricelevels.csv",
    "productpricelevels.csv",
    "products.csv",
    "salesorderdetails.csv",
    "salesorders.csv",
    "transactioncurrencies.csv",
    "uoms.csv",
]);
