//! Orders in each month, as bars with their table.

use super::{
    super::{List, address_of, asking},
    figures::question_for_figures,
};
use crate::{
    api::{Client, lists},
    html::{El, el, svg},
    i18n::{self, t, t_with},
    loading::load,
};
use leptos::prelude::*;
use portal_model::{
    date::Date,
    list::{Day, Filter, MonthFigure, Span, last_months},
};

/// So many months are shown.
const SHOWN: usize = 12;

/// The bars of the last months in which there is anything, and their table.
pub fn months(list: List) -> El {
    let client = expect_context::<Client>();
    let question = question_for_figures(list);
    let told = load(move || {
        let (client, query) = (client.clone(), question.get());
        async move { lists::per_month(&client, &query, &asking(&query, list.me)).await }
    });
    let view = move || match (told.failure(), told.ready()) {
        (Some(_), _) => el("p").class("figures__none").text(t("figures.none")).into_any(),
        (None, None) => el("div").class("figures__list").into_any(),
        (None, Some(told)) => chart(list, &last_months(&told, SHOWN)).into_any(),
    };
    el("div").class("figures__content").live_view(view)
}

fn chart(list: List, months: &[MonthFigure]) -> El {
    if months.is_empty() {
        return el("p").class("figures__none").text(t("list.none-found-text"));
    }
    let most = months.iter().map(|month| month.count).max().unwrap_or(1).max(1);
    let bars = months.iter().enumerate().map(|(index, month)| {
        // Heights in hundredths of the highest; what is there can be seen.
        let height = (month.count * 100 / most).max(u64::from(month.count > 0) * 2);
        svg("rect")
            .attr("x", (index * 20 + 2).to_string())
            .attr("y", (100 - height).to_string())
            .attr("width", "16")
            .attr("height", height.to_string())
    });
    let picture = svg("svg")
        .class("figures__chart")
        .attr("viewBox", format!("0 0 {} 100", months.len() * 20))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .children(bars);
    el("div").class("figures__months").child(picture).child(table(list, months))
}

fn table(list: List, months: &[MonthFigure]) -> El {
    let heads = months.iter().map(|month| {
        let query = list.query_now().with(Filter::Placed(Span {
            from: Some(Day::On(month.first)),
            to: Some(Day::On(last_day(month.first))),
        }));
        let link = el("a").attr("href", address_of(&query)).text(i18n::month(month.first));
        el("th").attr("scope", "col").child(link)
    });
    let counts = months.iter().map(|month| {
        let count = i18n::number(&month.count.to_string());
        el("td")
            .attr(
                "title",
                t_with("figures.in-month", &[("month", &i18n::month(month.first)), ("count", &count)]),
            )
            .text(count)
    });
    el("table")
        .class("figures__table")
        .child(el("caption").class("visually-hidden").text(t("figures.by-month")))
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").child(el("tr").children(counts)))
}

/// The last day of the month that begins with this day.
fn last_day(first: Date) -> Date {
    let next = first.plus_days(31);
    next.plus_days(-i32::from(next.day()))
}
