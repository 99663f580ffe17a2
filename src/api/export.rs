//! Exports. A worker makes the requests and the file beside the page, which stays free.

use super::ApiError;
use portal_model::{
    export::{Failure, Job, News},
    odata::error_body,
};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// How an export goes.
#[derive(Clone, Debug)]
pub enum Step {
    /// So many rows have come.
    Rows {
        /// How many.
        done: u64,
        /// How many there are in all, as far as anybody knows.
        total: Option<u64>,
    },
    /// All rows have come and are put into the file.
    Writing,
    /// The file.
    Done(Blob),
    /// It has come to a stop; [`Exporter::go_on`] tries again from there.
    Failed(ApiError),
}

/// An export on its way. Dropping it cancels it.
pub struct Exporter {
    worker: Worker,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _broken: Closure<dyn Fn(Event)>,
}

/// Where the worker's script is; the bundler says so when the portal is compiled.
const SCRIPT: Option<&str> = option_env!("PORTAL_EXPORTER");

impl Exporter {
    /// Begins an export and tells every step of it. The worker is fetched when it is first wanted.
    pub fn start(job: &Job, tell: impl Fn(Step) + 'static) -> Result<Self, ApiError> {
        let job =
            serde_json::to_string(job).map_err(|error| ApiError::Faulty { reference: error.to_string() })?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let script = SCRIPT.ok_or(ApiError::Unreachable)?;
        let worker = Worker::new_with_options(script, &options).map_err(|_| ApiError::Unreachable)?;
        let tell: Rc<dyn Fn(Step)> = Rc::new(tell);
        let is_there = Rc::new(Cell::new(false));
        let heard = listen(&worker, job, Rc::clone(&tell), Rc::clone(&is_there));
        let broken = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            // A script that could not be had is an event without words; one that breaks off says why.
            let reference = js_sys::Reflect::get(&event, &"message".into()).ok();
            let reference = reference.and_then(|words| words.as_string()).unwrap_or_default();
            tell(Step::Failed(match is_there.get() {
                true => ApiError::Faulty { reference },
                false => ApiError::Unreachable,
            }));
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
        Ok(Self { worker, _heard: heard, _broken: broken })
    }

    /// Goes on after a failure with the request that failed.
    pub fn go_on(&self) {
        // A message without content can always be sent.
        let _ = self.worker.post_message(&JsValue::NULL);
    }
}

impl Drop for Exporter {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn listen(
    worker: &Worker,
    job: String,
    tell: Rc<dyn Fn(Step)>,
    is_there: Rc<Cell<bool>>,
) -> Closure<dyn Fn(MessageEvent)> {
    let worker = worker.clone();
    Closure::new(move |event: MessageEvent| match event.data().dyn_into::<Blob>() {
        Ok(file) => tell(Step::Done(file)),
        Err(news) => match read(&news.as_string().unwrap_or_default()) {
            News::Ready => {
                is_there.set(true);
                // A text can always be sent.
                let _ = worker.post_message(&job.as_str().into());
            }
            News::Rows { done, total } => tell(Step::Rows { done, total }),
            News::Writing => tell(Step::Writing),
            News::Failed(failure) => tell(Step::Failed(meaning(failure))),
        },
    })
}

fn read(news: &str) -> News {
    let faulty = |error: serde_json::Error| News::Failed(Failure::Faulty { reference: error.to_string() });
    serde_json::from_str(news).unwrap_or_else(faulty)
}

fn meaning(failure: Failure) -> ApiError {
    match failure {
        Failure::Unreachable => ApiError::Unreachable,
        Failure::SignedOut => ApiError::SignedOut,
        Failure::Refused { status, body } => ApiError::from_answer(status, error_body(&body)),
        Failure::Faulty { reference } => ApiError::Faulty { reference },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_means_the_same_as_on_any_other_way() {
        let body = r#"{"error":{"code":"90040109","message":"m"}}"#.to_owned();
        assert_eq!(meaning(Failure::Refused { status: 401, body }), ApiError::SignedOut);
        assert_eq!(meaning(Failure::Refused { status: 429, body: String::new() }), ApiError::Busy);
    }

    #[test]
    fn news_that_cannot_be_read_are_a_fault() {
        assert!(matches!(read("{"), News::Failed(Failure::Faulty { .. })));
        assert_eq!(read("\"ready\""), News::Ready);
    }
}
