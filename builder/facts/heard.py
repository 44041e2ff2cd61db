"""Texts that are heard and never seen: takes lines of alternate texts, returns what is said.

What is printed in signs is said in words there, and owned as such: the same figure is said alike
wherever its spoken form stands, in either file.

So do heads that end with a unit, such as "Absatz, GWh", have it in words: a reader says a column's
head before each of its cells, and an engine spells `GWh` letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from builder.facts.aloud import unit_alone, unit_words, unlike_print
from builder.frozen import replace
from builder.language.aloud import aloud_of
from builder.language.dates import word
from builder.language.language import language_of
from builder.model.briefing import Briefing
from builder.model.figure import IN_CASE, form_name
from builder.model.table import ResolvedTable
from builder.model.text import Line, Run

SPOKEN: Final = "spoken"
"""Added to the form of a figure, date or cell that is said in other words than it is printed."""

SAID: Final = frozenset({"figure", "cell", "date", "tick", "edition"})
"""Owners whose words are numbers; names and references are read as they are written."""

_NOTHING: Final = "–"
_DOT: Final = "·"

_BEFORE: Final = re.compile(r"(?<=, )|(?<= in )|(?<= en )|(?<= у )|(?<= в )|(?<=\()")
_AFTER: Final = re.compile(r"\)?[*†‡]?$")


def spoken_line(line: Line, tag: str) -> Line:
    """Return a line with its figures, cells and dates as they are said.

    An abbreviation's full stop ends its sentence as well. Said in full, the abbreviation has none:
    "2025 р." becomes "2025 року.", where a sentence ends there. A month follows the words before
    it: "від листопада".
    """
    if not any(run.owner is not None for run in line):
        return line
    found: list[Run] = []
    for at, run in enumerate(line):
        said = _in_case(_spoken(run, tag), "".join(each.text for each in found), tag)
        lost = run.text.endswith(".") and not said.text.endswith(".")
        ends = lost and _ends_sentence([each.text for each in line[at + 1 :]])
        found += [said, Run(".")] if ends else [said]
    return tuple(found)


def said_of(run: Run, tag: str) -> str:
    """Return what is said of a run where an engine would not say it as printed; else nothing."""
    owner = run.owner
    if run.code or run.language or run.formula or run.note is not None:
        return ""
    if run.heard:
        return run.heard if run.heard != run.text else ""
    if owner is None:
        return sign_alone(run.text, tag) or unit_alone(run.text, tag)
    if owner.kind == "name":  # as that of m³ is
        return unit_alone(run.text, tag)
    return unlike_print(run.text, tag) if owner.kind in SAID else ""


def sign_alone(text: str, tag: str) -> str:
    """Return what is said of a sign that stands by itself; nothing where it is no such sign.

    A dot between parts of a line is a pause (in French it is heard as "point"), a dash in a cell
    an empty one.
    """
    if text == _NOTHING:
        return aloud_of(tag).blank
    return ", " if text.strip() == _DOT else ""


def page_aloud(number: str, tag: str) -> str:
    """Return what is said of a page's number that stands alone, as in contents: "page 2"."""
    return word(tag, "on_page", place="", page=number).replace("\u00a0", " ").lstrip(", ")


def with_spoken_alts(briefing: Briefing) -> Briefing:
    """Return a briefing whose charts' alternate texts are as they are said."""
    tag = briefing.meta.language
    charts = {
        name: replace(chart, alt=spoken_line(chart.alt, tag))
        for name, chart in briefing.charts.items()
    }
    return replace(briefing, charts=charts)


def with_units(line: Line, tag: str) -> Line:
    """Return a head's line with its unit a run that is short for the words of it."""
    if not line:
        return line
    *before, last = line
    if last.owner is None:
        return (*before, *_cut(last, tag))
    if not before:  # m³ has a digit, and so an owner
        return line
    return (*before[:-1], *_cut(before[-1], tag, last.text), last)


def with_units_in_heads(briefing: Briefing) -> Briefing:
    """Return a briefing whose tables' heads say their units in words."""
    tag = briefing.meta.language
    tables = {name: _headed(table, tag) for name, table in briefing.tables.items()}
    return replace(briefing, tables=tables)


def _in_case(run: Run, before: str, tag: str) -> Run:
    """Return a date that is said as it stands after the words before it."""
    if run.owner is None or run.owner.kind not in SAID:
        return run
    text = language_of(tag).date_in_case(before, run.text)
    if text == run.text:
        return run
    forms = (*(run.owner.form.split("|") if run.owner.form else ()), IN_CASE)
    return replace(run, text=text, owner=replace(run.owner, form=form_name(forms)))


def _ends_sentence(rest: Sequence[str]) -> bool:
    """Return whether a sentence ends before the rest of a line: nothing, a capital, or a space of
    its own, as between sentences that are put together, of which the next may begin with a name.
    """
    words = "".join(rest)
    following = words.lstrip()
    alone = next(filter(None, rest), "") == " "
    return not following or (following != words and (alone or following[0].isupper()))


def _spoken(run: Run, tag: str) -> Run:
    if run.heard:
        return replace(run, text=run.heard, heard="")
    said = said_of(run, tag)
    if not said or run.owner is None:
        return run
    forms = tuple(form for form in run.owner.form.split("|") if form not in ("", "full", SPOKEN))
    return replace(run, text=said, owner=replace(run.owner, form=form_name((*forms, SPOKEN))))


def _cut(run: Run, tag: str, unit: str = "") -> Line:
    """Return a run in parts, the unit at its end one of its own, or a scale that a `unit` follows.

    It stands behind a comma, a bracket or a word such as "in"; marks of notes may follow it.
    """
    if run.owner or run.claim or run.formula or run.note is not None:
        return (run,)
    text = run.text.rstrip(" \u00a0") if unit else run.text
    tail = _AFTER.search(text)
    end = tail.start() if tail else len(text)
    behind = unit_words(unit, tag) if unit else ""
    for found in _BEFORE.finditer(text):
        start = found.start()
        said = unit_words(f"{text[start:end]} {unit}".strip(), tag)
        words = said.removesuffix(behind).strip()
        if words and start < end and bool(unit) == bool(behind):
            parts = (
                replace(run, text=run.text[:start]),
                # Heard as one, it stands in one line: "Mio. €" on two would be said twice.
                replace(
                    run,
                    text=text[start:end].replace(" ", "\u00a0"),
                    place=run.place_at(start),
                    short_for=words,
                ),
                replace(run, text=run.text[end:], place=run.place_at(end)),
            )
            return tuple(part for part in parts if part.text)
    return (run,)


def _headed(table: ResolvedTable, tag: str) -> ResolvedTable:
    columns = tuple(replace(one, header=with_units(one.header, tag)) for one in table.columns)
    return replace(table, columns=columns) if columns != table.columns else table
