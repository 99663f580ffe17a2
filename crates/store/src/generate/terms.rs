//! What trade is done in: the company, currencies with a price list each, units, modes of delivery.

use uuid::Uuid;

use super::masters::Masters;
use super::row::{Row, units};
use super::{Kind, key, words};
use crate::sql::Value;

/// How many pieces are in a box.
pub(super) const BOX: i64 = 12;

/// A currency, and what a dollar is worth in it, in hundredths.
pub(super) struct Currency {
    code: &'static str,
    name: &'static str,
    symbol: &'static str,
    pub(super) rate: i64,
}

/// The currencies; the second is the one that prices are thought up in.
pub(super) const CURRENCIES: [Currency; 3] = [
    Currency { code: "EUR", name: "Euro", symbol: "€", rate: 92 },
    Currency { code: "USD", name: "US Dollar", symbol: "$", rate: 100 },
    Currency { code: "GBP", name: "Pound Sterling", symbol: "£", rate: 79 },
];

impl Masters {
    /// The legal entity.
    pub(super) fn company_row(&self) -> Row {
        vec![
            ("cdm_companyid", self.company.into()),
            ("cdm_companycode", "GEN".into()),
            ("cdm_name", "Generated Goods".into()),
        ]
    }

    /// The currencies.
    pub(super) fn currency_rows(&self) -> Vec<Row> {
        let rows = self.currencies.iter().zip(&CURRENCIES);
        rows.map(|(key, Currency { code, name, symbol, .. })| {
            vec![
                ("transactioncurrencyid", (*key).into()),
                ("isocurrencycode", (*code).into()),
                ("currencyname", (*name).into()),
                ("currencysymbol", (*symbol).into()),
                ("currencyprecision", Value::Integer(2)),
                ("statecode", Value::Integer(0)),
            ]
        })
        .collect()
    }

    /// The piece and the box.
    pub(super) fn unit_rows(&self) -> Vec<Row> {
        let [piece, boxed] = self.units;
        let schedule = key(self.seed, Kind::UnitGroup, 0);
        let row = |unit: Uuid, name: &str, symbol: &str, base: Value, pieces: i64| -> Row {
            vec![
                ("uomid", unit.into()),
                ("name", name.into()),
                ("msdyn_symbol", symbol.into()),
                ("quantity", units(pieces)),
                ("baseuom", base.clone()),
                ("uomscheduleid", schedule.into()),
                ("isschedulebaseuom", Value::Integer(i64::from(base == Value::Null))),
            ]
        };
        vec![row(piece, "Piece", "pc", Value::Null, 1), row(boxed, "Box of 12", "box", piece.into(), BOX)]
    }

    /// The modes of delivery.
    pub(super) fn delivery_mode_rows(&self) -> Vec<Row> {
        let rows = self.delivery_modes.iter().zip(words::DELIVERY_MODES);
        rows.map(|(key, name)| vec![("msdyn_shipviaid", (*key).into()), ("msdyn_name", name.into())])
            .collect()
    }

    /// A price list for each currency.
    pub(super) fn price_list_rows(&self) -> Vec<Row> {
        let rows = self.price_lists.iter().zip(&self.currencies).zip(&CURRENCIES);
        rows.map(|((list, currency), Currency { code, .. })| {
            vec![
                ("pricelevelid", (*list).into()),
                ("name", Value::Text(format!("List prices {code}"))),
                ("transactioncurrencyid", (*currency).into()),
                ("statecode", Value::Integer(0)),
            ]
        })
        .collect()
    }
}
