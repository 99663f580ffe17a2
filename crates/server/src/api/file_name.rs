//! The name that a file is saved under, made of one that anybody may have written.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The longest name, in characters: file systems take 255 bytes.
const LONGEST: usize = 60;

/// What need not be escaped in a parameter (RFC 8187, `attr-char`), as far as it occurs in names.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Names that Windows gives to devices, with whatever extension.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];

/// `Content-Disposition` for a file to be saved (RFC 6266), with the name once in ASCII and once in full.
pub(super) fn disposition(name: Option<&str>) -> String {
    let name = harmless(name.unwrap_or_default());
    let ascii: String = name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{}", utf8_percent_encode(&name, ESCAPED))
}

/// The last part of a path, without anything that a file system or a reader could take for something else.
fn harmless(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|c| !c.is_control() && !turns_text(*c)).map(plain).collect();
    // A leading dot hides a file, and trailing dots and spaces are lost on Windows.
    let kept = kept.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, extension) = match kept.rsplit_once('.') {
        Some((stem, extension)) if extension.chars().count() <= 10 => (stem, format!(".{extension}")),
        _ => (kept, String::new()),
    };
    let stem: String = stem.chars().take(LONGEST - extension.chars().count()).collect();
    match stem.as_str() {
        "" => format!("attachment{extension}"),
        stem if is_device(stem) => format!("_{stem}{extension}"),
        stem => format!("{stem}{extension}"),
    }
}

/// Characters that no file name has on some system, or that end a quoted text.
fn plain(c: char) -> char {
    if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '%' | ';') { '_' } else { c }
}

/// Characters that have no width or turn the direction of text, so that `exe.pdf` can be read where `fdp.exe` stands.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn is_device(stem: &str) -> bool {
    let upper = stem.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let port = |prefix| upper.strip_prefix(prefix).is_some_and(|n: &str| n.len() == 1 && n != "0");
    DEVICES.contains(&upper.as_str()) || port("COM") || port("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_last_part_of_a_path_and_nothing_else() {
        let cases = [
            ("Packing list.csv", "Packing list.csv"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\boot.ini", "boot.ini"),
            (".htaccess", "htaccess"),
            ("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie_ x=1.txt"),
            ("x\";filename=\"y.html", "x__filename=_y.html"),
            ("photo\u{202e}gpj.exe", "photogpj.exe"),
            ("con.txt", "_con.txt"),
            ("LPT1", "_LPT1"),
            ("  ...  ", "attachment"),
            ("", "attachment"),
            ("name. . .", "name"),
        ];
        for (sent, saved) in cases {
            assert_eq!(harmless(sent), saved, "{sent:?}");
        }
        assert_eq!(harmless(&format!("{}.pdf", "ä".repeat(300))).chars().count(), LONGEST);
    }

    #[test]
    fn a_name_in_any_alphabet_arrives_and_is_always_a_header() {
        assert_eq!(
            disposition(Some("Lieferschein für Ü.pdf")),
            "attachment; filename=\"Lieferschein f_r _.pdf\"; filename*=UTF-8''Lieferschein%20f%C3%BCr%20%C3%9C.pdf"
        );
        for c in (0..0x3000).filter_map(char::from_u32) {
            assert!(
                axum::http::HeaderValue::from_str(&disposition(Some(&format!("a{c}b")))).is_ok(),
                "{c:?}"
            );
        }
        assert!(disposition(None).starts_with("attachment; filename=\"attachment\""));
    }
}
