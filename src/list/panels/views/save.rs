//! Saving the present list.

use super::desk::Desk;
use crate::{
    browser::page,
    components::Field,
    html::{El, el},
    i18n::{t, t_of, t_with},
    list::{views, words::query_words},
};
use leptos::prelude::*;
use portal_model::list::views::{LONGEST_NAME, NameProblem, trimmed_name};

const NAME: &str = "view-name";

/// The form.
pub fn save(desk: Desk) -> El {
    let name = RwSignal::new(proposed_name(desk));
    let problem = RwSignal::new(None::<NameProblem>);
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        let outcome = desk.save(&name.read_untracked());
        problem.set(outcome.err());
        if outcome.is_err() {
            page::focus(NAME);
        }
    };
    let said = Signal::derive(move || problem.get().map(name_problem));
    let field =
        Field::new(NAME, t("views.name"), name).autocomplete("off").most(LONGEST_NAME).problem(said).show();
    let replaces = move || {
        let name = trimmed_name(&name.read());
        let is_there = desk.kept().own(&name).is_some();
        if is_there { t_with("views.replaces", &[("name", &name)]) } else { String::new() }
    };
    let me = desk.list.me;
    let what = move || {
        let words = query_words(&desk.list.query(), me);
        if words.is_empty() { t_of("views.everything", desk.list.kind.slug()) } else { words.join(" · ") }
    };
    let button = el("button").class("button button--primary").attr("type", "submit").text(t("views.save-do"));
    el("form")
        .class("filter-field")
        .attr("novalidate", "")
        .on("submit", save)
        .child(el("h3").class("filter-field__name").text(t("views.save-title")))
        .child(el("p").class("field__hint").live_text_child(what))
        .child(el("div").class("save-view").child(field).child(button))
        .child(el("p").class("field__hint").attr("role", "status").live_text_child(replaces))
}

/// The name of the view that the list began with, if it may be saved under it: an own one, or one that came by a link.
fn proposed_name(desk: Desk) -> String {
    let offered = views::offered(desk.list);
    let standing = views::standing(&desk.list.query_now(), &offered);
    let own = offered.into_iter().find(|view| view.is_own && standing.current.as_ref() == Some(&view.name));
    own.map(|view| view.name).or(standing.foreign).unwrap_or_default()
}

/// What is wrong with a name, in words.
pub fn name_problem(problem: NameProblem) -> String {
    t_of("view-problem", problem.slug())
}
