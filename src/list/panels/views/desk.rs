//! What can be done with own views.

use super::UNDO;
use crate::{
    browser::{clipboard, page, spawn},
    i18n::{t, t_of, t_with},
    list::{
        List,
        address::{address_of, query_text, read_text},
        panels::sheet,
    },
};
use leptos::prelude::*;
use portal_model::list::{
    ListQuery,
    views::{Kept, NameProblem, OwnView, Removed, names, trimmed_name},
};

/// The list, and what is kept of it.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The list.
    pub list: List,
    /// What has just been done.
    pub said: RwSignal<String>,
    /// The view that has been deleted last, and whether it was the present one.
    pub removed: RwSignal<Option<(Removed, bool)>>,
    /// The view that is being renamed.
    pub renamed: RwSignal<Option<String>>,
    /// A link that the reader has to copy himself.
    pub link: RwSignal<Option<String>>,
}

impl Desk {
    /// What is kept of this list.
    pub fn of(list: List) -> Self {
        Self {
            list,
            said: RwSignal::new(String::new()),
            removed: RwSignal::new(None),
            renamed: RwSignal::new(None),
            link: RwSignal::new(None),
        }
    }

    /// What is kept, following its changes.
    pub fn kept(self) -> Kept {
        self.list.kept_changed.track();
        self.kept_now()
    }

    /// What is kept now.
    pub fn kept_now(self) -> Kept {
        self.list.place.read()
    }

    /// The reader's own views, following their changes.
    pub fn own(self) -> Vec<OwnView> {
        self.kept().views
    }

    /// Changes what is kept.
    pub fn change<T>(self, change: impl FnOnce(&mut Kept) -> T) -> T {
        let outcome = self.list.place.change(change);
        self.list.kept_changed.update(|times| *times += 1);
        outcome
    }

    /// What a view asks for.
    pub fn query_of(self, view: &OwnView) -> ListQuery {
        let query = read_text(self.list.kind, &view.query);
        ListQuery { view: Some(view.name.clone()), page: 0, ..query }
    }

    /// Saves the present list under a name.
    pub fn save(self, name: &str) -> Result<(), NameProblem> {
        let name = self.not_built_in(name)?;
        let query = self.list.query_now();
        let first = ListQuery { view: Some(name.clone()), page: 0, ..query.clone() };
        self.change(|kept| kept.save(self.list.kind, &name, query_text(&first)))?;
        self.list.go_instead(ListQuery { page: query.page, ..first });
        self.said.set(t_with("views.saved", &[("name", &name)]));
        Ok(())
    }

    /// Gives a view another name.
    pub fn rename(self, view: &OwnView, to: &str) -> Result<(), NameProblem> {
        let to = self.not_built_in(to)?;
        let query = ListQuery { view: Some(to.clone()), ..self.query_of(view) };
        self.change(|kept| kept.rename(self.list.kind, &view.name, &to, query_text(&query)))?;
        self.follow(&view.name, Some(to));
        Ok(())
    }

    /// Deletes a view, until the reader thinks better of it.
    pub fn delete(self, name: &str) {
        let Some(removed) = self.change(|kept| kept.remove(name)) else { return };
        let was_present = self.follow(name, None);
        self.removed.set(Some((removed, was_present)));
        self.said.set(String::new());
        request_animation_frame(|| page::focus(UNDO));
    }

    /// Puts the view back that has been deleted last.
    pub fn put_back(self) {
        let Some((removed, was_present)) = self.removed.try_update(Option::take).flatten() else { return };
        let name = removed.name().to_owned();
        self.change(|kept| kept.put_back(removed));
        if was_present {
            self.list.go_instead(ListQuery { view: Some(name.clone()), ..self.list.query_now() });
        }
        self.said.set(t_with("views.put-back", &[("name", &name)]));
        request_animation_frame(|| page::focus(sheet::TITLE));
    }

    /// Copies the link to a view, or to the present list.
    pub fn share(self, view: Option<&OwnView>) {
        let query = match view {
            Some(view) => self.query_of(view),
            None => ListQuery { page: 0, ..self.list.query_now() },
        };
        let link = page::absolute(&address_of(&query));
        let said = match view {
            Some(view) => t_with("views.copied", &[("name", &view.name)]),
            None => t("views.copied-present"),
        };
        spawn(async move {
            // The panel may have been closed meanwhile.
            let _ = match clipboard::write_text(&link).await {
                true => self.said.try_set(said).is_none(),
                false => self.link.try_set(Some(link)).is_none(),
            };
        });
    }

    /// Gives the present list another name if it is this view; tells whether it is.
    fn follow(self, name: &str, to: Option<String>) -> bool {
        let query = self.list.query_now();
        let is_present = query.view.as_deref() == Some(name);
        if is_present {
            self.list.go_instead(ListQuery { view: to, ..query });
        }
        is_present
    }

    /// The name as it is kept. One that reads like that of a built-in view would be mistaken for it.
    fn not_built_in(self, name: &str) -> Result<String, NameProblem> {
        let name = trimmed_name(name);
        let is_like = |slug: &&str| t_of("view", slug).to_lowercase() == name.to_lowercase();
        if names(self.list.kind).iter().any(is_like) { Err(NameProblem::Taken) } else { Ok(name) }
    }
}
