//! Sending the order: once at a time, and done only when the supplier has it.

use super::{form::Form, keeping, problems::show_and_focus};
use crate::{
    api::{ApiError, Client, orders},
    browser::{clock, spawn},
    config,
    routes::Route,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use portal_model::{
    ids::OrderId,
    new_order::{Field, NewOrder, Problem, Rule, Terms},
};

/// How far the sending is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Not begun.
    Idle,
    /// On its way.
    Busy,
    /// It did not arrive, or it is not known whether it did.
    Failed(ApiError),
}

/// The way to the supplier.
#[derive(Clone, Copy)]
pub struct Sending {
    form: Form,
    terms: Terms,
    /// How far it is.
    pub state: RwSignal<State>,
    /// Whether an order waits for the reader to sign in again.
    waits: RwSignal<bool>,
    /// Whether the session is over and the reader has to sign in again.
    pub session_over: RwSignal<bool>,
    client: StoredValue<Client>,
    arrived: Callback<OrderId>,
}

impl Sending {
    /// A way for this form.
    pub fn new(form: Form, terms: Terms) -> Self {
        let navigate = use_navigate();
        let arrived = Callback::new(move |id| {
            form.is_open.set(false);
            keeping::forget(terms.contact);
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            navigate(&Route::Order(id).path(), options);
        });
        Self {
            form,
            terms,
            state: RwSignal::new(State::Idle),
            waits: RwSignal::new(false),
            session_over: RwSignal::new(false),
            client: StoredValue::new(expect_context()),
            arrived,
        }
    }

    /// Whether an order is on its way.
    pub fn is_busy(self) -> bool {
        self.state.get() == State::Busy
    }

    /// Sends the order, unless it is on its way already. The same order may be sent again after any failure: its key
    /// makes sure that it exists once.
    pub fn send(self) {
        if self.state.get_untracked() == State::Busy {
            return;
        }
        match self.form.draft().parse(self.terms, clock::today()) {
            Ok(order) => self.dispatch(order),
            Err(problems) => show_and_focus(self.form, &problems),
        }
    }

    /// Goes on after the reader has signed in again: an order that was being sent is sent.
    pub fn resume(self) {
        self.session_over.set(false);
        if self.waits.get_untracked() {
            self.send();
        }
    }

    fn dispatch(self, order: NewOrder) {
        self.waits.set(false);
        self.state.set(State::Busy);
        self.form.refused.set(Vec::new());
        let client = self.client.get_value();
        let names = config::bindings();
        spawn(async move {
            match orders::create(&client, &order, &names).await {
                Ok(()) => self.arrived.run(order.id()),
                Err(error) => self.failed(error),
            }
        });
    }

    fn failed(self, error: ApiError) {
        match &error {
            ApiError::SignedOut => {
                self.waits.set(true);
                self.session_over.set(true);
                self.state.set(State::Idle);
                return;
            }
            ApiError::Refused { message } => {
                if let Some(field) = Field::of_refusal(message) {
                    self.form.refused.set(vec![Problem { field, rule: Rule::Refused }]);
                }
            }
            _ => {}
        }
        self.state.set(State::Failed(error));
    }
}
