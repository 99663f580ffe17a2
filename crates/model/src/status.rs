//! How far an order and its lines are, as the ERP reports it.

use serde::{Deserialize, Deserializer};

/// How far an order is (`msdyn_processingstatus`; dual-write's sales status map).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OrderStatus {
    /// With the supplier, not confirmed yet; also an order whose status the ERP has not sent.
    #[default]
    Received,
    /// The supplier has confirmed it.
    Confirmed,
    /// It is being picked in the warehouse.
    Picked,
    /// A part has been delivered.
    PartlyDelivered,
    /// All of it has been delivered.
    Delivered,
    /// Delivered, and a part has been invoiced.
    PartlyInvoiced,
    /// All of it has been invoiced.
    Invoiced,
    /// Canceled.
    Canceled,
    /// A value that this version of the portal does not know.
    Unknown(i32),
}

const FIRST: i32 = 192_350_000;

impl OrderStatus {
    /// Every status that an order can be filtered by, in the order of an order's life.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Confirmed,
        Self::Picked,
        Self::PartlyDelivered,
        Self::Delivered,
        Self::PartlyInvoiced,
        Self::Invoiced,
        Self::Canceled,
    ];

    /// The status behind a value of the choice column.
    pub fn from_code(code: i32) -> Self {
        match code - FIRST {
            0 => Self::Received,
            1 => Self::Confirmed,
            2 => Self::Picked,
            3 => Self::PartlyDelivered,
            4 => Self::Delivered,
            5 => Self::Invoiced,
            // Value 8, delivered and partially invoiced, is the same to the reader as value 6.
            6 | 8 => Self::PartlyInvoiced,
            7 => Self::Canceled,
            _ => Self::Unknown(code),
        }
    }

    /// Whether nothing more is to come: what the ERP has not sent by now, it does not send.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Delivered | Self::PartlyInvoiced | Self::Invoiced | Self::Canceled)
    }

    /// The values of the choice column that mean this status.
    pub fn codes(self) -> &'static [i32] {
        match self {
            Self::Received => &[FIRST],
            Self::Confirmed => &[FIRST + 1],
            Self::Picked => &[FIRST + 2],
            Self::PartlyDelivered => &[FIRST + 3],
            Self::Delivered => &[FIRST + 4],
            Self::Invoiced => &[FIRST + 5],
            Self::PartlyInvoiced => &[FIRST + 6, FIRST + 8],
            Self::Canceled => &[FIRST + 7],
            Self::Unknown(_) => &[],
        }
    }

    /// The word for addresses, texts and styles.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Confirmed => "confirmed",
            Self::Picked => "picked",
            Self::PartlyDelivered => "partly-delivered",
            Self::Delivered => "delivered",
            Self::PartlyInvoiced => "partly-invoiced",
            Self::Invoiced => "invoiced",
            Self::Canceled => "canceled",
            Self::Unknown(_) => "unknown",
        }
    }

    /// The status with this word.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.slug() == slug)
    }
}

impl<'de> Deserialize<'de> for OrderStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<i32>::deserialize(deserializer)?.map_or(Self::Received, Self::from_code))
    }
}

/// How far a line is (`msdyn_linestatus`; sales order line, SCM to Dataverse).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineStatus {
    /// The ERP has not sent a status, or sent one that this version does not know.
    #[default]
    None,
    /// Open.
    Open,
    /// Delivered.
    Delivered,
    /// Invoiced.
    Invoiced,
    /// Canceled.
    Canceled,
}

impl LineStatus {
    /// The word for texts and styles; empty for [`LineStatus::None`].
    pub fn slug(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Open => "open",
            Self::Delivered => "delivered",
            Self::Invoiced => "invoiced",
            Self::Canceled => "canceled",
        }
    }
}

impl<'de> Deserialize<'de> for LineStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Option::<i32>::deserialize(deserializer)?.map(|code| code - FIRST) {
            Some(1) => Self::Open,
            Some(2) => Self::Delivered,
            Some(3) => Self::Invoiced,
            Some(4) => Self::Canceled,
            _ => Self::None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_is_found_by_its_codes_and_by_its_word() {
        for status in OrderStatus::ALL {
            assert_eq!(OrderStatus::from_slug(status.slug()), Some(status));
            for code in status.codes() {
                assert_eq!(OrderStatus::from_code(*code), status);
            }
        }
    }

    #[test]
    fn a_status_that_was_not_sent_is_received_and_a_new_one_is_kept() {
        assert_eq!(serde_json::from_str::<OrderStatus>("null").unwrap(), OrderStatus::Received);
        assert_eq!(
            serde_json::from_str::<OrderStatus>("192350099").unwrap(),
            OrderStatus::Unknown(192_350_099)
        );
    }
}
