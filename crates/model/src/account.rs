//! Customer accounts.

use crate::{
    address::Address,
    ids::{AccountId, CompanyId, CurrencyId, PriceListId},
    money::Currency,
    odata::Query,
};
use serde::Deserialize;

/// A company that buys.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Account {
    /// The key.
    #[serde(rename = "accountid")]
    pub id: AccountId,
    /// Its name.
    #[serde(rename = "name", default)]
    pub name: Option<String>,
    /// Its number at the supplier.
    #[serde(rename = "accountnumber", default)]
    pub number: Option<String>,
    /// Its telephone.
    #[serde(rename = "telephone1", default)]
    pub telephone: Option<String>,
    /// Its e-mail address.
    #[serde(rename = "emailaddress1", default)]
    pub email: Option<String>,
    /// The legal entity that sells to it.
    #[serde(rename = "_msdyn_company_value", default)]
    pub company: Option<CompanyId>,
    /// The legal entity's name.
    #[serde(rename = "_msdyn_company_value@OData.Community.Display.V1.FormattedValue", default)]
    pub company_name: Option<String>,
    /// The account that its invoices go to, if it is another one.
    #[serde(rename = "_msdyn_billingaccount_value", default)]
    pub invoice_account: Option<AccountId>,
    /// The price list that its orders are priced by.
    #[serde(rename = "_defaultpricelevelid_value", default)]
    pub price_list: Option<PriceListId>,
    /// The currency that it is invoiced in.
    #[serde(rename = "_transactioncurrencyid_value", default)]
    pub currency: Option<CurrencyId>,
    /// The currency's row.
    #[serde(rename = "transactioncurrencyid", default)]
    pub currency_row: Option<Currency>,
    #[serde(rename = "address1_line1", default)]
    street: Option<String>,
    #[serde(rename = "address1_city", default)]
    city: Option<String>,
    #[serde(rename = "address1_stateorprovince", default)]
    state: Option<String>,
    #[serde(rename = "address1_postalcode", default)]
    postal_code: Option<String>,
    #[serde(rename = "address1_country", default)]
    country: Option<String>,
    #[serde(rename = "address2_line1", default)]
    invoice_street: Option<String>,
    #[serde(rename = "address2_city", default)]
    invoice_city: Option<String>,
    #[serde(rename = "address2_stateorprovince", default)]
    invoice_state: Option<String>,
    #[serde(rename = "address2_postalcode", default)]
    invoice_postal_code: Option<String>,
    #[serde(rename = "address2_country", default)]
    invoice_country: Option<String>,
}

impl Account {
    /// The request for one account.
    pub fn query(id: AccountId) -> String {
        Query::of(&format!("accounts({id})"))
            .with(
                "$select",
                "accountid,name,accountnumber,telephone1,emailaddress1,_msdyn_company_value,_msdyn_billingaccount_value,\
                 _defaultpricelevelid_value,_transactioncurrencyid_value,address1_line1,address1_city,\
                 address1_stateorprovince,address1_postalcode,address1_country,address2_line1,address2_city,\
                 address2_stateorprovince,address2_postalcode,address2_country",
            )
            .with("$expand", "transactioncurrencyid($select=isocurrencycode)")
            .into_text()
    }

    /// Where its goods go (dual-write maps the first address to delivery).
    pub fn delivery_address(&self) -> Address {
        Address {
            name: self.name.clone().unwrap_or_default(),
            ..address(&self.street, &self.city, &self.state, &self.postal_code, &self.country)
        }
    }

    /// Where its invoices go (dual-write maps the second address to invoices); empty if there is none.
    pub fn invoice_address(&self) -> Address {
        address(
            &self.invoice_street,
            &self.invoice_city,
            &self.invoice_state,
            &self.invoice_postal_code,
            &self.invoice_country,
        )
    }
}

fn address(
    street: &Option<String>,
    city: &Option<String>,
    state: &Option<String>,
    postal_code: &Option<String>,
    country: &Option<String>,
) -> Address {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    Address {
        name: String::new(),
        street: text(street),
        city: text(city),
        state: text(state),
        postal_code: text(postal_code),
        country: text(country),
    }
}
