//! Putting things where other programs take them from.

use super::blob;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts one thing on the clipboard in two forms, HTML and plain text, of which a program takes the one that it likes.
/// Tells whether it is there now: a browser refuses where the page is not secure or the reader has not allowed it.
pub async fn write(html: &str, text: &str) -> bool {
    done(begin(html, text)).await
}

/// Puts a text on the clipboard, and tells the same.
pub async fn write_text(text: &str) -> bool {
    done(begin_text(text)).await
}

async fn done(written: Option<Promise>) -> bool {
    match written {
        Some(written) => JsFuture::from(written).await.is_ok(),
        None => false,
    }
}

fn member(value: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(value, &name.into()).ok()
}

/// The clipboard; an address that is not secure has none at all.
fn clipboard() -> Option<JsValue> {
    member(&member(&js_sys::global(), "navigator")?, "clipboard").filter(JsValue::is_object)
}

fn begin_text(text: &str) -> Option<Promise> {
    let clipboard = clipboard()?;
    let write: Function = member(&clipboard, "writeText")?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

// By name, because the bindings of web-sys for the clipboard's items are not stable.
fn begin(html: &str, text: &str) -> Option<Promise> {
    let clipboard = clipboard()?;
    let forms = Object::new();
    for (kind, form) in [("text/html", html), ("text/plain", text)] {
        Reflect::set(&forms, &kind.into(), &blob::of_text(form, kind)?.into()).ok()?;
    }
    let class: Function = member(&js_sys::global(), "ClipboardItem")?.dyn_into().ok()?;
    let item = Reflect::construct(&class, &Array::of1(&forms)).ok()?;
    let write: Function = member(&clipboard, "write")?.dyn_into().ok()?;
    write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
}
