//! Hearing a press and finding what it does.

use super::registry::{Act, Entry, Keys, Place};
use crate::{
    browser::keyboard::{Press, is_dialog_open, on_press},
    routes::Route,
};
use leptos::prelude::*;

/// How long the second key of two may take to follow, in milliseconds.
const PATIENCE: f64 = 1_500.0;

/// Listens until the portal is closed.
pub fn listen(keys: Keys, go: Callback<Route>) {
    let mut begun = (String::new(), 0.0);
    on_press(move |press| {
        let (before, at) = std::mem::take(&mut begun);
        // A dialog that is on its way takes what is typed already.
        if keys.shown.get_untracked().is_some() || is_dialog_open() {
            return false;
        }
        let entries = keys.entries();
        let letters = keys.letters.get_untracked();
        let open: Vec<&Entry> = entries.iter().filter(|entry| may_act(entry, press, letters)).collect();
        let spelled: Vec<&str> = open.iter().map(|entry| entry.keys).collect();
        let before = if press.at - at < PATIENCE { before.as_str() } else { "" };
        match decide(&spelled, before, &press.name) {
            Found::Nothing => false,
            Found::Beginning(keys) => {
                begun = (keys, press.at);
                true
            }
            Found::Entry(index) => {
                match &open[index].act {
                    Act::Go(route) => go.run(*route),
                    Act::Run(act) => act.run(()),
                }
                true
            }
        }
    });
}

fn may_act(entry: &Entry, press: &Press, letters: bool) -> bool {
    let with_modifier = entry.keys.starts_with("mod+");
    let is_character = !with_modifier && entry.keys.split(' ').any(|key| key.chars().count() == 1);
    let is_in_the_way = press.is_in_field || (press.is_on_control && !is_character);
    (with_modifier || !is_in_the_way)
        && (letters || !is_character)
        // Moving through a list may go on while the key is held; nothing else should happen twice.
        && (!press.is_repeat || entry.place == Place::List)
}

/// What a press means.
#[derive(Debug, PartialEq)]
enum Found {
    /// Nothing.
    Nothing,
    /// The first of several keys.
    Beginning(String),
    /// The entry at this place.
    Entry(usize),
}

/// What `press` means after `before`, the keys that have been pressed so far.
fn decide(spelled: &[&str], before: &str, press: &str) -> Found {
    let so_far = if before.is_empty() { press.to_owned() } else { format!("{before} {press}") };
    if let Some(index) = spelled.iter().position(|keys| *keys == so_far) {
        return Found::Entry(index);
    }
    let goes_on = |keys: &&str| keys.strip_prefix(so_far.as_str()).is_some_and(|rest| rest.starts_with(' '));
    if spelled.iter().any(goes_on) {
        return Found::Beginning(so_far);
    }
    // A key that does not go on what was begun begins anew.
    if before.is_empty() { Found::Nothing } else { decide(spelled, "", press) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 6] = ["n", "g h", "g o", "?", "mod+k", "Enter"];

    #[test]
    fn two_keys_one_after_the_other_are_one() {
        assert_eq!(decide(&KEYS, "", "g"), Found::Beginning("g".into()));
        assert_eq!(decide(&KEYS, "g", "o"), Found::Entry(2));
    }

    #[test]
    fn a_key_that_does_not_go_on_begins_anew() {
        assert_eq!(decide(&KEYS, "g", "n"), Found::Entry(0));
        assert_eq!(decide(&KEYS, "g", "g"), Found::Beginning("g".into()));
        assert_eq!(decide(&KEYS, "g", "q"), Found::Nothing);
        assert_eq!(decide(&KEYS, "", "o"), Found::Nothing, "the second key alone means nothing");
    }

    fn press(name: &str) -> Press {
        Press { name: name.into(), is_in_field: false, is_on_control: false, is_repeat: false, at: 0.0 }
    }

    fn entry(keys: &'static str, place: Place) -> Entry {
        Entry::new(keys, place, String::new(), Act::Go(Route::Home))
    }

    #[test]
    fn in_a_field_only_keys_with_a_modifier_act() {
        let in_field = Press { is_in_field: true, ..press("n") };
        assert!(!may_act(&entry("n", Place::Everywhere), &in_field, true));
        assert!(!may_act(&entry("Enter", Place::List), &in_field, true));
        assert!(may_act(&entry("mod+k", Place::Everywhere), &in_field, true));
    }

    #[test]
    fn enter_on_a_button_or_a_link_belongs_to_it() {
        let on_control = Press { is_on_control: true, ..press("Enter") };
        assert!(!may_act(&entry("Enter", Place::List), &on_control, true));
        assert!(may_act(&entry("j", Place::List), &on_control, true));
    }

    #[test]
    fn single_characters_can_be_switched_off_and_nothing_else() {
        for (keys, acts) in [("n", false), ("?", false), ("g o", false), ("Enter", true), ("mod+k", true)] {
            assert_eq!(may_act(&entry(keys, Place::List), &press("x"), false), acts, "{keys}");
        }
    }

    #[test]
    fn a_held_key_moves_through_a_list_and_does_nothing_else_twice() {
        let held = Press { is_repeat: true, ..press("j") };
        assert!(may_act(&entry("j", Place::List), &held, true));
        assert!(!may_act(&entry("n", Place::Everywhere), &held, true));
    }
}
