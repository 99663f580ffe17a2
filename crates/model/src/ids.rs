//! Identifiers: one type per thing, so that a product's id cannot be sent where an order's belongs.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// A text that is not a GUID in the form `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

macro_rules! id {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                // Only the hyphenated form: the parser also takes braces and URNs, which no endpoint writes.
                if text.len() != 36 {
                    return Err(NotAnId);
                }
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }
    };
}

id!(/** A sales order (`salesorderid`). */ OrderId);
id!(/** A line of a sales order (`salesorderdetailid`). */ LineId);
id!(/** A product (`productid`). */ ProductId);
id!(/** A unit of measure (`uomid`). */ UnitId);
id!(/** A customer account (`accountid`). */ AccountId);
id!(/** A person (`contactid`). */ ContactId);
id!(/** A legal entity of the supplier (`cdm_companyid`). */ CompanyId);
id!(/** A price list (`pricelevelid`). */ PriceListId);
id!(/** A currency (`transactioncurrencyid`). */ CurrencyId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_written_as_it_was_read_in_lower_case() {
        let text = "DEE96EE1-9D08-544D-B74B-81D438617040";
        assert_eq!(text.parse::<OrderId>().unwrap().to_string(), text.to_lowercase());
    }

    #[test]
    fn what_is_not_hyphenated_is_no_id() {
        for text in ["", "new", "dee96ee19d08544db74b81d438617040", "{dee96ee1-9d08-544d-b74b-81d438617040}"]
        {
            assert_eq!(text.parse::<OrderId>(), Err(NotAnId), "{text}");
        }
    }
}
