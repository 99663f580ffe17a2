//! Keys made on the reader's device.

use uuid::Uuid;

/// A new key, from the browser's random numbers (a version 4 UUID).
pub fn uuid() -> Uuid {
    let mut bytes = [0u8; 16];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .map(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    debug_assert!(matches!(filled, Some(Ok(_))), "every browser that runs wasm has random numbers");
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}
