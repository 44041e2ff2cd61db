"""Cross-references: takes what `@fig-NAME` and its like lead to, returns the words that say it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from builder.facts.printing import capitalised
from builder.language.quotes import nested
from builder.language.words import word
from builder.model.blocks import ChartUse, Heading, Section, TableUse
from builder.model.briefing import Briefing
from builder.model.ledger import Goal
from builder.model.text import Line, Owner, ReferenceKind, Run, Text, line, plain
from builder.model.walk import mapped, walked
from builder.outputs.pdf.plan import anchors

_WORDS: Final[Mapping[ReferenceKind, str]] = {"fig": "see_figure", "tbl": "see_table"}
# A reference after one of these begins a sentence; a full stop after a short word may be that of
# an abbreviation ("Див.", "vgl."), but not the one of a Ukrainian year.
_STARTS: Final = re.compile(r"(?:^|[!?…]\s+|(?:\w{4,}|[\d)»”“’%]|[\d\s]р)\.[»”“’]?\s+)[«„“‘(\s]*$")
_FAR: Final = 120  # characters before a reference by which it is seen to begin a sentence
_ANCHORS: Final[Mapping[ReferenceKind, Callable[[str], str]]] = {
    "fig": anchors.chart,
    "tbl": anchors.table,
    "sec": lambda name: name,
}


@dataclass(frozen=True)
class Crossing:
    """What every chart, table and heading of the paper is called where others refer to it."""

    called: Mapping[Goal, str]

    def line(self, text: Text) -> Line:
        """Return a text with its cross-references in words, each leading to what it names."""
        found: list[Run] = []
        before = ""
        for run in line(text):
            found.append(self._said(run, before) if run.refers else run)
            before += found[-1].text
            if len(before) > _FAR:
                before = f"x{before[-_FAR:]}"
        return tuple(found)

    def _said(self, run: Run, before: str) -> Run:
        """Return the words of a cross-reference, with a capital where a sentence begins.

        Raises:
            KeyError: it leads nowhere, which `sources` should have told.
        """
        if run.refers is None:
            return run
        goal = run.refers.kind, run.refers.name
        said = self.called[goal]
        if _STARTS.search(before):
            said = capitalised(said)
        owner = Owner("furniture", said, "reference")
        return replace(run, text=said, link=f"#{anchor_of(goal)}", owner=owner, refers=None)


def anchor_of(goal: Goal) -> str:
    """Return the anchor of what a cross-reference leads to."""
    kind, name = goal
    return _ANCHORS[kind](name)


def crossing_of(briefing: Briefing) -> Crossing:
    """Return what there is to refer to, numbered as captions will be."""
    language = briefing.meta.language
    return Crossing(_called(briefing.sections, language))


def crossed(briefing: Briefing, crossing: Crossing) -> Briefing:
    """Return the briefing with every cross-reference of its prose and notes in words."""
    sections = tuple(
        replace(section, blocks=mapped(section.blocks, crossing.line))
        for section in briefing.sections
    )
    notes = tuple(replace(note, text=crossing.line(note.text)) for note in briefing.notes)
    return replace(briefing, sections=sections, notes=notes)


def _called(sections: tuple[Section, ...], language: str) -> Mapping[Goal, str]:
    """Return what each is called; a chart used twice by its first number."""
    numbers: Counter[ReferenceKind] = Counter()
    named: dict[Goal, str] = {}
    for section in sections:
        named["sec", section.id] = _section(section.title, language)
        for block in walked(section.blocks):
            if isinstance(block, Heading):
                named["sec", block.anchor] = _section(block.text, language)
            elif isinstance(block, ChartUse | TableUse):
                kind: ReferenceKind = "fig" if isinstance(block, ChartUse) else "tbl"
                numbers[kind] += 1
                said = f"{word(language, _WORDS[kind])}\u00a0{numbers[kind]}"
                named.setdefault((kind, block.name), said)
    return named


def _section(title: Text, language: str) -> str:
    return word(language, "section_called", title=nested(plain(title), language))
