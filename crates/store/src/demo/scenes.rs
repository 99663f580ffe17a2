//! Which recent orders there are: one for every state that an order can be in, for each of three customers as far as
//! there is room. Days are counted from the day on which they are made; what is to come has positive numbers.

use crate::generate::stages::{
    ACTIVE, CANCELED, CONFIRMED, DELIVERED, INVOICED, PARTIALLY_DELIVERED, PARTIALLY_INVOICED, PICKED, Stage,
};

/// An order.
pub(super) struct Scene {
    /// The customer's account number.
    pub(super) customer: &'static str,
    /// Where it stands; none before the ERP has given it a number.
    pub(super) stage: Option<Stage>,
    /// When it was placed.
    pub(super) placed: i64,
    /// When the customer wants it.
    pub(super) requested: i64,
    /// When it is promised, or came.
    pub(super) confirmed: Option<i64>,
    /// The customer's number for it.
    pub(super) requisition: &'static str,
    /// Product number, quantity, and how many of them have left.
    pub(super) lines: &'static [(&'static str, i64, i64)],
    /// What was written about it.
    pub(super) notes: Notes,
}

/// What is written about an order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Notes {
    None,
    /// The order confirmation.
    Confirmation,
    /// Confirmation, packing list and a word about the delivery.
    Delivery,
    /// As [`Delivery`](Self::Delivery), a file that would do harm if it were shown, and a note that is not for customers.
    All,
}

const fn scene(
    customer: &'static str,
    requisition: &'static str,
    stage: Option<Stage>,
    (placed, requested, confirmed): (i64, i64, Option<i64>),
    lines: &'static [(&'static str, i64, i64)],
    notes: Notes,
) -> Scene {
    Scene { customer, stage, placed, requested, confirmed, requisition, lines, notes }
}

/// All of them, the oldest first: they are numbered in this sequence.
pub(super) const SCENES: [Scene; 20] = [
    scene(
        "SAVEA",
        "PO-7301",
        Some(INVOICED),
        (-41, -30, Some(-30)),
        &[("0001", 40, 40), ("0016", 20, 20), ("0064", 12, 12)],
        Notes::Delivery,
    ),
    scene(
        "QUICK",
        "QS-2201",
        Some(DELIVERED),
        (-36, -25, Some(-22)),
        &[("0056", 60, 60), ("0059", 24, 24)],
        Notes::Confirmation,
    ),
    scene(
        "ERNSH",
        "EH-118",
        Some(PARTIALLY_INVOICED),
        (-33, -20, Some(-20)),
        &[("0075", 120, 120), ("0069", 15, 15)],
        Notes::Delivery,
    ),
    scene(
        "SAVEA",
        "PO-7319",
        Some(CANCELED),
        (-30, -16, None),
        &[("0038", 2, 0), ("0018", 10, 0)],
        Notes::None,
    ),
    scene(
        "SAVEA",
        "PO-7344",
        Some(DELIVERED),
        (-26, -14, Some(-9)),
        &[("0010", 18, 18), ("0013", 70, 70), ("0030", 16, 16), ("0072", 10, 10)],
        Notes::All,
    ),
    scene("ERNSH", "EH-121", Some(CANCELED), (-24, -12, None), &[("0027", 30, 0)], Notes::None),
    scene(
        "ERNSH",
        "EH-124",
        Some(DELIVERED),
        (-21, -8, Some(-8)),
        &[("0061", 24, 24), ("0062", 12, 12)],
        Notes::All,
    ),
    scene(
        "QUICK",
        "QS-2214",
        Some(PARTIALLY_DELIVERED),
        (-18, -6, Some(-3)),
        &[("0026", 45, 45), ("0033", 80, 40), ("0055", 20, 0)],
        Notes::Delivery,
    ),
    // Should have been there: what is left of it is late.
    scene(
        "SAVEA",
        "PO-7370",
        Some(PARTIALLY_DELIVERED),
        (-17, -5, Some(-2)),
        &[("0002", 60, 60), ("0040", 48, 30), ("0047", 100, 0), ("0060", 24, 24)],
        Notes::Delivery,
    ),
    scene(
        "ERNSH",
        "EH-129",
        Some(PARTIALLY_DELIVERED),
        (-14, 1, Some(4)),
        &[("0004", 36, 36), ("0065", 40, 16)],
        Notes::Confirmation,
    ),
    scene(
        "SAVEA",
        "PO-7388",
        Some(PICKED),
        (-9, 2, Some(2)),
        &[("0035", 72, 0), ("0070", 48, 0)],
        Notes::Confirmation,
    ),
    // Comes nine days later than it is wanted.
    scene(
        "SAVEA",
        "PO-7395",
        Some(CONFIRMED),
        (-8, 3, Some(12)),
        &[("0020", 6, 0), ("0051", 30, 0), ("0063", 15, 0)],
        Notes::Confirmation,
    ),
    scene(
        "ERNSH",
        "EH-133",
        Some(PICKED),
        (-7, 3, Some(3)),
        &[("0007", 25, 0), ("0046", 50, 0)],
        Notes::None,
    ),
    scene(
        "QUICK",
        "QS-2230",
        Some(PICKED),
        (-6, 4, Some(5)),
        &[("0022", 20, 0), ("0071", 40, 0)],
        Notes::None,
    ),
    scene(
        "ERNSH",
        "EH-136",
        Some(CONFIRMED),
        (-5, 5, Some(10)),
        &[("0012", 20, 0), ("0031", 45, 0), ("0068", 60, 0)],
        Notes::Confirmation,
    ),
    scene(
        "SAVEA",
        "PO-7402",
        Some(CONFIRMED),
        (-4, 9, Some(9)),
        &[("0019", 90, 0), ("0034", 24, 0)],
        Notes::None,
    ),
    scene("QUICK", "QS-2237", Some(CONFIRMED), (-3, 8, Some(8)), &[("0044", 50, 0)], Notes::None),
    scene("SAVEA", "PO-7410", Some(ACTIVE), (-2, 12, None), &[("0003", 30, 0), ("0052", 60, 0)], Notes::None),
    scene("ERNSH", "EH-140", None, (-1, 14, None), &[("0021", 40, 0), ("0041", 20, 0)], Notes::None),
    scene(
        "SAVEA",
        "PO-7413",
        None,
        (0, 13, None),
        &[("0001", 20, 0), ("0043", 10, 0), ("0077", 36, 0)],
        Notes::None,
    ),
];
