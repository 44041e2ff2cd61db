"""The workbook of a native chart: its cells as places, and where the chart differs from them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from builder.model.ledger import Channel, LedgerPlace
from builder.model.saying import plain_number
from builder.verify.drawingml import C, cached
from builder.verify.spreadsheet import Workbook


def cells_of(book: Workbook, page: int, within: str) -> Iterator[LedgerPlace]:
    """Yield what each cell holds, row by row."""
    channel: Channel = "workbook"
    for number, sheet in enumerate(book.cells.values()):
        for name in sorted(sheet, key=_row_and_column):
            part = name if not number else f"sheet {number + 1}, {name}"
            yield LedgerPlace(page, channel, within, part, sheet[name])


def _row_and_column(name: str) -> tuple[int, int, str]:
    letters = name.rstrip("0123456789")
    return int(name[len(letters) :] or 0), len(letters), letters


def disagreements(root: etree._Element, book: Workbook) -> Iterator[tuple[str, str, str]]:
    """Yield where the chart's cached values and its workbook differ, and live formulas."""
    for place in book.formulas:
        yield place, "", "a cell of the workbook holds a live formula"
    for reference in root.iter(f"{C}numRef", f"{C}strRef"):
        formula = reference.findtext(f"{C}f") or ""
        held = book.range(formula)
        if held is None:
            yield formula, "a range of the chart's workbook", "the chart refers to nothing"
            continue
        kept = {index: plain_number(text) for index, text in cached(reference).items()}
        for index, cell in enumerate(held):
            if plain_number(cell) != kept.get(index, ""):
                why = f"the chart's own value differs from its workbook at {formula}"
                yield cell or "an empty cell", kept.get(index, "an empty cell"), why
