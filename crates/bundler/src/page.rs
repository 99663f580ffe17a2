//! Writes the names of the bundle into the page that Trunk has staged.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::manifest::Manifest;
use crate::{Mode, assets, compress, sheets};

/// The comment in `public/index.html` that the links to early loads take the place of.
const PRELOADS: &str = "<!-- preloads -->";

/// The link to the table of contents of the style sheets, which a release replaces by one joined sheet and the theme.
const SHEET: &str = "<link rel=\"stylesheet\" href=\"/style/main.css\">";

/// Completes the staged site: names in the page, one style sheet, compressed copies beside the files.
pub fn finish(root: &Path, staging: &Path, mode: Mode) -> Result<()> {
    let manifest = Manifest::read(root)?;
    let path = staging.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut page = complete(&page, &manifest)?;
    match mode {
        Mode::Dev => {
            let built = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            fs::write(staging.join("build.txt"), built.as_millis().to_string())?;
            fs::write(staging.join("reload.js"), include_str!("reload.js"))?;
            page = page.replace("</head>", "<script type=\"module\" src=\"/reload.js\"></script>\n</head>");
        }
        Mode::Release => {
            page = page.replace(SHEET, &publish_sheet(staging)?);
            let boot = staging.join("boot.js");
            fs::write(&boot, assets::lean(&fs::read_to_string(&boot)?))?;
        }
    }
    fs::write(&path, page)?;
    if mode == Mode::Release {
        compress::all(staging)?;
    }
    Ok(())
}

/// Replaces the folder of sheets by one joined sheet, named by its content, and the theme. Answers the links to both.
fn publish_sheet(staging: &Path) -> Result<String> {
    let folder = staging.join("style");
    let joined = sheets::join(&folder)?;
    let theme = fs::read(folder.join(sheets::THEME))?;
    fs::remove_dir_all(&folder)?;
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(sheets::THEME), theme)?;
    let name = format!("style-{}.css", assets::hash_of(&[joined.as_bytes()]));
    fs::write(staging.join("assets").join(&name), joined)?;
    let link = |href: &str| format!("<link rel=\"stylesheet\" href=\"{href}\">");
    Ok(format!("{}\n{}", link(&format!("/assets/{name}")), link(&format!("/style/{}", sheets::THEME))))
}

/// Puts the preload links and the names for `boot.js` into the page.
fn complete(page: &str, manifest: &Manifest) -> Result<String> {
    const SCRIPT: &str = "data-app=\"\" data-wasm=\"\"";
    if [PRELOADS, SHEET, SCRIPT].iter().any(|part| !page.contains(part)) {
        bail!("public/index.html must contain `{PRELOADS}`, `{SHEET}` and a script with `{SCRIPT}`");
    }
    let Manifest { script, module, eager, .. } = manifest;
    let mut links = vec![
        format!(
            "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" href=\"/assets/{module}\" crossorigin>"
        ),
        format!("<link rel=\"modulepreload\" href=\"/assets/{script}\">"),
    ];
    links.extend(eager.iter().map(|file| format!("<link rel=\"modulepreload\" href=\"/assets/{file}\">")));
    let names = format!("data-app=\"/assets/{script}\" data-wasm=\"/assets/{module}\"");
    Ok(page.replace(PRELOADS, &links.join("\n")).replace(SCRIPT, &names))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        Manifest {
            script: "app-1.js".into(),
            module: "app-2.wasm".into(),
            eager: vec!["chunks-1.js".into()],
            pages: Default::default(),
        }
    }

    #[test]
    fn the_page_names_the_bundle_and_asks_for_everything_at_once() -> Result<()> {
        let page = format!("<head>{SHEET}{PRELOADS}</head><script data-app=\"\" data-wasm=\"\"></script>");
        let done = complete(&page, &manifest())?;
        assert!(done.contains("data-app=\"/assets/app-1.js\" data-wasm=\"/assets/app-2.wasm\""));
        assert!(done.contains("<link rel=\"modulepreload\" href=\"/assets/chunks-1.js\">"));
        assert!(!done.contains(PRELOADS));
        Ok(())
    }

    #[test]
    fn a_page_without_a_place_for_the_names_is_refused() {
        assert!(complete("<html></html>", &manifest()).is_err());
    }
}
