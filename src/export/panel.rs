//! The panel: which kind of file, how far it is, where it went. It lies over the edge of the portal and leaves the rest
//! of it usable.

use super::{ExportDesk, Wanted, run::Run, stage::Stage};
use crate::{
    browser::{on_change, page},
    components::{Icon, button, failure, icon},
    html::{El, el},
    i18n::{t, t_of, t_with},
    user::use_user,
};
use leptos::prelude::*;
use portal_model::export::Format;
use wasm_bindgen::JsCast;

const PANEL: &str = "export-panel";
const TITLE: &str = "export-title";

/// The panel for what lies on the desk.
pub fn export_panel() -> El {
    let ExportDesk(desk) = expect_context();
    let run = Run::new();
    let wanted = RwSignal::new(desk.get_untracked());
    let opener = StoredValue::new_local(None);
    on_change(move || {
        let now = desk.get();
        // An export that is on its way is finished first.
        if !run.stage.with_untracked(Stage::is_running) && now.is_some() {
            run.reset();
            wanted.set(now);
        }
        opener.set_value(page::focused());
        // The panel is put in its place only after this.
        request_animation_frame(|| page::focus(PANEL));
    });
    let close = move || {
        let opener = opener.try_update_value(Option::take).flatten();
        desk.set(None);
        page::focus_on(opener);
    };
    let escape = move |event: web_sys::Event| {
        let is_escape =
            event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if is_escape && !run.stage.with_untracked(Stage::is_running) {
            close();
        }
    };
    let title = move || {
        let title = wanted.with(|wanted| wanted.as_ref().map(|wanted| wanted.subject.title.clone()));
        t_with("export.title", &[("title", &title.unwrap_or_default())])
    };
    let header =
        el("div").class("card__header").child(el("h2").attr("id", TITLE).live_text_child(title)).child(
            el("button")
                .class("icon-button")
                .attr("type", "button")
                .attr("aria-label", t("export.close"))
                // What is on its way is cancelled by the button that says so.
                .live("hidden", move || run.stage.with(Stage::is_running).then(String::new))
                .on("click", move |_| close())
                .child(icon(Icon::Close)),
        );
    el("section")
        .class("card export")
        .attr("id", PANEL)
        .attr("role", "dialog")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", TITLE)
        .on("keydown", escape)
        .child(header)
        .child(el("p").class("quiet").live_text_child(move || run.stage.with(Stage::words)))
        .child(announcement(run))
        .live_view(body(run, wanted, close))
}

/// What a screen reader says by itself.
fn announcement(run: Run) -> El {
    // The words change with every page of rows; what is said changes with what they mean.
    let milestone =
        Memo::new(move |_| run.stage.with(|stage| (std::mem::discriminant(stage), stage.quarters())));
    let said = move || {
        drop(milestone.read());
        run.stage.with_untracked(Stage::words)
    };
    el("p").class("visually-hidden").attr("role", "status").live_text_child(said)
}

/// The part that is another one at each stage. While rows come, the stage changes and the part stays.
fn body(
    run: Run,
    wanted: RwSignal<Option<Wanted>>,
    close: impl Fn() + Copy + Send + 'static,
) -> impl Fn() -> AnyView + Send + 'static {
    let part = Memo::new(move |_| {
        run.stage.with(|stage| match stage {
            Stage::Asking { .. } | Stage::Writing { .. } => Stage::Writing { rows: 0 },
            other => other.clone(),
        })
    });
    move || {
        let part = match part.get() {
            Stage::Choosing { .. } => choices(run, wanted),
            Stage::Asking { .. } | Stage::Writing { .. } => progress(run),
            Stage::Done { name, .. } => done(run, name, close),
            Stage::Failed(error) => failure(error, Some(Callback::new(move |()| run.again()))),
        };
        part.into_any()
    }
}

fn choices(run: Run, wanted: RwSignal<Option<Wanted>>) -> El {
    let user = use_user();
    let choice = |format: Format| {
        let user = user.clone();
        let start = move |_| {
            if let Some(wanted) = wanted.get_untracked() {
                run.start(&wanted, format, &user);
                // The pressed button goes, and with it the focus would.
                page::focus(PANEL);
            }
        };
        let text = format!("{}-text", format.ending());
        el("button")
            .class("export__choice")
            .attr("type", "button")
            .on("click", start)
            .child(el("span").class("export__name").text(t_of("export", format.ending())))
            .child(el("span").class("quiet").text(t_of("export", &text)))
    };
    el("div").class("export__choices").child(choice(Format::Xlsx)).child(choice(Format::Csv))
}

fn progress(run: Run) -> El {
    let value = move || {
        run.stage.with(|stage| match stage {
            Stage::Asking { done, total: Some(total) } => Some((*done).min(*total).to_string()),
            // Without a value, a bar says that something is going on.
            _ => None,
        })
    };
    let max = move || {
        run.stage.with(|stage| match stage {
            Stage::Asking { total: Some(total), .. } => Some((*total).max(1).to_string()),
            _ => None,
        })
    };
    let bar = el("progress").attr("aria-label", t("export.progress")).live("max", max).live("value", value);
    let cancel = button("button button--small", t("export.cancel"), move || {
        run.cancel();
        page::focus(PANEL);
    });
    el("div").class("export__progress").child(bar).child(cancel)
}

fn done(run: Run, name: String, close: impl Fn() + Send + 'static) -> El {
    el("div")
        .class("cluster")
        .child(button("button button--small", t("export.again"), move || run.save(&name)))
        .child(button("button button--small button--plain", t("export.close"), close))
}
