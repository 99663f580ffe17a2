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

/// So many products are asked about in one request: the endpoint takes 500 conditions, and an address has its length.
const AT_ONCE: usize = 40;

/// Those of some products that are active.
pub async fn active(client: &Client, products: &[ProductId]) -> Result<Vec<Product>, ApiError> {
    let mut active = Vec::new();
    for some in products.chunks(AT_ONCE) {
        let page: Page<Product> = client.get(&Product::active(some), None).await?;
        active.extend(page.rows);
    }
    Ok(active)
}

/// What any number of products cost on a price list.
pub async fn all_prices(
    client: &Client,
    list: PriceListId,
    products: &[ProductId],
) -> Result<Vec<ListPrice>, ApiError> {
    let mut all = Vec::new();
    for some in products.chunks(AT_ONCE) {
        all.extend(prices(client, list, some).await?);
    }
    Ok(all)
}
