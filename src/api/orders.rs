//! Sales orders.

use super::{ApiError, Client};
use portal_model::{
    ids::OrderId,
    new_order::{Bindings, NewOrder},
    odata::Page,
    order::{Order, OrderLine, OrderSummary, StatusCount},
    order_query::OrderQuery,
};

/// The first page of the orders that `query` asks for.
pub async fn list(
    client: &Client,
    query: &OrderQuery,
    page_size: u32,
) -> Result<Page<OrderSummary>, ApiError> {
    client.get(&query.to_odata(), Some(page_size)).await
}

/// The page behind a `nextLink`.
pub async fn next_page(client: &Client, link: &str, page_size: u32) -> Result<Page<OrderSummary>, ApiError> {
    client.get_next(link, page_size).await
}

/// How many orders have which status.
pub async fn counts(client: &Client) -> Result<Vec<StatusCount>, ApiError> {
    let page: Page<StatusCount> = client.get(&StatusCount::query(), None).await?;
    Ok(page.rows)
}

/// One order.
pub async fn find(client: &Client, id: OrderId) -> Result<Order, ApiError> {
    client.get(&Order::query(id), None).await
}

/// All lines of an order, in their order.
pub async fn lines(client: &Client, id: OrderId) -> Result<Vec<OrderLine>, ApiError> {
    let mut page: Page<OrderLine> = client.get(&OrderLine::query(id), Some(LINES_PER_PAGE)).await?;
    let mut lines = page.rows;
    while let Some(link) = page.next_link {
        page = client.get_next(&link, LINES_PER_PAGE).await?;
        lines.append(&mut page.rows);
    }
    Ok(lines)
}

const LINES_PER_PAGE: u32 = 500;

/// Sends an order. It has arrived when this returns `Ok`, no matter how often it was sent: its key was made before, so a
/// second sending is refused as a duplicate, which is a success once the order can be read.
pub async fn create(client: &Client, order: &NewOrder, names: &Bindings) -> Result<(), ApiError> {
    let body = order.to_wire(names).map_err(|error| ApiError::Faulty { reference: error.to_string() })?;
    match client.create(OrderSummary::SET, &body).await {
        Err(ApiError::Changed) => find(client, order.id()).await.map(|_| ()),
        outcome => outcome,
    }
}
