//! Where the files of an import come from.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use super::{ImportError, rows::Rows};

/// A set of CSV files, one for each table, by the name of its entity set (`salesorders.csv`).
#[derive(Clone, Debug)]
pub enum Source {
    /// A folder on disk.
    Folder(PathBuf),
    /// Files that are part of the program, as names and texts.
    Embedded(&'static [(&'static str, &'static str)]),
}

impl Source {
    /// The names of all files, sorted, without hidden ones.
    pub(super) fn files(&self) -> Result<Vec<String>, ImportError> {
        let mut files = match self {
            Self::Embedded(files) => files.iter().map(|(name, _)| (*name).to_owned()).collect(),
            Self::Folder(folder) => {
                names(folder).map_err(|error| ImportError::Unreadable(folder.display().to_string(), error))?
            }
        };
        files.retain(|name| !name.starts_with('.'));
        files.sort();
        Ok(files)
    }

    /// Opens a file for reading from its beginning.
    pub(super) fn open(&self, name: &str) -> Result<Rows, ImportError> {
        let content: Box<dyn Read + Send> = match self {
            Self::Embedded(files) => {
                let text = files.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| *text);
                Box::new(text.as_bytes())
            }
            Self::Folder(folder) => {
                let path = folder.join(name);
                let failed = |error| ImportError::Unreadable(path.display().to_string(), error);
                Box::new(File::open(&path).map_err(failed)?)
            }
        };
        Ok(Rows::new(name, content))
    }
}

fn names(folder: &PathBuf) -> std::io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}
