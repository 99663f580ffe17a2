//! Cookies as text.

use axum::http::{HeaderMap, header};

/// The value of the request's cookie with this name.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// A `Set-Cookie` value. With `seconds` the browser keeps it so long, without until it is closed; 0 removes it.
/// `Lax`, so that a link in a mail opens the portal signed in, while another site cannot post with it.
pub(crate) fn set(name: &str, value: &str, seconds: Option<i64>, secure: bool) -> String {
    let age = seconds.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if secure { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_by_its_whole_name() {
        let headers = HeaderMap::from_iter([(header::COOKIE, "xa=1; a=2; ab=3".parse().unwrap())]);
        assert_eq!(read(&headers, "a"), Some("2"));
        assert_eq!(read(&headers, "b"), None);
    }

    #[test]
    fn cookies_are_out_of_reach_for_scripts() {
        assert_eq!(set("a", "1", None, false), "a=1; Path=/; HttpOnly; SameSite=Lax");
        assert_eq!(set("a", "", Some(0), true), "a=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure");
    }
}
