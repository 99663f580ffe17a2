//! A workbook: typed cells, a header that stays, a second sheet that says what it is.
//!
//! Texts are only ever written as texts, so nothing in it is live, whatever it looks like.

use portal_model::date::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::digits::Digits;
use crate::layout::Field;
use crate::moment::Moment;

/// A workbook that grows.
pub struct Xlsx {
    name: String,
    titles: Vec<String>,
    about: Worksheet,
    full: Vec<Worksheet>,
    sheet: Worksheet,
    next_row: u32,
    widths: Vec<usize>,
    formats: Formats,
}

/// A sheet holds so many rows, of which the first has the titles; what does not fit goes into another.
const MOST_ROWS: u32 = 1_048_576;

/// A cell holds so many UTF-16 units.
const LONGEST: usize = 32_767;

/// The name of a sheet holds so many UTF-16 units.
const LONGEST_NAME: usize = 31;

/// Columns are at least and at most so many letters wide.
const WIDTHS: (usize, usize) = (6, 60);

/// Earlier days have other numbers in Excel than in other programs, which takes 1900 for a leap year, or none at all.
const FIRST_DAY: (u16, u8, u8) = (1900, 3, 1);

impl Xlsx {
    /// Begins a workbook with the titles of its columns, and with the name and the rows of its second sheet.
    pub fn begin(
        name: &str,
        titles: &[String],
        (about_name, about): (&str, &[(String, String)]),
    ) -> Result<Self, XlsxError> {
        let formats = Formats::new();
        let name = sheet_name(name, "1");
        let about_name = match sheet_name(about_name, "2") {
            // Two sheets must not have the same name.
            same if same.to_lowercase() == name.to_lowercase() => {
                format!("{}…", cut(&same, LONGEST_NAME - 1))
            }
            other => other,
        };
        let mut file = Self {
            about: about_sheet(&about_name, about, &formats)?,
            name,
            titles: titles.to_vec(),
            full: Vec::new(),
            sheet: Worksheet::new(),
            next_row: 0,
            widths: Vec::new(),
            formats,
        };
        file.begin_sheet()?;
        Ok(file)
    }

    /// Adds a row.
    pub fn add(&mut self, fields: &[Field]) -> Result<(), XlsxError> {
        if self.next_row == MOST_ROWS {
            self.end_sheet()?;
            self.begin_sheet()?;
        }
        let row = self.next_row;
        for (column, field) in (0u16..).zip(fields) {
            let length = write(&mut self.sheet, &mut self.formats, (row, column), field)?;
            widen(&mut self.widths, column, length);
        }
        self.next_row += 1;
        Ok(())
    }

    /// The bytes of the workbook.
    pub fn finish(mut self) -> Result<Vec<u8>, XlsxError> {
        self.end_sheet()?;
        let mut workbook = Workbook::new();
        workbook.set_properties(&DocProperties::new().set_title(&self.name));
        for sheet in self.full {
            workbook.push_worksheet(sheet);
        }
        workbook.push_worksheet(self.about);
        workbook.save_to_buffer()
    }

    fn begin_sheet(&mut self) -> Result<(), XlsxError> {
        let number = self.full.len() + 1;
        let name = match number {
            1 => self.name.clone(),
            _ => format!("{} {number}", cut(&self.name, LONGEST_NAME - 4)),
        };
        self.sheet = Worksheet::new();
        self.sheet.set_name(name)?;
        self.widths = Vec::new();
        for (column, title) in (0u16..).zip(&self.titles) {
            self.sheet.write_string_with_format(0, column, cut(title, LONGEST), &self.formats.title)?;
            // Room for the button of the filter.
            widen(&mut self.widths, column, title.chars().count() + 3);
        }
        self.sheet.set_freeze_panes(1, 0)?;
        self.next_row = 1;
        Ok(())
    }

    fn end_sheet(&mut self) -> Result<(), XlsxError> {
        if let Some(last) = u16::try_from(self.titles.len()).ok().and_then(|count| count.checked_sub(1)) {
            self.sheet.autofilter(0, 0, self.next_row - 1, last)?;
        }
        set_widths(&mut self.sheet, &self.widths)?;
        self.full.push(std::mem::take(&mut self.sheet));
        Ok(())
    }
}

/// Writes a field and answers about how many letters it shows.
fn write(
    sheet: &mut Worksheet,
    formats: &mut Formats,
    (row, column): (u32, u16),
    field: &Field,
) -> Result<usize, XlsxError> {
    let text = match field {
        Field::Empty => return Ok(0),
        Field::Text(words) => cut(&with_line_feeds(words), LONGEST),
        Field::Number(digits) => match digits.binary() {
            Some(number) => {
                sheet.write_number_with_format(row, column, number, formats.number(digits))?;
                // A third more for the signs between thousands.
                return Ok(digits.with_sign('.').len() * 4 / 3);
            }
            None => digits.with_sign('.'),
        },
        Field::Date(date) => match excel(*date) {
            Some(day) => {
                sheet.write_datetime_with_format(row, column, &day, &formats.date)?;
                return Ok(10);
            }
            None => date.to_string(),
        },
        Field::Moment(moment) => match excel_moment(*moment) {
            Some(moment) => {
                sheet.write_datetime_with_format(row, column, &moment, &formats.moment)?;
                return Ok(16);
            }
            None => moment.to_string(),
        },
    };
    let widest = text.lines().map(|line| line.chars().count()).max().unwrap_or_default();
    sheet.write_string(row, column, text)?;
    Ok(widest)
}

