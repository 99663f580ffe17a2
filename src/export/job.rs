//! What the exporter has to know of the reader: language, clock, name.

use super::Wanted;
use crate::{
    browser::clock,
    config,
    i18n::{self, t, t_of},
    user::User,
};
use portal_model::{
    export::{Format, Job, Words},
    file_name::file_name,
    status::{LineStatus, OrderStatus},
};

/// The job of exporting this for this reader, now.
pub fn job(wanted: &Wanted, format: Format, user: &User) -> Job {
    Job {
        subject: wanted.subject.clone(),
        endpoint: config::endpoint(),
        format,
        decimal_comma: i18n::has_decimal_comma(),
        words: words(),
        about: about(wanted, user),
    }
}

/// The name of the file: list and day.
pub fn name_of_file(title: &str, format: Format) -> String {
    // A stroke would be taken for a folder.
    let title = title.replace(['/', '\\'], "-");
    let ending = format.ending();
    file_name(&format!("{title} {}.{ending}", clock::today()), &format!("export.{ending}"))
}

fn about(Wanted { subject, address }: &Wanted, user: &User) -> Vec<(String, String)> {
    let filter = match subject.filter.is_empty() {
        true => t("export.everything"),
        false => subject.filter.clone(),
    };
    let time = format!("{} ({})", i18n::instant(&clock::iso(clock::now())), clock::zone());
    vec![
        (t("export.about-list"), subject.title.clone()),
        (t("export.about-filter"), filter),
        (t("export.about-user"), user.name.clone()),
        (t("export.about-time"), time),
        (t("export.about-address"), address.clone()),
    ]
}

fn words() -> Words {
    let statuses = OrderStatus::ALL.into_iter().map(OrderStatus::slug).chain(["unknown"]);
    let line_statuses = [LineStatus::Open, LineStatus::Delivered, LineStatus::Invoiced, LineStatus::Canceled]
        .map(LineStatus::slug);
    Words {
        pending: t("value.pending"),
        currency: t("export.currency"),
        about: t("export.about"),
        statuses: statuses.map(|slug| (slug.to_owned(), t_of("status", slug))).collect(),
        line_statuses: line_statuses.map(|slug| (slug.to_owned(), t_of("line-status", slug))).to_vec(),
    }
}
