//! Looking for lines among many. Rows are taken out of sight and put back; nothing is built anew.

use super::TABLE;
use crate::{
    browser::{on_change, rows},
    components::{Icon, icon},
    html::{El, el},
    i18n::{number, t, t_of, t_with},
};
use leptos::{prelude::*, tachys::dom::event_target_value};
use portal_model::order::OrderLine;

/// The field, and how many lines hold what is typed into it. `built` tells how many groups of rows are in the page.
pub fn search(lines: &[OrderLine], built: RwSignal<usize>) -> El {
    let (typed, count) = (RwSignal::new(String::new()), RwSignal::new(lines.len()));
    let all: Vec<String> = lines.iter().map(words_of).collect();
    let total = number(&all.len().to_string());
    on_change(move || {
        built.track();
        let wanted = typed.get().to_lowercase();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let holds: Vec<bool> = all.iter().map(|line| words.iter().all(|word| line.contains(word))).collect();
        rows::leave_in(TABLE, |index| holds.get(index).copied().unwrap_or(true));
        count.set(holds.into_iter().filter(|is_in| *is_in).count());
    });
    let said = move || {
        let shown = number(&count.get().to_string());
        match typed.read().trim().is_empty() {
            true => String::new(),
            false => t_with("line.found", &[("count", &shown), ("total", &total)]),
        }
    };
    let input = el("input")
        .class("input input--small")
        .attr("type", "search")
        .attr("aria-label", t("line.search"))
        .attr("placeholder", t("line.search-hint"))
        .attr("autocomplete", "off")
        .live_text(move || typed.get())
        .on("input", move |event| typed.set(event_target_value(&event)));
    el("div")
        .class("cluster order-lines-search")
        .child(el("div").class("search").child(icon(Icon::Search)).child(input))
        .child(el("p").class("quiet").attr("role", "status").live_text_child(said))
}

/// Everything by which a line may be looked for, in small letters.
fn words_of(line: &OrderLine) -> String {
    let position = line.position.map(|position| position.to_string()).unwrap_or_default();
    let status = match line.status.slug() {
        "" => String::new(),
        slug => t_of("line-status", slug),
    };
    let description = line.description.as_deref().unwrap_or_default();
    format!("{position} {} {} {description} {status}", line.product_number(), line.name()).to_lowercase()
}
