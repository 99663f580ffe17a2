//! Adding an item: product, quantity, unit.

use super::{
    form::{Form, Item},
    problems::{PRODUCT, problem_of},
    product_search::ProductSearch,
};
use crate::{
    api::{Client, products},
    browser::page,
    i18n::{t, t_with},
    loading::load,
};
use leptos::prelude::*;
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

/// The row for adding an item.
#[component]
pub fn ItemEntry(
    /// The form.
    form: Form,
    /// Set when the session turns out to be over.
    session_over: RwSignal<bool>,
) -> impl IntoView {
    let (text, quantity) = (RwSignal::new(String::new()), RwSignal::new("1".to_owned()));
    let product = RwSignal::new(None::<Product>);
    let chosen_unit = RwSignal::new(String::new());
    let offers = offers_of(product);
    let problem = RwSignal::new(None::<String>);
    let announced = RwSignal::new(String::new());
    let on_take = Callback::new(move |taken: Product| {
        product.set(Some(taken));
        chosen_unit.set(String::new());
        problem.set(None);
        page::focus(QUANTITY);
    });
    // Whoever goes on typing no longer means the product that was taken.
    Effect::new(move |_| {
        let typed = text.get();
        if product.with_untracked(|product| product.as_ref().is_some_and(|product| product.name != typed)) {
            product.set(None);
        }
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(taken) = product.get_untracked() else {
            problem.set(Some(t("item.choose")));
            page::focus(PRODUCT);
            return;
        };
        let decimals = taken.quantity_decimals.unwrap_or(0);
        if parse_quantity(&quantity.get_untracked(), decimals).is_err() {
            problem.set(Some(t("item.quantity")));
            page::focus(QUANTITY);
            return;
        }
        let offers = offers.get_untracked();
        let unit = chosen_unit.get_untracked();
        let Some(offer) = offers.iter().find(|offer| offer.unit.to_string() == unit).or(offers.first()) else {
            problem.set(Some(t("item.no-unit")));
            return;
        };
        announced.set(t_with("item.added", &[("name", &taken.name)]));
        form.add(item(taken, offer.clone()), quantity.get_untracked());
        form.look_at(Field::Lines);
        text.set(String::new());
        quantity.set("1".to_owned());
        problem.set(None);
        page::focus(PRODUCT);
    };
    let lines_problem = problem_of(form, Field::Lines);
    let shown = Signal::derive(move || problem.get().or_else(|| lines_problem.get()));
    view! {
        <form class="card" novalidate on:submit=add>
            <h2>{t("item.add-title")}</h2>
            <div class="item-entry">
                <ProductSearch text on_take session_over problem=shown />
                <div class="field">
                    <label class="field__label" for=QUANTITY>
                        {t("line.quantity")}
                    </label>
                    <input
                        class="input input--number"
                        id=QUANTITY
                        inputmode="decimal"
                        autocomplete="off"
                        prop:value=quantity
                        on:input=move |event| quantity.set(event_target_value(&event))
                    />
                </div>
                <div class="field">
                    <label class="field__label" for="unit">
                        {t("line.unit")}
                    </label>
                    <select class="input" id="unit" disabled=move || offers.read().is_empty() on:change=move |event| chosen_unit.set(event_target_value(&event))>
                        {move || {
                            offers
                                .get()
                                .into_iter()
                                .map(|offer| view! { <option value=offer.unit.to_string()>{offer.unit_name}</option> })
                                .collect_view()
                        }}
                    </select>
                </div>
                <button class="button" type="submit">
                    {t("item.add")}
                </button>
            </div>
            <p class="visually-hidden" role="status">
                {announced}
            </p>
        </form>
    }
}

const QUANTITY: &str = "quantity";

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
        let listed: Vec<_> = prices.ready().unwrap_or_default().into_iter().filter(|price| price.product == product.id).collect();
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
        price: product.price.map(|price| price.to_string()).unwrap_or_default(),
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
