//! A file as the answer. It came from somebody else: it is saved and never shown, whatever it says that it is.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName};
use axum::response::{IntoResponse, Response};
use portal_store::read::File;

use super::answer::VERSION;
use super::file_name;

/// The types that are told as they are, because nothing in them ever runs in a page. All others are mere bytes.
const HARMLESS: [&str; 8] = [
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/zip",
    "image/jpeg",
    "image/png",
    "text/csv",
    "text/plain",
];

/// Should a browser open it after all, it opens without scripts, without this site's cookies and without any other
/// resource.
const POLICY: &str = "sandbox; default-src 'none'";

/// The answer that a browser saves under the file's name.
pub(super) fn download(file: File) -> Response {
    let headers = [
        (CONTENT_TYPE, media_type(file.media_type.as_deref()).to_owned()),
        (CONTENT_DISPOSITION, file_name::disposition(file.name.as_deref())),
        (CONTENT_SECURITY_POLICY, POLICY.to_owned()),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin".to_owned()),
    ];
    (headers, [VERSION], file.bytes).into_response()
}

/// The type without its parameters, if it is a harmless one.
fn media_type(claimed: Option<&str>) -> &'static str {
    let claimed = claimed.and_then(|text| text.split(';').next()).unwrap_or_default().trim();
    let known = HARMLESS.into_iter().find(|known| known.eq_ignore_ascii_case(claimed));
    known.unwrap_or("application/octet-stream")
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn only_what_is_known_to_be_harmless_keeps_its_type() {
        assert_eq!(media_type(Some("Text/CSV; charset=utf-8")), "text/csv");
        for hostile in
            ["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "text/javascript", ""]
        {
            assert_eq!(media_type(Some(hostile)), "application/octet-stream", "{hostile}");
        }
        assert_eq!(media_type(None), "application/octet-stream");
    }
}
