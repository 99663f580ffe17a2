//! Notes and attachments of an order (`annotation`).

use crate::{
    ids::{NoteId, OrderId},
    odata::Query,
};
use serde::Deserialize;

/// A note on an order, with a file or without.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Note {
    /// The key.
    #[serde(rename = "annotationid")]
    pub id: NoteId,
    /// What it is about.
    #[serde(rename = "subject", default)]
    pub subject: Option<String>,
    /// What it says; HTML where it was written with Dataverse's editor.
    #[serde(rename = "notetext", default)]
    text: Option<String>,
    /// The name of its file, if it has one.
    #[serde(rename = "filename", default)]
    pub file_name: Option<String>,
    /// How many bytes the file has.
    #[serde(rename = "filesize", default)]
    pub file_size: Option<u64>,
    /// When it was written, as an ISO 8601 instant.
    #[serde(rename = "createdon", default)]
    pub created: Option<String>,
}

/// What stands in the file of a note. What kind of file it says it is does not matter: it is never opened here.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NoteFile {
    /// Its bytes in base64.
    #[serde(rename = "documentbody", default)]
    pub body: Option<String>,
    /// Its name.
    #[serde(rename = "filename", default)]
    pub name: Option<String>,
}

impl Note {
    /// The request for the notes on an order that are meant for the customer, the latest first (dual-write marks an
    /// attachment as external by `msdyn_restriction` 1).
    pub fn query(order: OrderId) -> String {
        Query::of("annotations")
            .with("$select", "annotationid,subject,notetext,filename,mimetype,filesize,createdon")
            .with("$filter", &format!("_objectid_value eq {order} and msdyn_restriction eq 1"))
            .with("$orderby", "createdon desc,annotationid asc")
            .into_text()
    }

    /// What it says, as plain text with `\n` between lines.
    pub fn text(&self) -> String {
        let text = self.text.as_deref().unwrap_or_default().trim();
        if text.starts_with('<') { without_tags(text) } else { text.to_owned() }
    }
}

impl NoteFile {
    /// The request for the file of a note.
    pub fn query(id: NoteId) -> String {
        Query::of(&format!("annotations({id})")).with("$select", "documentbody,filename,mimetype").into_text()
    }
}

/// The words of an HTML text. They are shown as a text, so nothing here has to be safe, only readable.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name: String =
            tag.chars().take_while(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
        let ends_a_line = matches!(
            name.trim_end_matches('/'),
            "br" | "/p" | "/div" | "/li" | "/h1" | "/h2" | "/h3" | "/tr"
        );
        if ends_a_line && !text.ends_with('\n') {
            text.push('\n');
        }
        rest = match name.as_str() {
            "style" | "script" => {
                let behind = after.split_once(&format!("</{name}")).map_or("", |(_, behind)| behind);
                behind.split_once('>').map_or("", |(_, behind)| behind)
            }
            _ => after,
        };
    }
    text.push_str(rest);
    let decoded =
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .into_iter()
            .fold(text, |text, (entity, letter)| text.replace(entity, letter));
    decoded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(text: &str) -> Note {
        let id = "00000000-0000-4000-8000-000000000001";
        serde_json::from_value(serde_json::json!({ "annotationid": id, "notetext": text })).unwrap()
    }

    #[test]
    fn a_note_of_words_is_left_as_it_is() {
        assert_eq!(note(" 5 < 6 & more ").text(), "5 < 6 & more");
    }

    #[test]
    fn a_note_of_html_becomes_its_words() {
        let html =
            r#"<div class="ck-content"><p>Gate&nbsp;4,<br>ring &lt;twice&gt;</p><p>Tom &amp; Ana</p></div>"#;
        assert_eq!(note(html).text(), "Gate 4,\nring <twice>\nTom & Ana");
        assert_eq!(note("<style>p{}</style><p>x</p><script>alert(1)</script>").text(), "x");
        assert_eq!(note("<p").text(), "");
    }
}
