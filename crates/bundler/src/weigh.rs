//! Weighs what a first visit to the list of orders loads: everything that the page names, and the brand's picture.
//!
//! The list of orders is in the main module, so nothing further is loaded for it. A browser test compares this list
//! with what a browser really asks for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::compress;

/// Prints one line for each file with its size as it is and under brotli 11, and the sum.
pub fn print(site: &Path) -> Result<()> {
    let page =
        fs::read_to_string(site.join("index.html")).context("there is no site in dist/; build it first")?;
    let mut files = files_of(&page);
    files.extend(logo(&fs::read_to_string(site.join("portal.json")).unwrap_or_default()));
    let (mut whole, mut small) = (0, 0);
    println!("{:<44} {:>9} {:>9}", "file", "bytes", "brotli");
    for file in files {
        let content = fs::read(site.join(&file))
            .with_context(|| format!("the page names /{file}, which is not there"))?;
        let bytes = (content.len(), compress::brotli(&content)?.len().min(content.len()));
        println!("{file:<44} {:>9} {:>9}", bytes.0, bytes.1);
        whole += bytes.0;
        small += bytes.1;
    }
    println!("{:<44} {whole:>9} {small:>9}", "total");
    Ok(())
}

/// The brand's picture, if the configuration names one of this site.
fn logo(configuration: &str) -> Option<String> {
    let configuration: serde_json::Value = serde_json::from_str(configuration).ok()?;
    configuration["brand"]["logo"].as_str()?.strip_prefix('/').map(str::to_owned)
}

/// The page itself and every file of this site that it names in an attribute, each once.
fn files_of(page: &str) -> Vec<String> {
    let mut files = vec!["index.html".to_owned()];
    for part in page.split("=\"/").skip(1) {
        if let Some((name, _)) = part.split_once('"') {
            let name = name.to_owned();
            if name.contains('.') && !files.contains(&name) {
                files.push(name);
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_brands_picture_is_weighed_if_it_is_ours() {
        assert_eq!(logo(r#"{"brand":{"logo":"/logo.svg"}}"#), Some("logo.svg".to_owned()));
        assert_eq!(logo(r#"{"brand":{"logo":"https://elsewhere/logo.svg"}}"#), None);
        assert_eq!(logo(r#"{"brand":{}}"#), None);
    }

    #[test]
    fn every_file_that_the_page_names_is_weighed_once() {
        let page = r#"<link href="/a.css"><link rel="modulepreload" href="/x/b.js"><script src="/boot.js" data-app="/x/b.js"></script><a href="/orders">"#;
        assert_eq!(files_of(page), ["index.html", "a.css", "x/b.js", "boot.js"]);
    }
}
