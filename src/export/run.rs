//! An export that the reader has begun.

use super::{Wanted, job, stage::Stage};
use crate::{
    api::export::{Exporter, Step},
    browser::download,
    user::User,
};
use leptos::prelude::*;
use portal_model::export::Format;
use web_sys::Blob;

/// The export of the panel: at most one at a time. It ends with the panel.
#[derive(Clone, Copy)]
pub struct Run {
    /// How far it is.
    pub stage: RwSignal<Stage>,
    exporter: StoredValue<Option<Exporter>, LocalStorage>,
    file: StoredValue<Option<Blob>, LocalStorage>,
}

impl Run {
    /// Nothing has begun.
    pub fn new() -> Self {
        Self {
            stage: RwSignal::new(Stage::Choosing { is_canceled: false }),
            exporter: StoredValue::new_local(None),
            file: StoredValue::new_local(None),
        }
    }

    /// Lets the reader choose anew.
    pub fn reset(self) {
        self.exporter.set_value(None);
        self.file.set_value(None);
        self.stage.set(Stage::Choosing { is_canceled: false });
    }

    /// Begins.
    pub fn start(self, wanted: &Wanted, format: Format, user: &User) {
        self.stage.set(Stage::Asking { done: 0, total: None });
        let name = job::name_of_file(&wanted.subject.title, format);
        match Exporter::start(&job::job(wanted, format, user), move |step| self.take(step, &name)) {
            Ok(exporter) => self.exporter.set_value(Some(exporter)),
            Err(error) => self.stage.set(Stage::Failed(error)),
        }
    }

    fn take(self, step: Step, name: &str) {
        // The panel may have been closed meanwhile.
        let Some(rows) = self.stage.try_with_untracked(Stage::rows) else { return };
        let stage = match step {
            Step::Rows { done, total } => Stage::Asking { done, total },
            Step::Writing => Stage::Writing { rows },
            Step::Failed(error) => Stage::Failed(error),
            Step::Done(file) => {
                download::save_file(name, &file);
                self.file.set_value(Some(file));
                Stage::Done { name: name.to_owned(), rows }
            }
        };
        self.stage.set(stage);
    }

    /// Goes on where it stopped.
    pub fn again(self) {
        self.stage.set(Stage::Asking { done: 0, total: None });
        self.exporter.with_value(|exporter| exporter.iter().for_each(Exporter::go_on));
    }

    /// Ends it without a file.
    pub fn cancel(self) {
        self.exporter.set_value(None);
        self.stage.set(Stage::Choosing { is_canceled: true });
    }

    /// Saves the file once more.
    pub fn save(self, name: &str) {
        self.file.with_value(|file| file.iter().for_each(|file| download::save_file(name, file)));
    }
}
