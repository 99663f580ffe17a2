//! Adding an item: product, quantity, unit.

use super::{
    form::{Form, Item},
    problems::{PRODUCT, problem_of, rule_sentence},
    product_search::{Search, product_search},
};
use crate::{
    api::{Client, products},
    browser::{on_change, page},
    components::{problem_id, problem_text},
    html::{El, el},
    i18n::{t, t_with},
    loading::load,
};
use leptos::{prelude::*, tachys::dom::event_target_value};
use portal_model::{
    ids::UnitId,
    new_order::{Field, Terms, parse_quantity},
    product::{ListPrice, Product},
};

/// A unit that the chosen product is sold in, with its price as digits.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    unit: UnitId,
    unit_name: String,
    price: String,
}

/// What is being added.
#[derive(Clone, Copy)]
struct Entry {
    form: Form,
    text: RwSignal<String>,
    quantity: RwSignal<String>,
    product: RwSignal<Option<Product>>,
    unit: RwSignal<String>,
    offers: Memo<Vec<Offer>>,
    /// What is wrong with the product.
    problem: RwSignal<Option<String>>,
    /// What is wrong with the quantity.
    quantity_problem: RwSignal<Option<String>>,
    announced: RwSignal<String>,
}

/// The row for adding an item. It sets `session_over` when the session turns out to be over.
pub fn item_entry(form: Form, session_over: RwSignal<bool>) -> El {
    let entry = Entry::new(form);
    let lines_problem = problem_of(form, Field::Lines);
    let search = product_search(Search {
        text: entry.text,
        on_take: Callback::new(move |product| entry.take(product)),
        session_over,
        problem: Signal::derive(move || entry.problem.get().or_else(|| lines_problem.get())),
    });
    let row = el("div")
        .class("item-entry")
        .child(search)
        .child(quantity_field(entry))
        .child(unit_field(entry))
        .child(el("button").class("button").attr("type", "submit").text(t("item.add")));
    let submit = move |event: web_sys::Event| {
        event.prevent_default();
        entry.add();
    };
    el("form")
        .class("card")
        .attr("novalidate", "")
        .on("submit", submit)
        .child(el("h2").text(t("item.add-title")))
        .child(row)
        .child(
            el("p")
                .class("visually-hidden")
                .attr("role", "status")
                .live_text_child(move || entry.announced.get()),
        )
}

fn quantity_field(entry: Entry) -> El {
    let input = el("input")
        .class("input input--number")
        .attr("id", QUANTITY)
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .live("aria-invalid", move || entry.quantity_problem.get().map(|_| "true".to_owned()))
        .live("aria-describedby", move || entry.quantity_problem.get().map(|_| problem_id(QUANTITY)))
        .live_text(move || entry.quantity.get())
        .on("input", move |event| entry.quantity.set(event_target_value(&event)));
    el("div")
        .class("field")
        .child(label(QUANTITY, t("line.quantity")))
        .child(input)
        .live_view(move || problem_text(QUANTITY, entry.quantity_problem.get()))
}

fn unit_field(entry: Entry) -> El {
    let options = move || {
        let offers = entry.offers.get().into_iter();
        let option = |offer: Offer| {
            el("option").attr("value", offer.unit.to_string()).text(offer.unit_name).into_any()
        };
        offers.map(option).collect::<Vec<_>>().into_any()
    };
    let select = el("select")
        .class("input")
        .attr("id", UNIT)
        .live("disabled", move || entry.offers.read().is_empty().then(String::new))
        .on("change", move |event| entry.unit.set(event_target_value(&event)))
        .live_view(options);
    el("div").class("field").child(label(UNIT, t("line.unit"))).child(select)
}

fn label(id: &'static str, text: String) -> El {
    el("label").class("field__label").attr("for", id).text(text)
}

