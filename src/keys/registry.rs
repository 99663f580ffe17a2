//! Which keys there are at present.

use super::letters;
use crate::routes::Route;
use leptos::prelude::*;

/// Where a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On every page.
    Everywhere,
    /// In a list: of orders, of lines.
    List,
    /// On the page of one order.
    Order,
}

impl Place {
    /// Every place, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Everywhere, Self::List, Self::Order];

    /// The word for texts.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::List => "list",
            Self::Order => "order",
        }
    }
}

/// What a key does.
#[derive(Clone)]
pub enum Act {
    /// Opens a page.
    Go(Route),
    /// Does something on this page.
    Run(Callback<()>),
}

/// A key, or an action that has none.
#[derive(Clone)]
pub struct Entry {
    id: u32,
    /// How the key is spelled; empty for an action without one.
    pub keys: &'static str,
    /// Where it holds.
    pub place: Place,
    /// What it does, in the reader's language: a verb with its object.
    pub text: String,
    /// What it does.
    pub act: Act,
    /// Whether the palette lists it as an action.
    pub is_offered: bool,
}

/// A dialog over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Which keys there are.
    Keys,
    /// The palette.
    Palette,
}

/// The registry. It is a handful of handles, so it is copied freely.
#[derive(Clone, Copy)]
pub struct Keys {
    entries: StoredValue<Vec<Entry>>,
    /// The dialog that is open or about to open.
    pub shown: RwSignal<Option<Shown>>,
    /// Whether single characters do something.
    pub letters: RwSignal<bool>,
}

impl Keys {
    /// An empty registry.
    pub fn new() -> Self {
        Self {
            entries: StoredValue::new(Vec::new()),
            shown: RwSignal::new(None),
            letters: RwSignal::new(letters::are_on()),
        }
    }

    /// Everything that is bound at present: what holds on this page before what holds everywhere, each in the sequence in
    /// which it was bound.
    pub fn entries(self) -> Vec<Entry> {
        let (everywhere, here): (Vec<_>, Vec<_>) =
            self.entries.get_value().into_iter().partition(|entry| entry.place == Place::Everywhere);
        here.into_iter().chain(everywhere).collect()
    }

    /// Switches single characters on or off, and keeps that on this device.
    pub fn set_letters(self, on: bool) {
        letters::keep(on);
        self.letters.set(on);
    }

    /// Adds an entry until its owner, the page that is being built, goes.
    pub(super) fn add(self, entry: Entry) {
        let id = self.entries.with_value(|entries| entries.last().map_or(0, |last| last.id + 1));
        self.entries.update_value(|entries| entries.push(Entry { id, ..entry }));
        on_cleanup(move || {
            // When everything ends at once, there may be no registry any more to take it from.
            let _ = self.entries.try_update_value(|entries| entries.retain(|entry| entry.id != id));
        });
    }
}

/// The registry of this portal.
pub fn use_keys() -> Keys {
    expect_context()
}

/// Binds a key for as long as the page that is being built is shown.
pub fn bind(keys: &'static str, place: Place, text: String, act: impl Fn() + Send + Sync + 'static) {
    use_keys().add(Entry::new(keys, place, text, run(act)));
}

/// Binds a key (or none, `""`) and lists it in the palette, for as long as the page that is being built is shown.
pub fn offer(keys: &'static str, place: Place, text: String, act: impl Fn() + Send + Sync + 'static) {
    use_keys().add(Entry { is_offered: true, ..Entry::new(keys, place, text, run(act)) });
}

fn run(act: impl Fn() + Send + Sync + 'static) -> Act {
    Act::Run(Callback::new(move |()| act()))
}

impl Entry {
    /// An entry that the palette does not list.
    pub(super) fn new(keys: &'static str, place: Place, text: String, act: Act) -> Self {
        Self { id: 0, keys, place, text, act, is_offered: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_takes_its_keys_along_and_they_go_before_those_that_hold_everywhere() {
        let root = Owner::new();
        root.set();
        let keys = Keys { letters: RwSignal::new(true), ..Keys::for_tests() };
        provide_context(keys);
        bind("n", Place::Everywhere, "new order".into(), || {});
        let page = root.child();
        page.with(|| bind("n", Place::List, "next".into(), || {}));
        let texts = || keys.entries().into_iter().map(|entry| entry.text).collect::<Vec<_>>();
        assert_eq!(texts(), ["next", "new order"]);
        page.cleanup();
        assert_eq!(texts(), ["new order"]);
    }

    impl Keys {
        fn for_tests() -> Self {
            Self {
                entries: StoredValue::new(Vec::new()),
                shown: RwSignal::new(None),
                letters: RwSignal::new(true),
            }
        }
    }
}
