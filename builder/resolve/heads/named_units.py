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

from builder.facts.named import BY_POINTS, SHARE, Named, meant_by, scales_said, units_named
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
_APART: Final = frozenset((SHARE.of, BY_POINTS.of))  # what a share is of may be told of it


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
        others = [each for each in named if each is not one]
        held = _denied(line, one, others, in_digits(words), printer.tag)
        if held is None:
            continue
        apart = not (held.kind.counted or _alike(held.kind, one.kind) or one.kind.of == SHARE.of)
        sure = apart or held.kind.of == one.kind.of
        sure = sure and not (line.doubtful or one.kind.counted)
        sure = sure and not one.each and not held.lent
        tell = printer.problems.error if sure else printer.problems.warning
        place = words.place(one.start)
        tell(
            place if place.file else line.place,
            f'{line.what} says "{one.said}", but what it stands over is in "{held.unit}"',
            f"expected the unit of its numbers ({_example(held, printer)}): mend the words, or the "
            "unit that charts.yaml or figures.yaml states",
        )


def _denied(line: Over, one: Named, others: list[Named], words: str, tag: str) -> Stated | None:
    """Return the unit that a line's numbers are in where the line names another; else None."""
    stated = {each.kind: each for each in line.stated if _is_of(each.kind, one.kind)}
    if not stated:
        return _measured(line, one, others, words, tag) or _counted(line, one, words, tag)
    if len(stated) != 1:
        return None
    (held,) = stated.values()
    if line.doubtful and one.kind.counted and not _is_scale(one, held.kind):
        return None
    if one.each and _per_other(one.each, held.unit, tag):
        return held
    if _agrees(one, held) or (one.each and _is_otherwise(one.each, held.unit, tag)):
        return None
    return held


def _measured(line: Over, one: Named, others: list[Named], words: str, tag: str) -> Stated | None:
    """Return the measure that all numbers under a line are in, where the line says another: "млн
    грн" over tonnes. How long and when may be told of anything, and so may what it is sorted by.
    """
    units = {each.unit: each for each in line.stated}
    if not line.counts or len(units) != 1 or not one.last or one.kind.counted:
        return None
    (held,) = units.values()
    if held.kind.counted or _group(held.kind) in _APART or one.kind.of in {*_WHEN, BY_POINTS.of}:
        return None
    beside = module_of(tag, "beside")
    if any(_group(each.kind) == _group(held.kind) for each in others):
        return None
    if beside.SORTED_BY.search(words[: one.start]) or beside.NO_SHARE.search(words):
        return None
    below = _below(held.unit, tag)
    per = meant_by(below, tag) if below else None
    return None if per is not None and _group(per) == _group(one.kind) else held


def _below(unit: str, tag: str) -> str:
    """Return what a unit that is a rate is told for each of; empty where it is none."""
    per = {*module_of(tag, "beside").PER, "per"}
    below = re.split(rf"/|\s(?:{'|'.join(map(re.escape, per))})\s", unit)[1:]
    return below[0].strip() if below else ""


def _is_otherwise(each: str, unit: str, tag: str) -> bool:
    """Return whether a unit is a rate itself, for each of another thing than a line says."""
    below, said = _below(unit, tag), re.split(r"\s", each, maxsplit=1)[-1].casefold()
    one, other = meant_by(said, tag), meant_by(below, tag) if below else None
    same = one is not None and one == other
    return bool(below) and not same and below[:_STEM].casefold() not in said


def _per_other(each: str, unit: str, tag: str) -> bool:
    """Return whether a rate is told for another size of what its unit is for: tonnes, kilograms."""
    below, said = _below(unit, tag), re.split(r"\s", each, maxsplit=1)[-1].casefold()
    one, other = meant_by(said, tag), meant_by(below, tag) if below else None
    if one is None or other is None or one.counted or other.counted:
        return False
    return one.of == other.of and one != other


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
    parts = re.findall(r"[^\W\d_]+|%", held.unit)
    known = [meant_by(part, tag) for part in parts if part.casefold() not in scales_said(tag)]
    if not held.kind.counted or any(known):
        return None
    noun = one.said.split()[-1][:_STEM].casefold()
    return None if noun in held.unit.casefold() else held


def _is_scale(named: Named, held: Kind) -> bool:
    """Return whether a sentence names a scale of what is counted: not "Thousands left", "Books,
    thousands of them".
    """
    noun = named.kind.of[:_STEM]
    return named.start > 0 and held.of.casefold().startswith(noun)


def _alike(one: Kind, other: Kind) -> bool:
    return _group(one) == _group(other)


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
