"""The names of places in the paper: takes what stands there, returns its anchor; takes a briefing,
returns the numbers of its sections, and what charts, tables and sections are called where others
refer to them.

In an anchor a colon parts the kind from the name, which no anchor made from a heading's words has:
the paper's own places and the author's cannot meet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from builder.language.dates import word
from builder.language.quotes import nested
from builder.model.blocks import ChartUse, Equation, Heading, Section, TableUse
from builder.model.briefing import Briefing
from builder.model.ledger import Goal
from builder.model.picture import PictureUse
from builder.model.text import ReferenceKind, Text, line, plain, texts_of, walked

TITLE: Final = "paper:title"
AT_A_GLANCE: Final = "paper:at-a-glance"
FINDINGS: Final = "paper:findings"
FINDINGS_LIST: Final = "paper:findings-list"
CONTENTS: Final = "paper:contents"
FIGURES: Final = "paper:figures"
TABLES: Final = "paper:tables"
ABBREVIATIONS: Final = "paper:abbreviations"
IMPRINT: Final = "paper:imprint"
HISTORY: Final = "paper:history"
LINKS: Final = "paper:links"
NOTES: Final = "paper:notes"
SOURCES: Final = "paper:sources"
REFERENCES: Final = "paper:references"
REGISTER: Final = "paper:register"
EXEMPT: Final = "paper:exempt"
REGISTER_TABLE: Final = "paper:register-table"

NOTE_KIND, MARK_KIND, USE_KIND, CITED_KIND = "note", "mark", "use", "cited"
NUMBERED: Final = frozenset({NOTE_KIND, MARK_KIND, USE_KIND, CITED_KIND})
"""Kinds of places to which links lead that stand on a number."""
_WORDS: Final[Mapping[ReferenceKind, str]] = {
    "fig": "see_figure",
    "tbl": "see_table",
    "eq": "see_equation",
}


def chart(name: str) -> str:
    """Return the anchor of a chart."""
    return f"chart:{name}"


def table(name: str) -> str:
    """Return the anchor of a table."""
    return f"table:{name}"


def equation(label: str) -> str:
    """Return the anchor of a formula that is referred to."""
    return f"equation:{label}"


def source(id: str) -> str:
    """Return the anchor of an entry in the list of sources."""
    return f"source:{id}"


def reference(key: str) -> str:
    """Return the anchor of a work's entry in the list of references."""
    return f"reference:{key}"


def citation(key: str, page: int) -> str:
    """Return the anchor of a work's first citation on a page."""
    return f"{CITED_KIND}:{key}:{page}"


def figure(id: str) -> str:
    """Return the anchor of a figure's row in the register."""
    return f"figure:{id}"


def figure_use(id: str, page: int) -> str:
    """Return the anchor of a figure's first use on a page."""
    return f"{USE_KIND}:{id}:{page}"


def note(number: int) -> str:
    """Return the anchor of a note's text."""
    return f"{NOTE_KIND}:{number}"


def note_mark(number: int) -> str:
    """Return the anchor of the place where a note's mark stands."""
    return f"{MARK_KIND}:{number}"


def destination(anchor: str) -> str:
    """Return the name of a destination: in hexadecimal where it has letters beyond ASCII."""
    return anchor if anchor.isascii() else "x" + anchor.encode().hex()


def section_numbers(briefing: Briefing) -> dict[str, int]:
    """Return the numbers of the paper's sections, by their ids, from 1.

    Appendices have letters, what stands on slides alone has no place in the paper, and one section
    by itself needs no number.
    """
    if not briefing.meta.layout.numbered:
        return {}
    counted = (each.id for each in briefing.sections if not (each.letter or each.deck_only))
    found = {id: number for number, id in enumerate(counted, start=1)}
    return found if len(found) > 1 else {}


def called(briefing: Briefing) -> Mapping[Goal, str]:
    """Return what each is called; a chart used twice by its first number, a section by its own.

    What has neither a caption nor words that refer to it has no number, and is called nothing.
    """
    language, numbered = briefing.meta.language, section_numbers(briefing)
    bare = _bare_tables(briefing)
    numbers: Counter[ReferenceKind] = Counter()
    named: dict[Goal, str] = {}
    for section in briefing.sections:
        if not section.deck_only:
            named["sec", section.id] = _section_of(section, language, numbered.get(section.id))
        for block in walked(section.blocks):
            if isinstance(block, Heading):
                named["sec", block.anchor] = _section(block.text, language)
            elif (isinstance(block, PictureUse) and block.decorative) or block in bare:
                continue
            elif isinstance(block, ChartUse | PictureUse | TableUse):
                kind: ReferenceKind = "tbl" if isinstance(block, TableUse) else "fig"
                numbers[kind] += 1
                said = f"{word(language, _WORDS[kind])}\u00a0{numbers[kind]}"
                named.setdefault((kind, block.name), said)
            elif isinstance(block, Equation) and block.label:
                numbers["eq"] += 1
                said = f"{word(language, _WORDS['eq'])}\u00a0{numbers['eq']}"
                named.setdefault(("eq", block.label), said)
    return named


def _bare_tables(briefing: Briefing) -> tuple[TableUse, ...]:
    """Return the tables that need no number."""
    uses = [block for section in briefing.sections for block in walked(section.blocks)]
    tables = [use for use in uses if isinstance(use, TableUse)]
    found = tuple(use for use in tables if not briefing.tables[use.key].caption)
    if not found:
        return ()
    texts = (briefing.sections, tuple(note.text for note in briefing.notes))
    runs = (run.refers for text in texts_of(texts) for run in line(text))
    referred = {each.name for each in runs if each is not None and each.kind == "tbl"}
    return tuple(use for use in found if use.name not in referred)


def _section_of(section: Section, language: str, number: int | None) -> str:
    if section.letter:
        return word(language, "appendix", letter=section.letter)
    if number is not None:
        return word(language, "section_numbered", number=number)
    return _section(section.title, language)


def _section(title: Text, language: str) -> str:
    return word(language, "section_called", title=nested(plain(title), language))
