//! Finding a product by name or number: an editable combobox with a list (ARIA authoring practices, combobox). The focus
//! stays in the text; Up and Down choose, Enter takes, Escape closes.

use super::{me::Currency, problems::PRODUCT};
use crate::{
    api::{Client, products},
    i18n::{self, t, t_count},
    loading::load,
};
use leptos::{ev::KeyboardEvent, leptos_dom::helpers::debounce, prelude::*};
use portal_model::{money::Money, product::Product};
use std::time::Duration;

const PAUSE: Duration = Duration::from_millis(250);
const LIMIT: u32 = 8;
const LIST: &str = "product-list";

/// The search. It hands over the product that was taken.
#[component]
pub fn ProductSearch(
    /// What is typed.
    text: RwSignal<String>,
    /// Called with the product that was taken.
    on_take: Callback<Product>,
    /// Set when the session turns out to be over.
    session_over: RwSignal<bool>,
    /// What is wrong with the items as a whole.
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let asked = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let matches = search(asked, session_over);
    let found = move || matches.ready().unwrap_or_default();
    let take = move |product: Product| {
        text.set(product.name.clone());
        is_open.set(false);
        on_take.run(product);
    };
    let mut ask_after_pause = debounce(PAUSE, move |typed: String| {
        asked.set(typed.trim().to_owned());
        active.set(0);
        is_open.set(is_worth_asking(typed.trim()));
    });
    let on_key = move |event: KeyboardEvent| {
        let products = found();
        match event.key().as_str() {
            "ArrowDown" if !products.is_empty() => {
                event.prevent_default();
                if is_open.get_untracked() {
                    active.update(|index| *index = (*index + 1) % products.len());
                }
                is_open.set(true);
            }
            "ArrowUp" if is_open.get_untracked() && !products.is_empty() => {
                event.prevent_default();
                active.update(|index| *index = (*index + products.len() - 1) % products.len());
            }
            "Enter" if is_open.get_untracked() => {
                event.prevent_default();
                if let Some(product) = products.get(active.get_untracked()) {
                    take(product.clone());
                }
            }
            "Escape" => is_open.set(false),
            _ => {}
        }
    };
    let is_shown = move || is_open.get() && matches.ready().is_some();
    let options = move || {
        found()
            .into_iter()
            .enumerate()
            .map(|(index, product)| option(index, product, active, Callback::new(take)))
            .collect_view()
    };
    let count = move || is_shown().then(|| t_count("item.matches", found().len() as u32));
    view! {
        <div class="field item-entry__product">
            <label class="field__label" for=PRODUCT>
                {t("line.product")}
            </label>
            <div class="combobox">
                <input
                    class="input"
                    id=PRODUCT
                    role="combobox"
                    autocomplete="off"
                    aria-autocomplete="list"
                    aria-controls=LIST
                    aria-expanded=move || is_shown().to_string()
                    aria-activedescendant=move || (is_shown() && !found().is_empty()).then(|| option_id(active.get()))
                    aria-invalid=move || problem.get().map(|_| "true")
                    aria-describedby=move || problem.get().map(|_| "product-problem")
                    placeholder=t("item.product-hint")
                    prop:value=text
                    on:input=move |event| {
                        let typed = event_target_value(&event);
                        text.set(typed.clone());
                        ask_after_pause(typed);
                    }
                    on:keydown=on_key
                    on:blur=move |_| is_open.set(false)
                />
                <ul class="combobox__popup" id=LIST role="listbox" aria-label=t("item.products") hidden=move || !is_shown()>
                    {options}
                    {move || found().is_empty().then(|| view! { <li class="combobox__note" role="presentation">{t("item.none")}</li> })}
                </ul>
            </div>
            {move || problem.get().map(|problem| view! { <p class="field__problem" id="product-problem">{problem}</p> })}
            <p class="visually-hidden" role="status">
                {count}
            </p>
        </div>
    }
}

/// One digit or two letters find something worth showing.
fn is_worth_asking(text: &str) -> bool {
    text.chars().count() >= 2 || text.starts_with(|c: char| c.is_ascii_digit())
}

fn search(asked: RwSignal<String>, session_over: RwSignal<bool>) -> crate::loading::Loading<Vec<Product>> {
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
    Effect::new(move |_| {
        if matches!(matches.failure(), Some(crate::api::ApiError::SignedOut)) {
            session_over.set(true);
        }
    });
    matches
}

fn option(index: usize, product: Product, active: RwSignal<usize>, take: Callback<Product>) -> impl IntoView {
    let Currency(currency) = expect_context();
    let price = product.price.map(|amount| i18n::money(&Money { amount, currency }));
    let detail = [product.number.clone(), product.description.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let unit = product.unit_name.clone();
    let taken = product.clone();
    view! {
        <li
            class="combobox__option"
            role="option"
            id=option_id(index)
            aria-selected=move || (active.get() == index).to_string()
            // The press must not take the focus out of the text, or the list would close before the click.
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| take.run(taken.clone())
        >
            <span class="combobox__name">{product.name}</span>
            <span class="combobox__price">{price}</span>
            <span class="combobox__detail">{detail}</span>
            <span class="combobox__detail">{unit}</span>
        </li>
    }
}

fn option_id(index: usize) -> String {
    format!("product-option-{index}")
}
