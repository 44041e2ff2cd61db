"""How titles break: words whole, and no article at a line's end. Atoms in, atoms out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from builder.outputs.pdf.write.atoms import Atom, wide

_SHORT: Final = 3  # letters of an article or a preposition, at most
_LEADS: Final = 2  # such words before one, at most


def bound(atoms: Iterable[Atom], measure: float) -> Iterator[Atom]:
    """Yield the atoms of a title: words whole, and short ones with the word that they stand before.

    A compound is not parted at its hyphen, and an article or preposition ends no line, where
    a line of `measure` points holds what is bound so.
    """
    held: list[Atom] = []
    for atom in atoms:
        held.append(atom)
        if atom.after == "space" and (atom.ends or not _leads(held)):
            yield from _joined(held, measure)
            held = []
    yield from _joined(held, measure)


def _leads(held: Sequence[Atom]) -> bool:
    """Return whether words are so short and few that they belong to the word after them."""
    spaces = sum(atom.after == "space" for atom in held)
    words = "".join(span.text for span in held[-1].spans)
    parted = len(held) > 1 and held[-2].after != "space"
    return spaces <= _LEADS and not parted and words.isalpha() and len(words) <= _SHORT


def _joined(held: Sequence[Atom], measure: float) -> Iterator[Atom]:
    """Yield atoms as one, or what of them is last as one, as far as it is no wider."""
    start = 0
    while start < len(held) and wide(held[start:]) > measure:
        yield held[start]
        start += 1
    if start < len(held):
        *heads, last = held[start:]
        gaps = [(head.gap,) if head.gap and head.after == "space" else () for head in heads]
        first = [span for head, gap in zip(heads, gaps, strict=True) for span in head.spans + gap]
        yield last._replace(spans=(*first, *last.spans))
