//! Where a browser may be sent after signing in or out: to a page of ours and nowhere else.

/// The address if it stays on this site, otherwise the home page. Browsers read `\` as `/`, drop tabs and line ends,
/// and take `//host` for another site.
pub(super) fn local(path: Option<&str>) -> &str {
    let path = path.unwrap_or_default();
    let second = path.as_bytes().get(1);
    let stays = path.starts_with('/') && !matches!(second, Some(b'/' | b'\\'));
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if stays && plain { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        for path in ["/", "/orders?status=picked&q=a%20b", "/orders/1#x", "/a//b"] {
            assert_eq!(local(Some(path)), path);
        }
        for path in [
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "evil",
            "/\t/evil.example",
            "/a\r\nSet-Cookie: b=c",
            "/ü",
            "",
        ] {
            assert_eq!(local(Some(path)), "/", "{path}");
        }
        assert_eq!(local(None), "/");
    }
}
