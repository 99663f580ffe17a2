//! An export from its first request to its file. It can stop at any request and go on from there.

use super::ask::ask;
use portal_exporter::{Export, WriteError};
use portal_model::export::{Failure, Format, Job, News, Subject};
use portal_model::list::read_total;
use portal_model::odata::path_of;

/// An export on its way.
pub struct Run {
    job: Job,
    /// The file; none once it is complete.
    export: Option<Export>,
    /// The address of the next page.
    next: Option<String>,
    total: Option<u64>,
    /// Whether somebody has been asked for the total.
    is_counted: bool,
}

impl Run {
    /// An export that has not asked for anything yet.
    pub fn new(job: Job) -> Result<Self, Failure> {
        let export = Export::begin(&job, minutes_ahead_of_utc).map_err(faulty)?;
        let next = Some(format!("{}/_api/{}", host(&job), job.subject.first));
        Ok(Self { job, export: Some(export), next, total: None, is_counted: false })
    }

    /// The kind of file.
    pub fn format(&self) -> Format {
        self.job.format
    }

    /// Asks for all pages that are still to come and answers the file.
    pub async fn go_on(&mut self, tell: impl Fn(&News)) -> Result<Vec<u8>, Failure> {
        while let Some(address) = &self.next {
            let text = ask(address).await?;
            let done = self.add(&text)?;
            self.count().await;
            tell(&News::Rows { done, total: self.total });
        }
        tell(&News::Writing);
        self.export.take().map_or_else(|| Ok(Vec::new()), Export::finish).map_err(faulty)
    }

    /// Adds a page and answers how many rows there are now.
    fn add(&mut self, text: &str) -> Result<u64, Failure> {
        let page = self.job.subject.kind.read_page(text);
        let page = page.map_err(|error| Failure::Faulty { reference: error.to_string() })?;
        let export = self.export.as_mut().ok_or_else(|| Failure::Faulty { reference: String::new() })?;
        export.add(&page.rows).map_err(faulty)?;
        self.total = self.total.or(Subject::exact(page.count));
        self.next = page.next_link.map(|link| format!("{}{}", host(&self.job), path_of(&link)));
        Ok(export.rows())
    }

    /// Asks once for how many rows there are, if there are more and nobody has told. Endpoints that cannot count so many
    /// refuse; the export is none the worse for it.
    async fn count(&mut self) {
        let is_needed = self.total.is_none() && self.next.is_some() && !self.is_counted;
        if let Some(request) = self.job.subject.total.as_ref().filter(|_| is_needed) {
            self.is_counted = true;
            let answer = ask(&format!("{}/_api/{request}", host(&self.job))).await;
            self.total = answer.ok().and_then(|answer| read_total(&answer));
        }
    }
}

fn host(job: &Job) -> &str {
    job.endpoint.trim_end_matches('/')
}

fn faulty(error: WriteError) -> Failure {
    Failure::Faulty { reference: error.to_string() }
}

/// What the reader's clocks show, summer time included.
fn minutes_ahead_of_utc(seconds: i64) -> i32 {
    let instant = js_sys::Date::new(&((seconds as f64) * 1_000.0).into());
    -(instant.get_timezone_offset() as i32)
}
