//! Calendar files (iCalendar, RFC 5545): all-day events that a calendar takes over again when they change.

use crate::date::Date;

/// An event of a whole day.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What it is known by for ever: importing another event with it replaces this one.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// One line about it.
    pub summary: String,
    /// More about it; lines are separated by `\n`.
    pub description: String,
    /// Where it is; empty for nowhere.
    pub place: String,
    /// The address of a page about it.
    pub link: String,
}

/// A calendar file with these events as of `changed`, an ISO 8601 instant in UTC: a later one outranks this one.
/// `maker` names the program, in the form of a formal public identifier (RFC 5545, `PRODID`).
pub fn calendar(maker: &str, changed: &str, events: &[Event]) -> String {
    let stamp = stamp(changed);
    let sequence = sequence(changed).to_string();
    let mut file = Lines::default();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", maker),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        file.add(name, value);
    }
    for event in events {
        file.add("BEGIN", "VEVENT");
        file.add("UID", &escaped(&event.uid));
        file.add("DTSTAMP", &stamp);
        file.add("LAST-MODIFIED", &stamp);
        file.add("SEQUENCE", &sequence);
        // Without an end, an event that begins with a day lasts that day (RFC 5545, 3.6.1).
        file.add("DTSTART;VALUE=DATE", &event.day.to_string().replace('-', ""));
        file.add("SUMMARY", &escaped(&event.summary));
        file.add("DESCRIPTION", &escaped(&event.description));
        if !event.place.is_empty() {
            file.add("LOCATION", &escaped(&event.place));
        }
        file.add("URL", &event.link.replace(['\r', '\n'], ""));
        file.add("TRANSP", "TRANSPARENT");
        file.add("END", "VEVENT");
    }
    file.add("END", "VCALENDAR");
    file.0
}

/// Content lines: at most 75 octets each, the rest on lines that begin with a blank (RFC 5545, 3.1).
#[derive(Default)]
struct Lines(String);

const OCTETS_AT_MOST: usize = 75;

impl Lines {
    fn add(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if octets + letter.len_utf8() > OCTETS_AT_MOST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value (RFC 5545, 3.3.11). Control characters have no place in one.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' => value.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => value.push(letter),
        }
    }
    value
}

/// Day, hour, minute and second of an instant, as far as it tells them.
fn parts(instant: &str) -> Option<(Date, [u32; 3])> {
    let day = instant.parse().ok()?;
    let mut numbers =
        instant.get(11..).unwrap_or_default().split([':', '.', 'Z']).map(|part| part.parse().unwrap_or(0));
    Some((day, std::array::from_fn(|_| numbers.next().unwrap_or(0))))
}

/// An instant in the form of a calendar: `20240801T103000Z`.
fn stamp(instant: &str) -> String {
    let Some((day, [hour, minute, second])) = parts(instant) else {
        return "19700101T000000Z".to_owned();
    };
    format!("{}T{hour:02}{minute:02}{second:02}Z", day.to_string().replace('-', ""))
}

/// A number that grows with the instant: seconds since 2000-01-01, which fits into what calendars take for a while.
fn sequence(instant: &str) -> i64 {
    const DAYS_BEFORE_2000: i64 = 10_957;
    let Some((day, [hour, minute, second])) = parts(instant) else { return 0 };
    let days = i64::from(day.day_number()) - DAYS_BEFORE_2000;
    (days * 86_400 + i64::from(hour * 3_600 + minute * 60 + second)).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn event(description: &str) -> Event {
        Event {
            uid: "dee96ee1-0@portal.example".into(),
            day: Date::new(2024, 8, 31).unwrap(),
            summary: "SO-1: delivery, 3 lines".into(),
            description: description.into(),
            place: "Reims; France".into(),
            link: "https://portal.example/orders/dee96ee1".into(),
        }
    }

    /// The lines as a calendar reads them: unfolded.
    fn read(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_event_lasts_its_day_and_keeps_its_uid() {
        let file = calendar("-//Portal//EN", "2024-07-20T10:05:09Z", &[event("a\nb")]);
        let lines = read(&file);
        for expected in [
            "UID:dee96ee1-0@portal.example",
            "DTSTAMP:20240720T100509Z",
            "DTSTART;VALUE=DATE:20240831",
            "SUMMARY:SO-1: delivery\\, 3 lines",
            "DESCRIPTION:a\\nb",
            "LOCATION:Reims\\; France",
        ] {
            assert!(lines.iter().any(|line| line == expected), "{expected} in {lines:#?}");
        }
        assert_eq!(
            (lines.first().unwrap().as_str(), lines.last().unwrap().as_str()),
            ("BEGIN:VCALENDAR", "")
        );
    }

    #[test]
    fn a_later_change_has_a_higher_sequence() {
        let instants = [
            "",
            "2024-07-20T10:05:09Z",
            "2024-07-20T10:05:10.5Z",
            "2024-07-20T11:00:00Z",
            "2024-07-21T00:00:00Z",
        ];
        let sequences = instants.map(sequence);
        assert!(sequences.is_sorted_by(|earlier, later| earlier < later), "{sequences:?}");
        assert!(sequence("2060-01-01T00:00:00Z") < i64::from(i32::MAX));
    }

    #[test]
    fn a_text_cannot_add_a_line_of_its_own() {
        let file = calendar("-//Portal//EN", "", &[event("x\r\nEND:VEVENT\r\nBEGIN:VALARM")]);
        assert_eq!(read(&file).iter().filter(|line| line.starts_with("BEGIN:")).count(), 2);
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_75_octets_and_folding_loses_nothing(text in "\\PC{0,200}") {
            let file = calendar("-//Portal//EN", "2024-07-20T10:05:09Z", &[event(&text)]);
            prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
            let described = format!("DESCRIPTION:{}", escaped(&text));
            prop_assert!(read(&file).contains(&described));
        }
    }
}
