//! A file for each table, and one for the short lists that only have a name. To add a column: add it here and in a new migration.

mod account;
mod cdm_company;
mod choices;
mod contact;
mod named_lists;
mod pricelevel;
mod product;
mod productpricelevel;
mod salesorder;
mod salesorderdetail;
mod transactioncurrency;
mod uom;

use super::Table;

/// All tables, every one after those it cannot exist without.
pub(super) static ALL: &[&Table] = &[
    &cdm_company::TABLE,
    &transactioncurrency::TABLE,
    &uom::TABLE,
    &named_lists::SHIP_VIA,
    &named_lists::TERMS_OF_DELIVERY,
    &named_lists::PAYMENT_TERM,
    &pricelevel::TABLE,
    &account::TABLE,
    &contact::TABLE,
    &product::TABLE,
    &productpricelevel::TABLE,
    &salesorder::TABLE,
    &salesorderdetail::TABLE,
];
