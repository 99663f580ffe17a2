//! The rows of the list on the page, as the keys go through them: the row at hand is the one whose link has the focus.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The link of each row.
const LINKS: &str = ".list-table tbody .table__link";

/// The box to select a row, in it.
const TICK: &str = ".list-table__tick";

/// Goes so many rows on, or back; to the first one from outside of the rows.
pub fn step(by: i32) {
    let Ok(links) = document().query_selector_all(LINKS) else { return };
    let length = i32::try_from(links.length()).unwrap_or(i32::MAX);
    let here = document().active_element().and_then(|active| active.closest("tr").ok().flatten());
    let at = |index: i32| {
        let link = u32::try_from(index).ok().and_then(|index| links.get(index))?;
        link.dyn_into::<HtmlElement>().ok()
    };
    let place = here
        .and_then(|row| (0..length).find(|index| at(*index).is_some_and(|link| row.contains(Some(&link)))));
    let next = place.map_or(0, |place| (place + by).clamp(0, length - 1));
    if let Some(link) = at(next) {
        // A link can always take the focus.
        let _ = link.focus();
    }
}

/// Selects the row at hand, or not any more.
pub fn press_tick() {
    let row =
        document().active_element().and_then(|active| active.closest(".list-table tbody tr").ok().flatten());
    let tick = row.and_then(|row| row.query_selector(TICK).ok().flatten());
    if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<HtmlElement>().ok()) {
        tick.click();
    }
}
