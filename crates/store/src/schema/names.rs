//! Finding tables, columns and navigation properties by the names that callers use.

use super::{Collection, Column, Table, tables};

/// What a navigation property leads to.
#[derive(Clone, Copy, Debug)]
pub enum NavigationTarget {
    /// One row, through a lookup column of this table.
    One {
        /// The lookup column.
        column: &'static Column,
        /// The table the row is in.
        table: &'static Table,
        /// The property's name as the schema writes it.
        name: &'static str,
    },
    /// Many rows that point back to this table.
    Many {
        /// The property.
        collection: &'static Collection,
        /// The table the rows are in.
        table: &'static Table,
    },
}

impl Table {
    /// The table with this logical name.
    pub fn named(name: &str) -> Option<&'static Self> {
        tables().iter().copied().find(|table| table.name == name)
    }

    /// The table with this entity set name.
    pub fn of_set(set: &str) -> Option<&'static Self> {
        tables().iter().copied().find(|table| table.set == set)
    }

    /// The column with this logical name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The column behind a property name: `_x_value` for a lookup, the logical name for any other.
    pub fn property(&self, property: &str) -> Option<&'static Column> {
        let lookup = property.strip_prefix('_').and_then(|rest| rest.strip_suffix("_value"));
        match lookup {
            Some(name) => self.column(name).filter(|column| column.is_lookup()),
            None => self.column(property).filter(|column| !column.is_lookup()),
        }
    }

    /// What a navigation property leads to. Names of `msdyn_` lookups are found in any letter case, because
    /// their case differs between Dataverse solutions (`msdyn_company`, `msdyn_Company`).
    pub fn navigation(&self, name: &str) -> Option<NavigationTarget> {
        let one = self.columns.iter().find_map(|column| {
            let target = column.targets().iter().find(|target| same_navigation(target.navigation, name))?;
            let table = Self::named(target.table)?;
            Some(NavigationTarget::One { column, table, name: target.navigation })
        });
        one.or_else(|| {
            let collection = self.collections.iter().find(|collection| collection.navigation == name)?;
            Some(NavigationTarget::Many { collection, table: Self::named(collection.table)? })
        })
    }
}

fn same_navigation(ours: &str, theirs: &str) -> bool {
    ours == theirs || (ours.starts_with("msdyn_") && ours.eq_ignore_ascii_case(theirs))
}
