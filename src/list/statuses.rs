//! The menu of statuses, the filter that is used most.

use super::{List, search::is_key};
use crate::{
    components::{Icon, icon, status_badge},
    html::{El, el},
    i18n::t,
};
use leptos::prelude::*;
use portal_model::{
    list::{Filter, FilterKind, ListQuery},
    status::OrderStatus,
};
use wasm_bindgen::JsCast;

/// The menu.
pub fn statuses(list: List) -> El {
    let query = list.address.query;
    let choice = move |status: OrderStatus| {
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("name", "status")
            .live_checked(move || chosen(&query.read()).contains(&status))
            .on("change", move |_| list.go(toggled(query.get_untracked(), status)));
        el("li").child(el("label").class("check").child(tick).child(status_badge(status)))
    };
    let count = move || match chosen(&query.read()).len() {
        0 => ().into_any(),
        count => el("span").class("menu__count").text(count.to_string()).into_any(),
    };
    // Made when it is opened: most visits do not open it.
    let is_open = RwSignal::new(false);
    let panel = move || match is_open.get() {
        false => ().into_any(),
        true => el("fieldset")
            .class("menu__panel")
            .child(el("legend").class("visually-hidden").text(t("column.status")))
            .child(el("ul").children(OrderStatus::ALL.map(choice)))
            .into_any(),
    };
    let summary =
        el("summary").class("button").child(icon(Icon::Filter)).text(t("column.status")).live_view(count);
    el("details")
        .class("menu")
        .on("toggle", move |event| {
            let menu = event.current_target().and_then(|menu| menu.dyn_into::<web_sys::Element>().ok());
            is_open.set(menu.is_some_and(|menu| menu.has_attribute("open")));
        })
        .on("focusout", close_when_left)
        .on("keydown", close_on_escape)
        .child(summary)
        .live_view(panel)
}

/// The statuses that a question asks for; none for any.
pub fn chosen(query: &ListQuery) -> &[OrderStatus] {
    match query.filter(FilterKind::Status) {
        Some(Filter::Status(statuses)) => statuses,
        _ => &[],
    }
}

/// The same with this status chosen, or not any more.
pub fn toggled(query: ListQuery, status: OrderStatus) -> ListQuery {
    let mut statuses = chosen(&query).to_vec();
    match statuses.iter().position(|chosen| *chosen == status) {
        Some(index) => drop(statuses.remove(index)),
        None => statuses.push(status),
    }
    match statuses.is_empty() {
        true => query.without(FilterKind::Status),
        false => query.with(Filter::Status(statuses)),
    }
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

fn menu_and(event: &web_sys::Event) -> Option<(web_sys::Element, &web_sys::FocusEvent)> {
    let menu = event.current_target()?.dyn_into().ok()?;
    Some((menu, event.dyn_ref()?))
}

fn close(menu: &web_sys::Element) {
    // Removing an attribute cannot fail.
    let _ = menu.remove_attribute("open");
}

#[cfg(test)]
mod tests {
    use super::*;
    use portal_model::list::ListKind;

    #[test]
    fn choosing_a_status_twice_takes_it_away_and_begins_at_the_first_page() {
        let query = ListQuery { page: 4, ..ListQuery::of(ListKind::Orders) };
        let first = toggled(query, OrderStatus::Confirmed);
        assert_eq!((chosen(&first), first.page), ([OrderStatus::Confirmed].as_slice(), 0));
        assert!(chosen(&toggled(first, OrderStatus::Confirmed)).is_empty());
    }
}
