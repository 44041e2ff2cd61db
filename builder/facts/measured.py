"""Heads that end with a unit: takes lines such as "Absatz, GWh", returns them with it in words.

A reader says a column's head before each of its cells, and an engine spells `GWh` letter by letter.
"""

from __future__ import annotations

import re
from typing import Final

from builder.facts.aloud import unit_words
from builder.frozen import replace
from builder.model.briefing import Briefing
from builder.model.table import ResolvedTable
from builder.model.text import Line, Run

_BEFORE: Final = re.compile(r"(?<=, )|(?<= in )|(?<= en )|(?<= у )|(?<= в )|(?<=\()")
_AFTER: Final = re.compile(r"\)?[*†‡]?$")


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


def with_units_in_heads(briefing: Briefing) -> Briefing:
    """Return a briefing whose tables' heads say their units in words."""
    tag = briefing.meta.language
    tables = {name: _headed(table, tag) for name, table in briefing.tables.items()}
    return replace(briefing, tables=tables)


def _headed(table: ResolvedTable, tag: str) -> ResolvedTable:
    columns = tuple(replace(one, header=with_units(one.header, tag)) for one in table.columns)
    return replace(table, columns=columns) if columns != table.columns else table
