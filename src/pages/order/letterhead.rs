//! What stands at the top of the order on paper, and nowhere on the screen.

use crate::{
    browser::clock,
    config,
    html::{El, el},
    i18n::{date, t_with},
};

/// The brand, whom to ask, and the day of printing.
pub fn letterhead() -> El {
    let (brand, support) = (config::brand(), config::support());
    let logo = brand.logo.map(|logo| {
        let logo = el("img").class("letterhead__logo").attr("src", logo).attr("alt", "");
        logo.attr("width", "40").attr("height", "40")
    });
    let lines =
        [support.telephone, support.email, Some(t_with("order.printed", &[("date", &date(clock::today()))]))];
    let contact = lines.into_iter().flatten().map(|line| el("p").text(line));
    el("div")
        .class("letterhead")
        .maybe_child(logo)
        .child(el("p").class("letterhead__name").text(brand.name))
        .child(el("div").class("letterhead__contact").children(contact))
}
