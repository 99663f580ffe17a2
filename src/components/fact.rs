//! A name and its value in a list of facts.

use leptos::prelude::*;

/// One row of a `facts` list.
pub fn fact(name: String, value: impl IntoView) -> impl IntoView {
    view! {
        <div class="facts__row">
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
}
