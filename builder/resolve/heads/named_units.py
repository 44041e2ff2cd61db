"""Units that titles, subtitles, captions and heads name, held to what is drawn or printed under
them: "млрд грн" over UAH mn, "‰" over per cent, "км" over metres.

A line is held where what it stands over has one unit of the same kind, or counts things that the
line says are measured; of lines that name several, and of what states no unit, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Final

from builder.facts.named import SHARE, Named, meant_by, units_named
from builder.facts.printing import printed_quantity
from builder.facts.sizes import Kind, is_money
from builder.facts.text import Printer
from builder.language.language import module_of
from builder.model.chart import ChartSpec
from builder.model.figure import Form
from builder.model.table import TableSpec
from builder.resolve.heads.lines import Lines, Over, Stated, drawn_units
from builder.resolve.passages import Passage, in_digits, plainly
from builder.resolve.tables.grids import TableContext

_STEM: Final = 4  # letters by which a noun is known in every case
_WHEN: Final = frozenset(("duration", "calendar"))


def check_named_units(
    charts: Collection[ChartSpec], tables: Iterable[TableSpec], context: TableContext
) -> None:
    """Report lines that name a unit which what they stand over is not in."""
    held = Lines(context, drawn_units(charts))
    for chart in charts:
        for line in held.of_chart(chart):
            _hold(line, context.printer)
    for table in tables:
        for line in held.of_table(table):
            _hold(line, context.printer)


def _hold(line: Over, printer: Printer) -> None:
    """Report the unit that a line names, and what it stands over is not in."""
    if not line.text or not line.stated:
        return
    words = plainly(Passage(line.text))
    named = units_named(in_digits(words), printer.tag, rates=True)
    for one in named:
        alike = [each for each in named if _group(each.kind) == _group(one.kind)]
        if len(alike) > 1 or one.joined or (line.doubtful and not one.last):
            continue
        held = _denied(line, one, in_digits(words), printer.tag)
        if held is None:
            continue
        sure = held.kind.of == one.kind.of and not (line.doubtful or one.kind.counted)
        sure = sure and not one.each and not held.lent
        tell = printer.problems.error if sure else printer.problems.warning
        place = words.place(one.start)
        tell(
            place if place.file else line.place,
            f'{line.what} says "{one.said}", but what it stands over is in "{held.unit}"',
            f"expected the unit of its numbers ({_example(held, printer)}): mend the words, or the "
            "unit that charts.yaml or figures.yaml states",
        )


def _denied(line: Over, one: Named, words: str, tag: str) -> Stated | None:
    """Return the unit that a line's numbers are in where the line names another; else None."""
    stated = {each.kind: each for each in line.stated if _is_of(each.kind, one.kind)}
    if not stated:
        return _counted(line, one, words, tag)
    if len(stated) != 1:
        return None
    (held,) = stated.values()
    if line.doubtful and one.kind.counted and not _is_scale(one, held.kind):
        return None
    if _agrees(one, held) or (one.each and _is_otherwise(one.each, held.unit, tag)):
        return None
    return held


def _is_otherwise(each: str, unit: str, tag: str) -> bool:
    """Return whether a unit is a rate itself, for each of another thing than a line says."""
    per = {*module_of(tag, "beside").PER, "per"}
    below = re.split(rf"/|\s(?:{'|'.join(map(re.escape, per))})\s", unit)[1:]
    said = re.split(r"\s", each, maxsplit=1)[-1].casefold()
    return bool(below) and below[0].strip()[:_STEM].casefold() not in said


def _counted(line: Over, one: Named, words: str, tag: str) -> Stated | None:
    """Return the noun that all numbers under a line count, where the line says that they are
    measured: "Tonnes by kind" over so many bins. How long and when may be told of what is counted,
    and so may what it is sorted by ("Farms by size, ha") and what may be more than all.
    """
    nouns = {each.unit: each for each in line.stated}
    if not line.counts or len(nouns) != 1 or one.kind.counted or one.kind.of in _WHEN:
        return None
    (held,) = nouns.values()
    beside = module_of(tag, "beside")
    sorted_by = beside.SORTED_BY.search(words[: one.start])
    if sorted_by and one.kind.of == SHARE.of:
        means: re.Pattern[str] = module_of(tag, "sums").MEANS
        sorted_by = means.search(words[: one.start], sorted_by.end())
    if sorted_by and line.by_sizes:
        return None
    if one.kind.of == SHARE.of and beside.NO_SHARE.search(f"{words} {held.unit}"):
        return None
    known = [meant_by(part, tag) for part in re.findall(r"[^\W\d_]+|%", held.unit)]
    if not held.kind.counted or held.kind.size != 1 or any(known):
        return None
    return None if one.said[:_STEM].casefold() in held.unit.casefold() else held


def _is_scale(named: Named, held: Kind) -> bool:
    """Return whether a sentence names a scale of what is counted: not "Thousands left", "Books,
    thousands of them".
    """
    noun = named.kind.of[:_STEM]
    return named.start > 0 and held.of.casefold().startswith(noun)


def _group(kind: Kind) -> str:
    if kind.counted:
        return "counted"
    return "money" if is_money(kind.of) else kind.of


def _is_of(held: Kind, named: Kind) -> bool:
    """Return whether what is held can be said in what is named: a bare scale may be of money."""
    if named.counted and not named.of:
        return held.counted or is_money(held.of)
    return _group(held) == _group(named)


def _agrees(named: Named, held: Stated) -> bool:
    one, other = named.kind, held.kind
    if one.counted:
        return one.size == other.size
    # Money that says its scale beside each number is in euros, whatever the scale.
    unscaled = is_money(one.of) and one.size == 1 and one.of == other.of and not held.bare
    return unscaled or (one.of, one.size, one.power) == (other.of, other.size, other.power)


def _example(held: Stated, printer: Printer) -> str:
    if meant_by(held.unit, printer.tag) is None:
        return f'"{held.unit}"'
    said = printed_quantity(Decimal(5), held.unit, None, Form("full"), printer.tag)
    return f'as in "{said}"'
