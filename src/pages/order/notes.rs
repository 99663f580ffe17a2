//! Notes and attachments that the supplier has put to an order for the customer. Files are handed over as they are and
//! never opened here.

use super::Asked;
use crate::{
    api::{self, ApiError, Client},
    browser::{download, spawn},
    components::{failure, sign},
    html::{El, el},
    i18n::{file_size, instant, t, t_with},
};
use leptos::prelude::*;
use portal_model::{file_name::file_name, ids::NoteId, note::Note};

/// The section with the notes; nothing where there are none, or where the site does not offer them.
pub fn notes(asked: Asked) -> El {
    el("div").class("notes").live_view(move || match (asked.notes.ready(), asked.notes.failure()) {
        (_, Some(error)) => failure(error, Some(Callback::new(move |()| asked.notes.again()))).into_any(),
        (Some(notes), _) if !notes.is_empty() => section(notes).into_any(),
        _ => ().into_any(),
    })
}

fn section(notes: Vec<Note>) -> El {
    let trouble = RwSignal::new(None::<ApiError>);
    let trouble_shown = move || match trouble.get() {
        Some(error) => failure(error, None).into_any(),
        None => ().into_any(),
    };
    el("section")
        .class("stack")
        .child(el("h2").text(t("notes.title")))
        .live_view(trouble_shown)
        .child(el("ul").class("card notes__list").children(notes.iter().map(|note| one(note, trouble))))
}

fn one(note: &Note, trouble: RwSignal<Option<ApiError>>) -> El {
    let text = note.text();
    let subject = note.subject.clone().filter(|subject| !subject.trim().is_empty());
    let created = note.created.as_deref().map(|created| el("p").class("notes__time").text(instant(created)));
    let paragraph =
        |class: &'static str, text: String| (!text.is_empty()).then(|| el("p").class(class).text(text));
    el("li")
        .class("notes__note")
        .maybe_child(subject.and_then(|subject| paragraph("notes__subject", subject)))
        .maybe_child(created)
        .maybe_child(paragraph("notes__text", text))
        .maybe_child(note.file_name.clone().map(|name| file(note, &name, trouble)))
}

/// A paper with a folded corner.
const PAPER: &str = "M5 2.5h6.5L15 6v11.5H5zM11 2.5V6.5h4";

fn file(note: &Note, name: &str, trouble: RwSignal<Option<ApiError>>) -> El {
    let name = file_name(name, &t("notes.attachment"));
    let label = t_with("notes.download", &[("name", &name)]);
    let size = note.file_size.map(|bytes| el("span").class("quiet").text(file_size(bytes)));
    let (id, busy) = (note.id, RwSignal::new(false));
    let client = expect_context::<Client>();
    let press = move |_| {
        if !busy.get_untracked() {
            busy.set(true);
            trouble.set(None);
            fetch(client.clone(), id, busy, trouble);
        }
    };
    let button = el("button")
        .class("button button--small")
        .attr("type", "button")
        .attr("aria-label", label)
        .live("aria-busy", move || Some(busy.get().to_string()))
        .on("click", press)
        .child(sign(PAPER))
        .text(name);
    el("p").class("cluster").child(button).maybe_child(size)
}

fn fetch(client: Client, id: NoteId, busy: RwSignal<bool>, trouble: RwSignal<Option<ApiError>>) {
    spawn(async move {
        let outcome = match api::notes::file(&client, id).await {
            Ok(file) => {
                let bytes = download::from_base64(file.body.as_deref().unwrap_or_default());
                let name = file_name(file.name.as_deref().unwrap_or_default(), &t("notes.attachment"));
                match bytes {
                    Some(bytes) => {
                        download::save_bytes(&name, &bytes);
                        None
                    }
                    None => Some(ApiError::Faulty { reference: id.to_string() }),
                }
            }
            Err(error) => Some(error),
        };
        // The page may have been left meanwhile.
        let _ = busy.try_set(false);
        let _ = trouble.try_set(outcome);
    });
}
