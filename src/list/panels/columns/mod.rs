//! Which columns the list shows, in which sequence and how wide; how much room a row has; what it is sorted by. All of it
//! applies at once.

mod drag;
mod look;
mod row;

use super::{super::List, sheet::sheet};
use crate::{
    browser::on_change,
    components::button,
    html::{El, el},
    i18n::{t, t_of, t_with},
    list::look::look_like,
};
use leptos::prelude::*;
use portal_model::list::{Arrangement, Column, ListQuery};

/// What the rows of the panel share.
#[derive(Clone, Copy)]
pub struct Columns {
    list: List,
    arrangement: RwSignal<Arrangement>,
    /// What has just been moved where, for those who do not see it.
    said: RwSignal<String>,
}

impl Columns {
    /// Changes the arrangement, and the list with it.
    fn change(self, change: impl FnOnce(&mut Arrangement)) {
        self.arrangement.update(change);
        self.apply();
    }

    /// Shows the list as it is arranged.
    fn apply(self) {
        let columns = self.arrangement.read_untracked().columns();
        self.look(ListQuery { columns, ..self.list.query_now() });
    }

    /// Shows the list with the look of this question.
    fn look(self, looks: ListQuery) {
        let now = self.list.query_now();
        if !looks.looks_the_same(&now) {
            look_like(self.list, &looks);
        }
    }

    /// Moves a column to a place and says where it is now.
    fn move_to(self, column: Column, place: usize) {
        self.arrangement.update(|arrangement| {
            arrangement.move_to(column, place);
        });
        self.say(column);
    }

    fn say(self, column: Column) {
        let (place, count) = self
            .arrangement
            .with_untracked(|all| (all.place(column).unwrap_or_default() + 1, all.sequence().len()));
        let (place, count) = (place.to_string(), count.to_string());
        let name = t_of("column", column.slug());
        self.said.set(t_with("columns.place", &[("name", &name), ("place", &place), ("count", &count)]));
    }
}

/// The panel.
pub fn columns(list: List) -> El {
    let columns = Columns {
        list,
        arrangement: RwSignal::new(Arrangement::of(&list.query_now())),
        said: RwSignal::new(String::new()),
    };
    // Back and Forward change the address under the panel.
    on_change(move || {
        let query = list.query();
        if columns.arrangement.read_untracked().columns() != query.columns {
            columns.arrangement.set(Arrangement::of(&query));
        }
    });
    let reset = button("button", t("columns.reset"), move || {
        columns.arrangement.set(Arrangement::of(&ListQuery::of(list.kind)));
        columns.look(ListQuery::of(list.kind));
    });
    let said =
        el("p").class("visually-hidden").attr("role", "status").live_text_child(move || columns.said.get());
    let body = el("div")
        .class("stack side-sheet__fields")
        .child(look::sort(list))
        .child(look::density(columns))
        .child(drag::rows(columns))
        .child(said);
    let foot = el("div").class("side-sheet__actions").child(reset);
    sheet(list, t("list.columns"), body, Some(foot))
}
