"""The workbooks of the case `workbooks`, made by code: `python -m tests.workbooks.made FOLDER`.

`harvest.ods` of that case was saved by LibreOffice 7.4 from `harvest.xlsx` of this module.
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import xlsxwriter

_ROWS = (("Russia", 240.5, 0.14127), ("European Union", 800, 0.47), ("US", 662.2, 0.38873))


def trade(path: Path) -> Path:
    """Write a workbook with a table under a heading, a table object, names and formulas."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "d mmm yyyy"}) as book:
        sheet = book.add_worksheet("Trade")
        share, money = (book.add_format({"num_format": code}) for code in ("0.0%", "#,##0.0"))
        sheet.write("A1", "Trade with partners, kept by the statistical office")
        sheet.write_row("A3", ["partner", "usd_mn", "share", "since"])
        for at, (partner, usd, part) in enumerate(_ROWS):
            sheet.write(3 + at, 0, partner)
            sheet.write(3 + at, 1, usd, money)
            sheet.write(3 + at, 2, part, share)
            sheet.write(3 + at, 3, datetime.date(2019 + at, 3, 5))
        sheet.write("A7", "Total")
        sheet.write_formula("B7", "=SUM(B4:B6)", money, 1702.7)
        towns = [["Upper Tarn", 1250], ["Lower Tarn", 8400], ["Ford", 310]]
        columns = [{"header": "town"}, {"header": "people"}]
        sheet.add_table("F3:G6", {"name": "Towns", "columns": columns, "data": towns})
        notes = book.add_worksheet("Notes and more")
        notes.write("A2", "First bridge")
        notes.write("B2", datetime.date(1998, 7, 14))
        notes.write("B3", "=2*'Trade'!B5+G5", None, 1600)
        notes.write("B4", "=B3+1", None, 1601)
        book.define_name("TotalTrade", "=Trade!$B$7")
    return path


def harvest(path: Path) -> Path:
    """Write the workbook that LibreOffice made `harvest.ods` of."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Harvest")
        tonnes = book.add_format({"num_format": "#,##0"})
        sheet.write_row("A1", ["crop", "tonnes", "share"])
        for at, (crop, count) in enumerate((("Wheat", 5400), ("Rye", 1200), ("Oats", 1200))):
            sheet.write(1 + at, 0, crop)
            sheet.write(1 + at, 1, count, tonnes)
            formula = f"=B{at + 2}/SUM(B$2:B$4)"
            sheet.write_formula(1 + at, 2, formula, book.add_format({"num_format": "0.0%"}), "")
    return path


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    trade(folder / "trade.xlsx")
    harvest(folder / "harvest.xlsx")
