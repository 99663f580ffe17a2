"""Reads exported files back, by Python's csv, by openpyxl, and as LibreOffice has read and saved them, and compares every
cell with what was exported. Called by `cargo portal check-exports` with the folder of the files."""

import csv
import json
import sys
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import isclose
from pathlib import Path

from openpyxl import load_workbook

FOLDER = Path(sys.argv[1])
ROWS = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
# The currencies stand behind the eighth column and are compared by themselves.
CURRENCY = 8
FORMULA = "=+-@"
wrong = []


def complain(file, row, column, expected, found):
    wrong.append(f"{file} row {row + 2} column {column + 1}: expected {expected!r}, found {found!r}")


def begins_a_formula(text):
    """By the folded form of the first letter that has a picture: not the way in which the exporter finds out."""
    if text[:1] in ("\t", "\r", "\n"):
        return True
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
            continue
        return unicodedata.normalize("NFKC", letter)[0] in FORMULA
    return False


def defused(text):
    return "'" + text if begins_a_formula(text) else text


def lines(text):
    """A workbook knows one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def without_currency(cells, file, row):
    cells = list(cells)
    if cells.pop(CURRENCY) not in ("EUR", "", None):
        complain(file, row, CURRENCY, "EUR", cells)
    return cells


def rows_of(file, cells):
    """Pairs every row that was read with the one that was written."""
    found = [without_currency(row, file, index) for index, row in enumerate(cells)]
    if len(found) != len(ROWS):
        wrong.append(f"{file}: {len(found)} rows instead of {len(ROWS)}")
    return [(index, column, *pair) for index, (expected, row) in enumerate(zip(ROWS, found))
            for column, pair in enumerate(zip(expected, row, strict=True))]


def check_csv(name, delimiter, decimal_sign):
    with open(FOLDER / name, encoding="utf-8-sig", newline="") as file:
        _, *cells = csv.reader(file, delimiter=delimiter, strict=True)
    for row, column, (kind, text), found in rows_of(name, cells):
        if kind == "number":
            same = Decimal(found.replace(decimal_sign, ".")) == Decimal(text)
        else:
            same = found == (defused(text) if kind == "text" else text)
        if not same:
            complain(name, row, column, text, found)


def same_in_a_workbook(kind, text, found):
    if kind == "empty":
        return found in (None, "")
    if kind == "number":
        # A number of more than 15 digits is a text, so that none of them is lost.
        return (isinstance(found, str) or len(str(text).lstrip("-0.").replace(".", "").rstrip("0")) <= 15) and Decimal(str(found)) == Decimal(text)
    if kind == "date":
        # Days before March 1900 have no number that all programs agree on.
        return found == (text if text < "1900-03-01" else datetime.combine(date.fromisoformat(text), datetime.min.time()))
    if kind == "moment":
        return isinstance(found, datetime) and abs((found - datetime.fromisoformat(text)).total_seconds()) < 0.5
    return isinstance(found, str) and found == lines(text)


def check_book(name, same=same_in_a_workbook):
    path = FOLDER / name
    sheets = load_workbook(path).worksheets
    cells = [[cell.value for cell in row] for row in sheets[0].iter_rows(min_row=2)]
    for row, column, (kind, text), found in rows_of(name, cells):
        if not same(kind, text, found):
            complain(name, row, column, text, found)
    return count_formulas(name)


def same_in_an_opened_text(kind, text, found):
    """As a spreadsheet has it that was told to take quoted fields for texts. Here it is the spreadsheet that cuts numbers
    to 15 digits, and that counts days before March 1900 in its own way."""
    if kind == "number":
        return isinstance(found, (int, float)) and isclose(found, float(text), rel_tol=1e-14)
    if kind == "date":
        day = found.date() if isinstance(found, datetime) else date(1899, 12, 30) + timedelta(days=found)
        return abs((day - date.fromisoformat(text)).days) <= (0 if text >= "1900-03-01" else 1)
    return same_in_a_workbook(kind, lines(defused(text)) if kind == "text" else text, found)


def count_formulas(name):
    sheets = load_workbook(FOLDER / name).worksheets
    live = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    for cell in live:
        wrong.append(f"{name} {cell.coordinate}: a live formula {cell.value!r}")
    return len(live)


check_csv("point.csv", ",", ".")
check_csv("comma.csv", ";", ",")
live = check_book("book.xlsx")
live += check_book("libreoffice/book.xlsx")
for name in ("point", "comma"):
    live += check_book(f"libreoffice-text/{name}.xlsx", same_in_an_opened_text)
    live += count_formulas(f"libreoffice-live/{name}.xlsx")

for line in wrong[:20]:
    print(line)
cells = sum(len(row) for row in ROWS)
print(f"{cells} cells in each of 6 readings, {len(wrong)} differences, {live} live formulas")
sys.exit(1 if wrong else 0)
