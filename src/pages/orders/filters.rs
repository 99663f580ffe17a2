//! What narrows the list: a search and the statuses, each removable with one press.

use super::Go;
use crate::{
    components::{Icon, StatusBadge},
    i18n::{t, t_of, t_with},
};
use leptos::{leptos_dom::helpers::debounce, prelude::*};
use portal_model::{order_query::OrderQuery, status::OrderStatus};
use std::time::Duration;

/// How long somebody must stop typing before the list follows.
const PAUSE: Duration = Duration::from_millis(250);

/// Search, statuses, and chips for what is set.
#[component]
pub fn Filters(
    /// What is listed.
    query: Memo<OrderQuery>,
    /// Leads to a changed query.
    go: Go,
    /// How many orders match, in words.
    count: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <form class="filters" role="search" aria-label=t("orders.find") on:submit=move |event| event.prevent_default()>
            <Search query go />
            <Statuses query go />
            <p class="filters__count" role="status">
                {count}
            </p>
            <Chips query go />
        </form>
    }
}

#[component]
fn Search(query: Memo<OrderQuery>, go: Go) -> impl IntoView {
    let typed = RwSignal::new(query.get_untracked().search);
    // Back and Forward change the address under the field.
    Effect::new(move |_| {
        let search = query.get().search;
        if typed.get_untracked().trim() != search {
            typed.set(search);
        }
    });
    let follow = move |text: String| {
        let now = query.get_untracked();
        if text.trim() != now.search {
            go.run((OrderQuery { search: text.trim().to_owned(), page: 0, ..now }, true));
        }
    };
    let mut follow_after_pause = debounce(PAUSE, follow);
    view! {
        <div class="search filters__search">
            <Icon is=Icon::Search />
            <input
                class="input"
                type="search"
                id="search"
                maxlength="100"
                aria-label=t("orders.search")
                placeholder=t("orders.search-hint")
                enterkeyhint="search"
                autocomplete="off"
                prop:value=typed
                on:input=move |event| {
                    let text = event_target_value(&event);
                    typed.set(text.clone());
                    follow_after_pause(text);
                }
                on:change=move |event| follow(event_target_value(&event))
            />
        </div>
    }
}

#[component]
fn Statuses(query: Memo<OrderQuery>, go: Go) -> impl IntoView {
    let choice = move |status: OrderStatus| {
        let is_chosen = move || query.read().statuses.contains(&status);
        view! {
            <li>
                <label class="check">
                    <input
                        type="checkbox"
                        name="status"
                        prop:checked=is_chosen
                        on:change=move |_| go.run((toggled(query.get_untracked(), status), false))
                    />
                    <StatusBadge status />
                </label>
            </li>
        }
    };
    let chosen = move || Some(query.read().statuses.len()).filter(|count| *count > 0);
    view! {
        <details class="menu">
            <summary class="button">
                <Icon is=Icon::Filter />
                {t("orders.column.status")}
                {move || chosen().map(|count| view! { <span class="menu__count">{count}</span> })}
            </summary>
            <fieldset class="menu__panel">
                <legend class="visually-hidden">{t("orders.column.status")}</legend>
                <ul>{OrderStatus::ALL.map(choice).into_iter().collect_view()}</ul>
            </fieldset>
        </details>
    }
}

fn toggled(mut query: OrderQuery, status: OrderStatus) -> OrderQuery {
    match query.statuses.iter().position(|chosen| *chosen == status) {
        Some(index) => {
            query.statuses.remove(index);
        }
        None => query.statuses.push(status),
    }
    OrderQuery { page: 0, ..query }
}

#[component]
fn Chips(query: Memo<OrderQuery>, go: Go) -> impl IntoView {
    let chip = move |label: String, without: OrderQuery| {
        view! {
            <li class="chip">
                <span class="cut">{label.clone()}</span>
                <button
                    class="icon-button"
                    type="button"
                    aria-label=t_with("orders.remove", &[("filter", &label)])
                    on:click=move |_| go.run((without.clone(), false))
                >
                    <Icon is=Icon::Close />
                </button>
            </li>
        }
    };
    let chips = move || {
        let now = query.get();
        let search = (!now.search.is_empty()).then(|| {
            let without = OrderQuery { search: String::new(), page: 0, ..now.clone() };
            chip(t_with("orders.quoted", &[("text", &now.search)]), without)
        });
        let statuses: Vec<_> = now
            .statuses
            .iter()
            .map(|status| chip(t_of("status", status.slug()), toggled(now.clone(), *status)))
            .collect();
        now.is_narrowed().then(|| {
            let cleared = OrderQuery { sort: now.sort, ..OrderQuery::default() };
            view! {
                <ul class="filters__chips" aria-label=t("orders.active")>
                    {search}
                    {statuses}
                    <li>
                        <button class="link-button" type="button" on:click=move |_| go.run((cleared.clone(), false))>
                            {t("orders.clear")}
                        </button>
                    </li>
                </ul>
            }
        })
    };
    chips
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_a_status_twice_takes_it_away_and_begins_at_the_first_page() {
        let query = OrderQuery { page: 4, ..OrderQuery::default() };
        let chosen = toggled(query, OrderStatus::Confirmed);
        assert_eq!((chosen.statuses.as_slice(), chosen.page), ([OrderStatus::Confirmed].as_slice(), 0));
        assert!(toggled(chosen, OrderStatus::Confirmed).statuses.is_empty());
    }
}
