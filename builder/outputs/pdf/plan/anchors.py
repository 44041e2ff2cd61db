"""The names of places in the paper: takes what stands there, returns its anchor.

A colon parts the kind from the name, which no anchor made from a heading's words has: the
paper's own places and the author's cannot meet.
"""

from __future__ import annotations

from typing import Final

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
