//! What is shown when `portal.json` cannot be used. It cannot have texts in a language: which one is in that file.

use leptos::prelude::*;

/// Names the fault, for the administrator.
#[component]
pub fn WrongConfig(
    /// What is wrong, with line and column where known.
    problem: String,
) -> impl IntoView {
    view! {
        <main class="page" data-width="form">
            <div class="notice" data-tone="danger" role="alert">
                <p class="notice__title">"portal.json is not right"</p>
                <p>{problem}</p>
                <p>"Mend the file on the server and load this page again; nothing has to be built."</p>
            </div>
        </main>
    }
}
