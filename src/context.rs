//! What every part of the portal may ask for; provided once, in `app.rs`.

use crate::routes::Route;
use leptos::prelude::*;

/// The page that is shown.
pub type CurrentRoute = Memo<Route>;

/// Whether code is on its way, for the thin bar at the top.
#[derive(Clone, Copy)]
pub struct Fetching(pub RwSignal<bool>);

/// Whether a page has been opened before this one, so that the focus has to be moved: on the first page it stands
/// where the browser puts it.
#[derive(Clone, Copy)]
pub struct HasNavigated(pub StoredValue<bool>);
