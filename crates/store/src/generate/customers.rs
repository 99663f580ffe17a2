//! Customers and the people who order for them.

use uuid::Uuid;

use super::dice::Dice;
use super::masters::Masters;
use super::row::{Row, moment};
use super::{FIRST_DAY, Kind, key, words};
use crate::sql::Value;

/// How many customers there are.
const ACCOUNTS: u64 = 1000;

/// How many people a customer has at most.
const MOST_CONTACTS: u64 = 3;

/// A customer.
pub(super) struct Account {
    number: u64,
    pub(super) key: Uuid,
    pub(super) name: String,
    pub(super) street: String,
    pub(super) city: &'static str,
    pub(super) postal_code: String,
    pub(super) country: &'static str,
    /// Which of the currencies it pays in.
    pub(super) currency: usize,
    pub(super) contacts: Vec<Contact>,
}

/// A person at a customer.
pub(super) struct Contact {
    pub(super) key: Uuid,
    first_name: &'static str,
    last_name: &'static str,
    job: &'static str,
    email: String,
}

/// Thinks up all customers.
pub(super) fn think_up(seed: u64, currencies: u64) -> Vec<Account> {
    (1..=ACCOUNTS).map(|number| account(seed, number, currencies)).collect()
}

fn account(seed: u64, number: u64, currencies: u64) -> Account {
    let mut dice = Dice::new(seed, Kind::Account, number);
    let (city, country, code) = *dice.pick(&words::CITIES);
    let name = [dice.word(&words::LAST_NAMES), dice.word(&words::TRADES), dice.word(&words::FORMS)];
    let contacts = 0..dice.between(1, MOST_CONTACTS);
    Account {
        number,
        key: key(seed, Kind::Account, number),
        name: name.join(" "),
        street: format!("{} {}", dice.word(&words::STREETS), dice.between(1, 180)),
        city,
        postal_code: format!("{code}{:02}", dice.below(100)),
        country,
        currency: usize::try_from(dice.below(currencies)).unwrap_or(0),
        contacts: contacts.map(|place| contact(seed, number, place)).collect(),
    }
}

fn contact(seed: u64, account: u64, place: u64) -> Contact {
    let number = account * MOST_CONTACTS + place;
    let mut dice = Dice::new(seed, Kind::Contact, number);
    Contact {
        key: key(seed, Kind::Contact, number),
        first_name: dice.word(&words::FIRST_NAMES),
        last_name: dice.word(&words::LAST_NAMES),
        job: dice.word(&words::JOBS),
        email: format!("contact{}@c{account:05}.example", place + 1),
    }
}

impl Account {
    /// The row of the customer.
    pub(super) fn row(&self, masters: &Masters) -> Row {
        let contact = self.contacts.first().map_or(Value::Null, |contact| contact.key.into());
        vec![
            ("accountid", self.key.into()),
            ("accountnumber", Value::Text(format!("C{:05}", self.number))),
            ("name", Value::Text(self.name.clone())),
            ("customertypecode", Value::Integer(3)),
            ("msdyn_company", masters.company.into()),
            ("primarycontactid", contact),
            ("defaultpricelevelid", masters.price_lists[self.currency].into()),
            ("transactioncurrencyid", masters.currencies[self.currency].into()),
            ("address1_line1", Value::Text(self.street.clone())),
            ("address1_city", self.city.into()),
            ("address1_postalcode", Value::Text(self.postal_code.clone())),
            ("address1_country", self.country.into()),
            ("statecode", Value::Integer(0)),
            ("createdon", moment(FIRST_DAY)),
            ("modifiedon", moment(FIRST_DAY)),
        ]
    }

    /// The rows of its people.
    pub(super) fn contact_rows(&self, masters: &Masters) -> Vec<Row> {
        let row = |contact: &Contact| -> Row {
            vec![
                ("contactid", contact.key.into()),
                ("firstname", contact.first_name.into()),
                ("lastname", contact.last_name.into()),
                ("fullname", Value::Text(format!("{} {}", contact.first_name, contact.last_name))),
                ("emailaddress1", Value::Text(contact.email.clone())),
                ("jobtitle", contact.job.into()),
                ("address1_country", self.country.into()),
                ("parentcustomerid", self.key.into()),
                ("parentcustomeridtype", "account".into()),
                ("msdyn_company", masters.company.into()),
                ("transactioncurrencyid", masters.currencies[self.currency].into()),
                ("defaultpricelevelid", masters.price_lists[self.currency].into()),
                ("statecode", Value::Integer(0)),
                ("createdon", moment(FIRST_DAY)),
                ("modifiedon", moment(FIRST_DAY)),
            ]
        };
        self.contacts.iter().map(row).collect()
    }
}
