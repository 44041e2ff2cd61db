"""An embedded workbook in; its cells, and what a number format prints for a number, out.

Read as XML (ECMA-376-1, 18.3 and 18.4) rather than with openpyxl, whose import alone costs more
than everything else that `verify` does; the tests hold the two against each other. Formats
(18.8.30 and 18.8.31) as far as charts use them: sections, literals, digits, grouping, decimals,
percent. Dates, fractions and exponents are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from lxml import etree

from builder.frozen import dataclass
from builder.model.saying import cell_name, plain_number
from builder.verify.drawingml import R
from builder.verify.edge import within
from builder.verify.package import Package

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$", re.ASCII)
_MOST_CELLS = 100_000
"""Cells of a range that a chart could draw."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[[^\]]*\]|(?P<number>[0#?](?:[0#?.,]*[0#?.,])?|\.[0#?]+)|(?P<percent>%)|(?P<other>.)"
)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
# Literals among digits: 0","000 prints 1234 as 1,234 whatever the viewer's separators are.
_INNER = re.compile(r'[0#](?:"[^"]*"|\\.)+[0#]')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_REFUSED = frozenset("dDmMyYhHsSeE/@")


@dataclass(frozen=True)
class Workbook:
    """Cells by sheet name and reference (`B2`), as text; `formulas` are places of live formulas."""

    cells: Mapping[str, Mapping[str, str]]
    formulas: tuple[str, ...]

    def range(self, reference: str) -> tuple[str, ...] | None:
        """Return the cells of `Sheet1!$B$2:$B$4` by column; None if it is no range here, or
        wider than a chart could draw.
        """
        sheet, _, area = reference.rpartition("!")
        match = _REFERENCE.match(area)
        name = sheet.strip("'").replace("''", "'")
        if match is None or name not in self.cells:
            return None
        left, top, right, bottom = match.groups()
        columns = range(_column(left), _column(right or left) + 1)
        rows = range(int(top), int(bottom or top) + 1)
        if len(columns) * len(rows) > _MOST_CELLS:
            return None
        held = self.cells[name]
        return tuple(held.get(cell_name(r - 1, c - 1), "") for c in columns for r in rows)


def read_workbook(data: bytes, name: str) -> Workbook:
    """Return the cells of a workbook; numbers as `plain_number` writes them.

    Raises:
        UnreadableFileError: it is no workbook, or damaged.
    """
    with within(name, "the workbook"):
        return _cells(Package.open(data, name))


def _cells(package: Package) -> Workbook:
    main = package.main
    shared = _shared_strings(package, main)
    parts = {related.id: related.target for related in package.related(main, "worksheet")}
    cells: dict[str, dict[str, str]] = {}
    formulas = []
    for sheet in package.xml(main).iter(f"{_S}sheet"):
        title = sheet.get("name", "")
        held = cells.setdefault(title, {})
        for cell in package.xml(parts.get(sheet.get(f"{R}id", ""), "")).iter(f"{_S}c"):
            reference = cell.get("r", "")
            if cell.find(f"{_S}f") is not None:
                formulas.append(f"{title}!{reference}")
            text = _cell_text(cell, shared)
            if text:
                held[reference] = text
    return Workbook(cells, tuple(formulas))


def _shared_strings(package: Package, main: str) -> list[str]:
    part = package.one(main, "sharedStrings")
    return [] if part is None else [_text(item) for item in package.xml(part).iter(f"{_S}si")]


def _cell_text(cell: etree._Element, shared: list[str]) -> str:
    value = cell.findtext(f"{_S}v") or ""
    match cell.get("t", "n"):
        case "s":
            known = value.isdecimal() and len(value) < 10 and int(value) < len(shared)
            return shared[int(value)] if known else value
        case "inlineStr":
            return _text(cell)
        case "n":
            return plain_number(value)
    return value


def _text(element: etree._Element) -> str:
    """Return the text of a plain or rich string, its phonetic guides left out."""
    runs: Iterator[etree._Element] = element.iter(f"{_S}t")
    return "".join(
        run.text or ""
        for run in runs
        if (above := run.getparent()) is None or above.tag != f"{_S}rPh"
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def render(value: Decimal, code: str, group: str = ",", point: str = ".") -> str:
    """Return `value` as the number format `code` prints it.

    `group` and `point` are the separators of the chart's language.

    Raises:
        ValueError: the format holds something that is no plain number's; the message names it.
    """
    if code in ("", "General"):
        return _general(value, point)
    sections = _SECTION.findall(code)
    section, magnitude = _section(value, [part for part in sections if part] or [code])
    if _INNER.search(section):
        return _patterned(section, magnitude)
    if section == "General":
        return _general(magnitude, point)
    tokens = list(_TOKEN.finditer(section))
    if any(token["percent"] for token in tokens):
        magnitude *= 100
    printed = []
    for token in tokens:
        if token["number"]:
            printed.append(_number(magnitude, token["number"], group, point))
        elif token["other"] and token["other"] in _REFUSED:
            raise ValueError(f'number format "{code}": "{token["other"]}" is not understood')
        else:
            literal = (
                token[name] for name in ("quoted", "escaped", "currency", "percent", "other")
            )
            printed.append(next((part for part in literal if part), ""))
    return "".join(printed)


def _section(value: Decimal, sections: list[str]) -> tuple[str, Decimal]:
    """Choose by condition or sign; a section that serves all signs prints the minus itself."""
    if any(_CONDITION.search(section) for section in sections):
        for section in sections:
            condition = _CONDITION.search(section)
            if condition is None or _holds(value, condition[1], Decimal(condition[2])):
                return (f"-{section}", -value) if value < 0 else (section, value)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    first = sections[0]
    return (f"-{first}", -value) if value < 0 and first != "General" else (first, value)


def _holds(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {
        "<": value < limit,
        ">": value > limit,
        "=": value == limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "<>": value != limit,
    }[sign]


def _patterned(section: str, magnitude: Decimal) -> str:
    """Print a whole number through a pattern whose digits have literals between them."""
    tokens = list(_TOKEN.finditer(section))
    places = [at for at, token in enumerate(tokens) if token["number"]]
    left = format(magnitude.quantize(Decimal(1), ROUND_HALF_UP), "f")
    printed: dict[int, str] = {}
    for at in reversed(places[1:]):
        count = len(tokens[at]["number"])
        left, printed[at] = left[:-count], left[-count:].zfill(count)
    printed[places[0]] = left.zfill(len(tokens[places[0]]["number"]))
    names = ("quoted", "escaped", "currency", "percent", "other")
    return "".join(
        printed[at] if at in printed else next((token[name] for name in names if token[name]), "")
        for at, token in enumerate(tokens)
    )


def _general(value: Decimal, point: str) -> str:
    plain = format(value.normalize(), "f")
    return "0" if plain == "-0" else plain.replace(".", point)


def _number(value: Decimal, pattern: str, group: str, point: str) -> str:
    whole, _, fraction = pattern.partition(".")
    scaled = len(whole) - len(whole.rstrip(","))
    whole = whole.rstrip(",")
    value = (value / 1000**scaled).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    units, _, decimals = format(value, "f").partition(".")
    fewest = len(fraction.rstrip("#?"))
    decimals = decimals[:fewest] + decimals[fewest:].rstrip("0")
    units = units.lstrip("0").zfill(whole.replace(",", "").count("0"))
    if "," in whole:
        units = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", lambda _: group, units)
    return units + (point + decimals if decimals else "")