fn excel(date: Date) -> Option<ExcelDateTime> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    ((year, month, day) >= FIRST_DAY).then(|| ExcelDateTime::from_ymd(year, month, day).ok()).flatten()
}

fn excel_moment(moment: Moment) -> Option<ExcelDateTime> {
    excel(moment.date)?.and_hms(moment.hour.into(), moment.minute, f64::from(moment.second)).ok()
}

fn about_sheet(name: &str, about: &[(String, String)], formats: &Formats) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    let mut widths = Vec::new();
    for (row, (name, value)) in (0u32..).zip(about) {
        sheet.write_string_with_format(row, 0, cut(name, LONGEST), &formats.title)?;
        sheet.write_string(row, 1, cut(value, LONGEST))?;
        widen(&mut widths, 0, name.chars().count());
        widen(&mut widths, 1, value.chars().count());
    }
    set_widths(&mut sheet, &widths)?;
    Ok(sheet)
}

fn widen(widths: &mut Vec<usize>, column: u16, length: usize) {
    let column = usize::from(column);
    if widths.len() <= column {
        widths.resize(column + 1, WIDTHS.0);
    }
    widths[column] = widths[column].max(length.min(WIDTHS.1));
}

fn set_widths(sheet: &mut Worksheet, widths: &[usize]) -> Result<(), XlsxError> {
    for (column, width) in (0u16..).zip(widths) {
        sheet.set_column_width(column, *width as f64 + 1.0)?;
    }
    Ok(())
}

/// The text with the line ends that workbooks have. Others must be written as `_x000D_`, which many programs show.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(text),
    }
}

/// A name that a sheet may have; `otherwise` if nothing is left of it.
fn sheet_name(name: &str, otherwise: &str) -> String {
    let allowed =
        |letter: &char| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && !letter.is_control();
    let name: String = name.chars().filter(allowed).collect();
    let name = cut(&name, LONGEST_NAME);
    let name = name.trim().trim_matches('\'');
    // Excel keeps the name "History" to itself.
    if name.is_empty() || name.eq_ignore_ascii_case("history") {
        otherwise.to_owned()
    } else {
        name.to_owned()
    }
}

/// At most so many UTF-16 units of a text, with a sign that something is missing.
fn cut(text: &str, longest: usize) -> String {
    if text.len() <= longest || text.encode_utf16().count() <= longest {
        return text.to_owned();
    }
    let mut units = 1;
    let fits = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= longest
    });
    fits.chain(['…']).collect()
}

/// How cells look. Days are shown as the reader's spreadsheet shows days.
struct Formats {
    title: Format,
    date: Format,
    moment: Format,
    numbers: BTreeMap<usize, Format>,
}

/// Built-in formats that follow the reader's own settings (Office Open XML, `numFmtId`).
const DATE: u8 = 14;
const DATE_AND_TIME: u8 = 22;

impl Formats {
    fn new() -> Self {
        Self {
            title: Format::new().set_bold().set_border_bottom(FormatBorder::Thin),
            date: Format::new().set_num_format_index(DATE),
            moment: Format::new().set_num_format_index(DATE_AND_TIME),
            numbers: BTreeMap::new(),
        }
    }

    /// Shows all decimals of a number.
    fn number(&mut self, digits: &Digits) -> &Format {
        let decimals = digits.decimals();
        self.numbers.entry(decimals).or_insert_with(|| {
            let point = if decimals > 0 { "." } else { "" };
            Format::new().set_num_format(format!("#,##0{point}{}", "0".repeat(decimals)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_gets_a_name_that_excel_takes() {
        assert_eq!(sheet_name("Orders: open/late [1]", "1"), "Orders openlate 1");
        assert_eq!(sheet_name("'*?'", "1"), "1");
        assert_eq!(sheet_name("History", "1"), "1");
        assert_eq!(sheet_name(&"ä".repeat(40), "1").chars().count(), LONGEST_NAME);
    }

    #[test]
    fn what_is_too_long_says_so() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        assert_eq!(cut("a😀b", 3), "a…", "a character of two units is not cut in two");
    }

    #[test]
    fn a_day_that_excel_counts_differently_is_none() {
        let day = |text: &str| excel(text.parse().unwrap()).is_some();
        assert!(day("1900-03-01") && day("9999-12-31"));
        assert!(!day("1900-02-28") && !day("1753-01-01"));
    }
}
