//! Names every file after its content, so that a browser may keep it for ever, and rewrites the names inside.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::bind::{Bound, LOADER};
use crate::manifest::Manifest;

/// Copies the bound files into a fresh `folder` under their lasting names.
///
/// The order is that of who mentions whom: the loader mentions the chunks, and the glue and the loader mention each
/// other, so these two share one hash.
pub fn publish(bound: &Bound, folder: &Path) -> Result<Manifest> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;

    let chunks = publish_chunks(bound, folder)?;
    let module = copy_named(&bound.module(), "app", folder)?;
    let snippets = publish_snippets(bound, folder)?;

    let mut loader = fs::read_to_string(bound.loader())?;
    for (old, new) in &chunks {
        loader = loader.replace(&format!("./{old}.wasm"), &format!("./{new}"));
    }
    let mut glue = fs::read_to_string(bound.glue())?;
    for (old, new) in &snippets {
        glue = glue.replace(&format!("./snippets/{old}"), &format!("./{new}"));
    }
    let hash = hash_of(&[glue.as_bytes(), loader.as_bytes()]);
    let (script, loader_name) = (format!("app-{hash}.js"), format!("chunks-{hash}.js"));
    // Only where it imports: the module asks for the loader under its old name, as a key of an object.
    glue = glue.replace(&format!("from './{LOADER}'"), &format!("from './{loader_name}'"));
    glue = glue.replace(&format!("from \"./{LOADER}\""), &format!("from \"./{loader_name}\""));
    loader = loader.replace("./app.js", &format!("./{script}"));
    fs::write(folder.join(&script), lean(&glue))?;
    fs::write(folder.join(&loader_name), lean(&loader))?;

    let mut eager = vec![loader_name];
    eager.extend(snippets.into_values());
    let pages = bound.needs.iter().map(|(page, files)| {
        (page.clone(), files.iter().filter_map(|file| chunks.get(file).cloned()).collect())
    });
    Ok(Manifest { script, module, eager, pages: pages.collect() })
}

fn publish_chunks(bound: &Bound, folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for chunk in &bound.chunks {
        let stem = chunk.file_stem().context("a chunk without a name")?.to_string_lossy().into_owned();
        let short = stem.trim_start_matches("split_");
        let name = copy_named(chunk, short, folder)?;
        names.insert(stem, name);
    }
    Ok(names)
}

/// Snippets are JavaScript files that crates bring along; they import nothing of ours.
fn publish_snippets(bound: &Bound, folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    for path in files_below(&bound.snippets())? {
        let old = path.strip_prefix(bound.snippets())?.to_string_lossy().replace('\\', "/");
        let stem = path.file_stem().context("a snippet without a name")?.to_string_lossy().into_owned();
        names.insert(old, copy_named(&path, &stem, folder)?);
    }
    Ok(names)
}

/// All files below a folder that need not exist.
fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { found.extend(files_below(&path)?) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

fn copy_named(file: &Path, stem: &str, folder: &Path) -> Result<String> {
    let content = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let ending = file.extension().context("a file without an ending")?.to_string_lossy();
    let name = format!("{stem}-{}.{ending}", hash_of(&[&content]));
    fs::write(folder.join(&name), content)?;
    Ok(name)
}

/// Sixteen hexadecimal digits of SHA-256, enough to tell two builds apart.
pub fn hash_of(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Leaves out indentation, blank lines and lines that are only a comment. Nothing else: a line that is code stays as
/// it is, which is safe because neither the glue nor boot.js has a text that runs over several lines.
pub fn lean(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_left_out_of_scripts_and_code_is_not_touched() {
        let script = "/**\n * What it does.\n */\nfunction f() {\n    // why\n    return `a  b`; // kept\n}\n\n/* one line */\nf();\n";
        assert_eq!(lean(script), "function f() {\nreturn `a  b`; // kept\n}\nf();\n");
    }

    #[test]
    fn a_name_follows_the_content() {
        assert_eq!(hash_of(&[b"a", b"b"]), hash_of(&[b"ab"]));
        assert_ne!(hash_of(&[b"a"]), hash_of(&[b"b"]));
        assert_eq!(hash_of(&[b"a"]).len(), 16);
    }
}
