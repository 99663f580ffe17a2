//! A large database that looks like a real one, made of a seed: for measuring, and for trying the portal at size.
//! The same seed gives the same rows, always; a larger number adds the rows that are missing.

mod customers;
mod dice;
mod lines;
mod masters;
mod orders;
mod products;
mod row;
mod stages;
mod terms;
mod words;

use dice::Dice;
use uuid::Uuid;

use crate::bulk::Versions;
use crate::{Db, StoreError};

/// How many orders are written in one transaction: an interrupted run keeps what it has, and is continued by the next.
const ORDERS_AT_ONCE: u64 = 20_000;

/// What was generated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Generated {
    /// Customers that were not there before.
    pub accounts: u64,
    /// Products that were not there before.
    pub products: u64,
    /// Orders that were not there before.
    pub orders: u64,
    /// Their lines.
    pub lines: u64,
}

impl std::fmt::Display for Generated {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { accounts, products, orders, lines } = self;
        write!(f, "generated {orders} orders with {lines} lines, {accounts} accounts and {products} products")
    }
}

/// Makes a company, currencies, products with prices, customers with contacts, and as many orders; each only if it is
/// not there. Other rows of the database are left alone.
///
/// # Errors
/// The database fails or is locked for too long; what was committed before stays.
pub async fn generate(db: &Db, orders: u64, seed: u64) -> Result<Generated, StoreError> {
    let masters = masters::Masters::new(seed);
    let mut generated = Generated::default();
    let mut transaction = db.begin_write().await?;
    let mut versions = Versions::take(&mut transaction).await?;
    (generated.accounts, generated.products) = masters.write(&mut transaction, &mut versions).await?;
    versions.put(&mut transaction).await?;
    transaction.commit().await?;

    let mut first = 1;
    while first <= orders {
        let last = orders.min(first + ORDERS_AT_ONCE - 1);
        let mut transaction = db.begin_write().await?;
        let mut versions = Versions::take(&mut transaction).await?;
        let (heads, lines) =
            orders::write(&mut transaction, &mut versions, &masters, seed, first..=last).await?;
        generated.orders += heads;
        generated.lines += lines;
        if heads + lines > 0 {
            versions.put(&mut transaction).await?;
            transaction.commit().await?;
        }
        first = last + 1;
    }
    Ok(generated)
}

/// The first day that something happened, 1 July 2023, in seconds since 1970. All times are fixed, because the same
/// seed gives the same rows in every year.
const FIRST_DAY: i64 = 1_688_169_600;

/// What a row is. The number goes into its key, so it never changes.
#[derive(Clone, Copy)]
enum Kind {
    Company = 1,
    Currency = 2,
    Unit = 3,
    UnitGroup = 4,
    DeliveryMode = 5,
    PriceList = 6,
    Account = 7,
    Contact = 8,
    Product = 9,
    Stock = 10,
    Price = 11,
    Order = 12,
    Line = 13,
}

/// The key of the generated row of a kind with a number. It begins with the kind and the number, so that rows which are
/// made one after the other stand side by side in the index of keys; the rest follows from the seed.
fn key(seed: u64, kind: Kind, number: u64) -> Uuid {
    let rest = Dice::new(seed, kind, number).next();
    let bits = ((kind as u128) << 112) | (u128::from(number & 0xffff_ffff) << 80) | u128::from(rest);
    uuid::Builder::from_custom_bytes(bits.to_be_bytes()).into_uuid()
}
