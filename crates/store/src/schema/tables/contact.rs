//! People.

use crate::schema::column::{bool, choice, date_time, key, lookup, text, to};
use crate::schema::{Collection, DefaultValue, Table};

use super::choices::{ACTIVE_OR_INACTIVE, LANGUAGE};

/// `contact`: a person at a customer. People may change how they are reached, not who or whose they are.
pub(super) static TABLE: Table = Table {
    name: "contact",
    set: "contacts",
    key: "contactid",
    primary_name: "fullname",
    columns: &[
        key("contactid"),
        text("firstname", 50).read_only(),
        text("middlename", 50).read_only(),
        text("lastname", 50).required().read_only(),
        text("fullname", 160).read_only(),
        // One signs in by it and is found by it, so only the ERP sets it.
        text("emailaddress1", 100).read_only(),
        text("telephone1", 50),
        text("mobilephone", 50),
        text("fax", 50),
        text("jobtitle", 100),
        text("department", 100),
        text("address1_line1", 250),
        text("address1_line2", 250),
        text("address1_line3", 250),
        text("address1_city", 80),
        text("address1_stateorprovince", 50),
        text("address1_postalcode", 20),
        text("address1_country", 80),
        lookup(
            "parentcustomerid",
            &[to("account", "parentcustomerid_account"), to("contact", "parentcustomerid_contact")],
        )
        .read_only(),
        lookup("msdyn_company", &[to("cdm_company", "msdyn_company")]).read_only(),
        text("msdyn_contactpersonid", 20).read_only(),
        bool("msdyn_sellable").read_only(),
        bool("msdyn_contactforvendor").read_only(),
        lookup("transactioncurrencyid", &[to("transactioncurrency", "transactioncurrencyid")]).read_only(),
        lookup("defaultpricelevelid", &[to("pricelevel", "defaultpricelevelid")]).read_only(),
        choice("msdyn_language", LANGUAGE),
        choice("statecode", ACTIVE_OR_INACTIVE).required().read_only().default(DefaultValue::Integer(0)),
        date_time("createdon").required().read_only().default(DefaultValue::Now),
        date_time("modifiedon").required().read_only().default(DefaultValue::Now),
    ],
    collections: &[Collection {
        navigation: "order_customer_contacts",
        table: "salesorder",
        lookup: "customerid",
    }],
    made_by_name: false,
};
