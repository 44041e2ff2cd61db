"""How a spreadsheet wrote a data file: takes its text, says what parts cells and marks decimals.

A program set to English parts cells by commas and writes 1,234.5; one set to German, French or
Ukrainian parts them by semicolons and writes 1.234,5 or 1 234,5. What can be read either way is
never guessed at.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from builder.frozen import dataclass
from builder.language.language import known

_NAMED: Final = {",": "commas", ";": "semicolons", "\t": "tabs"}
_DECLARED: Final = re.compile(r"sep=([,;\t])\n", re.IGNORECASE)
_GROUPS: Final = " \u00a0\u202f\u2009'\u2019"
_MARKED: Final = re.compile(rf"-?([0-9]+|[0-9]{{1,3}}(?:[{_GROUPS}][0-9]{{3}})+)([.,])([0-9]+)")
_UNGROUPED: Final = re.compile(r"-?[1-9][0-9]{3,}(?:[.,][0-9]*)?")
_GROUPED: Final = re.compile(r"-?[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+")
_BOTH: Final = re.compile(r"-?[0-9]{1,3}(?:([.,])[0-9]{3})+(?!\1)([.,])[0-9]+")


@dataclass(frozen=True)
class Doubt:
    """A number that can be read in two ways: its row (from 0), column and text.

    `other` is the text of a number in the same column that is marked otherwise, where that is
    the matter.
    """

    row: int
    column: int
    text: str
    other: str = ""

    @property
    def readings(self) -> tuple[str, str]:
        """The two numbers that it may be, with a point for the decimals."""
        return re.sub("[.,]", "", self.text), self.text.replace(",", ".")


def declared_separator(text: str) -> str:
    """Return the separator that a first line `sep=;` names, empty where there is none."""
    found = _DECLARED.match(text)
    return found.group(1) if found else ""


def separators(text: str) -> tuple[str, ...]:
    """Return what may part the cells of a file: of several, those with which every row fits."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    bare = re.sub(r'"(?:[^"]|"")*"', "", first)
    found = tuple(mark for mark in _NAMED if mark in bare)
    if not found:
        return (";",) if _is_column_of_decimals(text) else (",",)
    if len(found) < 2:
        return found
    fitting = tuple(mark for mark in found if _fits(text, mark)) or found[:1]
    return tuple(mark for mark in fitting if mark != ",") if _is_decimal(text, fitting) else fitting


def _is_column_of_decimals(text: str) -> bool:
    """Say whether one column stands below its header, and commas before its decimals: 12,5."""
    below = [line.strip().replace("\u2212", "-") for line in text.splitlines()[1:] if line.strip()]
    return any("," in line for line in below) and all(
        line.removeprefix("-").isdecimal() or _MARKED.fullmatch(line) for line in below
    )


def described(separator: str) -> str:
    """Return what a separator is called: commas, semicolons or tabs."""
    return _NAMED[separator]


def _fits(text: str, separator: str) -> bool:
    try:
        rows = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
        widths = {len(row) for row in rows if any(cell.strip() for cell in row)}
    except csv.Error:
        return False
    return len(widths) == 1


def _is_decimal(text: str, fitting: Sequence[str]) -> bool:
    """Say whether commas that may part cells stand before decimals below the header.

    They do where every cell that holds one is a number as another separator parts them. Parted by
    commas, digits of two cells would stand in one, with that separator between them.
    """
    others = [mark for mark in fitting if mark != ","]
    if "," not in fitting or len(others) != 1:
        return False
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=others[0]))
    held = [cell.strip() for row in rows[1:] for cell in row if "," in cell]
    joined = re.compile(rf"[0-9]\s*{others[0]}\s*[-\u2212]?[0-9]")
    below = [line for line in text.splitlines()[1:] if line.strip()]
    return (
        bool(held)
        and all(_MARKED.fullmatch(cell.replace("\u2212", "-")) for cell in held)
        and all(joined.search(line) for line in below)
    )


def decimal_marks(
    rows: Sequence[Sequence[str]], width: int, separator: str, language: str
) -> tuple[tuple[str, ...], tuple[Doubt, ...]]:
    """Return the decimal mark of each column, and what cannot be read for sure.

    A number that is written in one way only (12,5 or 1.234,5) decides for its column, and for
    the file where no column says otherwise. Where none does, the briefing's language decides,
    if the file is parted as programs of that language do it: 1.234 is a thousand and more in
    German, unless the column writes 2345 without a point.
    """
    cells = [[row[column] for row in rows] for column in range(width)]
    proofs = [_proofs(column) for column in cells]
    shown = {mark for proof in proofs for mark in proof}
    common = shown.pop() if len(shown) == 1 else ""
    usual, group = _usual(separator, language)
    marks, doubts = [], []
    for number, (column, proof) in enumerate(zip(cells, proofs, strict=True)):
        if len(proof) > 1:
            (_, first), (_, second) = sorted(proof.items(), key=lambda item: item[1])[:2]
            doubts.append(Doubt(second, number, column[second], column[first]))
        mark = next(iter(proof), common)
        marks.append(mark or usual or ".")
        if not mark:
            sure = "" if any(_UNGROUPED.fullmatch(text.strip()) for text in column) else group
            found = _doubtful(column, usual, sure)
            doubts += [Doubt(row, number, text) for row, text in found][:1]
    return tuple(marks), tuple(doubts)


def _proofs(column: Iterable[str]) -> dict[str, int]:
    """Return the decimal marks that a column's numbers cannot but have, each with its first row."""
    found: dict[str, int] = {}
    for row, text in enumerate(column):
        mark = _proved(text.strip().replace("\u2212", "-"))
        if mark:
            found.setdefault(mark, row)
    return found


def _proved(text: str) -> str:
    marked = _MARKED.fullmatch(text)
    if marked:
        whole, mark, decimals = marked.groups()
        return "" if _is_doubtful(whole, decimals) else mark
    both = _BOTH.fullmatch(text)
    if both:
        return both.group(2)
    grouped = _GROUPED.fullmatch(text)
    return ("," if grouped.group(1) == "." else ".") if grouped else ""


def _is_doubtful(whole: str, decimals: str) -> bool:
    """Say whether a mark may group digits as well: 1.234, but not 0.234, 1234.567 or 1.23."""
    return len(decimals) == 3 and whole.isdecimal() and len(whole) <= 3 and whole[0] != "0"


def _doubtful(column: Iterable[str], usual: str, group: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers of a column that may be read in two ways.

    Where a point usually stands before the decimals, 1.234 and 1,234 are no riddle. Where a
    comma does, 1,234 is none, nor is 1.234 where points `group` digits; elsewhere 1.234 is
    written by hand and by programs with either meaning.
    """
    for row, text in enumerate(column):
        marked = _MARKED.fullmatch(text.strip().replace("\u2212", "-"))
        if marked is None:
            continue
        whole, mark, decimals = marked.groups()
        open_to_doubt = not usual or (usual == "," and mark == "." != group)
        if open_to_doubt and _is_doubtful(whole, decimals):
            yield row, text.strip()


def _usual(separator: str, language: str) -> tuple[str, str]:
    """Return the marks of the language before decimals and between groups of digits.

    Both are empty where the file is parted as by another, the second where the language groups
    by spaces.
    """
    spoken = known(language)
    if spoken is None:
        return ("" if separator == "," else ","), ""
    if separator == spoken.foreign_separator:
        return "", ""
    return spoken.decimal_mark, spoken.group_mark
