//! Presses of keys, wherever the focus is.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, KeyboardEvent};

/// A press of a key that might mean something to the portal.
pub struct Press {
    /// The character, or the browser's name of the key; `mod+` before it if Ctrl (on a Mac, Command) was held.
    pub name: String,
    /// Whether the focus is where one types.
    pub is_in_field: bool,
    /// Whether the focus is on something that Enter and the space bar press.
    pub is_on_control: bool,
    /// Whether the key is being held.
    pub is_repeat: bool,
    /// When, in milliseconds since the page was opened.
    pub at: f64,
}

/// Where one types: letters there are letters.
const FIELDS: &str = "textarea,select,[contenteditable],[role=listbox],[role=menu],\
    input:not([type=checkbox],[type=radio],[type=button],[type=submit])";

/// What Enter and the space bar press.
const CONTROLS: &str = "a,button,summary,input,[role=button],[role=option]";

/// Hears every press for as long as the page is open. A press that `act` takes goes no further.
pub fn on_press(mut act: impl FnMut(&Press) -> bool + 'static) {
    let heard = Closure::wrap(Box::new(move |event: Event| {
        // Browsers that fill in a form tell of a press without a key.
        let press = event.dyn_ref::<KeyboardEvent>().and_then(read);
        if press.is_some_and(|press| act(&press)) {
            event.prevent_default();
        }
    }) as Box<dyn FnMut(Event)>);
    // The window is always a place to listen at.
    let _ = window().add_event_listener_with_callback("keydown", heard.as_ref().unchecked_ref());
    heard.forget();
}

/// Whether the command key is Command and not Ctrl.
pub fn is_mac() -> bool {
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}

/// Whether a dialog lies over the page.
pub fn is_dialog_open() -> bool {
    matches!(document().query_selector("dialog[open]"), Ok(Some(_)))
}

fn read(event: &KeyboardEvent) -> Option<Press> {
    if event.default_prevented() || event.is_composing() {
        return None;
    }
    let (command, other) = match is_mac() {
        true => (event.meta_key(), event.ctrl_key()),
        false => (event.ctrl_key(), event.meta_key()),
    };
    // Some layouts need AltGr for a bracket; that is a way of typing it and no modifier.
    let is_typed = event.get_modifier_state("AltGraph");
    let held = Held { shift: event.shift_key(), command, other: other || event.alt_key() };
    let name = name(&event.key(), if is_typed { Held::default() } else { held })?;
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_within =
        |selector| matches!(target.as_ref().map(|target| target.closest(selector)), Some(Ok(Some(_))));
    Some(Press {
        name,
        is_in_field: is_within(FIELDS),
        is_on_control: is_within(CONTROLS),
        is_repeat: event.repeat(),
        at: event.time_stamp(),
    })
}

/// The modifiers that are held.
#[derive(Clone, Copy, Default)]
struct Held {
    shift: bool,
    command: bool,
    other: bool,
}

/// How a press is spelled; none if its modifiers mean something else.
fn name(key: &str, held: Held) -> Option<String> {
    // A sign may need Shift; a letter with Shift is another letter. Caps lock alone does not count.
    let is_letter = key.len() == 1 && key.as_bytes()[0].is_ascii_alphabetic();
    let is_shifted = held.shift && (is_letter || held.command);
    if held.other || is_shifted || matches!(key, "Control" | "Meta" | "Shift" | "Alt") {
        return None;
    }
    let key = if is_letter { key.to_ascii_lowercase() } else { key.to_owned() };
    Some(if held.command { format!("mod+{key}") } else { key })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_is_spelled_by_what_it_types() {
        let shift = Held { shift: true, ..Held::default() };
        let command = Held { command: true, ..Held::default() };
        let other = Held { other: true, ..Held::default() };
        let cases = [
            ("n", Held::default(), Some("n")),
            ("N", Held::default(), Some("n")),
            ("N", shift, None),
            ("?", shift, Some("?")),
            ("k", command, Some("mod+k")),
            ("k", Held { shift: true, ..command }, None),
            ("k", other, None),
            ("Shift", shift, None),
            ("Enter", Held::default(), Some("Enter")),
        ];
        for (key, held, expected) in cases {
            assert_eq!(name(key, held).as_deref(), expected, "{key}");
        }
    }
}
