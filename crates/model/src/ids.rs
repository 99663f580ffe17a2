//! Identifiers: one type per thing, so that a product's id cannot be sent where an order's belongs.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{borrow::Cow, fmt, str::FromStr};
use uuid::Uuid;

/// A text that is not a GUID in the form `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

fn parse(text: &str) -> Result<Uuid, NotAnId> {
    // Only the hyphenated form: the parser also takes braces and URNs, which no endpoint writes.
    match text.len() {
        36 => Uuid::try_parse(text).map_err(|_| NotAnId),
        _ => Err(NotAnId),
    }
}

macro_rules! id {
    ($(#[$about:meta])* $name:ident) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Cow::<'de, str>::deserialize(deserializer)?;
                parse(&text).map(Self).map_err(|_| D::Error::custom("a GUID was expected"))
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
