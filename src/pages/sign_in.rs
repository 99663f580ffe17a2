//! Where one signs in.

use crate::{
    api::{
        Client,
        session::{self, EXTERNAL_SIGN_IN_PATH, SignIn, TOKEN_FIELD},
    },
    app::Settings,
    browser::page,
    components::{Brand, SignInForm, SignInTrouble},
    config::Provider,
    i18n::t,
    routes,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_query_map;

/// The sign-in page. Afterwards it leads to where one wanted to go.
#[component]
pub fn SignInPage() -> impl IntoView {
    let client = expect_context::<Client>();
    let (sign_in, support) = expect_context::<Settings>().with_value(|config| (config.sign_in.clone(), config.support.clone()));
    let back = use_query_map().with_untracked(|map| map.get("return")).unwrap_or_default();
    let back = routes::local_or_home(&back);
    let (is_busy, trouble) = (RwSignal::new(false), RwSignal::new(None));
    let on_submit = {
        let (client, back) = (client.clone(), back.clone());
        Callback::new(move |(email, password): (String, String)| {
            let (client, back) = (client.clone(), back.clone());
            is_busy.set(true);
            trouble.set(None);
            spawn_local(async move {
                match session::sign_in(&client, &email, &password).await {
                    // Who is signed in is only told with a fresh page.
                    Ok(SignIn::Done) => return page::leave_for(&back),
                    Ok(SignIn::Refused) => trouble.set(Some(SignInTrouble::Refused)),
                    Ok(SignIn::TooMany) => trouble.set(Some(SignInTrouble::TooMany)),
                    Err(error) => trouble.set(Some(SignInTrouble::Failed(error))),
                }
                is_busy.set(false);
            });
        })
    };
    page::set_title(&t("sign-in.title"));
    let providers: Vec<_> = sign_in.providers.into_iter().map(|provider| external(client.clone(), provider, back.clone(), trouble)).collect();
    let has_both = sign_in.local && !providers.is_empty();
    view! {
        <main class="sign-in" id="main">
            <Brand />
            <section class="card sign-in__card">
                <h1 tabindex="-1">{t("sign-in.title")}</h1>
                {sign_in.local.then(|| view! { <SignInForm on_submit is_busy trouble /> })}
                {has_both.then(|| view! { <p class="sign-in__or">{t("sign-in.or")}</p> })}
                {providers}
            </section>
            <p class="sign-in__help">
                {t("sign-in.help")} " "
                {support.email.map(|email| view! { <a rel="external" href=format!("mailto:{email}")>{email.clone()}</a> })}
            </p>
        </main>
    }
}

/// Signing in at an identity provider must be a real form: the browser has to leave the page. The site takes it only with
/// a token, which is fetched when the button is pressed.
fn external(
    client: Client,
    provider: Provider,
    back: String,
    trouble: RwSignal<Option<SignInTrouble>>,
) -> impl IntoView {
    let (form, token) = (NodeRef::new(), NodeRef::<leptos::html::Input>::new());
    let leave = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let client = client.clone();
        spawn_local(async move {
            match session::fresh_token(&client).await {
                Ok(fresh) => {
                    let (Some(form), Some(token)): (Option<web_sys::HtmlFormElement>, _) =
                        (form.get_untracked(), token.get_untracked())
                    else {
                        return;
                    };
                    token.set_value(&fresh);
                    // A form in the page can always be sent.
                    let _ = form.submit();
                }
                Err(error) => trouble.set(Some(SignInTrouble::Failed(error))),
            }
        });
    };
    view! {
        <form method="post" action=EXTERNAL_SIGN_IN_PATH node_ref=form on:submit=leave>
            <input type="hidden" name=TOKEN_FIELD node_ref=token />
            <input type="hidden" name="provider" value=provider.provider />
            <input type="hidden" name="returnUrl" value=back />
            <button class="button button--wide" type="submit">
                {provider.label}
            </button>
        </form>
    }
}
