//! What this device keeps for the portal, until it is removed. Storage may be full, switched off or private: then nothing is kept, and nothing
//! breaks.

use web_sys::Storage;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// What is kept under this name.
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text; tells whether it is kept now.
pub fn set(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Removes what is kept under this name.
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        // Nothing to remove is as good as removed.
        let _ = storage.remove_item(name);
    }
}
