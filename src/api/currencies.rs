//! The currencies that orders are in.

use super::{ApiError, Client};
use portal_model::{ids::CurrencyId, money::CurrencyRow, odata::Page};
use std::cell::RefCell;

thread_local! {
    // They hardly ever change: asked for once a visit.
    static KNOWN: RefCell<Vec<(CurrencyId, String)>> = const { RefCell::new(Vec::new()) };
}

/// The keys of all currencies with their ISO 4217 codes.
pub async fn codes(client: &Client) -> Result<Vec<(CurrencyId, String)>, ApiError> {
    let known = KNOWN.with_borrow(Clone::clone);
    if !known.is_empty() {
        return Ok(known);
    }
    let page: Page<CurrencyRow> = client.get(&CurrencyRow::query(), None).await?;
    let codes: Vec<_> = page.rows.into_iter().map(|row| (row.id, row.code)).collect();
    KNOWN.set(codes.clone());
    Ok(codes)
}
