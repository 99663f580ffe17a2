//! An address, line by line.

use leptos::prelude::*;
use portal_model::address::Address;

/// The lines of an address as on an envelope.
#[component]
pub fn AddressLines(
    /// What to show.
    address: Address,
) -> impl IntoView {
    let lines: Vec<_> = address
        .lines()
        .into_iter()
        .enumerate()
        .map(|(index, line)| view! { {(index > 0).then(|| view! { <br /> })} {line} })
        .collect();
    view! { <address>{lines}</address> }
}
