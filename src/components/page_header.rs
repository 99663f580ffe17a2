//! The top of every page: way back, heading, one line about it, and at most one primary button.

use crate::{app::Settings, browser::page, components::Icon};
use leptos::prelude::*;

/// A way back.
#[derive(Clone, Debug, PartialEq)]
pub struct BackLink {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: String,
}

/// The id of the heading that gets the focus when a page is opened.
const HEADING: &str = "heading";

/// Whether a page has been opened before this one, so that the focus has to be moved: on the first page it stands
/// where the browser puts it.
#[derive(Clone, Copy)]
pub struct HasNavigated(pub StoredValue<bool>);

/// The header of a page. It names the page in the tab and takes the focus, so that a screen reader says where one is.
#[component]
pub fn PageHeader(
    /// The heading; may change when more is known.
    #[prop(into)]
    title: Signal<String>,
    /// One line about the page.
    #[prop(into, optional)]
    lede: Signal<String>,
    /// The way back.
    #[prop(optional)]
    back: Option<BackLink>,
    /// What stands beside the heading, for example a status.
    #[prop(optional, into)]
    beside: ViewFn,
    /// The buttons at the right.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    name_and_focus(title);
    view! {
        <header class="page-header">
            {back
                .map(|back| {
                    view! {
                        <nav class="page-header__back" aria-label=crate::i18n::t("page.back")>
                            <a href=back.href>
                                <Icon is=Icon::Back />
                                {back.label}
                            </a>
                        </nav>
                    }
                })}
            <div>
                <div class="page-header__title">
                    <h1 id=HEADING tabindex="-1">
                        {title}
                    </h1>
                    {move || beside.run()}
                </div>
                {move || Some(lede.get()).filter(|lede| !lede.is_empty()).map(|lede| view! { <p class="page-header__lede">{lede}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-header__actions">{children()}</div> })}
        </header>
    }
}

/// Names the page by its title and the brand, and moves the focus to its heading if another page was shown before.
fn name_and_focus(title: Signal<String>) {
    let settings = expect_context::<Settings>();
    Effect::new(move |_| {
        let brand = settings.with_value(|config| config.brand.name.clone());
        page::set_title(&format!("{} · {brand}", title.get()));
    });
    let HasNavigated(has_navigated) = expect_context();
    Effect::new(move |_| {
        if has_navigated.get_value() {
            page::focus(HEADING);
        }
        has_navigated.set_value(true);
    });
}
