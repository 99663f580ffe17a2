//! Who orders, and for whom: what the silent part of an order is derived from.

use crate::{
    api::{ApiError, Client, people},
    browser::random,
    i18n::language,
};
use portal_model::{
    account::Account,
    contact::Contact,
    ids::{ContactId, OrderId},
    new_order::{Draft, MissingTerm, Terms, language_value},
};

/// The signed-in contact with its account.
#[derive(Clone, Debug, PartialEq)]
pub struct Me {
    /// The contact.
    pub contact: Contact,
    /// The company that the contact orders for, if there is one.
    pub account: Option<Account>,
}

/// The ISO 4217 code that estimates are shown in.
#[derive(Clone, Debug)]
pub struct Currency(pub String);

/// Asks for both.
pub async fn load(client: &Client, contact: ContactId) -> Result<Me, ApiError> {
    let contact = people::contact(client, contact).await?;
    let account = match contact.account {
        Some(id) => Some(people::account(client, id).await?),
        None => None,
    };
    Ok(Me { contact, account })
}

impl Me {
    /// The silent part of an order, or what is missing for it.
    pub fn terms(&self) -> Result<Terms, Vec<MissingTerm>> {
        Terms::of(&self.contact, self.account.as_ref(), language_value(&language()))
    }

    /// An empty draft, delivered to the company.
    pub fn new_draft(&self) -> Draft {
        let mut address = self.account.as_ref().map(Account::delivery_address).unwrap_or_default();
        if let Some(country) =
            self.contact.country.clone().filter(|country| !country.is_empty() && address.country.is_empty())
        {
            address.country = country;
        }
        Draft::new(OrderId(random::uuid()), self.contact.id, address)
    }

    /// The currency's ISO 4217 code; empty if the endpoint does not tell it.
    pub fn currency_code(&self) -> String {
        // The contact's own currency goes before the account's, as it does in the terms.
        let own = self.contact.currency_row.as_ref();
        let row = own.or(self.account.as_ref().and_then(|account| account.currency_row.as_ref()));
        row.map(|row| row.code.clone()).unwrap_or_default()
    }
}
