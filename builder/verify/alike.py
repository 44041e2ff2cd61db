"""Two prints of one value in, whether they say the same out.

Prints of one value differ only by what was stated: a cell is printed with its unit in a chart and
without it in a table, to as many decimals as the chart asks for, a long name below a column is
divided at a hyphen, and months and units change their case after prepositions. Two numbers are
prints of one value where the one with more decimals, rounded to those of the other, is the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from builder.frozen import dataclass
from builder.language.numbers import decimal_mark
from builder.model.ledger import Entry
from builder.model.saying import FARTHEST
from builder.model.text import of_cell
from builder.verify.reading import Reading, canonical

_IN_CASE: Final = "in_case"
_SPOKEN: Final = ("alt", "notes")
_DIVIDED: Final = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
# A number whose groups of digits stand apart by a point, a comma, an apostrophe or a space; a
# hyphen is its sign where it stands before it, or before the sign of a money between the two.
_NUMBER: Final = re.compile(
    r"(?P<sign>(?<![\w.,])-(?:[^\w\s-]{0,3}| ))?(?P<said>\d(?:[\d.,'’ ]*\d)?)"
)


@dataclass(frozen=True)
class _Print:
    """A number as printed: `whole` with `decimals` of its digits behind the decimal mark."""

    whole: int
    decimals: int

    def is_of(self, other: _Print) -> bool:
        """Say whether both are prints of one value."""
        fine, coarse = sorted((self, other), key=lambda each: -each.decimals)
        step: int = 10 ** (fine.decimals - coarse.decimals)
        return 2 * abs(fine.whole - coarse.whole * step) <= (step if step > 1 else 0)


def mark_of(*readings: Reading) -> str:
    """Return what parts whole numbers from their decimals in files; nothing where none says so."""
    for reading in readings:
        if reading.snapshot is not None and reading.snapshot.language:
            try:
                return decimal_mark(reading.snapshot.language)
            except LookupError:  # a forged file's
                continue
    return ""


def is_cell(entry: Entry) -> bool:
    """Say whether a cell of a data file is printed, be it a figure's or no one's."""
    return entry.kind == "cell" or of_cell(entry.form)


def inflects(entry: Entry) -> bool:
    """Say whether an entry is printed in the case that the words before it ask for."""
    return _IN_CASE in entry.form.split("|")


def said_alike(entry: Entry, others: Iterable[Entry], mark: str = "") -> bool:
    """Say whether one of other entries of its owner and form says what an entry does.

    `mark` is the decimal mark of the files' language, where that is known.
    """
    text = canonical(entry.text)
    for other in others:
        if text == canonical(other.text) or (inflects(entry) and _same_digits(text, other.text)):
            return True
        channels = (entry.channel, other.channel)
        if "chart" in channels and _undivided(text) == _undivided(other.text):
            return True
        if is_cell(entry) and _prints(text, canonical(other.text), channels, entry, mark):
            return True
    return False


def _same_digits(text: str, other: str) -> bool:
    """Say whether two texts, one of which is in a case, have the same digits, and beside them the
    same words but for their ends: "3 дні" and "3 днів", not "about 3 days".
    """
    first, second = (re.sub(r"\D", "", each) for each in (text, other))
    words = [re.findall(r"[^\W\d_]+", each) for each in (text, other)]
    return first == second and (not first or _fit(*words))


def has_numbers(entries: Iterable[Entry]) -> bool:
    """Say whether cells are printed, all of which have a number."""
    return all(is_cell(entry) and _NUMBER.search(canonical(entry.text)) for entry in entries)


def _undivided(text: str) -> str:
    """Return a label without line ends and without the hyphens at which its words were divided."""
    return _DIVIDED.sub("", "".join(canonical(text).split()))


def _prints(text: str, other: str, channels: Sequence[str], entry: Entry, mark: str) -> bool:
    """Say whether two texts have numbers of the same values, and words that fit one another."""
    marks = (mark,) if mark else (".", ",")
    if not any(_same_numbers(text, other, each) for each in marks):
        return False
    if entry.kind != "cell" or any(channel in _SPOKEN for channel in channels):
        return True  # a hedge or a unit in words
    first, second = (re.findall(r"[^\W\d_]+", _NUMBER.sub(" ", each)) for each in (text, other))
    return not first or not second or _fit(first, second)


def _fit(first: Sequence[str], second: Sequence[str]) -> bool:
    """Say whether words are the same but for their ends: 1 day, 1.4 days."""
    pairs = zip(first, second, strict=False)
    return len(first) == len(second) and all(one[:2] == other[:2] for one, other in pairs)


def _same_numbers(text: str, other: str, mark: str) -> bool:
    """Say whether the numbers of one text are, in order, prints of numbers of the other."""
    few, many = sorted((_numbers(text, mark), _numbers(other, mark)), key=len)
    rest = iter(many)
    return bool(few) and all(any(each.is_of(found) for found in rest) for each in few)


def _numbers(text: str, mark: str) -> list[_Print]:
    found = []
    for each in _NUMBER.finditer(text):
        said = each["said"]
        whole, point, decimals = said.rpartition(mark) if said.count(mark) == 1 else (said, "", "")
        digits = re.sub(r"\D", "", whole if point else said) + re.sub(r"\D", "", decimals)
        if len(digits) <= FARTHEST and digits.isdecimal():
            sign = -1 if each["sign"] else 1
            found.append(_Print(sign * int(digits), len(re.sub(r"\D", "", decimals))))
    return found
