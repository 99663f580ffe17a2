//! The views of a list, each a link to its address with a count.

use super::{
    List, Panel,
    address::{address_of, query_text, read_text},
    look::kept_look,
};
use crate::{
    components::button,
    html::{El, el},
    i18n::{number, t, t_of, t_with},
};
use leptos::prelude::*;
use portal_model::{
    list::{ListQuery, ListRow, views},
    odata::Page,
};

/// A view as it is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// Its name in the address.
    pub name: String,
    /// Its name for the reader.
    pub label: String,
    /// What it asks for.
    pub query: ListQuery,
    /// Whether it is one of the reader's own.
    pub is_own: bool,
}

/// How the present list stands to the views.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// The name of the offered view that it is, or began with.
    pub current: Option<String>,
    /// The name of the view of somebody else that it is, or began with.
    pub foreign: Option<String>,
    /// Whether it is not what that view is any more.
    pub is_changed: bool,
}

/// The views of this list: the built-in ones, then the reader's own.
pub fn offered(list: List) -> Vec<Offered> {
    let kind = list.kind;
    let built_in = views::names(kind).iter().filter_map(|name| {
        let query = views::built_in(kind, name)?;
        Some(Offered { name: (*name).to_owned(), label: t_of("view", name), query, is_own: false })
    });
    let own = list.place.read().views.into_iter().map(|view| Offered {
        query: ListQuery { view: Some(view.name.clone()), ..read_text(kind, &view.query) },
        label: view.name.clone(),
        name: view.name,
        is_own: true,
    });
    built_in.chain(own).collect()
}

/// How a list stands to the views that are offered.
pub fn standing(query: &ListQuery, offered: &[Offered]) -> Standing {
    let found = match &query.view {
        Some(name) => offered.iter().find(|view| view.name == *name),
        None => offered.iter().find(|view| view.is(query)),
    };
    Standing {
        current: found.map(|view| view.name.clone()),
        foreign: query.view.clone().filter(|_| found.is_none()),
        is_changed: found.is_some_and(|view| !view.is(query)),
    }
}

impl Offered {
    /// Whether a list is this view. A built-in one has no columns of its own.
    fn is(&self, query: &ListQuery) -> bool {
        self.query.asks_the_same(query) && (!self.is_own || self.query.looks_the_same(query))
    }
}

/// The bar of views.
pub fn views_bar(list: List) -> El {
    // The links stay the same elements while the list changes, so that the focus stays on them.
    let offered = Memo::new(move |_| {
        list.kept_changed.track();
        offered(list)
    });
    let standing = Memo::new(move |_| standing(&list.address.query.read(), &offered.read()));
    let links = move || {
        // What is kept has the look of the built-in ones, too.
        list.kept_changed.track();
        let look = kept_look(list);
        let links = offered.get().into_iter().map(|view| link(list, view, &look, standing));
        el("ul").class("views__list").children(links).live_view(move || foreign(standing)).into_any()
    };
    let open = move || list.panel.set(Some(Panel::Views));
    let save = move || {
        let standing = standing.read();
        match standing.current.is_none() || standing.is_changed {
            true => el("button")
                .class("button button--small")
                .attr("type", "button")
                .attr("aria-haspopup", "dialog")
                .on("click", move |_| open())
                .text(t("views.save"))
                .into_any(),
            false => ().into_any(),
        }
    };
    let manage = button("button button--plain button--small", t("views.manage"), open);
    let ways = el("div").class("views__ways").live_view(save).child(manage.attr("aria-haspopup", "dialog"));
    el("nav")
        .class("views")
        .attr("aria-label", t("views.title"))
        .child(el("div").class("views__all").live_view(links))
        .child(ways)
}

/// A view that somebody else has saved.
fn foreign(standing: Memo<Standing>) -> AnyView {
    match standing.get().foreign {
        None => ().into_any(),
        Some(name) => {
            let label = t_with("view.foreign", &[("name", &name)]);
            let here = el("span").class("views__view").attr("aria-current", "true").text(label);
            el("li").child(here).into_any()
        }
    }
}

fn link(list: List, view: Offered, look: &ListQuery, standing: Memo<Standing>) -> El {
    let key = query_text(&view.query);
    let count = move || {
        let count = list.counts.read().iter().find(|(query, _)| *query == key).map(|(_, count)| *count);
        count.map_or_else(
            || ().into_any(),
            |count| el("span").class("views__count").text(count_short(count)).into_any(),
        )
    };
    let name = view.name;
    let is_current = Memo::new(move |_| standing.read().current.as_ref() == Some(&name));
    let changed = move || match is_current.get() && standing.read().is_changed {
        true => el("span").class("views__changed").text(t("views.changed")).into_any(),
        false => ().into_any(),
    };
    let query = if view.is_own { view.query } else { view.query.looking_like(look) };
    let link = el("a")
        .class("views__view")
        .attr("href", address_of(&query))
        .live("aria-current", move || is_current.get().then(|| "true".to_owned()))
        .child(el("span").class("cut").text(view.label))
        .live_view(changed)
        .live_view(count);
    el("li").child(link)
}

/// "830", or "5,000+" where the endpoint stops counting.
pub fn count_short(count: u32) -> String {
    let more = if count >= Page::<ListRow>::COUNT_CAP { "+" } else { "" };
    [number(&count.to_string()).as_str(), more].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use portal_model::list::{Column, Density, Filter, ListKind};

    fn offered() -> Vec<Offered> {
        let view = |name: &str, query: ListQuery, is_own| Offered {
            name: name.to_owned(),
            label: name.to_owned(),
            query: ListQuery { view: Some(name.to_owned()), ..query },
            is_own,
        };
        let all = ListQuery::of(ListKind::Orders);
        let mine = ListQuery { columns: vec![Column::City.into()], ..all.clone().with(Filter::Late) };
        vec![view("all", all, false), view("Mine", mine, true)]
    }

    #[test]
    fn a_list_is_known_by_its_name_or_by_what_it_asks_for() {
        let offered = offered();
        let all = ListQuery::of(ListKind::Orders);
        let stands = |query: &ListQuery| standing(query, &offered);
        assert_eq!(stands(&all).current.as_deref(), Some("all"));
        assert_eq!(stands(&all.clone().with(Filter::Open)), Standing::default());
        let theirs = ListQuery { view: Some("Theirs".into()), ..all };
        assert_eq!(stands(&theirs).foreign.as_deref(), Some("Theirs"));
    }

    #[test]
    fn columns_belong_to_own_views_and_not_to_built_in_ones() {
        let offered = offered();
        let changes = |index: usize, change: fn(&mut ListQuery)| {
            let mut query = offered[index].query.clone();
            change(&mut query);
            standing(&query, &offered).is_changed
        };
        assert!(!changes(0, |query| query.density = Density::Dense));
        assert!(!changes(1, |query| query.page = 3));
        assert!(changes(1, |query| query.density = Density::Dense));
        assert!(changes(0, |query| query.search = "x".into()));
    }
}
