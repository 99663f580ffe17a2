//! Products and what they cost.

use crate::{
    decimal::Number,
    ids::{CurrencyId, PriceListId, ProductId, UnitId},
    odata::{Query, quoted},
};
use serde::Deserialize;

/// A product that can be ordered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Product {
    /// The key.
    #[serde(rename = "productid")]
    pub id: ProductId,
    /// Its number, as people know it.
    #[serde(rename = "msdyn_productnumber", default)]
    pub number: Option<String>,
    /// Its name.
    #[serde(rename = "name")]
    pub name: String,
    /// A few words about it, for example how it is packed.
    #[serde(rename = "description", default)]
    pub description: Option<String>,
    /// The list price of one default unit, where no price list says otherwise.
    #[serde(rename = "price", default)]
    pub price: Option<Number>,
    /// How many decimals a quantity may have.
    #[serde(rename = "quantitydecimal", default)]
    pub quantity_decimals: Option<u32>,
    /// The unit that it is sold in by default.
    #[serde(rename = "_defaultuomid_value", default)]
    pub unit: Option<UnitId>,
    /// The schedule of units that it can be sold in.
    #[serde(rename = "_defaultuomscheduleid_value", default)]
    pub unit_schedule: Option<String>,
    /// The name of the default unit.
    #[serde(rename = "_defaultuomid_value@OData.Community.Display.V1.FormattedValue", default)]
    pub unit_name: Option<String>,
}

impl Product {
    /// The request for the first `limit` active products whose name holds, or whose number begins with, `text`.
    pub fn search(text: &str, limit: u32) -> String {
        let text = quoted(text);
        Query::of("products")
            .with(
                "$select",
                "productid,msdyn_productnumber,name,description,price,quantitydecimal,_defaultuomid_value,\
                 _defaultuomscheduleid_value",
            )
            .with(
                "$filter",
                &format!(
                    "statecode eq 0 and (contains(name,{text}) or startswith(msdyn_productnumber,{text}))"
                ),
            )
            .with("$orderby", "name asc,productid asc")
            .with("$top", &limit.to_string())
            .into_text()
    }
}

/// What a product costs on a price list.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ListPrice {
    /// The product.
    #[serde(rename = "_productid_value")]
    pub product: ProductId,
    /// The unit that the price is for.
    #[serde(rename = "_uomid_value")]
    pub unit: UnitId,
    /// The price of one unit.
    #[serde(rename = "amount")]
    pub amount: Number,
    /// The unit's name.
    #[serde(rename = "_uomid_value@OData.Community.Display.V1.FormattedValue", default)]
    pub unit_name: Option<String>,
}

impl ListPrice {
    /// The request for the prices of some products on a price list, for every unit that they are sold in.
    pub fn query(list: PriceListId, products: &[ProductId]) -> String {
        let any =
            products.iter().map(|id| format!("_productid_value eq {id}")).collect::<Vec<_>>().join(" or ");
        Query::of("productpricelevels")
            .with("$select", "_productid_value,_uomid_value,amount")
            .with("$filter", &format!("_pricelevelid_value eq {list} and ({any})"))
            .into_text()
    }
}

/// Which price list and currency an order is placed in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pricing {
    /// The price list.
    pub list: PriceListId,
    /// The currency.
    pub currency: CurrencyId,
}
