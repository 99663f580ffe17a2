//! What this device keeps of a list, for one person.

use crate::browser::storage;
use portal_model::{
    ids::ContactId,
    list::{ListKind, views::Kept},
};

/// Where it is kept.
#[derive(Clone, Copy)]
pub struct Place(ListKind, ContactId);

impl Place {
    /// The place for this list and this person.
    pub fn of(kind: ListKind, contact: ContactId) -> Self {
        Self(kind, contact)
    }

    fn name(self) -> String {
        ["portal.list.", self.0.slug(), ".", &self.1.to_string()].concat()
    }

    /// What is kept.
    pub fn read(self) -> Kept {
        storage::get(&self.name()).map(|text| Kept::read(&text)).unwrap_or_default()
    }

    /// Changes what is kept.
    pub fn change<T>(self, change: impl FnOnce(&mut Kept) -> T) -> T {
        let mut kept = self.read();
        let outcome = change(&mut kept);
        storage::set(&self.name(), &kept.write());
        outcome
    }
}
