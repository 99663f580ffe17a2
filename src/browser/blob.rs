//! Bytes and texts in the browser's own hands.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

/// A text as a file of this kind.
pub(super) fn of_text(text: &str, kind: &str) -> Option<Blob> {
    Blob::new_with_str_sequence_and_options(&parts(text.into()), &options(kind)).ok()
}

/// Bytes as a file of this kind.
pub(super) fn of_bytes(bytes: &[u8], kind: &str) -> Option<Blob> {
    Blob::new_with_u8_array_sequence_and_options(&parts(Uint8Array::from(bytes).into()), &options(kind)).ok()
}

fn parts(part: JsValue) -> Array {
    Array::of1(&part)
}

fn options(kind: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    options
}
