//! Contacts and the accounts that they order for.

use super::{ApiError, Client};
use portal_model::{
    account::Account,
    contact::Contact,
    ids::{AccountId, ContactId},
    odata::Page,
};

/// One person.
pub async fn contact(client: &Client, id: ContactId) -> Result<Contact, ApiError> {
    client.get(&Contact::query(id), None).await
}

/// One company.
pub async fn account(client: &Client, id: AccountId) -> Result<Account, ApiError> {
    client.get(&Account::query(id), None).await
}

/// Everybody at a company whom the reader may see, at most 250.
pub async fn contacts_at(client: &Client, account: AccountId) -> Result<Vec<Contact>, ApiError> {
    let page: Page<Contact> = client.get(&Contact::at_account(account), Some(250)).await?;
    Ok(page.rows)
}
