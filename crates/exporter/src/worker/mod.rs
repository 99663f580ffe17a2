//! Talking with the page. The page sends the job as JSON once it has heard [`News::Ready`]; any further message means
//! "go on where you stopped". The worker sends [`News`] as JSON, and at last the file as a `Blob`. It is cancelled by
//! ending it.

mod ask;
mod run;

use js_sys::{Array, Uint8Array};
use portal_model::export::{Failure, Format, Job, News};
use run::Run;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent};

thread_local! {
    /// The export that has stopped, or has not begun.
    static STOPPED: RefCell<Option<Run>> = const { RefCell::new(None) };
}

/// Waits for a job.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        tell(&News::Failed(Failure::Faulty { reference: info.to_string() }))
    }));
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| match event.data().as_string() {
        Some(job) => begin(&job),
        None => go_on(),
    });
    scope().set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    heard.forget();
    tell(&News::Ready);
}

fn begin(job: &str) {
    let job =
        serde_json::from_str::<Job>(job).map_err(|error| Failure::Faulty { reference: error.to_string() });
    match job.and_then(Run::new) {
        Ok(run) => {
            STOPPED.set(Some(run));
            go_on();
        }
        Err(failure) => tell(&News::Failed(failure)),
    }
}

fn go_on() {
    let Some(mut run) = STOPPED.take() else { return };
    spawn_local(async move {
        match run.go_on(tell).await {
            Ok(bytes) => hand_over(&bytes, run.format()),
            Err(failure) => {
                // First put away, so that it is there when the page answers.
                STOPPED.set(Some(run));
                tell(&News::Failed(failure));
            }
        }
    });
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn tell(news: &News) {
    // News are plain data: they can be written, and a page that is gone hears nothing.
    let text = serde_json::to_string(news).unwrap_or_default();
    let _ = scope().post_message(&text.into());
}

/// A blob is handed over without being copied on the page's side.
fn hand_over(bytes: &[u8], format: Format) {
    let kind = BlobPropertyBag::new();
    kind.set_type(format.media_type());
    let parts = Array::of1(&Uint8Array::from(bytes));
    match Blob::new_with_u8_array_sequence_and_options(&parts, &kind) {
        Ok(blob) => {
            let _ = scope().post_message(&blob);
        }
        Err(problem) => tell(&News::Failed(Failure::Faulty { reference: words(&problem) })),
    }
}

/// What JavaScript says of a problem.
fn words(problem: &JsValue) -> String {
    problem.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.message()))
}
