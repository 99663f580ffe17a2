//! Keeps the present view in sight where the bar of views is too narrow for all of them.

use super::super::List;
use crate::browser::on_change;
use leptos::prelude::*;

/// Follows the address.
pub fn keep_in_sight(list: List) {
    on_change(move || {
        drop(list.address.query.read());
        list.kept_changed.track();
        // The bar follows the address too, and may not have done so yet.
        request_animation_frame(show);
    });
}

fn show() {
    let Ok(Some(link)) = document().query_selector(".views [aria-current]") else { return };
    let Ok(Some(bar)) = link.closest(".views__all") else { return };
    let (link, place) = (link.get_bounding_client_rect(), bar.get_bounding_client_rect());
    let beside_centre = link.left() + link.width() / 2.0 - place.left() - place.width() / 2.0;
    // Only the bar is moved: the page stays where the reader has left it.
    bar.set_scroll_left(bar.scroll_left() + beside_centre as i32);
}
