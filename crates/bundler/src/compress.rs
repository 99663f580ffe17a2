//! Writes a brotli and a gzip copy beside every file that gets smaller by it, so that the server need not.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// What is worth compressing; pictures and fonts are compressed already.
const ENDINGS: [&str; 8] = ["html", "css", "js", "json", "svg", "wasm", "txt", "webmanifest"];

/// What an administrator may change in the finished site. A compressed copy would go on being served as it was, so
/// these are left to the server.
const CHANGEABLE: [&str; 3] = ["portal.json", "theme.css", "locales"];

/// Compresses everything below `folder` that does not change any more.
pub fn all(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().and_then(|name| name.to_str()).is_some_and(|name| CHANGEABLE.contains(&name)) {
            continue;
        }
        if path.is_dir() {
            all(&path)?;
        } else if path
            .extension()
            .and_then(|ending| ending.to_str())
            .is_some_and(|ending| ENDINGS.contains(&ending))
        {
            compress(&path)?;
        }
    }
    Ok(())
}

fn compress(path: &Path) -> Result<()> {
    let content = fs::read(path)?;
    for (ending, smaller) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
        if smaller.len() < content.len() {
            let mut name = path.as_os_str().to_owned();
            name.push(".");
            name.push(ending);
            fs::write(name, smaller)?;
        }
    }
    Ok(())
}

/// Compressed as small as brotli can.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut out, &parameters)?;
    Ok(out)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_changed_in_the_finished_site_is_not_compressed() -> Result<()> {
        let site = std::env::temp_dir().join(format!("compress-{}", std::process::id()));
        fs::create_dir_all(site.join("locales"))?;
        let text = "one order, ".repeat(100);
        for file in ["portal.json", "locales/en.json", "boot.js"] {
            fs::write(site.join(file), &text)?;
        }
        all(&site)?;
        let is_there = |file: &str| site.join(file).exists();
        assert!(is_there("boot.js.br") && is_there("boot.js.gz"));
        assert!(!is_there("portal.json.br") && !is_there("locales/en.json.br"));
        fs::remove_dir_all(&site)?;
        Ok(())
    }

    #[test]
    fn both_forms_are_smaller_than_a_text_that_repeats_itself() -> Result<()> {
        let text = "one order, ".repeat(100);
        assert!(brotli(text.as_bytes())?.len() < 60);
        assert!(gzip(text.as_bytes())?.len() < 60);
        Ok(())
    }
}
