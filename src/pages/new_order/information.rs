//! Step 1: when, where to, under which number.

use super::{
    form::Form,
    problems::{self, problem_of, show_and_focus},
    steps::{Step, use_go},
};
use crate::{
    browser::clock,
    components::{Field as FieldView, problem_id, problem_text},
    config,
    html::{El, el},
    i18n::{country, t},
};
use leptos::{prelude::*, tachys::dom::event_target_value};
use portal_model::new_order::Field;

/// The first step.
pub fn information() -> El {
    let form = expect_context::<Form>();
    let go = use_go();
    let on = move |event: web_sys::Event| {
        event.prevent_default();
        let found = form.draft().information_problems(clock::today());
        match found.is_empty() {
            true => go.run(Step::Items),
            false => show_and_focus(form, &found),
        }
    };
    let requested =
        checked(form, Field::Requested, problems::REQUESTED, t("order.requested"), form.requested)
            .kind("date")
            .size("short")
            .earliest(clock::today().to_string());
    let requisition =
        checked(form, Field::Requisition, problems::REQUISITION, t("order.requisition"), form.requisition)
            .hint(t("new-order.requisition-hint"))
            .optional();
    let reference =
        checked(form, Field::Reference, problems::REFERENCE, t("order.reference"), form.reference).optional();
    let when = el("section")
        .class("card")
        .child(el("h2").text(t("new-order.when")))
        .child(requested.show())
        .child(requisition.show())
        .child(reference.show());
    let next =
        el("button").class("button button--primary").attr("type", "submit").text(t("new-order.to-items"));
    let bar = el("div")
        .class("action-bar")
        .attr("data-still", "")
        .child(el("p").class("action-bar__summary").child(kept(form)))
        .child(next);
    el("form")
        .class("stack")
        .attr("novalidate", "")
        .on("submit", on)
        .child(when)
        .child(delivery_address(form))
        .child(bar)
}

/// A field of the form: its problem is shown once it has been left.
fn checked(form: Form, field: Field, id: &'static str, label: String, value: RwSignal<String>) -> FieldView {
    FieldView::new(id, label, value).problem(problem_of(form, field)).on_leave(move || form.look_at(field))
}

fn delivery_address(form: Form) -> El {
    let name = checked(form, Field::Name, problems::NAME, t("address.name"), form.name);
    let street = checked(form, Field::Street, problems::STREET, t("address.street"), form.street);
    let code =
        checked(form, Field::PostalCode, problems::POSTAL_CODE, t("address.postal-code"), form.postal_code);
    let city = checked(form, Field::City, problems::CITY, t("address.city"), form.city);
    let state = checked(form, Field::State, problems::STATE, t("address.state"), form.state);
    let place = el("div")
        .class("fieldset__row")
        .child(code.optional().size("short").autocomplete("shipping postal-code").show())
        .child(city.autocomplete("shipping address-level2").show());
    el("section")
        .class("card")
        .child(el("h2").text(t("new-order.where")))
        .child(name.autocomplete("shipping organization").show())
        .child(street.autocomplete("shipping street-address").show())
        .child(place)
        .child(state.optional().autocomplete("shipping address-level1").show())
        .child(country_field(form))
}

/// The countries of the configuration and, whatever it says, the one of the address; a text where there are none.
fn country_field(form: Form) -> El {
    let countries = config::countries();
    let id = problems::COUNTRY;
    if countries.is_empty() {
        return checked(form, Field::Country, id, t("address.country"), form.country).show();
    }
    let present = form.country.get_untracked();
    let named = countries
        .into_iter()
        .map(|known| (country(&known.code).unwrap_or_else(|| known.value.clone()), known.value));
    let mut options: Vec<_> = named.collect();
    if !options.iter().any(|(_, value)| *value == present) {
        options.push((present.clone(), present.clone()));
    }
    options.sort();
    let options = options.into_iter().map(|(name, value)| {
        let is_chosen = (value == present).then_some("");
        el("option").attr("value", value).maybe("selected", is_chosen).text(name)
    });
    let problem = problem_of(form, Field::Country);
    let select = el("select")
        .class("input")
        .attr("id", id)
        .attr("autocomplete", "shipping country")
        .live("aria-invalid", move || problem.get().map(|_| "true".to_owned()))
        .live("aria-describedby", move || problem.get().map(|_| problem_id(id)))
        .on("change", move |event| {
            form.country.set(event_target_value(&event));
            form.look_at(Field::Country);
        })
        .children(options);
    el("div")
        .class("field")
        .child(el("label").class("field__label").attr("for", id).text(t("address.country")))
        .child(select)
        .live_view(move || problem_text(id, problem.get()))
}

/// Whether what is typed is kept on this device.
pub fn kept(form: Form) -> El {
    let text = move || match form.is_kept.get() {
        true => t("new-order.kept"),
        false => t("new-order.not-kept"),
    };
    el("span").class("action-bar__label").live_text_child(text)
}
