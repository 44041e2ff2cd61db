"""Words of citations and references as runs: takes what a style says, returns who owns which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from builder.model.links import link
from builder.model.text import Owner, Run

if TYPE_CHECKING:
    from builder.citing.pieces import Piece
    from builder.citing.processor import Part

ENTRY: Final = "entry"
CITED: Final = "cited"
NOTED: Final = "noted"
"""Forms of a reference's words: in the list, in a text, in a note."""


def anchor(key: str) -> str:
    """Return the anchor of a work's entry in the list of references."""
    return f"reference:{key}"


def runs_of(parts: Iterable[Part], look: Run, form: str, *, linked: bool) -> Iterator[Run]:
    """Yield the words of a citation in a look; each work owns its own, and may be led to."""
    for part in parts:
        for run in _merged(part.pieces, look):
            if not part.key or not run.text.strip():
                yield run
                continue
            goal = f"#{anchor(part.key)}" if linked else None
            yield replace(run, owner=Owner("reference", part.key, form), link=goal)


def _merged(pieces: Iterable[Piece], look: Run) -> Iterator[Run]:
    """Yield pieces as runs in a look, alike ones that follow one another as one."""
    held: Run | None = None
    for piece in pieces:
        goal = link(piece.link, inside=False).target or None if piece.link else None
        strong, emphasis = look.strong or piece.bold, look.emphasis != piece.italic
        run = replace(look, text=piece.text, strong=strong, emphasis=emphasis, link=goal)
        if held is not None and replace(held, text="") == replace(run, text=""):
            held = replace(held, text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def entry_runs(pieces: Iterable[Piece], key: str) -> Iterator[Run]:
    """Yield the words of an entry; what holds digits is the work's own."""
    for run in _merged(pieces, Run("")):
        has_digits = any(character.isnumeric() for character in run.text)
        yield replace(run, owner=Owner("reference", key, ENTRY)) if has_digits else run
