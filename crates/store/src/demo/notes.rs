//! Notes and attachments of the recent orders: words, a PDF, a packing list, and what must never reach a customer or run
//! in a browser.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::pdf;
use super::recent::{Order, key};
use super::scenes::Notes;
use crate::bulk::row::Row;
use crate::sql::Value;

/// A note, before it is a row.
struct Note {
    subject: &'static str,
    text: String,
    /// Name, type and content of the file, if it has one.
    file: Option<(String, &'static str, Vec<u8>)>,
    external: bool,
}

/// The rows of an order's notes.
pub(super) fn of(order: &Order) -> Vec<Row> {
    let wanted = order.scene.notes;
    let mut notes = Vec::new();
    if wanted != Notes::None {
        notes.push(confirmation(order));
    }
    if matches!(wanted, Notes::Delivery | Notes::All) {
        notes.extend([packing_list(order), advice(order)]);
    }
    if wanted == Notes::All {
        notes.extend([hostile(), internal()]);
    }
    notes.iter().zip(1..).map(|(note, place)| note.row(order, place)).collect()
}

fn number(order: &Order) -> &str {
    order.number.as_deref().unwrap_or(order.scene.requisition)
}

fn confirmation(order: &Order) -> Note {
    let mut lines = vec![
        format!("Your reference: {}", order.scene.requisition),
        format!("Requested: {}", day(order.day(order.scene.requested))),
        order.scene.confirmed.map_or_else(
            || "Confirmed: not yet".to_owned(),
            |confirmed| format!("Confirmed: {}", day(order.day(confirmed))),
        ),
        String::new(),
    ];
    lines.extend(
        order
            .lines
            .iter()
            .map(|(product, quantity, _)| format!("{quantity} x {} {}", product.number, product.name)),
    );
    let title = format!("Order confirmation {}", number(order));
    let file = (format!("{title}.pdf"), "application/pdf", pdf::page(&title, &lines));
    Note { subject: "Order confirmation", text: String::new(), file: Some(file), external: true }
}

fn packing_list(order: &Order) -> Note {
    let mut csv = String::from("\u{feff}Product;Name;Ordered;Shipped\r\n");
    for (product, quantity, shipped) in &order.lines {
        // Names may hold anything, the separator too.
        csv.push_str(&format!(
            "{};\"{}\";{quantity};{shipped}\r\n",
            product.number,
            product.name.replace('"', "\"\"")
        ));
    }
    let file = (format!("Packing list {}.csv", number(order)), "text/csv", csv.into_bytes());
    Note { subject: "Packing list", text: String::new(), file: Some(file), external: true }
}

fn advice(order: &Order) -> Note {
    let left: i64 = order.lines.iter().map(|(_, quantity, shipped)| quantity - shipped).sum();
    let rest = if left > 0 {
        format!("{left} pieces are on back order and follow with the next delivery.")
    } else {
        "The delivery is complete.".to_owned()
    };
    let text =
        format!("Two pallets, gate 4, between 8 and 12 o'clock.\nThe driver calls an hour before.\n{rest}");
    Note { subject: "Delivery advice", text, file: None, external: true }
}

/// A page that would run a script if it were ever shown as one, under a name that tries to be a path.
fn hostile() -> Note {
    let page = "<!doctype html><title>Invoice</title><script>document.body.textContent = 'This ran: ' + document.cookie\
                </script><p>If you can read this as a page, something is wrong.</p>";
    let file = ("../../invoice \"final\".html".to_owned(), "text/html", page.into());
    Note { subject: "<b>Scanned letter</b>", text: String::new(), file: Some(file), external: true }
}

/// What the people inside tell each other.
fn internal() -> Note {
    let text = "INTERNAL: pays late, ask for a prepayment before the next large order.".to_owned();
    Note { subject: "Credit check", text, file: None, external: false }
}

/// The day of a moment as it is stored.
fn day(moment: Value) -> String {
    match moment {
        Value::Text(text) => text.chars().take(10).collect(),
        _ => String::new(),
    }
}

impl Note {
    fn row(&self, order: &Order, place: usize) -> Row {
        let text = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
        let size = |bytes: &[u8]| i64::try_from(bytes.len()).unwrap_or(0);
        let file = self.file.as_ref();
        vec![
            ("annotationid", key(&format!("{} note {place}", order.scene.requisition)).into()),
            ("objectid", order.key.into()),
            ("subject", self.subject.into()),
            ("notetext", text(&self.text)),
            ("filename", file.map_or(Value::Null, |(name, _, _)| name.as_str().into())),
            ("mimetype", file.map_or(Value::Null, |(_, media_type, _)| (*media_type).into())),
            ("filesize", file.map_or(Value::Null, |(_, _, bytes)| Value::Integer(size(bytes)))),
            ("isdocument", Value::Integer(i64::from(file.is_some()))),
            ("documentbody", file.map_or(Value::Null, |(_, _, bytes)| Value::Text(STANDARD.encode(bytes)))),
            ("msdyn_restriction", Value::Integer(i64::from(self.external))),
            ("createdon", order.changed()),
            ("modifiedon", order.changed()),
        ]
    }
}
