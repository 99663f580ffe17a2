//! What an order takes from the customer and from the price list.

use sqlx::SqliteConnection;

use crate::StoreError;
use crate::read::stored_row;
use crate::sql::{Sql, Value};

/// A customer, with what its orders begin with.
#[derive(Clone)]
pub(super) struct Customer {
    pub(super) account: Value,
    pub(super) contact: Value,
    pub(super) name: Value,
    pub(super) company: Value,
    pub(super) price_list: Value,
    pub(super) currency: Value,
    pub(super) iso_currency: Value,
    /// Street, city, state, postal code and country.
    pub(super) address: [Value; 5],
    pub(super) delivery_mode: Value,
}

/// A product as it stands on a price list.
pub(super) struct Product {
    pub(super) key: Value,
    pub(super) number: &'static str,
    pub(super) name: String,
    pub(super) unit: Value,
    /// In ten-thousandths.
    pub(super) price: i64,
}

impl Customer {
    /// Finds a customer by its number.
    pub(super) async fn find(connection: &mut SqliteConnection, number: &str) -> Result<Self, StoreError> {
        let mut sql = Sql::new(
            "SELECT a.accountid, (SELECT MIN(c.contactid) FROM contact c WHERE c.parentcustomerid = a.accountid),
                    a.name, a.msdyn_company, a.defaultpricelevelid, a.transactioncurrencyid, u.isocurrencycode,
                    a.address1_line1, a.address1_city, a.address1_stateorprovince, a.address1_postalcode,
                    a.address1_country, (SELECT MIN(m.msdyn_shipviaid) FROM msdyn_shipvia m)
               FROM account a JOIN transactioncurrency u ON u.transactioncurrencyid = a.transactioncurrencyid
              WHERE a.accountnumber = ",
        );
        sql.bind(number.into());
        let row: Option<[Value; 13]> = first(connection, sql).await?.and_then(|row| row.try_into().ok());
        let Some(
            [
                account,
                contact,
                name,
                company,
                price_list,
                currency,
                iso_currency,
                address @ ..,
                delivery_mode,
            ],
        ) = row
        else {
            return Err(missing("customer", number));
        };
        Ok(Self {
            account,
            contact,
            name,
            company,
            price_list,
            currency,
            iso_currency,
            address,
            delivery_mode,
        })
    }

    /// Finds a product by its number on the customer's price list.
    pub(super) async fn product(
        &self,
        connection: &mut SqliteConnection,
        number: &'static str,
    ) -> Result<Product, StoreError> {
        let mut sql = Sql::new(
            "SELECT p.productid, p.name, l.uomid, l.amount FROM product p
               JOIN productpricelevel l ON l.productid = p.productid
              WHERE p.statecode = 0 AND p.msdyn_productnumber = ",
        );
        sql.bind(number.into()).push(" AND l.pricelevelid = ").bind(self.price_list.clone());
        let row: Option<[Value; 4]> = first(connection, sql).await?.and_then(|row| row.try_into().ok());
        match row {
            Some([key, Value::Text(name), unit, Value::Integer(price)]) => {
                Ok(Product { key, number, name, unit, price })
            }
            _ => Err(missing("product", number)),
        }
    }
}

async fn first(connection: &mut SqliteConnection, sql: Sql) -> Result<Option<Vec<Value>>, StoreError> {
    let row = sql.query()?.fetch_optional(connection).await?;
    Ok(row.map(|row| stored_row(&row)).transpose()?)
}

fn missing(what: &str, number: &str) -> StoreError {
    StoreError::Refused(format!("The demonstration has no {what} {number}."))
}
