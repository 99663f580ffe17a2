//! Hostile rows through both kinds of files and back.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use portal_exporter::Export;
use portal_exporter::defuse::{defused, is_live};
use portal_model::decimal::Decimal;
use portal_model::export::Format;
use portal_model::list::{Cell, Column};

use crate::hostile::{COLUMNS, Row, cell, job, rows};

fn written(format: Format, decimal_comma: bool, rows: &[Row]) -> Vec<u8> {
    let mut export = Export::begin(&job(format, decimal_comma), |_| 0).unwrap();
    for row in rows {
        export.add_row(|column| cell(row, column)).unwrap();
    }
    export.finish().unwrap()
}

/// The columns as they stand in a file: none for that of the currencies.
fn columns() -> Vec<Option<Column>> {
    let mut columns: Vec<_> = COLUMNS.map(Some).to_vec();
    columns.insert(8, None);
    columns
}

fn expected_in_csv(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Pending => "pending".to_owned(),
        Cell::Text(text) => defused(text).into_owned(),
        Cell::Status(status) => status.slug().to_owned(),
        Cell::Instant(instant) => instant.replace('T', " ").replace('Z', ""),
        Cell::Date(date) => date.to_string(),
        Cell::Days(days) => days.to_string(),
        Cell::LineStatus(_) | Cell::Number(_) | Cell::Money(_) => {
            unreachable!("numbers are compared as numbers")
        }
    }
}

#[test]
fn every_field_of_a_text_file_comes_back() {
    let rows = rows(1_000);
    for (decimal_comma, delimiter) in [(false, b','), (true, b';')] {
        let file = written(Format::Csv, decimal_comma, &rows);
        let file = file.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(file);
        assert_eq!(reader.headers().unwrap().get(0), Some("'=number"));
        assert_eq!(reader.headers().unwrap().get(8), Some("Currency"));
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.len());
        for (record, row) in records.iter().zip(&rows) {
            for (field, column) in record.iter().zip(columns()) {
                match column.map(|column| cell(row, column)) {
                    None => assert!(matches!(field, "" | "EUR"), "{field}"),
                    Some(
                        Cell::Number(number) | Cell::Money(portal_model::money::Money { amount: number, .. }),
                    ) => {
                        let read: Decimal = field.replace(',', ".").parse().unwrap();
                        assert_eq!(Some(read), number.value());
                    }
                    Some(cell) => assert_eq!(field, expected_in_csv(&cell)),
                }
            }
        }
    }
}

#[test]
fn no_text_in_a_text_file_is_live() {
    let file = written(Format::Csv, false, &rows(1_000));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&file[3..]);
    for record in reader.records() {
        for field in &record.unwrap() {
            assert!(!is_live(field) || field.parse::<Decimal>().is_ok(), "{field:?}");
        }
    }
}

#[test]
fn every_cell_of_a_workbook_comes_back_as_what_it_is() {
    let rows = rows(1_000);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(written(Format::Xlsx, false, &rows))).unwrap();
    assert_eq!(book.sheet_names(), ["Orders all", "About"]);
    assert!(book.worksheet_formula("Orders all").unwrap().used_cells().next().is_none());
    let sheet = book.worksheet_range("Orders all").unwrap();
    assert_eq!(sheet.height(), rows.len() + 1);
    for (cells, row) in sheet.rows().skip(1).zip(&rows) {
        for (read, column) in cells.iter().zip(columns()) {
            let Some(column) = column else { continue };
            compare(read, &cell(row, column));
        }
    }
    let about = book.worksheet_range("About").unwrap();
    assert_eq!(about.get((0, 1)), Some(&Data::String("=1+1".to_owned())));
}

fn compare(read: &Data, cell: &Cell) {
    let number = match cell {
        Cell::Number(number) => number.value(),
        Cell::Money(money) => money.amount.value(),
        Cell::Days(days) => Some(Decimal::from(*days)),
        Cell::Date(date) if (date.year(), date.month()) >= (1900, 3) => {
            // Days are counted from the day before 1899-12-31.
            Some(Decimal::from(date.day_number() + 25_569))
        }
        _ => None,
    };
    match (number, read) {
        (Some(number), Data::String(digits)) => {
            assert_eq!(digits.parse(), Ok(number));
            assert!(
                number.normalize().mantissa().abs() > 999_999_999_999_999,
                "{number} is a text without need"
            );
        }
        // The shortest text of a binary number is what every reader of the file sees.
        (Some(number), Data::Float(float)) => assert_eq!(float.to_string().parse(), Ok(number)),
        (Some(number), Data::DateTime(day)) => assert_eq!(day.as_f64().to_string().parse(), Ok(number)),
        (Some(number), other) => panic!("{number} came back as {other:?}"),
        (None, read) => match cell {
            Cell::Text(text) => {
                // A workbook has line feeds at the ends of lines.
                let text = text.replace("\r\n", "\n").replace('\r', "\n");
                assert_eq!(read.get_string(), Some(text.as_str()));
            }
            Cell::Instant(instant) => {
                let moment = read.get_datetime().unwrap().to_ymd_hms_milli();
                let (year, month, day, hour, minute, second, _) = moment;
                assert_eq!(
                    &format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"),
                    instant
                );
            }
            other => assert_eq!(read.get_string(), Some(expected_in_csv(other).as_str())),
        },
    }
}

#[test]
fn an_empty_list_is_a_file_with_titles() {
    let csv = String::from_utf8(written(Format::Csv, true, &[])).unwrap();
    assert_eq!(csv.lines().count(), 1);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(written(Format::Xlsx, false, &[]))).unwrap();
    assert_eq!(book.worksheet_range("Orders all").unwrap().height(), 1);
}
