//! The engine of every list: one road from the address to the rows, for the orders and for the lines of all orders.
//!
//! [`address`] reads and writes the address, [`memory`] finds pages, [`table`] shows rows. The [`bar`] above them is fetched
//! beside the first rows, and what is not needed for the first view stands in [`later`] and [`panels`]. The pages under `pages/` say
//! which list it is; `portal_model::list` says what can be asked.

mod address;
mod bar;
mod chips;
mod empty;
mod exported;
mod foot;
pub mod kept;
mod later;
mod look;
mod memory;
mod panels;
mod search;
mod statuses;
mod table;
mod views;
mod widths;
pub mod words;

pub use address::address_of;
pub use bar::bar_view;
pub use empty::no_rows;
pub use later::later_view;
pub use memory::{forget, neighbours};
pub use panels::panel_view;
pub use table::rows_skeleton;

use crate::{
    api::Client,
    browser::{clock, page},
    chunks::{self, fetched},
    components::PageHeader,
    config,
    html::{El, el},
    i18n::{t_count, t_of},
    loading::{Loading, load},
    seen,
    user::use_user,
};
use address::{Address, use_address};
use kept::Place;
use leptos::prelude::*;
use memory::{Leaf, Question};
use portal_model::{
    ids::ContactId,
    list::{FilterKind, ListKind, ListQuery, ListRow, ReadPage, requests::Asking},
    odata::Page,
};
use uuid::Uuid;

/// What every part of a list shares.
#[derive(Clone, Copy)]
pub struct List {
    /// What is listed.
    pub kind: ListKind,
    /// What the address says, and the way to change it.
    pub address: Address,
    /// The page that is shown.
    pub leaf: Loading<Leaf>,
    /// The rows that are selected, on whichever pages they are.
    pub selection: RwSignal<Vec<ListRow>>,
    /// How many rows the views have, with the query of their addresses.
    pub counts: RwSignal<Vec<(String, u32)>>,
    /// The panel that is open.
    pub panel: RwSignal<Option<Panel>>,
    /// The rows that have changed since the reader last looked at their orders.
    pub changed: RwSignal<Vec<Uuid>>,
    /// Raised when what is kept of this list on the device has changed.
    pub kept_changed: RwSignal<u32>,
    /// Where it is kept.
    pub place: Place,
    /// The person who is signed in.
    pub me: ContactId,
    read: ReadPage,
}

/// A panel over the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// What narrows the list.
    Filters,
    /// The columns.
    Columns,
    /// The reader's own views.
    Views,
}

impl List {
    /// What is asked for, following the address.
    pub fn query(self) -> ListQuery {
        self.address.query.get()
    }

    /// What is asked for, as it is now.
    pub fn query_now(self) -> ListQuery {
        self.address.query.get_untracked()
    }

    /// Goes on to another question.
    pub fn go(self, query: ListQuery) {
        self.address.go.run((query, false));
    }

    /// Goes on to another question, in the place of the present one in the browser's history.
    pub fn go_instead(self, query: ListQuery) {
        self.address.go.run((query, true));
    }

    /// Asks anew for what is shown.
    pub fn refresh(self) {
        forget();
        self.leaf.again();
    }
}

/// What this person's question is asked against.
pub fn asking(query: &ListQuery, me: ContactId) -> Asking {
    let watched = match query.filter(FilterKind::Changed) {
        Some(_) => seen::watched(me),
        None => Vec::new(),
    };
    Asking { today: clock::today(), watched }
}

/// A page that is a list, whose answers are read by `read`. `actions` stand at the right of its heading.
pub fn list_page(kind: ListKind, read: ReadPage, actions: Option<El>) -> El {
    let list = use_list(kind, read);
    let header = PageHeader::new(t_of("list.title", kind.slug()));
    let header = match actions {
        Some(actions) => header.action(actions),
        None => header,
    };
    let dense = move || {
        let density = list.address.query.read().density;
        Some(if density == Default::default() { "comfortable" } else { "dense" }.to_owned())
    };
    el("div")
        .class("page list")
        .attr("data-width", "full")
        .live("data-density", dense)
        .child(header.show())
        .child(el("div").class("list__bar").view(fetched(move || Box::pin(chunks::list_bar(list)))))
        .view(once_there(list))
        .live_view(list.leaf.view(move || rows_skeleton(kind, 10), move |leaf| rows(list, &leaf)))
        .live_view(move || {
            list.panel
                .get()
                .map_or_else(|| ().into_any(), |_| fetched(move || Box::pin(chunks::list_panel(list))))
        })
}

fn use_list(kind: ListKind, read: ReadPage) -> List {
    let (client, me) = (expect_context::<Client>(), use_user().contact);
    let place = Place::of(kind, me);
    let address = use_address(kind, place);
    let page_size = config::page_size();
    // Only what changes the rows asks anew.
    let asked = Memo::new(move |_| {
        let query = address.query.read();
        let question = question(&query, me, page_size);
        [question.request, question.page_size.to_string(), query.page.to_string()].join(" ")
    });
    let leaf = load(move || {
        // Read and not only tracked: a memo that nobody has read follows nothing yet.
        drop(asked.read());
        let query = address.query.get_untracked();
        let (client, question, page) = (client.clone(), question(&query, me, page_size), query.page);
        async move { memory::leaf(&client, read, &question, page, page::is_returned_to()).await }
    });
    List {
        kind,
        address,
        leaf,
        selection: RwSignal::new(Vec::new()),
        counts: RwSignal::new(Vec::new()),
        panel: RwSignal::new(None),
        changed: RwSignal::new(Vec::new()),
        kept_changed: RwSignal::new(0),
        place,
        me,
        read,
    }
}

fn question(query: &ListQuery, me: ContactId, page_size: u32) -> Question {
    Question { request: query.to_odata(&asking(query, me)), page_size: query.rows_of_page(page_size) }
}

/// The parts that are fetched when the first rows are there: figures, counts, what has changed, the bar for a selection.
fn once_there(list: List) -> AnyView {
    let is_there = Memo::new(move |_| list.leaf.ready().is_some());
    (move || match is_there.get() {
        true => fetched(move || Box::pin(chunks::list_later(list))),
        false => ().into_any(),
    })
    .into_any()
}

fn rows(list: List, leaf: &Leaf) -> El {
    // A page further on begins at its top; one to which somebody returns, where it was left.
    let page_size = list.query_now().rows_of_page(config::page_size());
    match leaf.rows.is_empty() {
        true => el("div").view(fetched(move || Box::pin(chunks::list_empty(list)))),
        false => el("div")
            .class("stack")
            .child(table::table(list, &leaf.rows))
            .child(foot::foot(list, leaf, page_size)),
    }
}

/// "830 orders", or "5,000 orders or more" where the endpoint stops counting.
pub fn count_text(kind: ListKind, count: u32) -> String {
    let is_capped = count >= Page::<ListRow>::COUNT_CAP;
    match (kind, is_capped) {
        (ListKind::Orders, true) => t_count("orders.count-or-more", count),
        (ListKind::Orders, false) => t_count("orders.count", count),
        (ListKind::Lines, true) => t_count("lines.count-or-more", count),
        (ListKind::Lines, false) => t_count("lines.count", count),
    }
}
