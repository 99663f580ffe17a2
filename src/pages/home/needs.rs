//! What needs the reader: each a sentence with a number, and one button. A row stays when there is nothing, and says so,
//! so that nothing moves when the numbers come.

use super::known::{Known, known, learn};
use crate::{
    api::{ApiError, Client, lists},
    browser::{clock, on_change},
    components::{Icon, button, icon},
    drafts,
    html::{El, el},
    i18n::{number, t, t_count, t_of},
    loading::{Loading, load},
    routes::{self, Route},
    seen,
    user::use_user,
};
use leptos::prelude::*;
use portal_model::{
    ids::{ContactId, OrderId},
    list::{Filter, ListKind, ListQuery, requests::Asking, views},
    odata::Page,
};

/// The rows: what lies on the device, and what is counted in the list of orders.
pub fn needs() -> El {
    let late = Counted {
        slug: "late",
        sign: Icon::Warning,
        query: views::built_in(ListKind::Orders, "late"),
        watched: |_| Vec::new(),
        last: |known| &mut known.late,
        sentence: |count| t_count("home.late", count),
        press: t("home.late-show"),
        nothing: t("home.no-late"),
    };
    let changed = Counted {
        slug: "changed",
        sign: Icon::Again,
        query: Some(ListQuery::of(ListKind::Orders).with(Filter::Changed)),
        watched: seen::watched,
        last: |known| &mut known.changed,
        sentence: |count| t_count("home.changed", count),
        press: t("home.changed-show"),
        nothing: t("home.no-changed"),
    };
    el("ul").class("needs").child(draft()).child(late.row()).child(changed.row())
}

/// What is to be said in a row.
enum Say {
    /// Nothing yet.
    Waiting,
    /// There is nothing to do.
    Nothing(String),
    /// There is something: where its number and its button lead, and what the button says.
    Something { sentence: Sentence, to: String, press: String },
    /// It could not be found out; it may be tried again.
    Failed(ApiError, Callback<()>),
}

/// A sentence with a number in it.
struct Sentence {
    text: String,
    number: String,
}

fn draft() -> El {
    let draft = drafts::restore(use_user().contact).filter(|draft| draft.is_begun());
    let say = match draft {
        None => Say::Nothing(t("home.no-draft")),
        Some(draft) => {
            let count = draft.lines.len() as u32;
            Say::Something {
                sentence: Sentence { text: t_count("home.draft", count), number: number(&count.to_string()) },
                to: routes::with_query(Route::NewOrder, &[("step", "items".to_owned())]),
                press: t("home.draft-continue"),
            }
        }
    };
    el("li").class("needs__row").children(row("draft", Icon::Draft, say))
}

/// A row whose number is that of a list.
struct Counted {
    slug: &'static str,
    sign: Icon,
    /// What is counted.
    query: Option<ListQuery>,
    /// The orders that the reader has looked at, where it is about those.
    watched: fn(ContactId) -> Vec<(OrderId, String)>,
    /// Where the number is remembered.
    last: fn(&mut Known) -> &mut Option<u32>,
    sentence: fn(u32) -> String,
    press: String,
    nothing: String,
}

impl Counted {
    fn row(self) -> El {
        let contact = use_user().contact;
        let last = *(self.last)(&mut known(contact));
        let query = self.query.clone().unwrap_or_else(|| ListQuery::of(ListKind::Orders));
        let to = address(&query);
        let counted = self.count(query, contact);
        let say = move || {
            if let Some(error) = counted.failure() {
                return Say::Failed(error, Callback::new(move |()| counted.again()));
            }
            match counted.ready().or(last) {
                None => Say::Waiting,
                Some(0) => Say::Nothing(self.nothing.clone()),
                Some(count) => Say::Something {
                    sentence: Sentence::counting((self.sentence)(count), count),
                    to: to.clone(),
                    press: self.press.clone(),
                },
            }
        };
        let (slug, sign) = (self.slug, self.sign);
        el("li").class("needs__row").live_view(move || {
            row(slug, sign, say()).into_iter().map(El::into_any).collect::<Vec<_>>().into_any()
        })
    }

    /// Counts, and remembers the number for the next visit.
    fn count(&self, query: ListQuery, contact: ContactId) -> Loading<u32> {
        let client = expect_context::<Client>();
        let (watched, last) = (self.watched, self.last);
        let counted = load(move || {
            let (client, query) = (client.clone(), query.clone());
            let asking = Asking { today: clock::today(), watched: watched(contact) };
            async move { lists::count(&client, &query.count(&asking)).await }
        });
        on_change(move || {
            if let Some(count) = counted.ready() {
                learn(contact, |known| *last(known) = Some(count));
            }
        });
        counted
    }
}

/// Where a list that is counted can be seen; a view by its name alone.
fn address(query: &ListQuery) -> String {
    let pairs = match &query.view {
        Some(view) => vec![("view", view.clone())],
        None => query.to_pairs(),
    };
    routes::with_query(Route::Orders, &pairs)
}

impl Sentence {
    fn counting(text: String, count: u32) -> Self {
        let number = number(&count.to_string());
        match count >= Page::<()>::COUNT_CAP {
            // An endpoint counts so far and no further.
            true => Self { text: text.replace(&number, &format!("{number}+")), number: format!("{number}+") },
            false => Self { text, number },
        }
    }
}

/// What stands in a row.
fn row(slug: &'static str, sign: Icon, say: Say) -> Vec<El> {
    let id = format!("need-{slug}");
    let (state, sign) = match &say {
        Say::Waiting => ("waiting", sign),
        Say::Nothing(_) => ("nothing", Icon::Done),
        Say::Something { .. } => (slug, sign),
        Say::Failed(..) => ("failed", Icon::Warning),
    };
    let sentence = el("p").class("needs__sentence").attr("id", id.clone());
    let (sentence, press) = match say {
        Say::Waiting => {
            let skeleton = el("span").class("skeleton").attr("data-size", "long");
            (sentence.attr("aria-busy", "true").child(skeleton), None)
        }
        Say::Nothing(text) => (sentence.text(text), None),
        Say::Something { sentence: said, to, press } => {
            let press = el("a").class("button button--small").attr("href", to.clone()).text(press);
            (with_link(sentence, said, to, id), Some(press))
        }
        Say::Failed(error, again) => {
            let press = button("button button--small", t("failure.again"), move || again.run(()));
            (sentence.text(t_of("failure", error.slug())), Some(press))
        }
    };
    let sign = el("span").class("needs__sign").attr("data-state", state).child(icon(sign));
    [Some(sign), Some(sentence), press].into_iter().flatten().collect()
}

/// The sentence with its number as a link, which is called by the whole sentence.
fn with_link(into: El, sentence: Sentence, to: String, id: String) -> El {
    let link =
        |text: String| el("a").class("needs__number").attr("href", to).attr("aria-labelledby", id).text(text);
    match sentence.text.split_once(&sentence.number) {
        Some((before, after)) => {
            into.text(before.to_owned()).child(link(sentence.number)).text(after.to_owned())
        }
        // A language may do without the number: "one delivery".
        None => into.child(link(sentence.text)),
    }
}
