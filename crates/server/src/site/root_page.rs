//! The text of `index.html`, kept in memory and read again when the file has changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

/// The root page of a folder.
pub(crate) struct RootPage {
    file: PathBuf,
    read: RwLock<Option<(SystemTime, Arc<Halves>)>>,
}

/// The page before and after the place of the user object: ahead of the first script, which may ask for it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Halves {
    pub(super) before: String,
    pub(super) after: String,
}

impl RootPage {
    /// The page of this folder; nothing is read yet.
    pub(crate) fn new(folder: &Path) -> Self {
        Self { file: folder.join("index.html"), read: RwLock::default() }
    }

    /// The page as it is now. Asking for the file's time takes microseconds, which is less than handing it to
    /// another thread would.
    pub(super) fn halves(&self) -> io::Result<Arc<Halves>> {
        let modified = fs::metadata(&self.file)?.modified()?;
        let known = self.read.read().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, halves)) = known.filter(|(read, _)| *read == modified) {
            return Ok(halves);
        }
        let halves = Arc::new(split(&fs::read_to_string(&self.file)?));
        *self.read.write().unwrap_or_else(PoisonError::into_inner) = Some((modified, halves.clone()));
        Ok(halves)
    }
}

fn split(page: &str) -> Halves {
    let place = page.find("<script").or_else(|| page.find("</head>")).unwrap_or_default();
    let (before, after) = page.split_at(place);
    Halves { before: before.to_owned(), after: after.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_user_object_comes_before_the_first_script() {
        let cases = [
            ("<head><script src=a></script></head>", "<head>"),
            ("<head><title>x</title></head><body>", "<head><title>x</title>"),
            ("plain", ""),
        ];
        for (page, before) in cases {
            assert_eq!(split(page).before, before);
        }
    }

    #[test]
    fn a_changed_file_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let page = RootPage::new(folder.path());
        assert_eq!(page.halves().unwrap_err().kind(), io::ErrorKind::NotFound);
        for (text, second) in [("one", 1), ("two", 2)] {
            let file = folder.path().join("index.html");
            fs::write(&file, text).unwrap();
            let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(second);
            fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
            assert_eq!(page.halves().unwrap().after, text);
        }
    }
}
