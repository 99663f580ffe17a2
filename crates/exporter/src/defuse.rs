//! Takes the fuse out of texts that a spreadsheet would run as a formula when it opens a text file
//! (OWASP, CSV injection). A workbook needs none of this: there a text is a text.

use std::borrow::Cow;

/// The same text, with an apostrophe before it if a spreadsheet would take it for a formula. Only for texts: a number
/// may begin with a minus.
pub fn defused(text: &str) -> Cow<'_, str> {
    match is_live(text) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// Whether the text begins like a formula, perhaps after something that a spreadsheet drops or does not show.
pub fn is_live(text: &str) -> bool {
    let first = text.chars().find(|letter| !is_passed_over(*letter));
    text.starts_with(['\t', '\r', '\n']) || first.is_some_and(begins_a_formula)
}

/// The signs that begin a formula, in ASCII, in full width, and in the small forms of older Chinese encodings.
fn begins_a_formula(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@')
        || matches!(letter, '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫' | '−')
}

/// Blanks of any width, control characters, and characters without a picture.
fn is_passed_over(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_defused() {
        let live = [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{a0}=1",
            "\u{3000}＝1",
            "\u{feff}=1",
            "\u{200b}@x",
            "＋1",
            "\ttext",
            "-",
        ];
        for text in live {
            assert_eq!(defused(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn every_other_text_stays_as_it_is() {
        for text in [
            "", " ", "a=1", "00123", "'=1", "O'Hara", "1-2", "(=1)", "\"=1\"", "Größe", "#REF!", "100 %", "|",
        ] {
            assert_eq!(defused(text), text);
        }
    }
}
