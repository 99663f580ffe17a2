//! Whether what is shown is still so: one cheap request a minute while the page can be seen, less often while nothing
//! happens or nothing answers. Rows never move by themselves: the reader is told, and shows them when he wants.

use super::super::{List, asking};
use crate::{
    api::{Client, lists},
    browser::{self, on_change, run, visibility},
    components::button,
    html::{El, el},
    i18n::{t, t_count, t_with},
};
use leptos::prelude::*;
use std::{cell::Cell, rc::Rc};

/// The shortest time between two looks, in milliseconds.
const SHORTEST: u32 = 60_000;

/// The longest.
const LONGEST: u32 = 8 * 60_000;

/// How old the rows are, a way to get them anew, and a word when some have changed.
pub fn live(list: List) -> El {
    let changed = RwSignal::new(0);
    look_again(list, changed);
    let show = move || {
        changed.set(0);
        list.refresh();
    };
    let notice = move || match changed.get() {
        0 => ().into_any(),
        count => el("p")
            .class("live__changed")
            .text(t_count("live.changed", count))
            .child(button("link-button", t("live.show"), show))
            .into_any(),
    };
    let told = move || {
        let told = list.leaf.ready().map(|leaf| browser::clock::iso(leaf.told));
        let time = told.map(|told| crate::i18n::time(&told)).unwrap_or_default();
        el("p")
            .class("live__told")
            .text(t_with("live.as-of", &[("time", &time)]))
            .child(button("link-button", t("live.refresh"), show))
            .into_any()
    };
    el("div").class("live").child(el("div").attr("role", "status").live_view(notice)).live_view(told)
}

/// Looks once a minute, and whenever the page is looked at again.
fn look_again(list: List, changed: RwSignal<u32>) {
    let client = expect_context::<Client>();
    let pause = Rc::new(Cell::new(SHORTEST));
    let since = StoredValue::new(String::new());
    let running = StoredValue::new_local(None);
    let looks = RwSignal::new(0_u32);
    // What is shown now is what changes are told against.
    on_change(move || {
        let _ = list.leaf.ready();
        since.set_value(String::new());
        changed.set(0);
        looks.update(|looks| *looks += 1);
    });
    visibility::on_visible(move || {
        let _ = looks.try_update(|looks| *looks += 1);
    });
    on_change(move || {
        looks.track();
        if !visibility::is_visible() {
            return;
        }
        let (client, pause) = (client.clone(), Rc::clone(&pause));
        running.set_value(Some(run(async move {
            loop {
                let found = look(&client, list, since).await;
                let next = match found {
                    Some(count) if count > 0 => {
                        let _ = changed.try_set(count);
                        SHORTEST
                    }
                    // Nothing new, or no answer: less often.
                    _ => (pause.get() * 2).min(LONGEST),
                };
                browser::clock::after(pause.replace(next)).await;
                if !visibility::is_visible() {
                    return;
                }
            }
        })));
    });
}

/// How many rows have changed since the first look; none if nobody answers.
async fn look(client: &Client, list: List, since: StoredValue<String>) -> Option<u32> {
    let known = since.try_get_value()?;
    if known.is_empty() {
        let newest = lists::newest_change(client, list.kind).await.ok()?;
        since.try_set_value(newest);
        return Some(0);
    }
    let query = list.address.query.try_get_untracked()?;
    lists::count(client, &query.changed_since(&asking(&query, list.me), &known)).await.ok()
}
