//! Names for files that leave the portal.

/// How many characters a name has at most, its ending included.
const MOST: usize = 120;

/// A name that every system takes for a file in the folder that the reader chose: no folders, no signs that mean
/// something, nothing that turns the writing round, no name that Windows keeps for itself. `otherwise` where nothing is
/// left.
pub fn file_name(name: &str, otherwise: &str) -> String {
    let letters = name.rsplit(['/', '\\']).next().unwrap_or_default().chars();
    let kept: String = letters
        .filter(|letter| !is_hidden(*letter))
        .map(|letter| if is_refused(letter) { '_' } else { letter })
        .collect();
    let kept = kept.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let shortened = shortened(kept);
    let stem = shortened.split('.').next().unwrap_or_default().to_ascii_uppercase();
    match shortened.is_empty() {
        true => otherwise.to_owned(),
        false if is_device(&stem) => format!("_{shortened}"),
        false => shortened,
    }
}

/// Characters that cannot be seen but change what is: control characters and the signs for directions of writing.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_refused(letter: char) -> bool {
    matches!(letter, '<' | '>' | ':' | '"' | '|' | '?' | '*')
}

/// Names of devices (Windows, naming files).
fn is_device(stem: &str) -> bool {
    let numbered = |name: &str| {
        stem.strip_prefix(name)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    matches!(stem, "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

/// The name within the limit, with its ending.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= MOST {
        return name.to_owned();
    }
    let ending =
        name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() <= 10);
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let stem: String = name.chars().take(MOST - ending.chars().count()).collect();
    stem + &ending
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_harmless_and_stay_readable() {
        let cases = [
            ("Lieferschein 4711.pdf", "Lieferschein 4711.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\a\\b.txt", "b.txt"),
            ("a<b>:c?.txt", "a_b__c_.txt"),
            ("..hidden. ", "hidden"),
            ("con.txt", "_con.txt"),
            ("COM1", "_COM1"),
            ("common.txt", "common.txt"),
            ("invoice\u{202e}fdp.exe", "invoicefdp.exe"),
            ("line\r\nbreak.txt", "linebreak.txt"),
            ("", "file"),
            ("///", "file"),
        ];
        for (name, expected) in cases {
            assert_eq!(file_name(name, "file"), expected, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = file_name(&format!("{}.xlsx", "ü".repeat(300)), "file");
        assert_eq!(name.chars().count(), MOST);
        assert!(name.ends_with("ü.xlsx"));
    }
}
