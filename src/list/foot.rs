//! Where in the list one is, and the ways to the pages beside it.

use super::{List, address_of, memory::Leaf};
use crate::{
    html::{El, el},
    i18n::{number, t, t_with},
};
use portal_model::{
    list::{ListQuery, ListRow},
    odata::Page,
};

/// The foot of the list. Its ways are links, so that they can be opened elsewhere and kept.
pub fn foot(list: List, leaf: &Leaf, page_size: u32) -> El {
    let query = list.query_now();
    let way = |label: String, page: Option<usize>| {
        let link = el("a").class("button button--small").attr("role", "link").text(label);
        match page {
            Some(page) => link
                .attr("href", address_of(&ListQuery { page, ..query.clone() }))
                .on("click", |_| crate::browser::page::to_top()),
            None => link.attr("aria-disabled", "true"),
        }
    };
    let ways = el("div")
        .class("cluster")
        .child(way(t("list.previous"), leaf.page.checked_sub(1)))
        .child(way(t("list.next"), leaf.has_next.then_some(leaf.page + 1)));
    el("nav")
        .class("pagination")
        .attr("aria-label", t("list.pages"))
        .child(el("p").class("pagination__range").text(range(leaf, page_size)))
        .child(ways)
}

fn range(leaf: &Leaf, page_size: u32) -> String {
    let first = leaf.page * page_size as usize + 1;
    let last = first + leaf.rows.len().saturating_sub(1);
    let (first, last) = (number(&first.to_string()), number(&last.to_string()));
    match leaf.count {
        Some(count) => {
            let cap = Page::<ListRow>::COUNT_CAP;
            let more = if count >= cap { "+" } else { "" };
            let count = [number(&count.to_string()).as_str(), more].concat();
            t_with("list.range-of", &[("first", &first), ("last", &last), ("count", &count)])
        }
        None => t_with("list.range", &[("first", &first), ("last", &last)]),
    }
}
