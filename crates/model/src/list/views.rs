//! Views: questions with a name. Some every portal has, others a reader has saved on the device.

use super::{Filter, ListKind, ListQuery, Preset};
use crate::status::OrderStatus;
use std::borrow::Cow;

/// What a reader's device keeps of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The query of the address as it was last, without its page.
    pub last: String,
    /// The name of the view that a bare address opens; none for the last one.
    pub home: Option<String>,
    /// The query of an address that has nothing but the columns and the room of rows that the reader has chosen outside
    /// of own views. Built-in views are shown like that.
    pub look: String,
    /// The reader's own views.
    pub views: Vec<OwnView>,
}

/// A view that a reader has saved.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnView {
    /// Its name, which no other view of the list has.
    pub name: String,
    /// The query of its address.
    pub query: String,
}

/// So many own views can be kept.
pub const MOST_OWN: usize = 50;

/// So long may a name be, in characters.
pub const LONGEST_NAME: usize = 60;

/// Why a view can't be saved under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// There is no name.
    Missing,
    /// A built-in view has it.
    Taken,
    /// There are as many as can be kept.
    TooMany,
}

impl NameProblem {
    /// The word for texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Taken => "taken",
            Self::TooMany => "too-many",
        }
    }
}

/// A view that has been removed, and what it takes to put it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    view: OwnView,
    place: usize,
    was_home: bool,
}

impl Removed {
    /// The view's name.
    pub fn name(&self) -> &str {
        &self.view.name
    }
}

impl Kept {
    /// Reads what [`Kept::write`] has written; what it cannot read it leaves out.
    pub fn read(text: &str) -> Self {
        let mut kept = Self::default();
        for line in text.lines() {
            match line.split('\t').collect::<Vec<_>>().as_slice() {
                ["last", query] => (*query).clone_into(&mut kept.last),
                ["home", name] => kept.home = Some((*name).to_owned()),
                ["look", query] => (*query).clone_into(&mut kept.look),
                ["view", name, query] => {
                    kept.views.push(OwnView { name: (*name).to_owned(), query: (*query).to_owned() });
                }
                _ => {}
            }
        }
        kept
    }

    /// A line for each thing, its parts separated by tabs: neither is in a name or in the query of an address.
    pub fn write(&self) -> String {
        let mut lines = vec![["last", &self.last].join("\t"), ["look", &self.look].join("\t")];
        lines.extend(self.home.iter().map(|name| ["home", name].join("\t")));
        lines.extend(self.views.iter().map(|view| ["view", &view.name, &view.query].join("\t")));
        lines.join("\n")
    }

    /// The query that a bare address stands for; empty for the list as it is made.
    pub fn for_bare(&self, kind: ListKind) -> Cow<'_, str> {
        let Some(name) = &self.home else { return Cow::Borrowed(&self.last) };
        match self.own(name) {
            Some(view) => Cow::Borrowed(&view.query),
            None if names(kind).contains(&name.as_str()) => Cow::Owned(["view=", name].concat()),
            None => Cow::Borrowed(&self.last),
        }
    }

    /// The own view with this name.
    pub fn own(&self, name: &str) -> Option<&OwnView> {
        self.views.iter().find(|view| view.name == name)
    }

    /// Saves a view, in the place of one with the same name.
    pub fn save(&mut self, kind: ListKind, name: &str, query: String) -> Result<(), NameProblem> {
        let name = proper_name(kind, name)?;
        let is_full = self.views.len() >= MOST_OWN;
        match self.views.iter_mut().find(|view| view.name == name) {
            Some(view) => view.query = query,
            None if is_full => return Err(NameProblem::TooMany),
            None => self.views.push(OwnView { name, query }),
        }
        Ok(())
    }

    /// Gives a view another name, with the query of an address that names it so. It keeps its place.
    pub fn rename(&mut self, kind: ListKind, name: &str, to: &str, query: String) -> Result<(), NameProblem> {
        let to = proper_name(kind, to)?;
        if to != name && self.own(&to).is_some() {
            return Err(NameProblem::Taken);
        }
        if let Some(view) = self.views.iter_mut().find(|view| view.name == name) {
            *view = OwnView { name: to.clone(), query };
            if self.home.as_deref() == Some(name) {
                self.home = Some(to);
            }
        }
        Ok(())
    }

    /// Removes a view, if it is there.
    pub fn remove(&mut self, name: &str) -> Option<Removed> {
        let place = self.views.iter().position(|view| view.name == name)?;
        let view = self.views.remove(place);
        Some(Removed { view, place, was_home: self.home.take_if(|home| home == name).is_some() })
    }

    /// Puts a view back where it was, unless another has its name by now.
    pub fn put_back(&mut self, removed: Removed) {
        let Removed { view, place, was_home } = removed;
        if self.own(&view.name).is_some() {
            return;
        }
        if was_home && self.home.is_none() {
            self.home = Some(view.name.clone());
        }
        self.views.insert(place.min(self.views.len()), view);
    }
}

/// A name as it is kept.
pub fn trimmed_name(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    name.chars().take(LONGEST_NAME).collect::<String>().trim_end().to_owned()
}

fn proper_name(kind: ListKind, name: &str) -> Result<String, NameProblem> {
    let name = trimmed_name(name);
    if name.is_empty() {
        return Err(NameProblem::Missing);
    }
    match names(kind).contains(&name.as_str()) {
        true => Err(NameProblem::Taken),
        false => Ok(name),
    }
}

