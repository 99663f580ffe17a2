//! Customers.

use crate::schema::column::{bool, choice, date_time, integer, key, lookup, memo, money, text, to};
use crate::schema::{Collection, DefaultValue, Table};

use super::choices::{ACTIVE_OR_INACTIVE, CUSTOMER_TYPE, ON_HOLD_STATUS};

/// `account`: a customer. `address1_*` is where goods go, `address2_*` where invoices go. How an account is reached
/// can be changed; its terms belong to the ERP.
pub(super) static TABLE: Table = Table {
    name: "account",
    set: "accounts",
    key: "accountid",
    primary_name: "name",
    columns: &[
        key("accountid"),
        text("accountnumber", 20).read_only(),
        text("name", 160).required().read_only(),
        choice("customertypecode", CUSTOMER_TYPE).read_only(),
        lookup("msdyn_company", &[to("cdm_company", "msdyn_company")]).read_only(),
        lookup("primarycontactid", &[to("contact", "primarycontactid")]).read_only(),
        lookup("msdyn_primarycontact", &[to("contact", "msdyn_PrimaryContact")]).read_only(),
        lookup("msdyn_billingaccount", &[to("account", "msdyn_billingaccount_account")]).read_only(),
        lookup("defaultpricelevelid", &[to("pricelevel", "defaultpricelevelid")]).read_only(),
        lookup("transactioncurrencyid", &[to("transactioncurrency", "transactioncurrencyid")]).read_only(),
        lookup("msdyn_paymentterm", &[to("msdyn_paymentterm", "msdyn_PaymentTerm")]).read_only(),
        money("creditlimit").read_only(),
        bool("msdyn_creditlimitismandatory").read_only(),
        text("msdyn_creditrating", 20).read_only(),
        choice("msdyn_onholdstatus", ON_HOLD_STATUS).read_only(),
        bool("msdyn_onetimecustomer").read_only(),
        text("msdyn_taxexemptnumber", 20).read_only(),
        text("msdyn_identificationnumber", 50).read_only(),
        integer("numberofemployees").read_only(),
        memo("description", 2000),
        text("emailaddress1", 100),
        text("telephone1", 50),
        text("fax", 50),
        text("websiteurl", 200),
        text("address1_line1", 250),
        text("address1_line2", 250),
        text("address1_line3", 250),
        text("address1_city", 80),
        text("address1_stateorprovince", 50),
        text("address1_postalcode", 20),
        text("address1_country", 80),
        text("address1_county", 50),
        text("address2_line1", 250),
        text("address2_line2", 250),
        text("address2_line3", 250),
        text("address2_city", 80),
        text("address2_stateorprovince", 50),
        text("address2_postalcode", 20),
        text("address2_country", 80),
        text("address2_county", 50),
        choice("statecode", ACTIVE_OR_INACTIVE).required().default(DefaultValue::Integer(0)).read_only(),
        date_time("createdon").required().default(DefaultValue::Now).read_only(),
        date_time("modifiedon").required().default(DefaultValue::Now).read_only(),
    ],
    collections: &[
        Collection { navigation: "contact_customer_accounts", table: "contact", lookup: "parentcustomerid" },
        Collection { navigation: "order_customer_accounts", table: "salesorder", lookup: "customerid" },
    ],
    made_by_name: false,
};
