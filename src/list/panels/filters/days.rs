//! From a day to a day, by date or by a name that stays relative.

use super::super::super::words::filter_name;
use crate::{
    browser::{clock, page},
    components::Field,
    html::{El, el},
    i18n::{t, t_of},
};
use leptos::prelude::*;
use portal_model::list::{
    Day, Filter, FilterKind, ListQuery, Preset, Span, Typed, TypedProblem, day_text, read_span,
};

/// Two date fields and what was last put into them.
#[derive(Clone, Copy)]
pub struct Days {
    /// Which filter it is.
    pub kind: FilterKind,
    from: RwSignal<String>,
    to: RwSignal<String>,
    shown: RwSignal<Span>,
    /// Whether something stands in the two fields that the browser cannot read; none until the last has been left.
    unreadable: RwSignal<Option<[bool; 2]>>,
}

impl Days {
    /// The days that a question asks for.
    pub fn of(query: &ListQuery, kind: FilterKind) -> Self {
        let text = || RwSignal::new(String::new());
        let shown = RwSignal::new(Span::default());
        let this = Self { kind, from: text(), to: text(), shown, unreadable: RwSignal::new(None) };
        this.take(query);
        this
    }

    /// Shows the days that a question asks for.
    pub fn take(self, query: &ListQuery) {
        self.show(query.filter(self.kind).and_then(Filter::span).unwrap_or_default());
    }

    /// The filter; none if any day will do. Otherwise the id of the field that is wrong.
    pub fn finished(self) -> Result<Option<Filter>, &'static str> {
        self.look();
        let (from_id, to_id) = self.ids();
        let (from, to) = self.read();
        let (from, to) = (from.map_err(|_| from_id)?, to.map_err(|_| to_id)?);
        Ok(Filter::within(self.kind, Span { from, to }))
    }

    fn show(self, span: Span) {
        let today = clock::today();
        self.shown.set(span);
        self.from.set(day_text(span.from, today));
        self.to.set(day_text(span.to, today));
        self.unreadable.set(None);
    }

    fn read(self) -> (Typed<Day>, Typed<Day>) {
        let (from, to) = read_span(&self.from.read(), &self.to.read(), self.shown.get(), clock::today());
        let [no_from, no_to] = self.unreadable.get().unwrap_or_default();
        let unless = |is_unreadable: bool, day: Typed<Day>| match day {
            Ok(None) if is_unreadable => Err(TypedProblem::NotADay),
            day => day,
        };
        (unless(no_from, from), unless(no_to, to))
    }

    /// Looks whether the browser can read what stands in the fields.
    fn look(self) {
        let (from, to) = self.ids();
        self.unreadable.set(Some([from, to].map(page::is_unreadable)));
    }

    fn ids(self) -> (&'static str, &'static str) {
        match self.kind {
            FilterKind::Requested => ("requested-from", "requested-to"),
            FilterKind::Confirmed => ("confirmed-from", "confirmed-to"),
            _ => ("placed-from", "placed-to"),
        }
    }
}

/// The fields.
pub fn days(days: Days) -> El {
    let name = filter_name(days.kind);
    let (from_id, to_id) = days.ids();
    let problem = move |is_from: bool| {
        Signal::derive(move || {
            // Nobody is interrupted while he types the first of two days.
            days.unreadable.get()?;
            let (from, to) = days.read();
            let problem = if is_from { from.err() } else { to.err() };
            problem.map(|problem| match problem {
                TypedProblem::BeforeFirst => t("problem.before-first"),
                _ => t("problem.not-a-date"),
            })
        })
    };
    let from = Field::new(from_id, t("filters.from"), days.from).kind("date").problem(problem(true)).show();
    let to = Field::new(to_id, t("filters.to"), days.to)
        .kind("date")
        .on_leave(move || days.look())
        .problem(problem(false))
        .show();
    let presets = Preset::ALL.into_iter().map(|preset| {
        let press = preset_button(t_of("preset", preset.slug()), days, preset.span());
        el("li").child(press)
    });
    let any = el("li").child(preset_button(t("filters.any-time"), days, Span::default()));
    el("fieldset")
        .class("filter-field")
        .child(el("legend").class("filter-field__name").text(name))
        .child(el("ul").class("presets").child(any).children(presets))
        .child(el("div").class("filter-field__ends").child(from).child(to))
}

fn preset_button(label: String, days: Days, span: Span) -> El {
    let is_pressed = move || match days.read() {
        (Ok(from), Ok(to)) => Span { from, to } == span,
        _ => false,
    };
    el("button")
        .class("presets__preset")
        .attr("type", "button")
        .live("aria-pressed", move || Some(is_pressed().to_string()))
        .on("click", move |_| days.show(span))
        .text(label)
}
