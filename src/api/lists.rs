//! Rows of lists, and figures about them.

use super::{ApiError, Client};
use portal_model::{
    list::{
        ListKind, ListQuery, ListRow, MonthFigure, MonthRow, ReadPage,
        requests::{Asking, Figure},
    },
    odata::Page,
    order::StatusFigure,
};
use serde::{Deserialize, de::IgnoredAny};

/// The first page of what `query` asks for.
pub async fn first(
    client: &Client,
    read: ReadPage,
    request: &str,
    page_size: u32,
) -> Result<Page<ListRow>, ApiError> {
    page(read, &client.text(request, Some(page_size)).await?)
}

/// The page behind a `nextLink`.
pub async fn next(
    client: &Client,
    read: ReadPage,
    link: &str,
    page_size: u32,
) -> Result<Page<ListRow>, ApiError> {
    page(read, &client.next_text(link, page_size).await?)
}

fn page(read: ReadPage, text: &str) -> Result<Page<ListRow>, ApiError> {
    read(text).map_err(|error| ApiError::Faulty { reference: error.to_string() })
}

/// How many rows a request counts, as far as the endpoint counts; the request is one of [`ListQuery`]'s.
pub async fn count(client: &Client, request: &str) -> Result<u32, ApiError> {
    let page: Page<IgnoredAny> = client.get(request, None).await?;
    page.count.ok_or_else(|| ApiError::Faulty { reference: "$count".to_owned() })
}

/// One figure for each status, for what `query` asks for.
pub async fn per_status(
    client: &Client,
    query: &ListQuery,
    asking: &Asking,
    figure: Figure,
) -> Result<Vec<StatusFigure>, ApiError> {
    let page: Page<StatusFigure> = client.get(&query.per_status(asking, figure), None).await?;
    Ok(page.rows)
}

/// How many orders were placed in each month, for what `query` asks for.
pub async fn per_month(
    client: &Client,
    query: &ListQuery,
    asking: &Asking,
) -> Result<Vec<MonthFigure>, ApiError> {
    let page: Page<MonthRow> = client.get(&query.per_month(asking), None).await?;
    Ok(page.rows.into_iter().filter_map(MonthRow::figure).collect())
}

/// When any row was last changed, as an ISO 8601 instant; empty where there is none.
pub async fn newest_change(client: &Client, kind: ListKind) -> Result<String, ApiError> {
    #[derive(Deserialize)]
    struct Row {
        #[serde(rename = "modifiedon")]
        modified: String,
    }
    let page: Page<Row> = client.get(&ListQuery::newest_change(kind), None).await?;
    Ok(page.rows.into_iter().next().map(|row| row.modified).unwrap_or_default())
}
