//! One line of an order.

use super::quantity::quantity;
use crate::{
    components::{amount, amount_or_dash, badge, or_dash, pending},
    html::{El, el},
    i18n::{date, money, t, t_count, t_of, t_with},
    pages::order::actions::ask_about_line,
};
use portal_model::{
    decimal::Number,
    money::Money,
    order::{Order, OrderLine, Promise, Slip},
    status::LineStatus,
};

/// What all rows have in common.
pub struct Row<'a> {
    /// The order.
    pub order: &'a Order,
    /// Where questions go, if that is set up.
    pub address: Option<String>,
    /// Whether nothing is to come any more: then what is not there is not pending either.
    pub is_settled: bool,
}

impl Row<'_> {
    /// The row of a line; a card where it is narrow.
    pub fn show(&self, line: &OrderLine) -> El {
        let cell = |class| el("td").class(class).attr("role", "cell");
        let numeric = |class| cell(class).attr("data-numeric", "");
        let number = (!line.product_number().is_empty()).then(|| detail(line.product_number().to_owned()));
        let product = el("th")
            .attr("scope", "row")
            .attr("role", "rowheader")
            .class("order-lines__product")
            .text(line.name())
            .maybe_child(number);
        let position = line.position.map(|position| position.to_string()).unwrap_or_default();
        let ask = self.address.as_ref().map(|address| ask_about_line(address, self.order, line));
        el("tr")
            .attr("role", "row")
            .child(numeric("order-lines__position").text(position))
            .child(product)
            .child(cell("order-lines__quantity").children(quantity(line)))
            .child(self.price(numeric("order-lines__price"), line).attr("data-label", t("line.at")))
            .child(self.amount(numeric("order-lines__amount"), line))
            .child(self.dates(cell("order-lines__dates"), line))
            .child(cell("order-lines__status").child(self.status(line.status)))
            .child(cell("order-lines__ask").maybe_child(ask))
    }

    /// What one unit costs, and what is taken off the line.
    fn price(&self, cell: El, line: &OrderLine) -> El {
        let discount = self.worth_telling(line.discount.as_ref());
        let discount = discount.map(|amount| detail(t_with("line.discount", &[("amount", &money(&amount))])));
        cell.child(self.money(line.price.as_ref())).maybe_child(discount)
    }

    /// What the line costs, and the tax on it.
    fn amount(&self, cell: El, line: &OrderLine) -> El {
        let tax = self.worth_telling(line.tax.as_ref());
        let tax = tax.map(|amount| detail(t_with("line.tax", &[("amount", &money(&amount))])));
        cell.child(self.money(line.amount.as_ref())).maybe_child(tax)
    }

    /// The confirmed day above the requested one, and how far they are apart.
    fn dates(&self, cell: El, line: &OrderLine) -> El {
        let confirmed = match line.promise(self.order) {
            _ if line.status == LineStatus::Canceled => or_dash(None),
            Some(Promise::Arrives(day)) => el("span").text(date(day)),
            Some(Promise::Leaves(day)) => el("span").text(t_with("promise.leaves", &[("date", &date(day))])),
            None if self.is_settled => or_dash(None),
            None => pending(),
        };
        let wanted = line.wanted(self.order);
        let wanted = wanted.map(|day| detail(t_with("line.wanted", &[("date", &date(day))])));
        cell.child(confirmed).maybe_child(wanted).maybe_child(line.slip(self.order).map(slip))
    }

    fn status(&self, status: LineStatus) -> El {
        let tone = match status {
            LineStatus::None if self.is_settled => return or_dash(None),
            LineStatus::None => return pending(),
            LineStatus::Open => "information",
            LineStatus::Delivered | LineStatus::Invoiced => "success",
            LineStatus::Canceled => "danger",
        };
        badge(tone, t_of("line-status", status.slug()))
    }

    /// An amount, pending as long as the ERP may still send it.
    fn money(&self, digits: Option<&Number>) -> El {
        let money = self.order.in_its_currency(digits);
        if self.is_settled { amount_or_dash(money) } else { amount(money) }
    }

    /// An amount that is there and not zero.
    fn worth_telling(&self, digits: Option<&Number>) -> Option<Money> {
        let digits = digits.filter(|digits| digits.value().is_some_and(|value| !value.is_zero()));
        self.order.in_its_currency(Some(digits?))
    }
}

fn detail(text: String) -> El {
    el("span").class("table__detail").text(text)
}

/// How far what is confirmed is from what was asked for, in words.
pub fn slip(slip: Slip) -> El {
    let (tone, text) = match slip {
        Slip::OnTime => ("success", t("slip.on-time")),
        Slip::Earlier(days) => ("success", t_count("slip.earlier", days)),
        Slip::Later(days) => ("warning", t_count("slip.later", days)),
        Slip::LaterAtLeast(days) => ("warning", t_count("slip.at-least", days)),
    };
    el("span").class("slip").attr("data-tone", tone).text(text)
}
