//! How far an order has come, as five stages.

use crate::{
    html::{El, el},
    i18n::{date, t, t_of, t_with},
};
use portal_model::{order::Order, status::OrderStatus};

/// The stages of an order's life.
const STAGES: [OrderStatus; 5] = [
    OrderStatus::Received,
    OrderStatus::Confirmed,
    OrderStatus::Picked,
    OrderStatus::Delivered,
    OrderStatus::Invoiced,
];

/// Where a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Done,
    Present,
    Canceled,
    Next,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Present => "present",
            Self::Canceled => "canceled",
            Self::Next => "next",
        }
    }
}

/// The strip of stages.
pub fn stages(order: &Order) -> El {
    let step = |(stage, state): (OrderStatus, State)| {
        let is_here = matches!(state, State::Present | State::Canceled).then_some("step");
        let spoken = el("span").class("visually-hidden").text(format!(", {}", t_of("stage", state.word())));
        let name = el("span").class("stages__name").text(t_of("status", stage.slug())).child(spoken);
        let when = when(stage, state, order).map(|text| el("span").class("stages__date").text(text));
        el("li")
            .class("stages__step")
            .attr("data-state", state.word())
            .maybe("aria-current", is_here)
            .child(name)
            .maybe_child(when)
    };
    let steps = shown(order.summary.status).into_iter().map(step);
    el("section")
        .class("card")
        .child(el("h2").class("visually-hidden").text(t("order.progress")))
        .child(el("ol").class("stages").attr("aria-label", t("order.progress")).children(steps))
}

/// The stages to show and where each stands. An order in parts shows the part in the place of the whole.
fn shown(status: OrderStatus) -> Vec<(OrderStatus, State)> {
    if status == OrderStatus::Canceled {
        return vec![(OrderStatus::Received, State::Done), (OrderStatus::Canceled, State::Canceled)];
    }
    let reached = match status {
        OrderStatus::Confirmed => 1,
        OrderStatus::Picked => 2,
        OrderStatus::PartlyDelivered | OrderStatus::Delivered => 3,
        OrderStatus::PartlyInvoiced | OrderStatus::Invoiced => 4,
        OrderStatus::Received | OrderStatus::Canceled | OrderStatus::Unknown(_) => 0,
    };
    let state = |index: usize| match index {
        // Nothing comes after the invoice, so the last stage is not "now" but done.
        _ if status == OrderStatus::Invoiced => State::Done,
        _ if index < reached => State::Done,
        _ if index == reached => State::Present,
        _ => State::Next,
    };
    let name = |index: usize, stage| match status {
        OrderStatus::PartlyDelivered | OrderStatus::PartlyInvoiced if index == reached => status,
        _ => stage,
    };
    STAGES.into_iter().enumerate().map(|(index, stage)| (name(index, stage), state(index))).collect()
}

/// The day of a stage, where the order tells one.
fn when(stage: OrderStatus, state: State, order: &Order) -> Option<String> {
    match (stage, state) {
        (OrderStatus::Received, _) => order.summary.placed.parse().ok().map(date),
        (OrderStatus::Delivered, State::Next) => {
            let expected = order.details.confirmed_receipt?;
            Some(t_with("order.expected", &[("date", &date(expected))]))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(status: OrderStatus) -> Vec<State> {
        shown(status).into_iter().map(|(_, state)| state).collect()
    }

    #[test]
    fn everything_before_the_present_stage_is_done() {
        use State::{Done, Next, Present};
        assert_eq!(states(OrderStatus::Received), [Present, Next, Next, Next, Next]);
        assert_eq!(states(OrderStatus::Picked), [Done, Done, Present, Next, Next]);
        assert_eq!(states(OrderStatus::Invoiced), [Done; 5]);
    }

    #[test]
    fn a_part_is_named_as_a_part() {
        assert_eq!(shown(OrderStatus::PartlyDelivered)[3], (OrderStatus::PartlyDelivered, State::Present));
    }

    #[test]
    fn a_canceled_order_goes_nowhere() {
        assert_eq!(states(OrderStatus::Canceled), [State::Done, State::Canceled]);
    }
}
