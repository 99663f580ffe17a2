//! What narrows the list: a search and the statuses, each removable with one press.

use super::Go;
use crate::{
    browser::on_change,
    components::{Icon, button, icon, status_badge},
    context::CurrentRoute,
    html::{El, el},
    i18n::{t, t_of, t_with},
    routes::Route,
};
use leptos::{leptos_dom::helpers::debounce, prelude::*, tachys::dom::event_target_value};
use portal_model::{order_query::OrderQuery, status::OrderStatus};
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long somebody must stop typing before the list follows.
const PAUSE: Duration = Duration::from_millis(250);

/// Search, statuses, and chips for what is set. `count` tells in words how many orders match.
pub fn filters(query: Memo<OrderQuery>, go: Go, count: Signal<String>) -> El {
    el("form")
        .class("filters")
        .attr("role", "search")
        .attr("aria-label", t("orders.find"))
        .on("submit", |event| event.prevent_default())
        .child(search(query, go))
        .child(statuses(query, go))
        .child(el("p").class("filters__count").attr("role", "status").live_text_child(move || count.get()))
        .live_view(move || chips(&query.get(), go))
}

fn search(query: Memo<OrderQuery>, go: Go) -> El {
    let typed = RwSignal::new(query.get_untracked().search);
    // Back and Forward change the address under the field.
    on_change(move || {
        let search = query.get().search;
        if typed.get_untracked().trim() != search {
            typed.set(search);
        }
    });
    let current = expect_context::<CurrentRoute>();
    let follow = move |text: String| {
        // The pause may end when the page has been left; then nobody is pulled back to it.
        let Some(now) = query.try_get_untracked().filter(|_| current.get_untracked() == Route::Orders) else {
            return;
        };
        if text.trim() != now.search {
            go.run((OrderQuery { search: text.trim().to_owned(), page: 0, ..now }, true));
        }
    };
    let mut follow_after_pause = debounce(PAUSE, follow);
    let input = el("input")
        .class("input")
        .attr("type", "search")
        .attr("id", "search")
        .attr("maxlength", "100")
        .attr("aria-label", t("orders.search"))
        .attr("placeholder", t("orders.search-hint"))
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .live_text(move || typed.get())
        .on("input", move |event| {
            let text = event_target_value(&event);
            typed.set(text.clone());
            follow_after_pause(text);
        })
        // Enter does not wait. Leaving the field does: whoever presses on a row must not find it gone under the press.
        .on("keydown", move |event| {
            if is_key(&event, "Enter") {
                follow(event_target_value(&event));
            }
        });
    el("div").class("search filters__search").child(icon(Icon::Search)).child(input)
}

fn statuses(query: Memo<OrderQuery>, go: Go) -> El {
    let choice = |status: OrderStatus| {
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("name", "status")
            .live_checked(move || query.read().statuses.contains(&status))
            .on("change", move |_| go.run((toggled(query.get_untracked(), status), false)));
        el("li").child(el("label").class("check").child(tick).child(status_badge(status)))
    };
    let count = move || match query.read().statuses.len() {
        0 => ().into_any(),
        count => el("span").class("menu__count").text(count.to_string()).into_any(),
    };
    let panel = el("fieldset")
        .class("menu__panel")
        .child(el("legend").class("visually-hidden").text(t("orders.column.status")))
        .child(el("ul").children(OrderStatus::ALL.map(choice)));
    let summary = el("summary")
        .class("button")
        .child(icon(Icon::Filter))
        .text(t("orders.column.status"))
        .live_view(count);
    el("details")
        .class("menu")
        .on("focusout", close_when_left)
        .on("keydown", close_on_escape)
        .child(summary)
        .child(panel)
}

/// A menu closes when the focus goes elsewhere.
fn close_when_left(event: web_sys::Event) {
    let Some((menu, event)) = menu_and(&event) else {
        return;
    };
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    // Pressing on something that takes no focus, inside the menu, leaves it open.
    if to.is_some() && !menu.contains(to.as_ref()) {
        close(&menu);
    }
}

/// Escape closes the menu and goes back to what opened it.
fn close_on_escape(event: web_sys::Event) {
    let is_escape = is_key(&event, "Escape");
    let menu = event.current_target().and_then(|menu| menu.dyn_into::<web_sys::Element>().ok());
    if let (true, Some(menu)) = (is_escape, menu) {
        close(&menu);
        let opener =
            menu.first_element_child().and_then(|opener| opener.dyn_into::<web_sys::HtmlElement>().ok());
        // A summary can always take the focus.
        let _ = opener.map(|opener| opener.focus());
    }
}

fn is_key(event: &web_sys::Event, key: &str) -> bool {
    event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == key)
}

fn menu_and(event: &web_sys::Event) -> Option<(web_sys::Element, &web_sys::FocusEvent)> {
    let menu = event.current_target()?.dyn_into().ok()?;
    Some((menu, event.dyn_ref()?))
}

fn close(menu: &web_sys::Element) {
    // Removing an attribute cannot fail.
    let _ = menu.remove_attribute("open");
}

fn toggled(mut query: OrderQuery, status: OrderStatus) -> OrderQuery {
    match query.statuses.iter().position(|chosen| *chosen == status) {
        Some(index) => drop(query.statuses.remove(index)),
        None => query.statuses.push(status),
    }
    OrderQuery { page: 0, ..query }
}

/// What is set, each removable.
fn chips(now: &OrderQuery, go: Go) -> AnyView {
    if !now.is_narrowed() {
        return ().into_any();
    }
    let chip = |label: String, without: OrderQuery| {
        let remove = el("button")
            .class("icon-button")
            .attr("type", "button")
            .attr("aria-label", t_with("orders.remove", &[("filter", &label)]))
            .on("click", move |_| go.run((without.clone(), false)))
            .child(icon(Icon::Close));
        el("li").class("chip").child(el("span").class("cut").text(label)).child(remove)
    };
    let search = (!now.search.is_empty()).then(|| {
        let without = OrderQuery { search: String::new(), page: 0, ..now.clone() };
        chip(t_with("orders.quoted", &[("text", &now.search)]), without)
    });
    let statuses =
        now.statuses.iter().map(|status| chip(t_of("status", status.slug()), toggled(now.clone(), *status)));
    let cleared = OrderQuery { sort: now.sort, ..OrderQuery::default() };
    let clear = button("link-button", t("orders.clear"), move || go.run((cleared.clone(), false)));
    el("ul")
        .class("filters__chips")
        .attr("aria-label", t("orders.active"))
        .maybe_child(search)
        .children(statuses)
        .child(el("li").child(clear))
        .into_any()
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
