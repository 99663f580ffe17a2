//! Writing the recent orders.

use sqlx::SqliteConnection;
use time::OffsetDateTime;
use uuid::Uuid;

use super::customer::{Customer, Product};
use super::notes;
use super::scenes::{SCENES, Scene};
use crate::bulk::Versions;
use crate::bulk::row::{Row, Rows, moment, units};
use crate::generate::stages::DAY;
use crate::schema::Table;
use crate::sql::Value;
use crate::{Db, StoreError};

/// What was added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recent {
    /// How many orders.
    pub orders: u64,
    /// How many lines they have.
    pub lines: u64,
    /// How many notes and attachments.
    pub notes: u64,
    /// The keys of the orders that the ERP has not numbered yet.
    pub unnumbered: Vec<Uuid>,
}

/// Adds orders of the days around `now`, in every state that the portal shows, with notes and attachments, to a database
/// with [`NORTHWIND`](super::NORTHWIND) in it. To be called once.
///
/// # Errors
/// Northwind's customers and products are not there, or the database fails; then nothing was added.
pub async fn add_recent(db: &Db, now: OffsetDateTime) -> Result<Recent, StoreError> {
    let tables = [Table::named("salesorder"), Table::named("salesorderdetail"), Table::named("annotation")];
    let [Some(heads), Some(lines), Some(notes)] = tables else { return Ok(Recent::default()) };
    let mut transaction = db.begin_write().await?;
    let mut versions = Versions::take(&mut transaction).await?;
    let mut number = last_number(&mut transaction).await?;
    let (mut heads, mut lines, mut notes) = (Rows::of(heads), Rows::of(lines), Rows::of(notes));
    let mut recent = Recent::default();
    for (scene, place) in SCENES.iter().zip(0..) {
        let order = Order::new(&mut transaction, scene, place, &mut number, now).await?;
        heads.add(&mut transaction, &mut versions, order.row()).await?;
        for place in 0..order.lines.len() {
            lines.add(&mut transaction, &mut versions, order.line_row(place)).await?;
        }
        for note in notes::of(&order) {
            notes.add(&mut transaction, &mut versions, note).await?;
        }
        recent.unnumbered.extend(order.number.is_none().then_some(order.key));
    }
    recent.orders = heads.finish(&mut transaction).await?;
    recent.lines = lines.finish(&mut transaction).await?;
    recent.notes = notes.finish(&mut transaction).await?;
    versions.put(&mut transaction).await?;
    transaction.commit().await?;
    Ok(recent)
}

/// The highest number of any order; new ones count on from it.
async fn last_number(connection: &mut SqliteConnection) -> Result<i64, StoreError> {
    let highest = sqlx::query_scalar::<_, Option<i64>>(
        "SELECT MAX(CAST(SUBSTR(msdyn_salesordernumber, 4) AS BIGINT)) FROM salesorder
          WHERE msdyn_salesordernumber LIKE 'SO-%' AND LENGTH(msdyn_salesordernumber) <= 15",
    );
    Ok(highest.fetch_one(connection).await?.unwrap_or_default())
}

/// An order that is being written.
pub(super) struct Order {
    pub(super) key: Uuid,
    pub(super) scene: &'static Scene,
    /// The ERP's number; none before it has given one.
    pub(super) number: Option<String>,
    pub(super) customer: Customer,
    /// Each line's product, quantity, and how many have left.
    pub(super) lines: Vec<(Product, i64, i64)>,
    /// Midnight of the day that days are counted from, and the moment of placing, in seconds since 1970.
    today: i64,
    placed: i64,
}

impl Order {
    async fn new(
        connection: &mut SqliteConnection,
        scene: &'static Scene,
        place: i64,
        number: &mut i64,
        now: OffsetDateTime,
    ) -> Result<Self, StoreError> {
        let customer = Customer::find(connection, scene.customer).await?;
        let mut lines = Vec::new();
        for (product, quantity, shipped) in scene.lines {
            lines.push((customer.product(connection, product).await?, *quantity, *shipped));
        }
        let given = scene.stage.is_some().then(|| {
            *number += 1;
            format!("SO-{number:05}")
        });
        let today = now.unix_timestamp() / DAY * DAY;
        // In the morning, each a little later than the one before; never later than now.
        let placed = (today + scene.placed * DAY + 8 * 3600 + place * 600).min(now.unix_timestamp() - 1800);
        let key = key(scene.requisition);
        Ok(Self { key, scene, number: given, customer, lines, today, placed })
    }

    /// A day as it is stored.
    pub(super) fn day(&self, day: i64) -> Value {
        moment(self.today + day * DAY)
    }

    /// When the goods leave: two days before they arrive.
    fn shipping(&self) -> Value {
        self.scene.confirmed.map_or(Value::Null, |day| self.day(day - 2))
    }

    fn receipt(&self) -> Value {
        self.scene.confirmed.map_or(Value::Null, |day| self.day(day))
    }

    /// The last thing that happened: goods left, or else the ERP took the order in.
    pub(super) fn changed(&self) -> Value {
        let shipped = self.lines.iter().any(|(_, _, shipped)| *shipped > 0);
        match self.scene.confirmed.filter(|_| shipped) {
            Some(day) => {
                moment((self.today + (day - 2).min(0) * DAY + 15 * 3600).max(self.placed).min(self.today))
            }
            None => moment(self.placed + 900),
        }
    }

