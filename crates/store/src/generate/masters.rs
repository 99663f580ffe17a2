//! What orders are made of: a company, currencies with a price list each, units, products, customers and their people.

use sqlx::SqliteConnection;
use uuid::Uuid;

use super::products::{self, Product};
use super::row::{Row, Rows, missing};
use super::terms::CURRENCIES;
use super::{Kind, customers, key, words};
use crate::StoreError;
use crate::bulk::Versions;
use crate::schema::Table;
use crate::sql::Value;

/// All master data of one seed.
pub(super) struct Masters {
    pub(super) seed: u64,
    pub(super) company: Uuid,
    pub(super) currencies: Vec<Uuid>,
    pub(super) price_lists: Vec<Uuid>,
    /// The piece and the box.
    pub(super) units: [Uuid; 2],
    pub(super) delivery_modes: Vec<Uuid>,
    pub(super) products: Vec<Product>,
    pub(super) accounts: Vec<customers::Account>,
}

impl Masters {
    /// Thinks all of them up.
    pub(super) fn new(seed: u64) -> Self {
        let currencies = || 0..CURRENCIES.len() as u64;
        Self {
            seed,
            company: key(seed, Kind::Company, 0),
            currencies: currencies().map(|n| key(seed, Kind::Currency, n)).collect(),
            price_lists: currencies().map(|n| key(seed, Kind::PriceList, n)).collect(),
            units: [0, 1].map(|n| key(seed, Kind::Unit, n)),
            delivery_modes: (0..words::DELIVERY_MODES.len() as u64)
                .map(|n| key(seed, Kind::DeliveryMode, n))
                .collect(),
            products: products::think_up(seed),
            accounts: customers::think_up(seed, CURRENCIES.len() as u64),
        }
    }

    /// Writes those that are not there yet; gives the numbers of accounts and products that were added.
    pub(super) async fn write(
        &self,
        connection: &mut SqliteConnection,
        versions: &mut Versions,
    ) -> Result<(u64, u64), StoreError> {
        let mut accounts = 0;
        let mut products = 0;
        for (name, rows) in self.tables() {
            let Some(table) = Table::named(name) else { continue };
            let added = add_missing(connection, versions, table, rows).await?;
            match name {
                "account" => accounts = added,
                "product" => products = added,
                _ => {}
            }
        }
        Ok((accounts, products))
    }

    /// All rows, each table after those it points to.
    fn tables(&self) -> Vec<(&'static str, Vec<Row>)> {
        vec![
            ("cdm_company", vec![self.company_row()]),
            ("transactioncurrency", self.currency_rows()),
            ("uom", self.unit_rows()),
            ("msdyn_shipvia", self.delivery_mode_rows()),
            ("pricelevel", self.price_list_rows()),
            ("account", self.accounts.iter().map(|account| account.row(self)).collect()),
            ("contact", self.accounts.iter().flat_map(|account| account.contact_rows(self)).collect()),
            (
                "product",
                self.products.iter().zip(1..).map(|(product, n)| self.product_row(product, n)).collect(),
            ),
            ("productpricelevel", self.price_rows()),
        ]
    }
}

async fn add_missing(
    connection: &mut SqliteConnection,
    versions: &mut Versions,
    table: &'static Table,
    rows: Vec<Row>,
) -> Result<u64, StoreError> {
    let keys = rows.iter().filter_map(|row| match row.first() {
        Some((_, Value::Text(key))) => Some(key.clone()),
        _ => None,
    });
    let missing = missing(connection, table, keys.collect()).await?;
    let mut written = Rows::of(table);
    for row in rows {
        if row.first().is_some_and(|(_, key)| missing.contains(key)) {
            written.add(connection, versions, row).await?;
        }
    }
    written.finish(connection).await
}
