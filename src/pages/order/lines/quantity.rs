//! Ordered, shipped and open, as a thin bar with its numbers.

use crate::{
    html::{El, el, svg},
    i18n::{number, t_with},
};
use portal_model::{
    decimal::Decimal,
    order::{Fulfilment, OrderLine},
};

/// The bar and the numbers of a line.
pub fn quantity(line: &OrderLine) -> [El; 2] {
    let fulfilment = line.fulfilment();
    let unit = line.unit.as_deref().unwrap_or_default();
    let ordered = format!("{} {unit}", plain(fulfilment.ordered)).trim().to_owned();
    let words = match fulfilment.shipped {
        Some(shipped) => t_with("line.of", &[("shipped", &plain(shipped)), ("ordered", &ordered)]),
        None => ordered,
    };
    let rest = rest(&fulfilment);
    let words = el("span").text(words);
    [bar(&fulfilment), if rest.is_empty() { words } else { words.child(detail(rest)) }]
}

/// A quantity without the zeros that the endpoint writes behind it.
pub fn plain(quantity: Decimal) -> String {
    number(&quantity.normalize().to_string())
}

/// What is still to come and what will not come.
fn rest(fulfilment: &Fulfilment) -> String {
    let some = |value: &Decimal| !value.is_zero();
    let open =
        fulfilment.open().filter(some).map(|open| t_with("line.still-open", &[("quantity", &plain(open))]));
    let canceled = Some(fulfilment.canceled).filter(some);
    let canceled = canceled.map(|gone| t_with("line.not-coming", &[("quantity", &plain(gone))]));
    [open, canceled].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn detail(text: String) -> El {
    el("span").class("table__detail").text(text)
}

fn bar(fulfilment: &Fulfilment) -> El {
    let (shipped, canceled) = (fulfilment.shipped.unwrap_or_default(), fulfilment.canceled);
    let part = |class: &'static str, x: u32, width: u32| {
        let part = svg("rect").class(class).attr("x", x.to_string());
        (width > 0).then(|| part.attr("width", width.to_string()).attr("height", "1"))
    };
    let (shipped, canceled) = (fulfilment.share(shipped), fulfilment.share(canceled));
    svg("svg")
        .class("bar")
        .attr("viewBox", "0 0 1000 1")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .maybe_child(part("bar__done", 0, shipped))
        .maybe_child(part("bar__canceled", 1_000 - canceled, canceled))
}
