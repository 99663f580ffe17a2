//! The rows of a CSV file (RFC 4180, with or without a byte order mark), each with the line it begins on.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder, Terminator};

use super::ImportError;

/// A row: the line it begins on, from 1, and its cells.
type Row<'a> = (u64, Vec<&'a [u8]>);

/// A CSV file that is being read.
pub(super) struct Rows {
    file: String,
    reader: csv::Reader<Box<dyn Read + Send>>,
    record: ByteRecord,
}

impl Rows {
    /// Begins to read. The last line is always ended, and lines end with a line feed alone, so that the number of line
    /// feeds behind us is the number of lines, as an editor counts them; the rest of other endings is taken off later.
    pub(super) fn new(file: &str, content: Box<dyn Read + Send>) -> Self {
        let content: Box<dyn Read + Send> = Box::new(content.chain(&b"\n"[..]));
        let mut builder = ReaderBuilder::new();
        builder.has_headers(false).flexible(true).terminator(Terminator::Any(b'\n'));
        Self { file: file.to_owned(), reader: builder.from_reader(content), record: ByteRecord::new() }
    }

    /// Reads the next row that is not empty.
    pub(super) fn next(&mut self) -> Result<Option<Row<'_>>, ImportError> {
        loop {
            let read = self.reader.read_byte_record(&mut self.record);
            let failed = |error| ImportError::NotCsv(self.file.clone(), error);
            if !read.map_err(failed)? {
                return Ok(None);
            }
            let bare = self.record.as_slice().trim_ascii().is_empty();
            if !(bare && self.record.len() == 1) {
                break;
            }
        }
        let inside = self.record.as_slice().iter().filter(|byte| **byte == b'\n').count();
        let ended = u64::try_from(inside + 1).unwrap_or(u64::MAX);
        let line = self.reader.position().line().saturating_sub(ended);
        let mut cells: Vec<_> = self.record.iter().collect();
        if let Some(last) = cells.last_mut() {
            *last = last.strip_suffix(b"\r").unwrap_or(last);
        }
        Ok(Some((line, cells)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &'static str) -> Vec<(u64, Vec<String>)> {
        let mut rows = Rows::new("x.csv", Box::new(text.as_bytes()));
        let mut found = Vec::new();
        while let Some((line, cells)) = rows.next().unwrap() {
            let cells = cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned());
            found.push((line, cells.collect()));
        }
        found
    }

    #[test]
    fn every_row_has_the_line_an_editor_shows() {
        let unix = "\u{feff}a,b\n1,2\n\n\n3,4\n\"x\ny\",5\n6,7";
        let found = lines(unix);
        let numbers: Vec<_> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(numbers, [1, 2, 5, 6, 8]);
        assert_eq!(found[0].1, ["a", "b"], "the byte order mark is no part of the first name");
        assert_eq!(found[3].1, ["x\ny", "5"]);
    }

    #[test]
    fn lines_may_end_as_on_windows() {
        let found = lines("a,b\r\n1,2\r\n\r\n\r\n3,\"4\"\r\n\"x\r\ny\",5\r\n6,\r\n");
        let numbers: Vec<_> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(numbers, [1, 2, 5, 6, 8]);
        assert_eq!(found[2].1, ["3", "4"]);
        assert_eq!(found[3].1, ["x\r\ny", "5"], "a line break inside quotes is kept");
        assert_eq!(found[4].1, ["6", ""]);
    }
}
