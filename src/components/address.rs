//! An address, line by line.

use crate::html::{El, el};
use portal_model::address::Address;

/// The lines of an address as on an envelope.
pub fn address_lines(address: &Address) -> El {
    address.lines().into_iter().enumerate().fold(el("address"), |block, (index, line)| {
        let block = if index > 0 { block.child(el("br")) } else { block };
        block.text(line)
    })
}
