//! The palette: a text and what it finds: pages, actions and orders (ARIA authoring practices, combobox with a listbox).
//! The focus stays in the text; Up and Down choose, Enter takes, Ctrl+Enter takes into a new tab, Escape closes.

mod items;
mod list;
mod matching;
mod orders;

use super::dialog;
use crate::{
    browser::{on_change, page},
    components::{Icon, icon, key_caps},
    html::{El, el},
    i18n::{t, t_count, t_of, t_with},
    keys::{Keys, Shown, use_keys},
};
use items::{Item, Target, items};
use leptos::{leptos_dom::helpers::debounce, prelude::*, tachys::dom::event_target_value};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use orders::{Orders, is_worth_asking};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

const ID: &str = "palette";
const LIST: &str = "palette-list";

/// How long somebody must stop typing before the endpoint is asked.
const PAUSE: Duration = Duration::from_millis(250);

/// The dialog.
pub fn palette() -> El {
    dialog(Shown::Palette, ID, t("palette.open"), content)
}

/// What the palette works with while it is open.
#[derive(Clone, Copy)]
struct Palette {
    keys: Keys,
    text: RwSignal<String>,
    active: RwSignal<usize>,
    items: Memo<Vec<Item>>,
    orders: Orders,
    go: Callback<String>,
}

fn content() -> El {
    let palette = Palette::new();
    let close = el("button")
        .class("icon-button")
        .attr("type", "button")
        .attr("aria-label", t("dialog.close"))
        .on("click", |_| page::close_dialog(ID))
        .child(icon(Icon::Close));
    let head =
        el("div").class("palette__head").child(icon(Icon::Search)).child(text_field(palette)).child(close);
    let count = move || match palette.items.read().len() {
        0 => String::new(),
        count => t_count("palette.count", count as u32),
    };
    el("div")
        .class("sheet__fill palette")
        .child(head)
        .child(list::list(palette))
        .child(el("p").class("palette__note").attr("role", "status").live_text_child(move || palette.note()))
        .child(el("p").class("visually-hidden").attr("role", "status").live_text_child(count))
        .child(hints())
}

fn text_field(palette: Palette) -> El {
    let mut ask_after_pause = debounce(PAUSE, move |typed: String| {
        // The pause may end when the palette is closed.
        let _ = palette.orders.asked.try_set(typed.trim().to_owned());
    });
    let active = move || {
        let is_there = palette.active.get() < palette.items.read().len();
        is_there.then(|| list::option_id(palette.active.get()))
    };
    el("input")
        .class("palette__text")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autofocus", "")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "go")
        .attr("maxlength", "100")
        .attr("aria-label", t("palette.open"))
        .attr("aria-autocomplete", "list")
        .attr("aria-expanded", "true")
        .attr("aria-controls", LIST)
        .attr("placeholder", t("palette.hint"))
        .live("aria-activedescendant", active)
        .on("input", move |event| {
            let typed = event_target_value(&event);
            palette.active.set(0);
            palette.text.set(typed.clone());
            ask_after_pause(typed);
        })
        .on("keydown", move |event| palette.press(&event))
}

/// What can be pressed, for those who have keys.
fn hints() -> El {
    let hint = |caps: El, text: String| el("span").class("palette__hint").child(caps).text(text);
    el("div")
        .class("palette__hints")
        .attr("aria-hidden", "true")
        .child(hint(key_caps("↑ ↓"), t("palette.choose")))
        .child(hint(key_caps("↵"), t("palette.take")))
        .child(hint(key_caps("mod+↵"), t("palette.take-beside")))
        .child(hint(key_caps("Esc"), t("palette.close")))
}

impl Palette {
    fn new() -> Self {
        let keys = use_keys();
        let text = RwSignal::new(String::new());
        let orders = Orders::new();
        let navigate = use_navigate();
        let go = Callback::new(move |to: String| navigate(&to, NavigateOptions::default()));
        let bound = StoredValue::new(keys.entries());
        let find = move |_: Option<&Vec<Item>>| {
            let text = text.get();
            bound.with_value(|bound| items(text.trim(), bound, &orders.fitting(text.trim())))
        };
        // What items do cannot be compared, so a new list counts as another one.
        let items = Memo::new_with_compare(find, |_, _| true);
        let active = RwSignal::new(0);
        on_change(move || page::reveal(&list::option_id(active.get())));
        Self { keys, text, active, items, orders, go }
    }

    /// What is to be said about the search: under way, failed, or in vain.
    fn note(self) -> String {
        let text = self.text.get();
        let text = text.trim();
        if !is_worth_asking(text) {
            return if self.items.read().is_empty() { t("palette.more") } else { String::new() };
        }
        match self.orders.answer.failure() {
            Some(error) => t_with("palette.failed", &[("why", &t_of("failure", error.slug()))]),
            None if self.orders.is_waiting_for(text) => t("palette.searching"),
            None if self.orders.fitting(text).is_empty() => t_with("palette.none", &[("text", text)]),
            None => String::new(),
        }
    }

    fn press(self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing()) else {
            return;
        };
        let command = event.ctrl_key() || event.meta_key();
        let count = self.items.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => self.active.update(|active| *active = (*active + 1) % count),
            "ArrowUp" if count > 0 => self.active.update(|active| *active = (*active + count - 1) % count),
            "Enter" => self.take(self.active.get_untracked(), command),
            "k" if command => page::close_dialog(ID),
            _ => return,
        }
        event.prevent_default();
    }

    /// Does what the item at this place is for; opens a page in a new tab if `beside`.
    fn take(self, index: usize, beside: bool) {
        let Some(item) = self.items.with_untracked(|items| items.get(index).cloned()) else {
            return;
        };
        match item.target {
            Target::Address(address) if beside => page::open_beside(&address),
            target => {
                // The focus goes back to where it was before anything else may move it.
                page::close_dialog(ID);
                self.keys.shown.set(None);
                match target {
                    Target::Address(address) => self.go.run(address),
                    Target::Act(act) => act.run(()),
                }
            }
        }
    }
}
