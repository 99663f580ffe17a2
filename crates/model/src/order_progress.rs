//! How far an order has come, as five stages, each with what is known of its day.
//!
//! The ERP sends no day for each stage. What follows from the days that it does send is told as what it is: a day, a day
//! by which it happened, a day on which it is expected.

use crate::{date::Date, order::Order, status::OrderStatus};

/// A stage of an order's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The supplier has it.
    Received,
    /// The supplier has confirmed it.
    Confirmed,
    /// It is being picked.
    Picking,
    /// A part has left the supplier.
    PartlyShipped,
    /// All of it has left the supplier.
    Shipped,
    /// A part is invoiced.
    PartlyInvoiced,
    /// All of it is invoiced.
    Invoiced,
    /// It was canceled.
    Canceled,
}

impl Stage {
    /// The word for texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Confirmed => "confirmed",
            Self::Picking => "picking",
            Self::PartlyShipped => "partly-shipped",
            Self::Shipped => "shipped",
            Self::PartlyInvoiced => "partly-invoiced",
            Self::Invoiced => "invoiced",
            Self::Canceled => "canceled",
        }
    }
}

/// Where a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageState {
    /// Behind the order.
    Done,
    /// Where the order is.
    Present,
    /// Where the order ended.
    Canceled,
    /// Before the order.
    Next,
}

impl StageState {
    /// The word for texts and styles.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Present => "present",
            Self::Canceled => "canceled",
            Self::Next => "next",
        }
    }
}

/// What is known of the day of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageDay {
    /// It happened on this day.
    On(Date),
    /// It happened on this day or before it.
    By(Date),
    /// This is how it stood on this day.
    AsOf(Date),
    /// It is expected on this day.
    Expected(Date),
    /// It is expected before this day.
    Before(Date),
    /// Nothing is confirmed; the customer asked for the goods for this day.
    Wanted(Date),
}

/// A step of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which stage.
    pub stage: Stage,
    /// Where it stands.
    pub state: StageState,
    /// What is known of its day.
    pub day: Option<StageDay>,
}

impl Order {
    /// The stages to show. An order in parts shows the part in the place of the whole; a canceled one ends.
    pub fn steps(&self) -> Vec<Step> {
        if self.status() == OrderStatus::Canceled {
            let stages = [(Stage::Received, StageState::Done), (Stage::Canceled, StageState::Canceled)];
            return stages.into_iter().map(|(stage, state)| self.step(stage, state)).collect();
        }
        let present = self.present();
        let is_over = self.status() == OrderStatus::Invoiced;
        let stages = self.stages();
        let state = |index: usize| match index {
            // Nothing comes after the invoice, so the last stage is not "now" but done.
            _ if is_over || index < present => StageState::Done,
            _ if index == present => StageState::Present,
            _ => StageState::Next,
        };
        stages.into_iter().enumerate().map(|(index, stage)| self.step(stage, state(index))).collect()
    }

    fn present(&self) -> usize {
        match self.status() {
            OrderStatus::Received | OrderStatus::Canceled | OrderStatus::Unknown(_) => 0,
            OrderStatus::Confirmed => 1,
            OrderStatus::Picked => 2,
            OrderStatus::PartlyDelivered | OrderStatus::Delivered => 3,
            OrderStatus::PartlyInvoiced | OrderStatus::Invoiced => 4,
        }
    }

    fn stages(&self) -> [Stage; 5] {
        let status = self.status();
        let is_in_part = status == OrderStatus::PartlyDelivered
            || status == OrderStatus::PartlyInvoiced && self.awaits_goods();
        let shipped = if is_in_part { Stage::PartlyShipped } else { Stage::Shipped };
        let invoiced =
            if status == OrderStatus::PartlyInvoiced { Stage::PartlyInvoiced } else { Stage::Invoiced };
        [Stage::Received, Stage::Confirmed, Stage::Picking, shipped, invoiced]
    }

    fn step(&self, stage: Stage, state: StageState) -> Step {
        Step { stage, state, day: self.day_of(stage, state) }
    }