/// The names of the built-in views of a list, in the sequence in which they are offered.
pub fn names(kind: ListKind) -> &'static [&'static str] {
    match kind {
        ListKind::Orders => &["all", "open", "late", "this-month", "unnumbered"],
        ListKind::Lines => &["open", "late", "all"],
    }
}

/// The built-in view with this name.
pub fn built_in(kind: ListKind, name: &str) -> Option<ListQuery> {
    let name = names(kind).iter().find(|known| **known == name)?;
    let all = ListQuery { view: Some((*name).to_owned()), ..ListQuery::of(kind) };
    Some(match (kind, *name) {
        (ListKind::Orders, "open") => all.with(Filter::Status(open_statuses())),
        (ListKind::Lines, "open") => all.with(Filter::Open),
        (_, "late") => all.with(Filter::Late),
        (_, "this-month") => all.with(Filter::Placed(Preset::ThisMonth.span())),
        (_, "unnumbered") => all.with(Filter::Unnumbered),
        _ => all,
    })
}

/// The statuses of an order of which something is still to come.
pub fn open_statuses() -> Vec<OrderStatus> {
    OrderStatus::ALL.into_iter().filter(|status| !status.is_settled()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_view_is_there_and_another_is_not() {
        for kind in [ListKind::Orders, ListKind::Lines] {
            for name in names(kind) {
                assert_eq!(built_in(kind, name).unwrap().view.as_deref(), Some(*name));
            }
            assert_eq!(built_in(kind, "mine"), None);
        }
    }

    #[test]
    fn an_own_view_replaces_one_of_its_name_and_never_a_built_in_one() {
        let mut kept = Kept::default();
        assert_eq!(kept.save(ListKind::Orders, " Berlin ", "q=Berlin".into()), Ok(()));
        assert_eq!(kept.save(ListKind::Orders, "Berlin", "q=berlin".into()), Ok(()));
        assert_eq!(kept.views, [OwnView { name: "Berlin".into(), query: "q=berlin".into() }]);
        assert_eq!(kept.save(ListKind::Orders, "late", String::new()), Err(NameProblem::Taken));
        assert_eq!(kept.save(ListKind::Orders, " ", String::new()), Err(NameProblem::Missing));
    }

    #[test]
    fn what_is_kept_is_read_as_it_was_written() {
        let look = "density=dense".into();
        let mut kept = Kept { last: "late=1&sort=-total".into(), look, ..Kept::default() };
        kept.save(ListKind::Orders, "Berlin\t& more", "q=Berlin".into()).unwrap();
        kept.home = Some("Berlin & more".into());
        assert_eq!(Kept::read(&kept.write()), kept);
        assert_eq!(Kept::read("nonsense\nview\tx"), Kept::default());
    }

    #[test]
    fn a_bare_address_opens_the_view_of_choice_or_what_was_last() {
        let mut kept = Kept { last: "late=1".into(), ..Kept::default() };
        assert_eq!(kept.for_bare(ListKind::Orders), "late=1");
        kept.save(ListKind::Orders, "Berlin", "q=Berlin".into()).unwrap();
        kept.home = Some("Berlin".into());
        assert_eq!(kept.for_bare(ListKind::Orders), "q=Berlin");
        kept.remove("Berlin");
        assert_eq!((kept.for_bare(ListKind::Orders).as_ref(), &kept.home), ("late=1", &None));
        kept.home = Some("this-month".into());
        assert_eq!(kept.for_bare(ListKind::Orders), "view=this-month");
        assert_eq!(kept.for_bare(ListKind::Lines), "late=1", "a view that this list does not have");
    }

    fn with_views(names: &[&str]) -> Kept {
        let mut kept = Kept::default();
        for name in names {
            kept.save(ListKind::Orders, name, ["q=", name].concat()).unwrap();
        }
        kept
    }

    #[test]
    fn a_view_gets_another_name_but_not_one_that_is_taken() {
        let mut kept = Kept { home: Some("a".into()), ..with_views(&["a", "b"]) };
        let mut rename = |from, to| kept.rename(ListKind::Orders, from, to, "q=new".into());
        assert_eq!(rename("a", "b"), Err(NameProblem::Taken));
        assert_eq!(rename("a", "open"), Err(NameProblem::Taken));
        assert_eq!(rename("a", "  "), Err(NameProblem::Missing));
        assert_eq!(rename("a", " c "), Ok(()));
        assert_eq!(rename("c", "c"), Ok(()), "its own name is not taken");
        assert_eq!(kept.views[0], OwnView { name: "c".into(), query: "q=new".into() });
        assert_eq!(kept.home.as_deref(), Some("c"), "what a bare address opens is still the same view");
    }

    #[test]
    fn a_removed_view_is_put_back_where_it_was() {
        let before = Kept { home: Some("b".into()), ..with_views(&["a", "b", "c"]) };
        let mut kept = before.clone();
        let removed = kept.remove("b").unwrap();
        assert_eq!((kept.views.len(), &kept.home), (2, &None));
        assert_eq!(removed.name(), "b");
        kept.put_back(removed.clone());
        assert_eq!(kept, before);
        kept.put_back(removed);
        assert_eq!(kept, before, "a name is there once");
        assert_eq!(kept.remove("d"), None);
    }
}
