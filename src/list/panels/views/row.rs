//! One of the reader's own views.

use super::{super::sheet::close, desk::Desk, save::name_problem};
use crate::{
    browser::page,
    components::{Field, button},
    html::{El, el},
    i18n::{t, t_with},
    list::{
        address::{address_of, query_text},
        search::is_key,
        views::count_short,
    },
};
use leptos::prelude::*;
use portal_model::list::views::{LONGEST_NAME, NameProblem, OwnView};
use web_sys::Event;

const NEW_NAME: &str = "new-name";

/// The view with what can be done with it, at its place among the others.
pub fn row(desk: Desk, index: usize, view: OwnView) -> El {
    let content = move || {
        let is_renamed = desk.renamed.read().as_ref() == Some(&view.name);
        if is_renamed { name_form(desk, index, &view) } else { shown(desk, index, &view) }.into_any()
    };
    el("li").class("view-row").live_view(content)
}

fn shown(desk: Desk, index: usize, view: &OwnView) -> El {
    let query = desk.query_of(view);
    let count = desk
        .list
        .counts
        .read_untracked()
        .iter()
        .find(|(counted, _)| *counted == query_text(&query))
        .map(|(_, count)| *count);
    let count = count.map(|count| el("span").class("views__count").text(count_short(count)));
    let link = el("a")
        .class("view-row__name cut")
        .attr("href", address_of(&query))
        .on("click", |_| close())
        .text(view.name.clone());
    let is_home = desk.kept_now().home.as_deref() == Some(&view.name);
    let home = is_home.then(|| el("span").class("views__count nowrap").text(t("views.default")));
    let named = |label: String, all: String, press: Box<dyn FnMut() + Send>| {
        button("button button--plain button--small", label, press).attr("aria-label", all)
    };
    let name = [("name", view.name.as_str())];
    let (renamed, shared, deleted) = (view.name.clone(), view.clone(), view.name.clone());
    let rename = move || {
        desk.renamed.set(Some(renamed.clone()));
        request_animation_frame(|| page::focus(NEW_NAME));
    };
    let ways = el("div")
        .class("view-row__ways")
        .child(
            named(t("views.rename"), t_with("views.rename-of", &name), Box::new(rename))
                .attr("id", rename_id(index)),
        )
        .child(named(
            t("views.copy"),
            t_with("views.copy-of", &name),
            Box::new(move || desk.share(Some(&shared))),
        ))
        .child(named(
            t("views.delete"),
            t_with("views.delete-of", &name),
            Box::new(move || desk.delete(&deleted)),
        ));
    el("div")
        .class("view-row__shown")
        .child(el("div").class("view-row__head").child(link).maybe_child(count).maybe_child(home))
        .child(ways)
}

fn name_form(desk: Desk, index: usize, view: &OwnView) -> El {
    let name = RwSignal::new(view.name.clone());
    let problem = RwSignal::new(None::<NameProblem>);
    let said = Signal::derive(move || problem.get().map(name_problem));
    let view = view.clone();
    let rename = move |event: Event| {
        event.prevent_default();
        // Read first: the form ends with the renaming.
        let to = name.get_untracked();
        match desk.rename(&view, &to) {
            Ok(()) => {
                stop(desk, index);
                desk.said.set(t_with("views.renamed", &[("name", to.trim())]));
            }
            Err(wrong) => {
                problem.set(Some(wrong));
                page::focus(NEW_NAME);
            }
        }
    };
    // Escape leaves the field and not the sheet.
    let on_key = move |event: Event| {
        if is_key(&event, "Escape") {
            event.prevent_default();
            stop(desk, index);
        }
    };
    let field = Field::new(NEW_NAME, t("views.name"), name)
        .autocomplete("off")
        .most(LONGEST_NAME)
        .problem(said)
        .show();
    let save = el("button").class("button").attr("type", "submit").text(t("views.rename"));
    el("form")
        .class("save-view")
        .attr("novalidate", "")
        .on("submit", rename)
        .on("keydown", on_key)
        .child(field)
        .child(save)
        .child(button("button button--plain", t("views.cancel"), move || stop(desk, index)))
}

/// Ends the renaming and leads the focus back to where it began.
fn stop(desk: Desk, index: usize) {
    desk.renamed.set(None);
    request_animation_frame(move || page::focus(&rename_id(index)));
}

fn rename_id(index: usize) -> String {
    ["rename-", &index.to_string()].concat()
}
