//! The customer's company, its addresses, and its people.

use crate::{
    api::{ApiError, Client, people},
    components::{Drawing, PageHeader, address_lines, fact, facts_card, or_dash, outcome},
    html::{El, el},
    i18n::t,
    loading::load,
    user::use_user,
};
use leptos::prelude::*;
use portal_model::{account::Account, contact::Contact};

/// Everything that the page shows.
#[derive(Clone)]
struct Everything {
    me: Contact,
    account: Option<Account>,
    people: Vec<Contact>,
}

/// The account page.
pub fn account_page() -> El {
    let client = expect_context::<Client>();
    let user = use_user();
    let contact = user.contact;
    let everything = load(move || {
        let client = client.clone();
        async move {
            let me = people::contact(&client, contact).await?;
            let Some(id) = me.account else {
                return Ok(Everything { me, account: None, people: Vec::new() });
            };
            // Who may not see the company or the others still sees himself.
            let account = allowed(people::account(&client, id).await)?;
            let people = allowed(people::contacts_at(&client, id).await)?.unwrap_or_default();
            Ok(Everything { me, account, people })
        }
    });
    let waiting = || {
        let block = || el("span").class("skeleton").attr("data-size", "block");
        el("div").class("columns").attr("aria-busy", "true").child(block()).child(block()).child(block())
    };
    let role = user.roles.join(", ");
    let ready = move |everything: Everything| {
        let Everything { me, account, people } = everything;
        let none =
            account.is_none().then(|| outcome(Drawing::Box, t("account.none"), t("account.none-text"), []));
        let cards = account.into_iter().flat_map(company).chain([about_me(me, role.clone())]);
        el("div")
            .class("stack")
            .child(el("div").class("columns").children(cards))
            .maybe_child(none)
            .maybe_child((people.len() > 1).then(|| people_table(people)))
    };
    el("div")
        .class("page")
        .child(PageHeader::new(t("account.title")).lede(t("account.lede")).show())
        .live_view(everything.view(waiting, ready))
}

/// Turns "not allowed" and "not there" into nothing.
fn allowed<T>(answer: Result<T, ApiError>) -> Result<Option<T>, ApiError> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(ApiError::Forbidden | ApiError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn card(title: String, facts: impl IntoIterator<Item = El>) -> El {
    facts_card(title, None, el("dl").class("facts").children(facts))
}

fn company(account: Account) -> [El; 2] {
    let (delivery, invoice) = (account.delivery_address(), account.invoice_address());
    let invoice =
        (!invoice.lines().is_empty()).then(|| fact(t("account.invoice-address"), address_lines(&invoice)));
    let delivery = fact(t("account.delivery-address"), address_lines(&delivery));
    let company = [
        fact(t("account.name"), or_dash(account.name)),
        fact(t("account.number"), or_dash(account.number)),
        fact(t("account.telephone"), or_dash(account.telephone)),
        fact(t("account.email"), or_dash(account.email)),
        fact(t("account.currency"), or_dash(account.currency_row.map(|currency| currency.code))),
        fact(t("account.supplier"), or_dash(account.company_name)),
    ];
    [card(t("account.company"), company), card(t("account.addresses"), [delivery].into_iter().chain(invoice))]
}

fn about_me(me: Contact, role: String) -> El {
    let facts = [
        fact(t("account.name"), or_dash(me.name)),
        fact(t("account.job"), or_dash(me.job_title)),
        fact(t("account.email"), or_dash(me.email)),
        fact(t("account.telephone"), or_dash(me.telephone)),
        fact(t("account.role"), or_dash(Some(role))),
    ];
    card(t("account.you"), facts)
}

fn people_table(people: Vec<Contact>) -> El {
    let names = [t("account.name"), t("account.job"), t("account.email"), t("account.telephone")];
    let head = el("tr").children(names.map(|name| el("th").attr("scope", "col").text(name)));
    let cell = |text| el("td").child(or_dash(text));
    let row = |person: Contact| {
        el("tr")
            .child(el("th").attr("scope", "row").child(or_dash(person.name)))
            .child(cell(person.job_title))
            .child(cell(person.email))
            .child(cell(person.telephone))
    };
    let table = el("table")
        .class("table contact-table")
        .attr("data-cards", "")
        .child(el("caption").class("visually-hidden").text(t("account.people")))
        .child(el("thead").child(head))
        .child(el("tbody").children(people.into_iter().map(row)));
    el("section")
        .class("stack")
        .child(el("h2").text(t("account.people")))
        .child(el("div").class("table-box").child(table))
}
