//! The strip of figures over the orders: how many and how much for each status, or how many in each month. Never more than
//! two requests for one question: the strip shows either.

use super::{
    super::{List, address_of, asking, statuses::toggled},
    months::months,
};
use crate::{
    api::{ApiError, Client, currencies, lists},
    components::status_badge,
    html::{El, el},
    i18n::{self, t, t_of, t_with},
    loading::load,
};
use leptos::prelude::*;
use portal_model::{
    decimal::Decimal,
    ids::CurrencyId,
    list::{
        ColumnChoice, Filter, FilterKind, ListQuery, Sort,
        requests::{Asking, Figure},
    },
    money::Money,
    status::OrderStatus,
};

/// What is told of one status.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    status: OrderStatus,
    count: u64,
    amounts: Vec<Money>,
}

/// The strip.
pub fn figures(list: List) -> El {
    let by_month = RwSignal::new(false);
    let choice = move |label: String, is_month: bool| {
        el("button")
            .class("segment")
            .attr("type", "button")
            .live("aria-pressed", move || Some((by_month.get() == is_month).to_string()))
            .on("click", move |_| by_month.set(is_month))
            .text(label)
    };
    let content = move || match by_month.get() {
        false => by_status(list).into_any(),
        true => months(list).into_any(),
    };
    let switch = el("div")
        .class("segments")
        .attr("role", "group")
        .attr("aria-label", t("figures.by"))
        .child(choice(t("figures.by-status"), false))
        .child(choice(t("figures.by-month"), true));
    el("section").class("figures").attr("aria-label", t("figures.title")).child(switch).live_view(content)
}

/// The question without what does not change the figures, so that only what matters is asked anew.
pub fn question_for_figures(list: List) -> Memo<ListQuery> {
    Memo::new(move |_| {
        let query = list.query();
        ListQuery {
            sort: Sort::usual(query.kind),
            columns: Vec::<ColumnChoice>::new(),
            view: None,
            page: 0,
            density: Default::default(),
            ..query
        }
    })
}

fn by_status(list: List) -> El {
    let client = expect_context::<Client>();
    let question = question_for_figures(list);
    // The filter by status does not change what could be chosen instead.
    let asked = Memo::new(move |_| question.get().without(FilterKind::Status));
    let told = load(move || {
        let (client, query) = (client.clone(), asked.get());
        async move { tell(&client, &query, &asking(&query, list.me)).await }
    });
    let ready = move |told: Vec<Told>| {
        el("ul").class("figures__list").children(told.iter().map(|one| figure(list, one)))
    };
    let view = move || match told.failure() {
        // Endpoints refuse to sum up more than 50,000 rows (Dataverse Web API, `$apply`).
        Some(ApiError::Refused { .. }) => {
            el("p").class("figures__none").text(t("figures.too-many")).into_any()
        }
        Some(_) => el("p").class("figures__none").text(t("figures.none")).into_any(),
        None => told
            .ready()
            .map_or_else(|| el("div").class("figures__list").into_any(), |told| ready(told).into_any()),
    };
    el("div").class("figures__content").live_view(view)
}

async fn tell(client: &Client, query: &ListQuery, asking: &Asking) -> Result<Vec<Told>, ApiError> {
    let counts = lists::per_status(client, query, asking, Figure::Count).await?;
    let amounts = lists::per_status(client, query, asking, Figure::Amount).await?;
    let codes = currencies::codes(client).await.unwrap_or_default();
    let code_of = |id: Option<CurrencyId>| {
        codes.iter().find(|(known, _)| Some(*known) == id).map(|(_, code)| code.clone()).unwrap_or_default()
    };
    let tell = |status: OrderStatus| {
        let counts = counts.iter().filter(|one| one.status == status).filter_map(|one| one.figure.as_ref());
        let count = counts.filter_map(|count| count.to_string().parse::<u64>().ok()).sum();
        let mut sums: Vec<(String, Decimal)> = Vec::new();
        for one in amounts.iter().filter(|one| one.status == status) {
            let Some(amount) = one.figure.as_ref().and_then(|figure| figure.value()) else { continue };
            let code = code_of(one.currency);
            match sums.iter_mut().find(|(known, _)| *known == code) {
                Some((_, sum)) => *sum += amount,
                None => sums.push((code, amount)),
            }
        }
        sums.sort_by(|(_, one), (_, other)| other.cmp(one));
        let amounts = sums.into_iter().map(|(currency, sum)| Money { amount: sum.into(), currency });
        Told { status, count, amounts: amounts.collect() }
    };
    Ok(OrderStatus::ALL.into_iter().map(tell).filter(|told| told.count > 0).collect())
}

/// One status, a link that shows just its orders, or all again.
fn figure(list: List, told: &Told) -> El {
    let (status, query) = (told.status, list.address.query);
    let only =
        move |query: &ListQuery| query.filter(FilterKind::Status) == Some(&Filter::Status(vec![status]));
    let href = move || {
        let query = query.get();
        let others = query.clone().without(FilterKind::Status);
        Some(address_of(&if only(&query) { others } else { toggled(others, status) }))
    };
    let amounts: Vec<_> = told.amounts.iter().map(i18n::money).collect();
    let amount = match amounts.as_slice() {
        [] => t("value.pending"),
        [one] => one.clone(),
        [one, others @ ..] => {
            t_with("figures.and-more", &[("amount", one), ("more", &others.len().to_string())])
        }
    };
    let link = el("a")
        .class("figures__figure")
        .live("href", href)
        .live("aria-current", move || only(&query.read()).then(|| "true".to_owned()))
        .attr("title", [t_of("status", status.slug()), amounts.join(" · ")].join(": "))
        .child(status_badge(status))
        .child(el("strong").text(i18n::number(&told.count.to_string())))
        .child(el("span").class("figures__amount").text(amount));
    el("li").child(link)
}
