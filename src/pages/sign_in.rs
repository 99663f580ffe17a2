//! Where one signs in.

use crate::{
    api::{
        Client,
        session::{self, EXTERNAL_SIGN_IN_PATH, SignIn, TOKEN_FIELD},
    },
    browser::{page, spawn},
    components::{Attempt, SignInTrouble, brand, sign_in_form},
    config::{self, Provider},
    html::{El, el},
    i18n::t,
    routes,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use wasm_bindgen::JsCast;

/// The sign-in page. Afterwards it leads to where one wanted to go.
pub fn sign_in_page() -> El {
    let client = expect_context::<Client>();
    let back = use_query_map().with_untracked(|map| map.get("return")).unwrap_or_default();
    let back = routes::local_or_home(&back);
    let attempt = Attempt::new();
    let submit = {
        let (client, back) = (client.clone(), back.clone());
        Callback::new(move |(email, password): (String, String)| {
            let (client, back) = (client.clone(), back.clone());
            attempt.is_busy.set(true);
            attempt.trouble.set(None);
            spawn(async move {
                let trouble = match session::sign_in(&client, &email, &password).await {
                    // Who is signed in is only told with a fresh page.
                    Ok(SignIn::Done) => return page::leave_for(&back),
                    Ok(SignIn::Refused) => SignInTrouble::Refused,
                    Ok(SignIn::TooMany) => SignInTrouble::TooMany,
                    Err(error) => SignInTrouble::Failed(error),
                };
                attempt.trouble.set(Some(trouble));
                attempt.is_busy.set(false);
            });
        })
    };
    page::set_title(&format!("{} · {}", t("sign-in.title"), config::brand().name));
    let is_local = config::has_local_sign_in();
    let providers: Vec<_> = config::providers()
        .into_iter()
        .map(|provider| external(client.clone(), provider, back.clone(), attempt.trouble))
        .collect();
    let or = (is_local && !providers.is_empty()).then(|| el("p").class("sign-in__or").text(t("sign-in.or")));
    let card = el("section")
        .class("card sign-in__card")
        .child(el("h1").attr("tabindex", "-1").text(t("sign-in.title")))
        .maybe_child(is_local.then(|| sign_in_form(attempt, submit)))
        .maybe_child(or)
        .children(providers);
    let support = config::support()
        .email
        .map(|email| el("a").attr("rel", "external").attr("href", format!("mailto:{email}")).text(email));
    let help = el("p").class("sign-in__help").text(format!("{} ", t("sign-in.help"))).maybe_child(support);
    el("main").class("sign-in").attr("id", "main").child(brand()).child(card).child(help)
}

/// Signing in at an identity provider must be a real form: the browser has to leave the page. The site takes it only with
/// a token, which is fetched when the button is pressed.
fn external(
    client: Client,
    provider: Provider,
    back: String,
    trouble: RwSignal<Option<SignInTrouble>>,
) -> El {
    let token = RwSignal::new(String::new());
    let leave = move |event: web_sys::Event| {
        event.prevent_default();
        let form = event.current_target().and_then(|form| form.dyn_into::<web_sys::HtmlFormElement>().ok());
        let client = client.clone();
        spawn(async move {
            match (session::fresh_token(&client).await, form) {
                (Ok(fresh), Some(form)) => {
                    token.set(fresh);
                    // The field has to have the token before the form is sent.
                    leptos::task::tick().await;
                    // A form in the page can always be sent.
                    let _ = form.submit();
                }
                (Err(error), _) => trouble.set(Some(SignInTrouble::Failed(error))),
                (Ok(_), None) => {}
            }
        });
    };
    let hidden = |name: &'static str| el("input").attr("type", "hidden").attr("name", name);
    let button = el("button").class("button button--wide").attr("type", "submit").text(provider.label);
    el("form")
        .attr("method", "post")
        .attr("action", EXTERNAL_SIGN_IN_PATH)
        .on("submit", leave)
        .child(hidden(TOKEN_FIELD).live_text(move || token.get()))
        .child(hidden("provider").attr("value", provider.provider))
        .child(hidden("returnUrl").attr("value", back))
        .child(button)
}
