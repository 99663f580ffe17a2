//! Finding a product by name or number: an editable combobox with a list (ARIA authoring practices, combobox). The focus
//! stays in the text; Up and Down choose, Enter takes, Escape closes.

use super::{me::Currency, problems::PRODUCT};
use crate::{
    api::{ApiError, Client, products},
    browser::on_change,
    components::{problem_id, problem_text},
    html::{El, el},
    i18n::{self, t, t_count},
    loading::{Loading, load},
};
use leptos::{leptos_dom::helpers::debounce, prelude::*, tachys::dom::event_target_value};
use portal_model::{money::Money, product::Product};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

const PAUSE: Duration = Duration::from_millis(250);
const LIMIT: u32 = 8;
const LIST: &str = "product-list";

/// What the search works with.
#[derive(Clone, Copy)]
pub struct Search {
    /// What is typed.
    pub text: RwSignal<String>,
    /// Called with the product that was taken.
    pub on_take: Callback<Product>,
    /// Set when the session turns out to be over.
    pub session_over: RwSignal<bool>,
    /// What is wrong with the items as a whole.
    pub problem: Signal<Option<String>>,
}

/// The list below the text.
#[derive(Clone, Copy)]
struct List {
    asked: RwSignal<String>,
    is_open: RwSignal<bool>,
    active: RwSignal<usize>,
    matches: Loading<Vec<Product>>,
}

/// The search.
pub fn product_search(search: Search) -> El {
    let list = List::new(search.session_over);
    let take = Callback::new(move |product: Product| {
        search.text.set(product.name.clone());
        list.is_open.set(false);
        search.on_take.run(product);
    });
    let count = move || match list.is_shown() {
        true => t_count("item.matches", list.found().len() as u32),
        false => String::new(),
    };
    let combobox = el("div").class("combobox").child(text_field(search, list, take)).child(popup(list, take));
    el("div")
        .class("field item-entry__product")
        .child(el("label").class("field__label").attr("for", PRODUCT).text(t("line.product")))
        .child(combobox)
        .live_view(move || problem_text(PRODUCT, search.problem.get()))
        .child(el("p").class("visually-hidden").attr("role", "status").live_text_child(count))
}

fn text_field(search: Search, list: List, take: Callback<Product>) -> El {
    let mut ask_after_pause = debounce(PAUSE, move |typed: String| list.ask(typed.trim()));
    let active = move || (list.is_shown() && !list.found().is_empty()).then(|| option_id(list.active.get()));
    el("input")
        .class("input")
        .attr("id", PRODUCT)
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", LIST)
        .attr("placeholder", t("item.product-hint"))
        .live("aria-expanded", move || Some(list.is_shown().to_string()))
        .live("aria-activedescendant", active)
        .live("aria-invalid", move || search.problem.get().map(|_| "true".to_owned()))
        .live("aria-describedby", move || search.problem.get().map(|_| problem_id(PRODUCT)))
        .live_text(move || search.text.get())
        .on("input", move |event| {
            let typed = event_target_value(&event);
            search.text.set(typed.clone());
            ask_after_pause(typed);
        })
        .on("keydown", move |event| list.press(&event, take))
        .on("blur", move |_| list.is_open.set(false))
}

fn popup(list: List, take: Callback<Product>) -> El {
    let options = move || {
        let found = list.found();
        if found.is_empty() {
            return el("li")
                .class("combobox__note")
                .attr("role", "presentation")
                .text(t("item.none"))
                .into_any();
        }
        let options = found.into_iter().enumerate();
        options
            .map(|(index, product)| option(index, product, list.active, take).into_any())
            .collect::<Vec<_>>()
            .into_any()
    };
    el("ul")
        .class("combobox__popup")
        .attr("id", LIST)
        .attr("role", "listbox")
        .attr("aria-label", t("item.products"))
        .live("hidden", move || (!list.is_shown()).then(String::new))
        .live_view(options)
}

impl List {
    fn new(session_over: RwSignal<bool>) -> Self {
        let asked = RwSignal::new(String::new());
        Self {
            asked,
            is_open: RwSignal::new(false),
            active: RwSignal::new(0),
            matches: matches_of(asked, session_over),
        }
    }

    fn found(self) -> Vec<Product> {
        self.matches.ready().unwrap_or_default()
    }

    fn is_shown(self) -> bool {
        self.is_open.get() && !self.matches.is_waiting() && self.matches.ready().is_some()
    }

    fn ask(self, text: &str) {
        self.asked.set(text.to_owned());
        self.active.set(0);
        self.is_open.set(is_worth_asking(text));
    }

    fn press(self, event: &web_sys::Event, take: Callback<Product>) {
        let products = self.found();
        let is_open = self.is_open.get_untracked();
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
        match key.as_str() {
            "ArrowDown" if !products.is_empty() => {
                event.prevent_default();
                if is_open {
                    self.active.update(|index| *index = (*index + 1) % products.len());
                }
                self.is_open.set(true);
            }
            "ArrowUp" if is_open && !products.is_empty() => {
                event.prevent_default();
                self.active.update(|index| *index = (*index + products.len() - 1) % products.len());
            }
            "Enter" if is_open => {
                event.prevent_default();
                if let Some(product) = products.get(self.active.get_untracked()) {
                    take.run(product.clone());
                }
            }
            "Escape" => self.is_open.set(false),
            _ => {}
        }
    }
}

/// One digit or two letters find something worth showing.
fn is_worth_asking(text: &str) -> bool {
    text.chars().count() >= 2 || text.starts_with(|c: char| c.is_ascii_digit())
}

fn matches_of(asked: RwSignal<String>, session_over: RwSignal<bool>) -> Loading<Vec<Product>> {
    let client = expect_context::<Client>();
    let matches = load(move || {
        let (client, text) = (client.clone(), asked.get());
        async move {
            match is_worth_asking(&text) {
                true => products::search(&client, &text, LIMIT).await,
                false => Ok(Vec::new()),
            }
        }
    });
    on_change(move || {
        if matches!(matches.failure(), Some(ApiError::SignedOut)) {
            session_over.set(true);
        }
    });
    matches
}

fn option(index: usize, product: Product, active: RwSignal<usize>, take: Callback<Product>) -> El {
    let Currency(currency) = expect_context();
    let price =
        product.price.clone().map(|amount| i18n::money(&Money { amount, currency })).unwrap_or_default();
    let parts = [product.number.as_deref(), product.description.as_deref()];
    let detail = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let unit = product.unit_name.clone().unwrap_or_default();
    let part = |class, text: String| el("span").class(class).text(text);
    el("li")
        .class("combobox__option")
        .attr("role", "option")
        .attr("id", option_id(index))
        .live("aria-selected", move || Some((active.get() == index).to_string()))
        .child(part("combobox__name", product.name.clone()))
        .child(part("combobox__price", price))
        .child(part("combobox__detail", detail))
        .child(part("combobox__detail", unit))
        // The press must not take the focus out of the text, or the list would close before the click.
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |_| take.run(product.clone()))
}

fn option_id(index: usize) -> String {
    format!("product-option-{index}")
}
