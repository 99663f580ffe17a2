//! How far an order has come: five stages, what the present one means, who acts next, and what is still to come.

use super::{Asked, placed_at};
use crate::{
    html::{El, el, svg},
    i18n::{date, t, t_count, t_of, t_with},
};
use leptos::prelude::*;
use portal_model::{
    order::{
        Delivery, Order, OrderLine, Promise, Slip, Stage, StageDay, StageState, Step, Tally,
        expected_deliveries,
    },
    status::OrderStatus,
};
use std::sync::Arc;

/// The strip of stages with the words for the present one.
pub fn progress(asked: Asked, order: &Arc<Order>) -> El {
    let steps = order.steps().into_iter().map(|step| stage(step, order));
    let meaning = meaning(order);
    let words = el("p")
        .class("progress__words")
        .child(el("strong").text(t_of("status-meaning", meaning)))
        .text(format!(" {}", t_of("status-next", meaning)));
    let order = Arc::clone(order);
    let goods = move || match asked.lines.get() {
        Some(lines) if !lines.is_empty() => goods(&order, &lines).into_any(),
        _ => ().into_any(),
    };
    el("section")
        .class("card")
        .child(el("h2").class("visually-hidden").text(t("order.progress")))
        .child(el("ol").class("stages").attr("aria-label", t("order.progress")).children(steps))
        .child(words)
        .live_view(goods)
}

fn stage(step: Step, order: &Order) -> El {
    let is_here = matches!(step.state, StageState::Present | StageState::Canceled).then_some("step");
    let spoken = el("span").class("visually-hidden").text(format!(", {}", t_of("stage", step.state.slug())));
    let name = el("span").class("stages__name").text(t_of("stage-name", step.stage.slug())).child(spoken);
    let when = step.day.map(|day| el("span").class("stages__date").text(when(day, step.stage, order)));
    el("li")
        .class("stages__step")
        .attr("data-state", step.state.slug())
        .maybe("aria-current", is_here)
        .child(name)
        .maybe_child(when)
}

fn when(day: StageDay, stage: Stage, order: &Order) -> String {
    let (key, day) = match day {
        StageDay::On(_) if stage == Stage::Received => return placed_at(&order.summary.placed),
        StageDay::On(day) => return date(day),
        StageDay::By(day) => ("stage-day.by", day),
        StageDay::AsOf(day) => ("stage-day.as-of", day),
        StageDay::Expected(day) => ("stage-day.expected", day),
        StageDay::Before(day) => ("stage-day.before", day),
        StageDay::Wanted(day) => ("stage-day.wanted", day),
    };
    t_with(key, &[("date", &date(day))])
}

/// The word behind which the sentences about the present stage stand.
fn meaning(order: &Order) -> &'static str {
    match order.status() {
        OrderStatus::PartlyInvoiced if order.awaits_goods() => "partly-invoiced-open",
        status => status.slug(),
    }
}

/// How many lines are how far, as a bar and in numbers, and the days on which the rest comes.
fn goods(order: &Order, lines: &[OrderLine]) -> El {
    let tally = Tally::of(lines);
    let parts = [
        (tally.complete, "order.tally-complete"),
        (tally.partial, "order.tally-partial"),
        (tally.open, "order.tally-open"),
        (tally.canceled, "order.tally-canceled"),
    ];
    let words = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, key)| t_count(key, count));
    let words: Vec<_> = words.collect();
    let count = t_count("order.tally", tally.lines);
    let days = expected_deliveries(order, lines);
    let days = (!days.is_empty()).then(|| deliveries(order, lines, &days));
    el("div")
        .class("progress__goods")
        .child(bar(tally))
        .child(el("p").class("progress__tally").text(format!("{count}: {}", words.join(" · "))))
        .maybe_child(days)
}

fn bar(tally: Tally) -> El {
    let part = |class: &'static str, from: u32, count: u32| {
        svg("rect")
            .class(class)
            .attr("x", from.to_string())
            .attr("width", count.to_string())
            .attr("height", "1")
    };
    svg("svg")
        .class("bar")
        .attr("viewBox", format!("0 0 {} 1", tally.lines))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(part("bar__done", 0, tally.complete))
        .child(part("bar__partial", tally.complete, tally.partial))
        .child(part("bar__canceled", tally.lines - tally.canceled, tally.canceled))
}

/// So many days are shown; an order of a thousand lines may have a hundred.
const DAYS_SHOWN: usize = 5;

fn deliveries(order: &Order, lines: &[OrderLine], days: &[Delivery]) -> El {
    let more = days.len().saturating_sub(DAYS_SHOWN);
    let more = (more > 0).then(|| el("li").class("quiet").text(t_count("order.more-days", more as u32)));
    let shown = days.iter().take(DAYS_SHOWN).map(|delivery| expected(order, lines, delivery));
    el("div")
        .class("progress__days")
        .child(el("h3").text(t("order.to-come")))
        .child(el("ul").class("progress__day-list").children(shown).maybe_child(more))
}

fn expected(order: &Order, lines: &[OrderLine], delivery: &Delivery) -> El {
    let text = match delivery.promise {
        Promise::Arrives(day) => t_with("promise.arrives", &[("date", &date(day))]),
        Promise::Leaves(day) => t_with("promise.leaves", &[("date", &date(day))]),
    };
    let slips = delivery.lines.iter().filter_map(|index| lines.get(*index)?.slip(order));
    // The worst of them: it is what one has to reckon with.
    let worst = slips.filter(|slip| slip.is_late()).max_by_key(|slip| match slip {
        Slip::Later(days) | Slip::LaterAtLeast(days) => *days,
        _ => 0,
    });
    el("li")
        .class("progress__day")
        .child(el("strong").text(text))
        .child(el("span").class("quiet").text(t_count("order.tally", delivery.lines.len() as u32)))
        .maybe_child(worst.map(super::lines::slip))
}
