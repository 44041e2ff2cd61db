"""The data that travels with the paper: takes items and figures, returns files to attach.

Figures as JSON and CSV; what each chart plots and each table shows as CSV. Numbers are plain (a
point, no grouping), and beside each stands how it is printed: its hedge comes along.

Spreadsheets take what begins with = + - @ for a formula, and run it when the file is opened.
Such a text gets an apostrophe before it, within double quotes, as OWASP recommends ("CSV
Injection"). Numbers stay as they are, signs included. Where the user's system parts cells by
semicolons or tabs, what follows one within a cell begins a cell too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from builder.language.dates import word
from builder.language.language import language_of
from builder.model.briefing import Briefing
from builder.model.chart import Datum, ResolvedChart
from builder.model.figure import Moment, ResolvedFigure
from builder.model.text import Line, plain
from builder.outputs.pdf.plan.items import ChartFigure, Item, Tabular
from builder.text.decimals import without_marks

_MARK: Final = "'"
_PIECES: Final = re.compile(r"([;\t\r\n])")
# Spaces, and marks of no width, are passed over by some programs; full-width signs are taken for
# plain ones. The text's own apostrophes before a sign get one more, so that ours can be told.
_BEGINS: Final = re.compile(
    r"(?P<blank>[\s\u00ad\u200b-\u200d\u2060\ufeff]*)(?P<marks>'*)(?P<sign>[=+\-@\uff1d\uff0b\uff0d\uff20])"
)
_SPACE: Final = r"[ \u00a0\u202f]?"
_NUMBER: Final = re.compile(
    rf"[+-]{_SPACE}[$\u20ac£¥\u20b4]?\d[\d.,'\u2019 \u00a0\u202f]*(?:[eE][+-]?\d+)?"
    rf"{_SPACE}[%\u2030$\u20ac£¥\u20b4]?\s*|[+-]\s*|--+\s*"
)
"""A number with its sign, a per cent sign or a currency's; or a dash that says: no value."""

