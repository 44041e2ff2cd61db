"""Statements that a claim guards as a whole: a briefing in; the runs that print them, told so, out.

Words that an author ties to a claim carry it. A finding, a takeaway, or the title of a slide, chart
or table names its claim beside its words; these are found by what they say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from builder.model.briefing import Briefing, Content
from builder.model.text import Line, plain
from builder.resolve.guarded import guarded_texts

Guards: TypeAlias = Mapping[str, str]
"""Claims by the words of the statements that they guard, without what ends these."""

_ENDS: Final = " .\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def guards_of(content: Content, briefing: Briefing) -> Guards:
    """Return the claims of those statements that are guarded as a whole."""
    found = guarded_texts(
        briefing.sections,
        [(content.charts[name], chart) for name, chart in briefing.charts.items()],
        [(content.tables[table.name], table) for table in briefing.tables.values()],
        statements=briefing.meta.statements,
    )
    whole = ((each.words.strip(_ENDS), each.claim) for each in found if not each.sentence)
    return {words: claim for words, claim in whole if words}


def guarded(line: Line, guards: Guards) -> Line:
    """Return a line whose runs name the claim of the statement that they say, if it has one."""
    text = plain(line)
    spans = [
        (at, at + len(words), claim)
        for words, claim in guards.items()
        if (at := text.find(words)) >= 0
    ]
    if not spans:
        return line
    made, start = [], 0
    for run in line:
        end = start + len(plain((run,)))
        first = end - len(text[start:end].lstrip(_ENDS))
        last = start + len(text[start:end].rstrip(_ENDS))
        claims = (claim for low, high, claim in spans if low <= first < last <= high)
        made.append(run if run.claim else replace(run, claim=next(claims, None)))
        start = end
    return tuple(made)
