//! One of a few that the endpoint knows: the currency, the person who placed the order. Where there is only one, there is
//! nothing to choose and no field.

use super::{super::super::words::filter_name, draft::Draft};
use crate::{
    api::{ApiError, Client, currencies, people},
    html::{El, el},
    i18n::t,
    loading::{Loading, load},
};
use leptos::{prelude::*, tachys::dom::event_target_value};
use portal_model::{
    ids::ContactId,
    list::{Filter, FilterKind},
};

/// What there is to choose from.
#[derive(Clone, Copy)]
pub struct Choices {
    me: ContactId,
    currencies: Loading<Vec<String>>,
    /// The others at the reader's company, with their names.
    people: Loading<Vec<(ContactId, String)>>,
}

impl Choices {
    /// Asks the endpoint.
    pub fn ask(me: ContactId) -> Self {
        let client = expect_context::<Client>();
        let currencies = {
            let client = client.clone();
            load(move || {
                let client = client.clone();
                async move { Ok(currencies::codes(&client).await?.into_iter().map(|(_, code)| code).collect()) }
            })
        };
        let people = load(move || {
            let client = client.clone();
            async move { others(&client, me).await }
        });
        Self { me, currencies, people }
    }

    /// The field for the currency.
    pub fn currency(self, draft: Draft) -> AnyView {
        let chosen = Memo::new(move |_| match draft.query.read().filter(FilterKind::Currency) {
            Some(Filter::Currency(code)) => code.clone(),
            _ => String::new(),
        });
        let codes = with_chosen(self.currencies.ready().unwrap_or_default(), chosen.get_untracked());
        if codes.len() < 2 && chosen.read_untracked().is_empty() {
            return ().into_any();
        }
        let codes = codes.into_iter().map(|code| (code.clone(), code)).collect();
        let filter = |code: String| Some(Filter::Currency(code));
        select("filter-currency", FilterKind::Currency, codes, chosen, draft, filter).into_any()
    }

    /// The field for the person, for those who see the orders of others.
    pub fn placed_by(self, draft: Draft) -> AnyView {
        let chosen = Memo::new(move |_| match draft.query.read().filter(FilterKind::PlacedBy) {
            Some(Filter::PlacedBy(contact)) => contact.to_string(),
            _ => String::new(),
        });
        let others = self.people.ready().unwrap_or_default();
        if others.is_empty() && chosen.read_untracked().is_empty() {
            return ().into_any();
        }
        let me = (self.me.to_string(), t("filter.me"));
        let mut people: Vec<_> =
            [me].into_iter().chain(others.into_iter().map(|(id, name)| (id.to_string(), name))).collect();
        let now = chosen.get_untracked();
        // A link may name somebody who has left.
        if !now.is_empty() && people.iter().all(|(id, _)| *id != now) {
            people.push((now, t("filter.somebody")));
        }
        let filter = |id: String| id.parse().ok().map(Filter::PlacedBy);
        select("filter-placed-by", FilterKind::PlacedBy, people, chosen, draft, filter).into_any()
    }
}

/// The others at the reader's company whom he may see, by name.
async fn others(client: &Client, me: ContactId) -> Result<Vec<(ContactId, String)>, ApiError> {
    let Some(account) = people::contact(client, me).await?.account else {
        return Ok(Vec::new());
    };
    let people = people::contacts_at(client, account).await?.into_iter();
    let others = people.filter(|person| person.id != me);
    Ok(others.filter_map(|person| Some((person.id, person.name.or(person.email)?))).collect())
}

fn with_chosen(mut codes: Vec<String>, chosen: String) -> Vec<String> {
    if !chosen.is_empty() && !codes.contains(&chosen) {
        codes.push(chosen);
    }
    codes
}

fn select(
    id: &'static str,
    kind: FilterKind,
    values: Vec<(String, String)>,
    chosen: Memo<String>,
    draft: Draft,
    filter: fn(String) -> Option<Filter>,
) -> El {
    let choose = move |event: web_sys::Event| {
        let filter = filter(event_target_value(&event));
        draft.query.update(|query| {
            let now = query.clone().without(kind);
            *query = match filter {
                Some(filter) => now.with(filter),
                None => now,
            };
        });
    };
    let option = |value: String, name: String| el("option").attr("value", value).text(name);
    let options = values.into_iter().map(|(value, name)| option(value, name));
    let select = el("select")
        .class("input")
        .attr("id", id)
        .child(option(String::new(), t("filters.any")))
        .children(options)
        .live_text(move || chosen.get())
        .on("change", choose);
    el("div")
        .class("field filter-field")
        .child(el("label").class("filter-field__name").attr("for", id).text(filter_name(kind)))
        .child(select)
}
