//! An address that leads nowhere.

use crate::{
    components::{Drawing, Outcome, PageHeader},
    i18n::t,
    routes::Route,
};
use leptos::prelude::*;

/// Says so, and offers the ways that are there.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <div class="page">
            <PageHeader title=t("not-found.title") />
            <div class="table-box">
                <Outcome drawing=Drawing::Signpost text=t("not-found.text")>
                    <a class="button button--primary" href=Route::Orders.path()>
                        {t("not-found.orders")}
                    </a>
                    <a class="button" href=Route::Home.path()>
                        {t("not-found.home")}
                    </a>
                </Outcome>
            </div>
        </div>
    }
}
