//! The address is the truth: what a list shows stands in it, and whatever changes the list changes the address.
//!
//! What is kept on the device is read only when the address is bare, and is then written into the address at once.

use super::kept::Place;
use crate::{
    browser::on_change,
    routes::{self, Route},
};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use portal_model::list::{ListKind, ListQuery};

/// What the address says, and the way to change it.
#[derive(Clone, Copy)]
pub struct Address {
    kind: ListKind,
    /// What it asks for.
    pub query: Memo<ListQuery>,
    /// The query of the address as it stands.
    search: Memo<String>,
    /// Goes to the address of another question, in the place of the present one where `bool` says so.
    pub go: Callback<(ListQuery, bool)>,
}

/// The address of a question.
pub fn address_of(query: &ListQuery) -> String {
    routes::with_query(page_of(query.kind), &pairs_of(query))
}

/// The page of a list.
pub fn page_of(kind: ListKind) -> Route {
    match kind {
        ListKind::Orders => Route::Orders,
        ListKind::Lines => Route::Lines,
    }
}

/// What is as usual has no parts; it says so, since a bare address means what was last.
fn pairs_of(query: &ListQuery) -> Vec<(&'static str, String)> {
    let pairs = query.to_pairs();
    if pairs.is_empty() { vec![("view", "all".to_owned())] } else { pairs }
}

/// The query of a question's address, without its page.
pub fn query_text(query: &ListQuery) -> String {
    let first = ListQuery { page: 0, ..query.clone() };
    address_of(&first).split_once('?').map(|(_, text)| text.to_owned()).unwrap_or_default()
}

/// Reads the query of an address.
pub fn read_text(kind: ListKind, text: &str) -> ListQuery {
    read(kind, text).0
}

/// Reads the query of an address, and tells which of its parts could not be read.
fn read(kind: ListKind, text: &str) -> (ListQuery, Vec<(String, String)>) {
    // A browser reads what a browser wrote. (The router's own reading decodes twice, which loses `%` and `&` in names.)
    let pairs: Vec<_> = web_sys::UrlSearchParams::new_with_str(text)
        .map(|params| js_sys::Array::from(&params.into()).to_vec())
        .unwrap_or_default()
        .into_iter()
        .map(|pair| {
            let pair = js_sys::Array::from(&pair);
            (pair.get(0).as_string().unwrap_or_default(), pair.get(1).as_string().unwrap_or_default())
        })
        .collect();
    ListQuery::read(kind, pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

/// The address of the page of this list that is shown.
pub fn use_address(kind: ListKind, place: Place) -> Address {
    let search = use_location().search;
    let query = Memo::new(move |_| match search.read().is_empty() {
        true => read_text(kind, &place.read().for_bare(kind)),
        false => read_text(kind, &search.read()),
    });
    let go = use_go();
    on_change(move || {
        let query = query.get();
        if search.get().is_empty() && query != ListQuery::of(kind) {
            return go.run((query, true));
        }
        let text = query_text(&query);
        place.change(|kept| {
            // A view of choice is what it was saved as, not what became of it.
            kept.last = text;
        });
    });
    Address { kind, query, search, go }
}

impl Address {
    /// The names of its parts that could not be read.
    pub fn ignored(self) -> Vec<String> {
        read(self.kind, &self.search.read()).1.into_iter().map(|(name, _)| name).collect()
    }
}

fn use_go() -> Callback<(ListQuery, bool)> {
    let navigate = use_navigate();
    Callback::new(move |(query, replace): (ListQuery, bool)| {
        let options = NavigateOptions { replace, scroll: false, ..NavigateOptions::default() };
        navigate(&address_of(&query), options);
    })
}
