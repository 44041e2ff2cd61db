"""Words of citations and references as runs: takes what a style says, returns who owns which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from builder.language.punctuation import held_together
from builder.model.blocks import Section, Slide
from builder.model.inline import Citation
from builder.model.links import link
from builder.model.table import TableSpec
from builder.model.text import Inline, Owner, Run, Text, mapped
from builder.model.work import Library
from builder.problems import Place

if TYPE_CHECKING:
    from builder.citing.pieces import CitedWords
    from builder.citing.processor import CitationPart

ENTRY: Final = "entry"
CITED: Final = "cited"
NOTED: Final = "noted"
"""Forms of a reference's words: in the list, in a text, in a note."""
ASIDE: Final = "aside"
"""Where a text can have no notes: on a slide, in a table."""

_SHIFTS: Final[Mapping[int, Literal["sub", "sup"]]] = {1: "sup", -1: "sub"}

Holder = TypeVar("Holder", Section, Slide, TableSpec)
"""What holds texts that cite."""


def anchor(key: str) -> str:
    """Return the anchor of a work's entry in the list of references."""
    return f"reference:{key}"


def cited_run(text: str, key: str, look: Run, form: str) -> Run:
    """Return words that cite a work and lead to its entry: in the paper, where that stands."""
    owner = Owner("reference", key, NOTED if form == NOTED else CITED)
    return replace(look, text=text, owner=owner, link=f"#{anchor(key)}")


def runs_of(parts: Iterable[CitationPart], look: Run, form: str) -> Iterator[Run]:
    """Yield the words of a citation in a look; each work owns its own, and may be led to."""
    for part in parts:
        runs = tuple(_merged(part.pieces, look))
        titles = [run for run in runs if run.emphasis != look.emphasis] or list(runs[:1])
        for run in runs:
            if not part.key or not run.text.strip():
                yield run
                continue
            said = cited_run(run.text, part.key, run, form)
            # In a note, which is the whole reference, its title alone is the link.
            yield said if form != NOTED or run in titles else replace(said, link=run.link)


def _merged(pieces: Iterable[CitedWords], look: Run) -> Iterator[Run]:
    """Yield pieces as runs in a look, alike ones that follow one another as one."""
    held: Run | None = None
    for piece in pieces:
        goal = link(piece.link, inside=False).target or None if piece.link else None
        strong, emphasis = look.strong or piece.bold, look.emphasis != piece.italic
        run = replace(
            look,
            text=piece.text,
            strong=strong,
            emphasis=emphasis,
            link=goal,
            manner=look.manner._replace(shift=_SHIFTS[piece.raised])
            if piece.raised
            else look.manner,
        )
        if held is not None and replace(held, text="") == replace(run, text=""):
            held = replace(held, text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def entry_runs(pieces: Iterable[CitedWords], key: str, place: Place, tag: str) -> Iterator[Run]:
    """Yield the words of an entry; what holds digits is the work's own. No line ends where none
    does in a text of the language.
    """
    for run in _merged(pieces, Run("", place=place)):
        run = run if run.link else replace(run, text=held_together(run.text, tag))
        has_digits = any(character.isnumeric() for character in run.text)
        yield replace(run, owner=Owner("reference", key, ENTRY)) if has_digits else run


def known_in(part: Holder, library: Library) -> Holder:
    """Return a section or table without citations of works that there are not, as was told."""

    def text(text: Text) -> Text:
        return tuple(kept for item in text if (kept := _kept(item, library)) is not None)

    return changed(part, text)


def _kept(item: Inline, library: Library) -> Inline | None:
    if not isinstance(item, Citation):
        return item
    works = tuple(each for each in item.works if each.key in library.works)
    if not works:
        return Run(str(item), owner=Owner("name", str(item)), place=item.place)
    return item if works == item.works else replace(item, works=works)


def changed(part: Holder, change: Callable[[Text], Text]) -> Holder:
    """Return a section or table with every text that holds a citation changed."""

    def text(text: Text) -> Text:
        return change(text) if any(isinstance(item, Citation) for item in text) else text

    return mapped(part, text)  # type: ignore[arg-type]


def without_space(item: Inline) -> Inline:
    """Return words without the space that they end with."""
    if isinstance(item, Run) and item.owner is None:
        return replace(item, text=item.text.rstrip(" \u00a0"), breaks=())
    return item