_RISKY: Final = re.compile(r"[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
_QUOTED: Final = re.compile(r'[,"\r\n]')


def sheet(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a CSV file that spreadsheets read as UTF-8, which they know by its first mark."""
    lines = (_line([str(cell) for cell in row]) for row in (header, *rows))
    return "".join(lines).encode("utf-8-sig")


def guarded(text: str) -> str:
    """Return a cell's text, with an apostrophe before whatever would begin a formula."""
    if not _RISKY.search(text):
        return text
    pieces = _PIECES.split(text)
    held = "".join(piece if at % 2 else _piece(piece) for at, piece in enumerate(pieces))
    return _MARK + held if text.lstrip(_MARK)[:1] in ("\t", "\r", "\n") else held


def _piece(text: str) -> str:
    begins = _BEGINS.match(text)
    if begins is None or (not begins["marks"] and _NUMBER.fullmatch(text[begins.start("sign") :])):
        return text
    at = begins.start("marks")
    return f"{text[:at]}{_MARK}{text[at:]}"


def _line(cells: Sequence[str]) -> str:
    """Return a line of the file (RFC 4180); a line of one empty cell would be no line."""
    alone = len(cells) == 1
    return ",".join(_cell(cell, quoted=alone and not cell) for cell in cells) + "\r\n"


def _cell(text: str, *, quoted: bool) -> str:
    safe = guarded(text)
    if quoted or safe != text or _QUOTED.search(safe):
        return '"' + safe.replace('"', '""') + '"'
    return safe


Relation = Literal["Source", "Data", "Supplement"]
JSON, CSV = "application/json", "text/csv"
_COLUMNS = ("id", "label", "value", "printed", "hedge", "unit", "as_of", "confidence", "sources")


@dataclass(frozen=True)
class DataFile:
    """A file to attach: its name, media type and bytes; `about` is the item that it belongs to.

    `relation` is how it stands to that, or to the whole paper (ISO 19005-3, annex E).
    """

    name: str
    media_type: str
    content: bytes
    description: str
    relation: Relation
    about: str = ""


def data_files(
    briefing: Briefing, items: Iterable[Item], figures: Sequence[str]
) -> tuple[DataFile, ...]:
    """Return the files for the figures of the register and the charts and tables of the items."""
    language = briefing.meta.language
    states = [_state(briefing.figures[id], briefing) for id in figures]
    said = word(language, "register")
    files = []
    if states:
        text = json.dumps(states, ensure_ascii=False, indent=1)
        files = [
            DataFile("figures.json", JSON, text.encode(), said, "Source"),
            DataFile("figures.csv", CSV, sheet(_COLUMNS, _flat(states)), said, "Source"),
        ]
    known = {file.name: file for file in (*files, *_shown(items, language))}
    return tuple(known.values())


def _shown(items: Iterable[Item], language: str) -> Iterator[DataFile]:
    for item in items:
        if isinstance(item, ChartFigure):
            said = _description("figure", item.number, item.chart.title, language)
            name = f"chart-{item.chart.id}.csv"
            yield DataFile(name, CSV, sheet(*_plotted(item.chart)), said, "Data", item.anchor)
        elif isinstance(item, Tabular):
            header = _header(item, language)
            cells = _cells(item, language)
            said = _description("table", item.number, item.caption, language)
            name = f"{item.anchor.replace(':', '-')}.csv"
            yield DataFile(name, CSV, sheet(header, cells), said, "Data", item.anchor)
        yield from _shown(getattr(item, "items", ()), language)


def _description(kind: str, number: Line, title: Line, language: str) -> str:
    """Return "Data of Figure 5: its title", in the language."""
    count = plain(number).rpartition("\u00a0")[2]
    said = word(language, f"data_of_{kind}", number=count) if count else word(language, "data")
    return language_of(language).colon.join(filter(None, (said, plain(title))))


def _state(figure: ResolvedFigure, briefing: Briefing) -> dict[str, object]:
    printed = briefing.printed[figure.id]
    value = figure.value
    return {
        "id": figure.id,
        "label": plain(printed["label"]),
        "value": value.iso() if isinstance(value, Moment) else f"{value:f}",
        "printed": plain(printed["full"]),
        "hedge": figure.hedge.value if figure.hedge else "",
        "unit": figure.unit,
        "as_of": plain(printed.get("as_of", ())),
        "confidence": figure.confidence.value if figure.confidence else "",
        "sources": [briefing.sources[id].title for id in figure.sources],
    }


def _flat(states: Iterable[dict[str, object]]) -> Iterator[list[object]]:
    for state in states:
        values = (state[column] for column in _COLUMNS)
        yield ["; ".join(value) if isinstance(value, list) else value for value in values]


def _plotted(chart: ResolvedChart) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Return header and rows of what a chart plots, one number a row."""
    if chart.events:
        return ("date", "printed", "event"), [
            (event.when.iso(), event.date.text, plain(event.label)) for event in chart.events
        ]
    if chart.flows:
        return ("from", "to", "says", "amount"), [
            tuple(map(plain, (flow.giver, flow.receiver, flow.says, flow.amount)))
            for flow in chart.flows
        ]
    if chart.points:
        return ("label", "x", "x_printed", "y", "y_printed", "size", "size_printed"), [
            (point.label.text, *_said(point.x), *_said(point.y), *_said(point.size))
            for point in chart.points
        ]
    return ("category", "series", "value", "printed"), [
        (category.text, series.name.text, *_said(datum))
        for series in chart.series
        for category, datum in zip(chart.categories, series.data, strict=True)
    ]


def _said(datum: Datum | None) -> tuple[str, str]:
    if datum is None or datum.value is None:
        return "", ""
    return f"{datum.value:f}", datum.label.text


def _header(item: Tabular, language: str) -> list[str]:
    """Return the headers of a table, each after the one that it stands below."""
    colon = language_of(language).colon
    above = {
        each.first + more: f"{plain(without_marks(each.header))}{colon}"
        for each in item.shape.spanners
        for more in range(each.count)
    }
    heads = (plain(without_marks(column.header)) for column in item.columns)
    return [f"{above.get(at, '')}{head}" for at, head in enumerate(heads)]


def _cells(item: Tabular, language: str) -> Iterator[list[str]]:
    for row in item.rows:
        yield [
            _number(without_marks(line), language)
            if column.align == "right"
            else plain(without_marks(line))
            for line, column in zip(row, item.columns, strict=True)
        ]


def _number(line: Line, language: str) -> str:
    """Return a number of a data file as it stands there; a figure as it is printed."""
    from builder.language.numbers import plain_number

    text = plain(line)
    is_cell = len(line) == 1 and line[0].owner is not None and line[0].owner.of_cell
    return plain_number(text, language) if is_cell else text
