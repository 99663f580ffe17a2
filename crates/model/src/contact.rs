//! People who order.

use crate::{
    ids::{AccountId, CompanyId, ContactId, CurrencyId},
    money::Currency,
    odata::Query,
};
use serde::Deserialize;

/// A person at a customer.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Contact {
    /// The key.
    #[serde(rename = "contactid")]
    pub id: ContactId,
    /// First and last name.
    #[serde(rename = "fullname", default)]
    pub name: Option<String>,
    /// What the person does.
    #[serde(rename = "jobtitle", default)]
    pub job_title: Option<String>,
    /// The e-mail address.
    #[serde(rename = "emailaddress1", default)]
    pub email: Option<String>,
    /// The telephone.
    #[serde(rename = "telephone1", default)]
    pub telephone: Option<String>,
    /// The company that the person orders for.
    #[serde(rename = "_parentcustomerid_value", default)]
    pub account: Option<AccountId>,
    /// The legal entity that sells to the person.
    #[serde(rename = "_msdyn_company_value", default)]
    pub company: Option<CompanyId>,
    /// The currency that the person orders in.
    #[serde(rename = "_transactioncurrencyid_value", default)]
    pub currency: Option<CurrencyId>,
    /// The currency's row.
    #[serde(rename = "transactioncurrencyid", default)]
    pub currency_row: Option<Currency>,
    /// The country that goods for the person are shipped to.
    #[serde(rename = "address1_country", default)]
    pub country: Option<String>,
}

const SELECT: &str = "contactid,fullname,jobtitle,emailaddress1,telephone1,_parentcustomerid_value,\
    _msdyn_company_value,_transactioncurrencyid_value,address1_country";

const EXPAND: &str = "transactioncurrencyid($select=isocurrencycode)";

impl Contact {
    /// The request for one person.
    pub fn query(id: ContactId) -> String {
        Query::of(&format!("contacts({id})")).with("$select", SELECT).with("$expand", EXPAND).into_text()
    }

    /// The request for everybody at a company, by name.
    pub fn at_account(account: AccountId) -> String {
        Query::of("contacts")
            .with("$select", SELECT)
            .with("$filter", &format!("_parentcustomerid_value eq {account}"))
            .with("$orderby", "fullname asc,contactid asc")
            .into_text()
    }
}
