//! An export while it is written.

use portal_model::export::{Format, Job};
use portal_model::list::{Cell, Column, ListRow};

use crate::csv::Csv;
use crate::layout::Layout;
use crate::moment::Zone;
use crate::xlsx::Xlsx;

/// A file that rows are put into.
pub struct Export {
    layout: Layout,
    file: File,
    rows: u64,
}

enum File {
    Csv(Csv),
    Xlsx(Box<Xlsx>),
}

/// The file cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The writer of workbooks refused.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl Export {
    /// Begins a file. Instants are written as the clocks of `zone` show them.
    pub fn begin(job: &Job, zone: Zone) -> Result<Self, WriteError> {
        let layout = Layout::new(job, zone);
        let file = match job.format {
            Format::Csv => File::Csv(Csv::begin(job.decimal_comma, &layout.titles)),
            Format::Xlsx => {
                let about = (job.words.about.as_str(), job.about.as_slice());
                File::Xlsx(Box::new(Xlsx::begin(&job.subject.title, &layout.titles, about)?))
            }
        };
        Ok(Self { layout, file, rows: 0 })
    }

    /// Adds rows.
    pub fn add(&mut self, rows: &[ListRow]) -> Result<(), WriteError> {
        rows.iter().try_for_each(|row| self.add_row(|column| row.cell(column).clone()))
    }

    /// Adds a row, which is asked for each of its cells.
    pub fn add_row(&mut self, cell: impl Fn(Column) -> Cell) -> Result<(), WriteError> {
        let fields = self.layout.fields(cell);
        self.rows += 1;
        match &mut self.file {
            File::Csv(file) => file.add(&fields),
            File::Xlsx(file) => file.add(&fields)?,
        }
        Ok(())
    }

    /// How many rows have been added.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Completes the file.
    pub fn finish(self) -> Result<Vec<u8>, WriteError> {
        match self.file {
            File::Csv(file) => Ok(file.finish()),
            File::Xlsx(file) => Ok(file.finish()?),
        }
    }
}
