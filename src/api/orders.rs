//! Sales orders.

use super::{ApiError, Client};
use futures_util::future;
use portal_model::{
    date::Date,
    deliveries::{self, Delivery},
    ids::OrderId,
    list::suggestions,
    new_order::{Bindings, NewOrder},
    odata::Page,
    order::{Order, OrderLine, OrderSummary},
};

/// The newest few orders that hold every word of `text`.
pub async fn search(client: &Client, text: &str, limit: u32) -> Result<Vec<OrderSummary>, ApiError> {
    let page: Page<OrderSummary> = client.get(&suggestions(text, limit), None).await?;
    Ok(page.rows)
}

/// The order that was placed last.
pub async fn newest(client: &Client) -> Result<Option<OrderSummary>, ApiError> {
    Ok(search(client, "", 1).await?.pop())
}

/// The next few deliveries from `today` on.
pub async fn next_deliveries(client: &Client, today: Date, limit: usize) -> Result<Vec<Delivery>, ApiError> {
    let (confirmed, requested) = (deliveries::confirmed(today, limit), deliveries::requested(today, limit));
    let (confirmed, requested): (Result<Page<OrderSummary>, _>, Result<Page<OrderSummary>, _>) =
        future::join(client.get(&confirmed, None), client.get(&requested, None)).await;
    let (confirmed, requested) = (confirmed?, requested?);
    Ok(deliveries::merged([confirmed.rows, requested.rows], limit))
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