    /// The sum of the lines, in ten-thousandths.
    fn amount(&self) -> i64 {
        self.lines.iter().map(|(product, quantity, _)| product.price * quantity).sum()
    }

    fn row(&self) -> Row {
        let Self { scene, customer, .. } = self;
        // Amounts are the ERP's, which has not seen an order without number.
        let known = |amount: i64| if self.number.is_some() { Value::Integer(amount) } else { Value::Null };
        let choice = |value: Option<i64>| value.map_or(Value::Null, Value::Integer);
        let stage = scene.stage.as_ref();
        let (amount, freight) = (self.amount(), self.amount() / 40 / 100 * 100);
        let [street, city, state, postal_code, country] = customer.address.clone();
        vec![
            ("salesorderid", self.key.into()),
            ("name", "sales order".into()),
            ("msdyn_salesordernumber", self.number.clone().map_or(Value::Null, Value::Text)),
            ("customerid", customer.account.clone()),
            ("customeridtype", "account".into()),
            ("customeraccountid", customer.account.clone()),
            ("msdyn_invoicecustomerid", customer.account.clone()),
            ("msdyn_invoicecustomeridtype", "account".into()),
            ("msdyn_contactperson", customer.contact.clone()),
            ("msdyn_company", customer.company.clone()),
            ("pricelevelid", customer.price_list.clone()),
            ("transactioncurrencyid", customer.currency.clone()),
            ("msdyn_isocurrencycode", customer.iso_currency.clone()),
            ("msdyn_ordertype", Value::Integer(192_350_000)),
            ("msdyn_isreadytosync", Value::Integer(1)),
            ("msdyn_processingstatus", choice(stage.map(|stage| stage.processing))),
            ("statecode", Value::Integer(stage.map_or(0, |stage| stage.state))),
            ("statuscode", Value::Integer(stage.map_or(1, |stage| stage.status))),
            ("msdyn_requestedreceiptdate", self.day(scene.requested)),
            ("msdyn_confirmedreceiptdate", self.receipt()),
            ("msdyn_confirmedshippingdate", self.shipping()),
            ("msdyn_customerrequisitionnumber", scene.requisition.into()),
            ("msdyn_deliverymode", customer.delivery_mode.clone()),
            ("shipto_name", customer.name.clone()),
            ("shipto_line1", street),
            ("shipto_city", city),
            ("shipto_stateorprovince", state),
            ("shipto_postalcode", postal_code),
            ("shipto_country", country),
            ("totallineitemamount", known(amount)),
            ("totalamountlessfreight", known(amount)),
            ("totaldiscountamount", known(0)),
            ("freightamount", known(freight)),
            ("totaltax", known(0)),
            ("totalamount", known(amount + freight)),
            ("createdon", moment(self.placed)),
            ("modifiedon", self.changed()),
        ]
    }

    fn line_row(&self, place: usize) -> Row {
        let Some((product, quantity, shipped)) = self.lines.get(place) else { return Row::new() };
        let number = i64::try_from(place + 1).unwrap_or(1);
        let known = |amount: i64| if self.number.is_some() { Value::Integer(amount) } else { Value::Null };
        // A line that has left as a whole is delivered, whatever the order still waits for.
        let status = self.scene.stage.as_ref().map(|stage| match stage.line {
            192_350_001 if shipped == quantity => 192_350_002,
            line => line,
        });
        vec![
            ("salesorderdetailid", key(&format!("{} {number}", self.scene.requisition)).into()),
            ("salesorderid", self.key.into()),
            ("customeraccountid", self.customer.account.clone()),
            ("lineitemnumber", Value::Integer(number)),
            ("productid", product.key.clone()),
            ("isproductoverridden", Value::Integer(0)),
            ("productname", Value::Text(product.name.clone())),
            ("salesorderdetailname", Value::Text(product.name.clone())),
            ("description", Value::Text(product.name.clone())),
            ("quantity", units(*quantity)),
            ("uomid", product.unit.clone()),
            ("priceperunit", known(product.price)),
            ("manualdiscountamount", known(0)),
            ("baseamount", known(product.price * quantity)),
            ("extendedamount", known(product.price * quantity)),
            ("tax", known(0)),
            ("quantityshipped", units(*shipped)),
            ("msdyn_linestatus", status.map_or(Value::Null, Value::Integer)),
            ("producttypecode", Value::Integer(1)),
            ("msdyn_requestedreceiptdate", self.day(self.scene.requested)),
            ("msdyn_confirmedreceiptdate", self.receipt()),
            ("msdyn_confirmedshippingdate", self.shipping()),
            ("msdyn_isreadytosync", Value::Integer(1)),
            ("transactioncurrencyid", self.customer.currency.clone()),
            ("createdon", moment(self.placed)),
            ("modifiedon", self.changed()),
        ]
    }
}

/// The key of a row, which follows from its name: the same in every demonstration.
pub(super) fn key(name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("portal demonstration {name}").as_bytes())
}