impl Entry {
    fn new(form: Form) -> Self {
        let (text, product) = (RwSignal::new(String::new()), RwSignal::new(None::<Product>));
        // Whoever goes on typing no longer means the product that was taken.
        on_change(move || {
            let typed = text.get();
            if product.with_untracked(|product| product.as_ref().is_some_and(|product| product.name != typed))
            {
                product.set(None);
            }
        });
        Self {
            form,
            text,
            quantity: RwSignal::new(ONE.to_owned()),
            product,
            unit: RwSignal::new(String::new()),
            offers: offers_of(product),
            problem: RwSignal::new(None),
            quantity_problem: RwSignal::new(None),
            announced: RwSignal::new(String::new()),
        }
    }

    fn take(self, product: Product) {
        self.product.set(Some(product));
        self.unit.set(String::new());
        self.problem.set(None);
        page::focus(QUANTITY);
    }

    /// Adds the line, or says what is missing for it where it is missing.
    fn add(self) {
        let Some(product) = self.product.get_untracked() else {
            return self.refuse(t("item.choose"), PRODUCT);
        };
        let quantity = self.quantity.get_untracked();
        let read = parse_quantity(&quantity, product.quantity_decimals.unwrap_or(0));
        self.quantity_problem.set(read.err().map(rule_sentence));
        if read.is_err() {
            return page::focus(QUANTITY);
        }
        let (offers, unit) = (self.offers.get_untracked(), self.unit.get_untracked());
        let Some(offer) = offers.iter().find(|offer| offer.unit.to_string() == unit).or(offers.first())
        else {
            return self.refuse(t("item.no-unit"), PRODUCT);
        };
        self.announced.set(t_with("item.added", &[("name", &product.name)]));
        self.form.add(item(product, offer.clone()), quantity);
        self.form.look_at(Field::Lines);
        self.text.set(String::new());
        self.quantity.set(ONE.to_owned());
        self.problem.set(None);
        page::focus(PRODUCT);
    }

    fn refuse(self, problem: String, focus: &str) {
        self.problem.set(Some(problem));
        page::focus(focus);
    }
}

const QUANTITY: &str = "quantity";
const UNIT: &str = "unit";
const ONE: &str = "1";

/// The units of the chosen product: those on the price list, or its default unit at its list price.
fn offers_of(product: RwSignal<Option<Product>>) -> Memo<Vec<Offer>> {
    let client = expect_context::<Client>();
    let terms = expect_context::<Terms>();
    let prices = load(move || {
        let (client, id) = (client.clone(), product.get().map(|product| product.id));
        async move { products::prices(&client, terms.pricing.list, id.as_slice()).await }
    });
    Memo::new(move |_| {
        let Some(product) = product.get() else {
            return Vec::new();
        };
        let listed: Vec<_> = prices
            .ready()
            .unwrap_or_default()
            .into_iter()
            .filter(|price| price.product == product.id)
            .collect();
        match listed.is_empty() {
            true => default_offer(&product).into_iter().collect(),
            false => with_default_first(listed, &product),
        }
    })
}

fn default_offer(product: &Product) -> Option<Offer> {
    Some(Offer {
        unit: product.unit?,
        unit_name: product.unit_name.clone().unwrap_or_default(),
        price: product.price.as_ref().map(ToString::to_string).unwrap_or_default(),
    })
}

fn with_default_first(listed: Vec<ListPrice>, product: &Product) -> Vec<Offer> {
    let mut offers: Vec<_> = listed
        .into_iter()
        .map(|price| Offer {
            unit: price.unit,
            unit_name: price.unit_name.unwrap_or_default(),
            price: price.amount.to_string(),
        })
        .collect();
    offers.sort_by_key(|offer| Some(offer.unit) != product.unit);
    offers
}

fn item(product: Product, offer: Offer) -> Item {
    Item {
        product: product.id,
        number: product.number.unwrap_or_default(),
        name: product.name,
        quantity_decimals: product.quantity_decimals.unwrap_or(0),
        unit: offer.unit,
        unit_name: offer.unit_name,
        price: offer.price,
    }
}
