//! The customer's company, its addresses, and its people.

use crate::{
    api::{ApiError, Client, people},
    components::{AddressLines, Drawing, Outcome, PageHeader, fact, or_dash},
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
#[component]
pub fn AccountPage() -> impl IntoView {
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
        view! {
            <div class="columns" aria-busy="true">
                <span class="skeleton" data-size="block"></span>
                <span class="skeleton" data-size="block"></span>
                <span class="skeleton" data-size="block"></span>
            </div>
        }
        .into_any()
    };
    let role = user.roles.join(", ");
    let ready = move |everything: Everything| {
        let has_company = everything.account.is_some();
        let people = (everything.people.len() > 1).then(|| people_table(everything.people));
        view! {
            <div class="columns">
                {everything.account.map(company)}
                {me(everything.me, role.clone())}
            </div>
            {(!has_company)
                .then(|| {
                    view! {
                        <div class="table-box">
                            <Outcome drawing=Drawing::Box title=t("account.none") text=t("account.none-text") />
                        </div>
                    }
                })}
            {people}
        }
    };
    view! {
        <div class="page">
            <PageHeader title=t("account.title") lede=t("account.lede") />
            {everything.view(waiting, ready)}
        </div>
    }
}

/// Turns "not allowed" and "not there" into nothing.
fn allowed<T>(answer: Result<T, ApiError>) -> Result<Option<T>, ApiError> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(ApiError::Forbidden | ApiError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn company(account: Account) -> impl IntoView {
    let (delivery, invoice) = (account.delivery_address(), account.invoice_address());
    let invoice = (!invoice.lines().is_empty())
        .then(|| fact(t("account.invoice-address"), view! { <AddressLines address=invoice /> }.into_any()));
    let currency = account.currency_row.map(|currency| currency.code);
    view! {
        <section class="card">
            <h2>{t("account.company")}</h2>
            <dl class="facts">
                {fact(t("account.name"), or_dash(account.name))}
                {fact(t("account.number"), or_dash(account.number))}
                {fact(t("account.telephone"), or_dash(account.telephone))}
                {fact(t("account.email"), or_dash(account.email))}
                {fact(t("account.currency"), or_dash(currency))}
                {fact(t("account.supplier"), or_dash(account.company_name))}
            </dl>
        </section>
        <section class="card">
            <h2>{t("account.addresses")}</h2>
            <dl class="facts">
                {fact(t("account.delivery-address"), view! { <AddressLines address=delivery /> }.into_any())} {invoice}
            </dl>
        </section>
    }
}

fn me(me: Contact, role: String) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{t("account.you")}</h2>
            <dl class="facts">
                {fact(t("account.name"), or_dash(me.name))}
                {fact(t("account.job"), or_dash(me.job_title))}
                {fact(t("account.email"), or_dash(me.email))}
                {fact(t("account.telephone"), or_dash(me.telephone))}
                {fact(t("account.role"), or_dash(Some(role)))}
            </dl>
        </section>
    }
}

fn people_table(people: Vec<Contact>) -> impl IntoView {
    let rows: Vec<_> = people
        .into_iter()
        .map(|person| {
            view! {
                <tr>
                    <th scope="row">{or_dash(person.name)}</th>
                    <td>{or_dash(person.job_title)}</td>
                    <td>{or_dash(person.email)}</td>
                    <td>{or_dash(person.telephone)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <section class="stack">
            <h2>{t("account.people")}</h2>
            <div class="table-box">
                <table class="table contact-table" data-cards>
                    <caption class="visually-hidden">{t("account.people")}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{t("account.name")}</th>
                            <th scope="col">{t("account.job")}</th>
                            <th scope="col">{t("account.email")}</th>
                            <th scope="col">{t("account.telephone")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}
