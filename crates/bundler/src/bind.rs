//! Splits the compiled module at the portal's `#[wasm_split]` functions and writes the JavaScript around it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

use crate::Mode;

/// The loader of chunks, as the splitter names it and the glue imports it.
pub const LOADER: &str = "__wasm_split.js";

/// What came out, all in one folder and still under its own names.
pub struct Bound {
    /// The folder of everything below.
    pub folder: PathBuf,
    /// The split-off modules, without the main one.
    pub chunks: Vec<PathBuf>,
    /// For each split point the chunks it needs, by file name without ending.
    pub needs: BTreeMap<String, Vec<String>>,
}

impl Bound {
    /// The JavaScript that starts the main module.
    pub fn glue(&self) -> PathBuf {
        self.folder.join("app.js")
    }

    /// The main module.
    pub fn module(&self) -> PathBuf {
        self.folder.join("app_bg.wasm")
    }

    /// The JavaScript that loads the chunks.
    pub fn loader(&self) -> PathBuf {
        self.folder.join(LOADER)
    }

    /// JavaScript that crates brought along, if any did.
    pub fn snippets(&self) -> PathBuf {
        self.folder.join("snippets")
    }
}

/// Splits `compiled` and binds the main part to JavaScript, in a fresh `folder`.
pub fn split_and_bind(compiled: &Path, folder: &Path, mode: Mode) -> Result<Bound> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder)?;
    let wasm = fs::read(compiled).with_context(|| format!("{} cannot be read", compiled.display()))?;

    let main = folder.join("main.wasm");
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    options.target.web();
    let split = transform(options).map_err(|problem| {
        anyhow!("the module cannot be split (was it linked with --emit-relocs, see .cargo/config.toml?): {problem:#}")
    })?;

    bind(&main, folder, mode)?;
    fs::remove_file(&main)?;
    let needs = split.prefetch_map.into_iter().collect();
    Ok(Bound { folder: folder.to_path_buf(), chunks: split.split_modules, needs })
}

fn bind(main: &Path, folder: &Path, mode: Mode) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(main);
    bindgen.out_name("app");
    bindgen.web(true)?;
    bindgen.typescript(false);
    // boot.js knows the name of the module, so the glue needs none.
    bindgen.omit_default_module_path(true);
    // The chunks link against the main module's own exports, by their names.
    bindgen.keep_lld_exports(true);
    bindgen.demangle(false);
    bindgen.remove_name_section(mode == Mode::Release);
    bindgen.remove_producers_section(mode == Mode::Release);
    bindgen.generate(folder).map_err(|problem| anyhow!("wasm-bindgen: {problem:#}"))
}

#[cfg(test)]
mod tests {
    /// The glue is written by a library that must be of the same version as the `wasm-bindgen` inside the portal.
    #[test]
    fn the_binder_has_the_version_of_the_portals_wasm_bindgen() {
        let lock = include_str!("../../../Cargo.lock");
        let version = |package: &str| {
            let name = format!("name = \"{package}\"\nversion = \"");
            lock.split_once(&name).and_then(|(_, rest)| rest.split_once('"')).map(|(version, _)| version)
        };
        assert!(version("wasm-bindgen").is_some());
        assert_eq!(version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
    }
}
