//! Writes hostile rows into files of every kind, with what a reader must find in them, for `cargo portal check-exports`.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use portal_exporter::Export;
use portal_model::export::Format;
use portal_model::list::Cell;
use serde_json::{Value, json};

#[path = "../tests/export/hostile.rs"]
mod hostile;

const ROWS: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("usage: hostile FOLDER")?);
    fs::create_dir_all(&folder)?;
    let rows = hostile::rows(ROWS);
    write(&folder.join("point.csv"), Format::Csv, false, &rows)?;
    write(&folder.join("comma.csv"), Format::Csv, true, &rows)?;
    write(&folder.join("book.xlsx"), Format::Xlsx, false, &rows)?;
    let expected: Vec<Vec<Value>> = rows.iter().map(|row| row.iter().map(expected).collect()).collect();
    fs::write(folder.join("expected.json"), serde_json::to_string(&expected)?)?;
    println!("{ROWS} rows of {} columns in {}", hostile::COLUMNS.len(), folder.display());
    Ok(())
}

fn write(
    path: &Path,
    format: Format,
    decimal_comma: bool,
    rows: &[hostile::Row],
) -> Result<(), Box<dyn Error>> {
    let mut export = Export::begin(&hostile::job(format, decimal_comma), |_| 0)?;
    for row in rows {
        export.add_row(|column| hostile::cell(row, column))?;
    }
    Ok(fs::write(path, export.finish()?)?)
}

/// A cell as `[kind, text]`.
fn expected(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => json!(["empty", ""]),
        Cell::Pending => json!(["text", "pending"]),
        Cell::Text(text) => json!(["text", text]),
        Cell::Status(status) => json!(["text", status.slug()]),
        Cell::LineStatus(status) => json!(["text", status.slug()]),
        Cell::Number(number) => json!(["number", number.to_string()]),
        Cell::Money(money) => json!(["number", money.amount.to_string()]),
        Cell::Days(days) => json!(["number", days.to_string()]),
        Cell::Date(date) => json!(["date", date.to_string()]),
        Cell::Instant(instant) => json!(["moment", instant.trim_end_matches('Z').replace('T', " ")]),
    }
}
