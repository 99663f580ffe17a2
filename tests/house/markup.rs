//! The page and the views: no script and no style in them, since the site's policy would refuse both.

use crate::tree::{assert_none, files, read};

fn inline_scripts(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for script in page.split("<script").skip(1) {
        let (tag, rest) = script.split_once('>').unwrap_or((script, ""));
        if !tag.contains("src=") || !rest.trim_start().starts_with("</script>") {
            found.push(format!("public/index.html: an inline script: <script{tag}>"));
        }
    }
    let attributes = page.split(|letter: char| letter.is_whitespace() || letter == '<');
    let is_inline = |word: &&str| {
        let name = word.split('=').next().unwrap_or_default();
        word.contains('=') && (name == "style" || name.starts_with("on"))
    };
    found.extend(
        attributes.filter(is_inline).map(|word| format!("public/index.html: an inline attribute: {word}")),
    );
    found
}

/// `style="…"` in a view sets an attribute, which the policy forbids; `style:width=…` is allowed.
fn inline_styles(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().enumerate().filter(|(_, line)| {
        line.match_indices("style=")
            .any(|(at, _)| line[..at].ends_with([' ', '\t']) && !line[at..].starts_with("style=("))
    });
    lines.map(|(at, line)| format!("{path}:{}: {}", at + 1, line.trim())).collect()
}

#[test]
fn the_page_has_no_inline_script_or_style() {
    assert_none(inline_scripts(&read("public/index.html")));
}

#[test]
fn views_set_no_style_attribute() {
    assert_none(files("src", ".rs").iter().flat_map(|file| inline_styles(&file.path, &file.text)).collect());
}

#[test]
fn inline_scripts_and_styles_are_noticed() {
    assert!(inline_scripts("<script type=\"module\" src=\"/boot.js\"></script>").is_empty());
    assert_eq!(inline_scripts("<script>alert(1)</script>").len(), 1);
    assert_eq!(inline_scripts("<p onclick=\"x()\" style=\"top:0\">").len(), 2);
    assert_eq!(
        inline_styles("a", "<p style=\"top: 0\">\n<p style:top=x class=\"style\">\n<p style=(\"--x\", y)>")
            .len(),
        1
    );
}
