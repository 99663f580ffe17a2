//! Products and their prices.

use super::{ApiError, Client};
use portal_model::{
    ids::{PriceListId, ProductId},
    odata::Page,
    product::{ListPrice, Product},
};

/// The first few active products whose name holds, or whose number begins with, `text`.
pub async fn search(client: &Client, text: &str, limit: u32) -> Result<Vec<Product>, ApiError> {
    let page: Page<Product> = client.get(&Product::search(text, limit), None).await?;
    Ok(page.rows)
}

/// What some products cost on a price list.
pub async fn prices(
    client: &Client,
    list: PriceListId,
    products: &[ProductId],
) -> Result<Vec<ListPrice>, ApiError> {
    if products.is_empty() {
        return Ok(Vec::new());
    }
    let page: Page<ListPrice> = client.get(&ListPrice::query(list, products), None).await?;
    Ok(page.rows)
}
