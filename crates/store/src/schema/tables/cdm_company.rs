//! Legal entities.

use crate::schema::Table;
use crate::schema::column::{key, text};

/// `cdm_company`: a legal entity of the ERP. Every company-specific row points to one.
pub(super) static TABLE: Table = Table {
    name: "cdm_company",
    set: "cdm_companies",
    key: "cdm_companyid",
    primary_name: "cdm_name",
    columns: &[key("cdm_companyid"), text("cdm_companycode", 4).required(), text("cdm_name", 160)],
    collections: &[],
    made_by_name: false,
};
