//! What an order carries without being asked: for whom, by whom, in which company, price list and currency.

use crate::{
    account::Account,
    contact::Contact,
    ids::{AccountId, CompanyId, ContactId},
    product::Pricing,
};

/// The silent part of an order, complete.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Who orders.
    pub contact: ContactId,
    /// For which customer.
    pub customer: AccountId,
    /// Which customer is invoiced.
    pub invoice_customer: AccountId,
    /// From which legal entity.
    pub company: CompanyId,
    /// At which prices.
    pub pricing: Pricing,
    /// In which language the supplier writes about it (`msdyn_language`), if it is known.
    pub language: Option<i32>,
}

/// A piece of [`Terms`] that the signed-in person's records do not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingTerm {
    /// The contact belongs to no customer.
    Customer,
    /// Neither contact nor account names a legal entity.
    Company,
    /// The account has no price list.
    PriceList,
    /// Neither contact nor account has a currency.
    Currency,
}

impl Terms {
    /// Derives the terms from who is signed in; names all that is missing. The contact's own values come first, then the
    /// account's (Customer portal, order creation defaults).
    pub fn of(
        contact: &Contact,
        account: Option<&Account>,
        language: Option<i32>,
    ) -> Result<Self, Vec<MissingTerm>> {
        let company = contact.company.or(account.and_then(|account| account.company));
        let list = account.and_then(|account| account.price_list);
        let currency = contact.currency.or(account.and_then(|account| account.currency));
        if let (Some(account), Some(company), Some(list), Some(currency)) = (account, company, list, currency)
        {
            return Ok(Self {
                contact: contact.id,
                customer: account.id,
                invoice_customer: account.invoice_account.unwrap_or(account.id),
                company,
                pricing: Pricing { list, currency },
                language,
            });
        }
        let missing = [
            (account.is_none(), MissingTerm::Customer),
            (company.is_none(), MissingTerm::Company),
            (list.is_none(), MissingTerm::PriceList),
            (currency.is_none(), MissingTerm::Currency),
        ];
        Err(missing.into_iter().filter_map(|(is_missing, term)| is_missing.then_some(term)).collect())
    }
}

impl MissingTerm {
    /// The word for texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Company => "company",
            Self::PriceList => "price-list",
            Self::Currency => "currency",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAM: &str = r#"{"contactid":"ed1a8881-44d9-5268-8fbb-0f1c34ecd0ac"}"#;
    const COMPLETE: &str = r#"{"accountid":"20aacdf0-fd3b-58d5-a56f-a18060605d13",
        "_msdyn_company_value":"1f666e8b-4503-5fb0-adc8-02486561904c",
        "_defaultpricelevelid_value":"03476eb2-74e5-5598-bc91-4df37fd82b32",
        "_transactioncurrencyid_value":"aef0905a-d674-5bd5-9bfb-1145005a3249"}"#;

    #[test]
    fn the_account_fills_what_the_contact_leaves_open() {
        let contact: Contact = serde_json::from_str(SAM).unwrap();
        let account: Account = serde_json::from_str(COMPLETE).unwrap();
        let terms = Terms::of(&contact, Some(&account), None).unwrap();
        assert_eq!(terms.customer, account.id);
        assert_eq!(terms.invoice_customer, account.id, "who has no invoice account pays for itself");
    }

    #[test]
    fn everything_that_is_missing_is_named_at_once() {
        let contact: Contact = serde_json::from_str(SAM).unwrap();
        let missing = Terms::of(&contact, None, None).unwrap_err();
        assert_eq!(
            missing,
            [MissingTerm::Customer, MissingTerm::Company, MissingTerm::PriceList, MissingTerm::Currency]
        );
    }
}
