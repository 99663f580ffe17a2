//! What comes back: a page of rows, or an error.

use serde::Deserialize;

/// A page of a collection.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Page<T> {
    /// The rows of this page.
    #[serde(rename = "value")]
    pub rows: Vec<T>,
    /// How many rows there are in all, if it was asked for; endpoints cap it at 5,000.
    #[serde(rename = "@odata.count", default)]
    pub count: Option<u32>,
    /// Where the next page is; opaque, to be followed as it stands.
    #[serde(rename = "@odata.nextLink", default)]
    pub next_link: Option<String>,
}

impl<T> Page<T> {
    /// The largest count that an endpoint tells; a count of this size means "or more".
    pub const COUNT_CAP: u32 = 5_000;
}

/// What the endpoint says when it refuses: `{"error":{"code","message",...}}`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct ErrorBody {
    /// Eight hexadecimal digits, or `0x…` from Dataverse; may be empty.
    #[serde(default)]
    pub code: String,
    /// One sentence for developers.
    #[serde(default)]
    pub message: String,
    /// The code of Dataverse behind the site, if the site passes it on.
    #[serde(default)]
    pub cdscode: String,
}

/// Reads the error out of an answer's body, if it is in the dialect's form.
pub fn error_body(body: &str) -> Option<ErrorBody> {
    #[derive(Deserialize)]
    struct Envelope {
        error: ErrorBody,
    }
    serde_json::from_str::<Envelope>(body).ok().map(|envelope| envelope.error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_read_with_and_without_its_optional_parts() {
        let full = error_body(
            r#"{"error":{"code":"9004010D","message":"CDS error","cdscode":"0x80040265","innererror":{}}}"#,
        );
        assert_eq!(full.unwrap().cdscode, "0x80040265");
        assert_eq!(error_body(r#"{"error":{"code":"","message":"m"}}"#).unwrap().message, "m");
        assert_eq!(error_body("<html>"), None);
    }

    #[test]
    fn a_page_needs_neither_count_nor_next_link() {
        let page: Page<u8> = serde_json::from_str(r#"{"@odata.context":"x","value":[1,2]}"#).unwrap();
        assert_eq!((page.rows, page.count, page.next_link), (vec![1, 2], None, None));
    }
}
