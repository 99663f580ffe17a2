//! Whether a text holds what somebody types, and where.

/// The words of what is typed, in small letters.
pub fn words(typed: &str) -> Vec<String> {
    typed.split_whitespace().map(str::to_lowercase).collect()
}

/// Whether every word stands somewhere in `text`.
pub fn hold(words: &[String], text: &str) -> bool {
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

/// The text in pieces; `true` for those that are one of the words.
pub fn marked(words: &[String], text: &str) -> Vec<(String, bool)> {
    let letters: Vec<char> = text.chars().collect();
    let mut pieces: Vec<(String, bool)> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = words.iter().filter_map(|word| length_of(word, &letters[at..])).max();
        let is_hit = length.is_some();
        let piece = letters[at..at + length.unwrap_or(1)].iter();
        at += length.unwrap_or(1);
        match pieces.last_mut().filter(|(_, was_hit)| *was_hit == is_hit) {
            Some((last, _)) => last.extend(piece),
            None => pieces.push((piece.collect(), is_hit)),
        }
    }
    pieces
}

/// How many letters the word takes at the beginning of `letters`; none if it does not stand there.
fn length_of(word: &str, letters: &[char]) -> Option<usize> {
    let mut rest = word;
    for (index, letter) in letters.iter().enumerate() {
        if rest.is_empty() {
            return Some(index);
        }
        // A letter may be several in small: "İ" is "i" with a dot of its own.
        let small: String = letter.to_lowercase().collect();
        rest = rest.strip_prefix(small.as_str())?;
    }
    (rest.is_empty() && !word.is_empty()).then_some(letters.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(typed: &str, text: &str) -> String {
        let pieces = marked(&words(typed), text);
        pieces.into_iter().map(|(piece, is_hit)| if is_hit { format!("[{piece}]") } else { piece }).collect()
    }

    #[test]
    fn every_word_is_marked_wherever_it_stands_and_as_it_is_written() {
        assert_eq!(shown("so-10 bois", "SO-10847, Boise"), "[SO-10]847, [Bois]e");
        assert_eq!(shown("a", "Banana"), "B[a]n[a]n[a]");
        assert_eq!(shown("ÜBER", "über allem"), "[über] allem");
        assert_eq!(shown("", "Orders"), "Orders");
        assert_eq!(shown("long", "lon"), "lon");
    }

    #[test]
    fn of_two_words_at_one_place_the_longer_is_marked() {
        assert_eq!(shown("or order", "New order"), "New [order]");
    }

    #[test]
    fn all_words_have_to_be_there() {
        assert!(hold(&words("boise SAVE"), "Save-a-lot Markets\nBoise"));
        assert!(!hold(&words("boise lyon"), "Save-a-lot Markets\nBoise"));
        assert!(hold(&words(""), "anything"));
    }
}
