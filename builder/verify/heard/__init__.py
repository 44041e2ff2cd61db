"""A finished file in; what a screen reader says of it, in its order, out: piece by piece, as lines
to print or as data for programs.

    listen(path) -> Heard -> told(heard) -> lines to print; record(heard) -> data for programs

Of a PDF the structure tree is walked (`tree`, `speaking`), of a deck the shape tree of each slide
(`deck`, `charts`). What is no part of those, such as running heads and decorative shapes, is not
heard and does not stand here. No writer is imported: any tagged PDF or deck can be heard.

Roles are named in short English words whatever the language of the file, as a reader of it names
them in the listener's own. A paragraph has none: its words alone are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from builder.frozen import dataclass
from builder.verify.edge import data_of
from builder.verify.reading import UnreadableFileError, legible

__all__ = ["Heard", "listen", "record", "told"]

_ENDS: Final = re.compile("[ \t\r\n\f\v\x1c-\x1e\x85\u2028\u2029]+")
_UNHEARD: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
ROW: Final = "row"
CELLS: Final = frozenset({"cell", "row header", "column header", "header"})


def listen(path: Path) -> Heard:
    """Return what a finished PDF or deck says, whichever of the two it is by its first bytes.

    Raises:
        UnreadableFileError: it is neither, is damaged, or is a PDF without tags.
    """
    start = data_of(path)[:8]
    if start.startswith(b"%PDF-"):
        from builder.verify.heard.speaking import heard_paper

        return heard_paper(path)
    if start.startswith(b"PK"):
        from builder.verify.heard.deck import heard_deck

        return heard_deck(path)
    raise UnreadableFileError(f"{path}: is neither a PDF nor a deck (PowerPoint)")


@dataclass(frozen=True)
class Said:
    """One piece of what is heard: a block with its `role`, or a cell of a table.

    `page` is the page or slide on which it begins, from 1 (0: none), `depth` how many others it
    stands in. `text` holds what changes within it in square brackets: where a link leads, another
    language. `language` is the piece's own where that is not the file's; `heads` what a reader
    says before a cell: the headers that it stands below.
    """

    page: int
    depth: int
    role: str
    text: str
    language: str = ""
    heads: str = ""


@dataclass(frozen=True)
class Heard:
    """All that is heard of a file: `unit` is what its parts are called, page or slide."""

    unit: str
    title: str
    language: str
    pieces: tuple[Said, ...]


def spoken(text: str) -> str:
    """Return a text as one line, without characters that only tell where a line may end."""
    return _ENDS.sub(" ", text.translate(_UNHEARD)).strip()


def marked(marker: str, text: str) -> str:
    """Return words with a marker, in square brackets; the space around them stays outside."""
    words = text.strip()
    if not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}[{marker}: {words}]{after}"


def record(heard: Heard) -> dict[str, object]:
    """Return what is heard as data."""
    return asdict(heard)


def told(heard: Heard) -> Iterator[str]:
    """Yield what is heard, a line a piece, a row of a table in one; no-break spaces made plain."""
    yield f"title: {legible(heard.title)}" if heard.title else "no title"
    yield f"language: {heard.language}" if heard.language else "no language"
    page, at = 0, 0
    while at < len(heard.pieces):
        piece, cells = heard.pieces[at], list[Said]()
        at += 1
        while piece.role == ROW and at < len(heard.pieces) and heard.pieces[at].role in CELLS:
            cells.append(heard.pieces[at])
            at += 1
        if piece.page and piece.page != page:
            page = piece.page
            yield f"{heard.unit} {page}"
        yield "  " * (piece.depth + 1) + legible(_line(piece, cells))


def _line(piece: Said, cells: Sequence[Said]) -> str:
    language = f" ({piece.language})" if piece.language else ""
    marker = f"{piece.role}{language}".strip()
    if cells:
        return f"{marker} {piece.text}: " + " | ".join(map(_cell, cells))
    if not piece.text:
        return marker
    return f"{marker}: {piece.text}" if marker else piece.text


def _cell(cell: Said) -> str:
    role = "" if cell.role == "cell" else f"{cell.role}: "
    language = f"({cell.language}) " if cell.language else ""
    heads = f"{cell.heads}: " if cell.heads else ""
    return f"{role}{heads}{language}{cell.text or 'blank'}"