    fn day_of(&self, stage: Stage, state: StageState) -> Option<StageDay> {
        let shipping = self.details.confirmed_shipping;
        let changed = self.summary.modified.parse().ok();
        match (stage, state) {
            (Stage::Received, _) => self.summary.placed.parse().ok().map(StageDay::On),
            (Stage::Shipped, StageState::Done | StageState::Present) if shipping.is_some() => {
                shipping.map(StageDay::On)
            }
            (_, StageState::Present | StageState::Canceled) => changed.map(StageDay::AsOf),
            (Stage::Invoiced, StageState::Done) => changed.map(StageDay::By),
            // Before goods have left they were confirmed and picked; else the last change is all that is known.
            (_, StageState::Done) if self.present() > 2 && !self.awaits_goods() => {
                shipping.or(changed).map(StageDay::By)
            }
            (_, StageState::Done) => changed.map(StageDay::By),
            (Stage::Picking, StageState::Next) => shipping.map(StageDay::Before),
            (Stage::Shipped, StageState::Next) => {
                shipping.map(StageDay::Expected).or(self.summary.requested.map(StageDay::Wanted))
            }
            (_, StageState::Next) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order_details::tests::order;

    const DAYS: &str = r#","modifiedon":"2024-07-20T10:00:00Z","msdyn_confirmedshippingdate":"2024-07-16",
        "msdyn_requestedreceiptdate":"2024-08-01""#;

    fn steps(status: i32, state: i32, more: &str) -> Vec<Step> {
        order(&format!(r#","msdyn_processingstatus":{},"statecode":{state}{more}"#, 192_350_000 + status))
            .steps()
    }

    fn states(status: i32, state: i32) -> Vec<StageState> {
        steps(status, state, "").into_iter().map(|step| step.state).collect()
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn everything_before_the_present_stage_is_done() {
        use StageState::{Done, Next, Present};
        assert_eq!(states(0, 0), [Present, Next, Next, Next, Next]);
        assert_eq!(states(2, 1), [Done, Done, Present, Next, Next]);
        assert_eq!(states(5, 4), [Done; 5]);
        assert_eq!(
            states(0, 3),
            [Done, Done, Done, Present, Next],
            "the state alone tells that it was delivered"
        );
    }

    #[test]
    fn a_part_is_named_as_a_part() {
        assert_eq!(steps(3, 0, "")[3].stage, Stage::PartlyShipped);
        let (open, delivered) = (steps(6, 0, ""), steps(8, 3, ""));
        assert_eq!((open[3].stage, open[4].stage), (Stage::PartlyShipped, Stage::PartlyInvoiced));
        assert_eq!((delivered[3].stage, delivered[4].stage), (Stage::Shipped, Stage::PartlyInvoiced));
    }

    #[test]
    fn a_canceled_order_goes_nowhere_whoever_says_so() {
        for steps in [steps(7, 0, DAYS), steps(1, 2, DAYS)] {
            let stages: Vec<_> = steps.iter().map(|step| step.stage).collect();
            assert_eq!(stages, [Stage::Received, Stage::Canceled]);
            assert_eq!(steps[1].day, Some(StageDay::AsOf(day("2024-07-20"))));
        }
    }

    #[test]
    fn a_day_is_told_as_what_is_known_of_it() {
        use StageDay::{AsOf, Before, By, Expected, On, Wanted};
        let days = |status, state, more| {
            steps(status, state, more).into_iter().map(|step| step.day).collect::<Vec<_>>()
        };
        let (placed, shipped, changed) = (day("2024-07-04"), day("2024-07-16"), day("2024-07-20"));
        assert_eq!(
            days(5, 4, DAYS),
            [On(placed), By(shipped), By(shipped), On(shipped), By(changed)].map(Some)
        );
        assert_eq!(
            days(1, 1, DAYS),
            [Some(On(placed)), Some(AsOf(changed)), Some(Before(shipped)), Some(Expected(shipped)), None]
        );
        let unconfirmed = days(0, 0, r#","msdyn_requestedreceiptdate":"2024-08-01""#);
        assert_eq!(unconfirmed[3], Some(Wanted(day("2024-08-01"))));
    }
}
