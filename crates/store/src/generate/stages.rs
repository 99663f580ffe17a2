//! How far the ERP is with an order: old ones are invoiced, new ones open, and a few were canceled.

use super::dice::Dice;

/// Seconds of a day.
pub(super) const DAY: i64 = 86_400;

/// Where an order stands, in the numbers of its choice columns.
pub(super) struct Stage {
    /// `msdyn_processingstatus`.
    pub(super) processing: i64,
    /// `statecode`.
    pub(super) state: i64,
    /// `statuscode`.
    pub(super) status: i64,
    /// `msdyn_linestatus` of its lines.
    pub(super) line: i64,
    /// Whether the day of shipping is confirmed.
    pub(super) confirmed: bool,
    /// Which part of each line is shipped, in percent.
    pub(super) shipped: i64,
}

const fn stage(processing: i64, state: i64, status: i64, line: i64, confirmed: bool, shipped: i64) -> Stage {
    let (processing, line) = (192_350_000 + processing, 192_350_000 + line);
    Stage { processing, state, status, line, confirmed, shipped }
}

const ACTIVE: Stage = stage(0, 0, 1, 1, false, 0);
const CONFIRMED: Stage = stage(1, 1, 3, 1, true, 0);
const PICKED: Stage = stage(2, 1, 3, 1, true, 0);
const PARTIALLY_DELIVERED: Stage = stage(3, 1, 3, 1, true, 50);
const DELIVERED: Stage = stage(4, 3, 100_001, 2, true, 100);
const INVOICED: Stage = stage(5, 4, 100_003, 3, true, 100);
const PARTIALLY_INVOICED: Stage = stage(6, 3, 100_002, 2, true, 100);
const CANCELED: Stage = stage(7, 2, 4, 4, false, 0);
const DELIVERED_AND_PARTIALLY_INVOICED: Stage = stage(8, 3, 100_002, 2, true, 100);

impl Stage {
    /// Where an order stands that was placed so many days ago.
    pub(super) fn at(days: i64, dice: &mut Dice) -> Self {
        if dice.percent(3) {
            return CANCELED;
        }
        let case = dice.below(100);
        match (days, case) {
            (..4, _) | (4..10, ..30) => ACTIVE,
            (4..10, _) | (10..20, ..40) => CONFIRMED,
            (10..20, 40..60) => PICKED,
            (10..20, _) | (20..45, ..10) => PARTIALLY_DELIVERED,
            (20..45, 10..60) => DELIVERED,
            (_, 98) => PARTIALLY_INVOICED,
            (_, 99) => DELIVERED_AND_PARTIALLY_INVOICED,
            _ => INVOICED,
        }
    }
}
