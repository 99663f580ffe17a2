//! The `Prefer` header (RFC 7240) and its echo.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use portal_store::read::{Annotations, MOST_ROWS};

/// What a caller would like.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Preferences {
    /// How many rows a page has at most.
    pub(super) page_size: Option<u64>,
    /// Which annotations are added.
    pub(super) annotations: Annotations,
    /// Whether a write answers with the row.
    pub(super) representation: bool,
    /// The preferences that are honoured, for `Preference-Applied`.
    pub(super) applied: Vec<String>,
}

impl<S: Sync> FromRequestParts<S> for Preferences {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let lines = parts.headers.get_all("prefer").iter().filter_map(|line| line.to_str().ok());
        let mut preferences = Self::default();
        for preference in lines.flat_map(split) {
            preferences.take(&preference);
        }
        Ok(preferences)
    }
}

impl Preferences {
    fn take(&mut self, preference: &str) {
        let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().trim_matches('"'));
        // What is not understood is passed over; a preference is only a wish.
        match name.as_str() {
            "odata.maxpagesize" | "maxpagesize" => {
                let Some(size) = value.parse::<u64>().ok().filter(|size| *size > 0) else { return };
                let size = size.min(MOST_ROWS);
                self.page_size = Some(size);
                self.applied.push(format!("odata.maxpagesize={size}"));
            }
            "odata.include-annotations" | "include-annotations" => {
                self.annotations = Annotations::parse(value);
                self.applied.push(format!("odata.include-annotations=\"{value}\""));
            }
            "return" if value == "representation" => {
                self.representation = true;
                self.applied.push("return=representation".to_owned());
            }
            _ => {}
        }
    }
}

/// Cuts a line at its commas, but for those inside quotes.
fn split(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        quoted ^= c == '"';
        match (c, parts.last_mut()) {
            (',', _) if !quoted => parts.push(String::new()),
            (_, Some(part)) => part.push(c),
            _ => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Preferences {
        let mut preferences = Preferences::default();
        lines.iter().flat_map(|line| split(line)).for_each(|preference| preferences.take(&preference));
        preferences
    }

    #[test]
    fn preferences_come_in_one_line_or_in_several() {
        let one =
            read(&["odata.maxpagesize=25,odata.include-annotations=\"OData.Community.Display.V1.*,x\""]);
        assert_eq!(one.page_size, Some(25));
        assert!(one.annotations.formatted && !one.annotations.navigation);
        let several =
            read(&["odata.maxpagesize=25", "odata.include-annotations=\"OData.Community.Display.V1.*,x\""]);
        assert_eq!(one, several);
        assert!(read(&["return=representation"]).representation);
    }

    #[test]
    fn a_wish_that_makes_no_sense_is_passed_over() {
        for line in
            ["odata.maxpagesize=0", "odata.maxpagesize=-1", "odata.maxpagesize=x", "respond-async", "", ","]
        {
            assert_eq!(read(&[line]), Preferences::default(), "{line}");
        }
        assert_eq!(read(&["odata.maxpagesize=999999"]).page_size, Some(MOST_ROWS));
    }
}
