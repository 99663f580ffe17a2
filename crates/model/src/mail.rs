//! Links that open the reader's own mail program with a letter begun.

use std::fmt::Write as _;

/// A body is cut off behind so many bytes: some mail programs open no longer links.
const BODY_AT_MOST: usize = 1_500;

/// A `mailto:` link (RFC 6068). Lines of the body are separated by `\n`.
pub fn mail_link(address: &str, subject: &str, body: &str) -> String {
    let mut link = "mailto:".to_owned();
    encode(address, &mut link);
    link.push_str("?subject=");
    encode(subject, &mut link);
    link.push_str("&body=");
    let whole = body.len() <= BODY_AT_MOST;
    let end = if whole {
        body.len()
    } else {
        (0..=BODY_AT_MOST).rev().find(|end| body.is_char_boundary(*end)).unwrap_or(0)
    };
    encode(body.get(..end).unwrap_or_default(), &mut link);
    link
}

fn encode(text: &str, link: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => {
                link.push(char::from(byte))
            }
            b'\n' => link.push_str("%0D%0A"),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(link, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_filled_in_can_add_a_field() {
        let link = mail_link("a@b.example?cc=x", "Order A&B", "PO: 1\nhttps://x.example/?a=b&bcc=c");
        assert_eq!(
            link,
            "mailto:a@b.example%3Fcc%3Dx?subject=Order%20A%26B&body=PO%3A%201%0D%0Ahttps%3A%2F%2Fx.example%2F%3Fa%3Db%26bcc%3Dc"
        );
    }

    #[test]
    fn a_long_body_is_cut_between_letters() {
        let link = mail_link("a@b.example", "s", &"ü".repeat(2_000));
        assert!(link.ends_with("%C3%BC") && link.len() < 5_000);
    }
}
