//! What the palette lists: pages, what can be done here, and orders.

use super::{matching, orders::is_worth_asking};
use crate::{
    components::{Icon, name_of, ways},
    i18n::{date, t_with},
    keys::{Act, Entry},
    routes::{self, Route},
};
use leptos::prelude::*;
use portal_model::{date::Date, order::OrderSummary, status::OrderStatus};

/// A kind of items, which stand together under its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Pages of the portal.
    Pages,
    /// What can be done.
    Actions,
    /// Orders.
    Orders,
}

impl Group {
    /// The word for texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Actions => "actions",
            Self::Orders => "orders",
        }
    }
}

/// Something that can be taken.
#[derive(Clone)]
pub struct Item {
    /// Where it stands.
    pub group: Group,
    /// The drawing before it.
    pub icon: Icon,
    /// Its name.
    pub label: String,
    /// What tells it from others of the same name; may be empty.
    pub detail: String,
    /// How far it is, for an order.
    pub status: Option<OrderStatus>,
    /// The key that does the same; may be empty.
    pub keys: &'static str,
    /// What taking it does.
    pub target: Target,
}

/// What taking an item does.
#[derive(Clone)]
pub enum Target {
    /// Opens an address of the portal.
    Address(String),
    /// Does something on this page.
    Act(Callback<()>),
}

/// The items for what is typed, in the order in which they are shown.
pub fn items(typed: &str, bound: &[Entry], found: &[OrderSummary]) -> Vec<Item> {
    let words = matching::words(typed);
    let local = pages(bound).into_iter().chain(actions(bound));
    let local = local.filter(|item| matching::hold(&words, &item.label));
    let all = is_worth_asking(typed).then(|| all_that_match(typed));
    local.chain(found.iter().map(order)).chain(all).collect()
}

fn pages(bound: &[Entry]) -> Vec<Item> {
    let key_of = |to: Route| {
        let key = bound.iter().find(|entry| matches!(entry.act, Act::Go(route) if route == to));
        key.map_or("", |entry| entry.keys)
    };
    let page = |(to, icon, label): (Route, Icon, String)| Item {
        keys: key_of(to),
        ..item(Group::Pages, icon, label, Target::Address(to.path()))
    };
    ways().into_iter().map(page).collect()
}

fn actions(bound: &[Entry]) -> impl Iterator<Item = Item> + '_ {
    bound.iter().filter(|entry| entry.is_offered).map(|entry| {
        let target = match &entry.act {
            Act::Go(route) => Target::Address(route.path()),
            Act::Run(act) => Target::Act(*act),
        };
        Item { keys: entry.keys, ..item(Group::Actions, Icon::Prompt, entry.text.clone(), target) }
    })
}

fn order(order: &OrderSummary) -> Item {
    let label = name_of(order);
    let placed = order.placed.parse::<Date>().ok().map(date);
    let parts = [&order.requisition, &order.reference, &order.ship_to_name, &order.ship_to_city, &placed];
    let parts = parts.into_iter().flatten().filter(|part| !part.trim().is_empty());
    let detail = parts.map(String::as_str).collect::<Vec<_>>().join(" · ");
    let target = Target::Address(Route::Order(order.id).path());
    Item { detail, status: Some(order.status), ..item(Group::Orders, Icon::Orders, label, target) }
}

/// The list of orders, searched for what is typed.
fn all_that_match(typed: &str) -> Item {
    let label = t_with("palette.all", &[("text", typed)]);
    let address = routes::with_query(Route::Orders, &[("q", typed.to_owned())]);
    item(Group::Orders, Icon::Search, label, Target::Address(address))
}

fn item(group: Group, icon: Icon, label: String, target: Target) -> Item {
    Item { group, icon, label, detail: String::new(), status: None, keys: "", target }
}
