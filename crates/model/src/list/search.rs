//! What somebody types or pastes into the one search box.

/// At most so many terms are looked for: with three conditions for each it stays within the 500 of the dialect.
pub const MOST_TERMS: usize = 100;

/// At most so many words of one phrase are looked for, each of which must be found.
pub const MOST_WORDS: usize = 8;

/// The terms of a search: several, each of which may be found alone, if they are separated by commas, semicolons, tabs
/// or line ends (a pasted column); else the whole text is one.
pub fn terms(text: &str) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for term in text.split([',', ';', '\t', '\n', '\r']).map(str::trim).filter(|term| !term.is_empty()) {
        if terms.len() < MOST_TERMS && !terms.iter().any(|known| known == term) {
            terms.push(term.to_owned());
        }
    }
    terms
}

/// The words of a phrase, all of which must be found.
pub fn words(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split_whitespace().take(MOST_WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_column_and_a_list_are_several_terms() {
        assert_eq!(terms("SO-1\r\nSO-2\r\n\r\nSO-1"), ["SO-1", "SO-2"]);
        assert_eq!(terms("4711, 4712;4713\t4714"), ["4711", "4712", "4713", "4714"]);
        assert_eq!(terms(" Queso Cabrales "), ["Queso Cabrales"]);
        assert!(terms(" , ").is_empty());
    }

    #[test]
    fn what_is_too_much_for_one_request_is_cut() {
        let many: Vec<_> = (0..1_000).map(|number| number.to_string()).collect();
        assert_eq!(terms(&many.join(",")).len(), MOST_TERMS);
    }
}
