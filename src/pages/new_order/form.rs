//! The draft while it is typed: a signal for each field, so that a keystroke touches nothing but its own.

use leptos::prelude::*;
use portal_model::{
    ids::{ContactId, LineId, OrderId, ProductId, UnitId},
    new_order::{Draft, DraftLine, Field, Problem},
};

/// The form. It is a handful of handles, so it is copied freely.
#[derive(Clone, Copy)]
pub struct Form {
    id: OrderId,
    owner: ContactId,
    /// The requested receipt date.
    pub requested: RwSignal<String>,
    /// The customer's own number.
    pub requisition: RwSignal<String>,
    /// The customer's free reference.
    pub reference: RwSignal<String>,
    /// Who receives it.
    pub name: RwSignal<String>,
    /// Street with number.
    pub street: RwSignal<String>,
    /// City.
    pub city: RwSignal<String>,
    /// State or province.
    pub state: RwSignal<String>,
    /// Postal code.
    pub postal_code: RwSignal<String>,
    /// Country.
    pub country: RwSignal<String>,
    /// The lines.
    pub lines: RwSignal<Vec<LineForm>>,
    /// What the supplier's system has refused.
    pub refused: RwSignal<Vec<Problem>>,
    /// The fields that have been left or asked for, whose problems are shown.
    pub looked_at: RwSignal<Vec<Field>>,
    /// Whether the draft is still to be kept.
    pub is_open: RwSignal<bool>,
    /// Whether the device has kept the last change.
    pub is_kept: RwSignal<bool>,
}

/// A line while it is typed.
#[derive(Clone, Copy)]
pub struct LineForm {
    /// The key.
    pub id: LineId,
    /// How much, as typed.
    pub quantity: RwSignal<String>,
    /// What does not change while the line stands.
    fixed: StoredValue<DraftLine>,
}

impl LineForm {
    /// A line from a draft.
    pub fn of(line: DraftLine) -> Self {
        Self { id: line.id, quantity: RwSignal::new(line.quantity.clone()), fixed: StoredValue::new(line) }
    }

    /// The line as it is now.
    pub fn draft(self) -> DraftLine {
        DraftLine { quantity: self.quantity.get(), ..self.fixed.get_value() }
    }
}

/// What is needed to add a line.
pub struct Item {
    /// The product.
    pub product: ProductId,
    /// The product's number.
    pub number: String,
    /// The product's name.
    pub name: String,
    /// How many decimals its quantity may have.
    pub quantity_decimals: u32,
    /// The unit.
    pub unit: UnitId,
    /// The unit's name.
    pub unit_name: String,
    /// The price of one unit as digits; empty if none is known.
    pub price: String,
}

impl Form {
    /// The form for a draft.
    pub fn of(draft: &Draft) -> Self {
        let text = |text: &String| RwSignal::new(text.clone());
        Self {
            id: draft.id,
            owner: draft.owner,
            requested: text(&draft.requested),
            requisition: text(&draft.requisition),
            reference: text(&draft.reference),
            name: text(&draft.name),
            street: text(&draft.street),
            city: text(&draft.city),
            state: text(&draft.state),
            postal_code: text(&draft.postal_code),
            country: text(&draft.country),
            lines: RwSignal::new(draft.lines.iter().cloned().map(LineForm::of).collect()),
            refused: RwSignal::new(Vec::new()),
            looked_at: RwSignal::new(Vec::new()),
            is_open: RwSignal::new(true),
            is_kept: RwSignal::new(true),
        }
    }

    /// The draft as it is now.
    pub fn draft(self) -> Draft {
        Draft {
            id: self.id,
            owner: self.owner,
            requested: self.requested.get(),
            requisition: self.requisition.get(),
            reference: self.reference.get(),
            name: self.name.get(),
            street: self.street.get(),
            city: self.city.get(),
            state: self.state.get(),
            postal_code: self.postal_code.get(),
            country: self.country.get(),
            lines: self.lines.get().into_iter().map(LineForm::draft).collect(),
        }
    }

    /// Adds a line; its key is made now, like that of the order.
    pub fn add(self, item: Item, quantity: String) {
        let line = DraftLine {
            id: LineId(crate::browser::random::uuid()),
            product: item.product,
            number: item.number,
            name: item.name,
            quantity,
            quantity_decimals: item.quantity_decimals,
            unit: item.unit,
            unit_name: item.unit_name,
            price: item.price,
        };
        self.lines.update(|lines| lines.push(LineForm::of(line)));
    }

    /// Removes a line.
    pub fn remove(self, id: LineId) {
        self.lines.update(|lines| lines.retain(|line| line.id != id));
    }

    /// Shows the problems of this field from now on.
    pub fn look_at(self, field: Field) {
        self.looked_at.update(|fields| {
            if !fields.contains(&field) {
                fields.push(field);
            }
        });
        // What was refused is let go of as soon as somebody works on it.
        self.refused.update(|problems| problems.retain(|problem| problem.field != field));
    }

    /// Shows these problems from now on.
    pub fn show(self, problems: &[Problem]) {
        for problem in problems {
            self.looked_at.update(|fields| fields.push(problem.field));
        }
    }
}
