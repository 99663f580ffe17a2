//! Signing in again over the form, when the session has ended in the middle of it. Nothing below is unmounted, so nothing
//! that was typed is lost.

use super::send::Sending;
use crate::{
    api::{
        Client,
        session::{self, SignIn},
    },
    browser::page,
    components::{SignInForm, SignInTrouble},
    i18n::t,
    user::use_user,
};
use leptos::{prelude::*, task::spawn_local};

const DIALOG: &str = "sign-in-again";

/// The dialog. It opens itself when the session turns out to be over.
#[component]
pub fn SignInAgain(
    /// The sending that may have found out.
    sending: Sending,
) -> impl IntoView {
    let client = expect_context::<Client>();
    let contact = use_user().contact;
    let (is_busy, trouble) = (RwSignal::new(false), RwSignal::new(None));
    Effect::new(move |_| match sending.session_over.get() {
        true => page::show_dialog(DIALOG),
        false => page::close_dialog(DIALOG),
    });
    let on_submit = Callback::new(move |(email, password): (String, String)| {
        let client = client.clone();
        is_busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let outcome = match session::sign_in(&client, &email, &password).await {
                // What was typed belongs to one person; nobody else must send it in his own name.
                Ok(SignIn::Done) => match session::is_session_of(&client, contact).await {
                    Ok(true) => None,
                    Ok(false) => Some(SignInTrouble::SomebodyElse),
                    Err(error) => Some(SignInTrouble::Failed(error)),
                },
                Ok(SignIn::Refused) => Some(SignInTrouble::Refused),
                Ok(SignIn::TooMany) => Some(SignInTrouble::TooMany),
                Err(error) => Some(SignInTrouble::Failed(error)),
            };
            is_busy.set(false);
            sending.session_over.set(outcome.is_some());
            trouble.set(outcome);
        });
    });
    view! {
        <dialog class="dialog" id=DIALOG aria-labelledby="sign-in-again-title" on:close=move |_| sending.session_over.set(false)>
            <h2 id="sign-in-again-title">{t("sign-in.again")}</h2>
            <p>{t("sign-in.again-text")}</p>
            <SignInForm on_submit is_busy trouble />
        </dialog>
    }
}
