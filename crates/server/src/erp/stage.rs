//! The stages of an order's life, with the values that stand for them (dual-write, sales order status).

use super::Pace;

/// How far the stand-in has brought an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Confirmed,
    Picked,
    Delivered,
    Invoiced,
}

/// The values of the choice columns at a stage.
pub(super) struct Codes {
    /// `msdyn_processingstatus`.
    pub(super) processing: i64,
    /// `statecode` and `statuscode`.
    pub(super) state: (i64, i64),
    /// `msdyn_linestatus`.
    pub(super) line: i64,
}

impl Stage {
    const ALL: [Self; 4] = [Self::Confirmed, Self::Picked, Self::Delivered, Self::Invoiced];

    /// The stage that is kept as this number.
    pub(super) fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.number() == number)
    }

    /// What is kept for the stage.
    pub(super) fn number(self) -> i64 {
        match self {
            Self::Confirmed => 0,
            Self::Picked => 1,
            Self::Delivered => 2,
            Self::Invoiced => 3,
        }
    }

    /// What comes after it.
    pub(super) fn next(self) -> Option<Self> {
        Self::from_number(self.number() + 1)
    }

    /// How many seconds an order stays in it.
    pub(super) fn lasts(self, pace: Pace) -> i64 {
        let steps = match self {
            Self::Confirmed => 12,
            Self::Picked => 24,
            Self::Delivered | Self::Invoiced => 48,
        };
        steps * pace.seconds
    }

    pub(super) fn codes(self) -> Codes {
        let (processing, state, line) = match self {
            Self::Confirmed => (192_350_001, (1, 3), 192_350_001),
            Self::Picked => (192_350_002, (1, 3), 192_350_001),
            Self::Delivered => (192_350_004, (3, 100_001), 192_350_002),
            Self::Invoiced => (192_350_005, (4, 100_003), 192_350_003),
        };
        Codes { processing, state, line }
    }
}
