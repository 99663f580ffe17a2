//! The start, in three bands: what needs the reader, what is on its way to him, and where to begin.
//!
//! The page is there before its numbers: every row has its place, the last known numbers stand in it until there are new
//! ones, and every number is a link to the list that it counts.

mod known;
mod needs;
mod on_its_way;
mod start;

use crate::{
    components::{PageHeader, fact, new_order_link},
    config,
    html::{El, el},
    i18n::{t, t_with},
    user::use_user,
};

/// The start page.
pub fn home_page() -> El {
    let title = t_with("home.title", &[("name", &use_user().name)]);
    let bands = el("div")
        .class("home")
        .child(band("home__needs", "home-needs", t("home.needs"), None, needs::needs()))
        .child(on_its_way::on_its_way())
        .child(band("home__start", "home-start", t("home.start"), None, start::start()).maybe_child(help()));
    el("div")
        .class("page")
        .child(PageHeader::new(title).lede(t("home.lede")).action(new_order_link()).show())
        .child(bands)
}

/// A band: its name, something beside the name, and what is in it.
fn band(class: &'static str, id: &'static str, name: String, beside: Option<El>, content: El) -> El {
    let head = el("div").class("home__head").child(el("h2").attr("id", id).text(name)).maybe_child(beside);
    el("section").class(class).attr("aria-labelledby", id).child(head).child(content)
}

/// Whom to ask, if the administrator has said so.
fn help() -> Option<El> {
    let support = config::support();
    let link = |href: String, text: String| el("a").attr("rel", "external").attr("href", href).text(text);
    let email = support.email.map(|email| fact(t("help.email"), link(format!("mailto:{email}"), email)));
    let telephone = support.telephone.map(|telephone| {
        fact(t("help.telephone"), link(format!("tel:{}", telephone.replace(' ', "")), telephone))
    });
    let ways: Vec<_> = [email, telephone].into_iter().flatten().collect();
    (!ways.is_empty()).then(|| {
        el("section")
            .class("home__help")
            .child(el("h3").text(t("help.title")))
            .child(el("p").class("quiet").text(t("help.text")))
            .child(el("dl").class("facts").children(ways))
    })
}
