//! The keys of the portal: one registry, which binds them, shows them under `?`, and offers them in the palette.
//!
//! A page says what its keys do while it is shown, one line each; they go when the page goes:
//!
//! ```ignore
//! keys::bind("j", Place::List, text, move || next_row());
//! keys::offer("", Place::List, text, move || export());
//! ```
//!
//! [`bind`] makes a key; [`offer`] makes one that the palette lists as an action too, and one without a key (`""`) stands
//! in the palette alone. How keys are spelled: a character as it is typed (`j`, `?`, `[`), a name of the browser's (`Enter`),
//! one after the other with a space (`g o`), and `mod+k` for Ctrl or, on a Mac, Command. A key of the page goes
//! before one that holds everywhere.
//!
//! `/` looks for the element with the id `search`: a page with a search field gives it that id.
//!
//! Single characters do nothing in fields and under dialogs, and can be switched off (WCAG 2.1.4). Everything here is in
//! the first chunk, so it is small; the dialogs that show it are in `commands`.

mod everywhere;
mod letters;
mod listen;
mod registry;

pub use everywhere::bind_everywhere;
pub use listen::listen;
pub use registry::{Act, Entry, Keys, Place, Shown, bind, offer, use_keys};
