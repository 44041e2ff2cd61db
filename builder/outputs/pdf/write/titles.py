"""How titles break: words whole, and no article at a line's end. Atoms in, atoms out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from builder.outputs.pdf.write.atoms import Atom, boxes_of, wide
from builder.text.breaking import Measure, balanced_breaks, break_lines

_SHORT: Final = 3  # letters of an article or a preposition, at most
_LEADS: Final = 2  # such words before one, at most
_ALONE: Final = 0.4  # of the longest line: a last line of one word that is shorter looks left over


def bound(atoms: Iterable[Atom], measure: float, leads: int = _LEADS) -> Iterator[Atom]:
    """Yield the atoms of a title: words whole, and short ones with the word that they stand before.

    A compound is not parted at its hyphen, and an article or preposition ends no line, where
    a line of `measure` points holds what is bound so. Of several short words before one, as many as
    `leads` are bound to it.
    """
    held: list[Atom] = []
    for atom in atoms:
        held.append(atom)
        if atom.after == "space" and (atom.ends or not _leads(held)):
            yield from _joined(held, measure, leads)
            held = []
    yield from _joined(held, measure, leads)


def in_balance(atoms: Sequence[Atom], shape: Measure) -> tuple[list[Atom], list[int], float]:
    """Return a title's atoms as they are bound, its breaks, and how loose its lines are.

    A short word left alone in the last line has company where no more lines are taken: of several
    short words before another, all but the last are let go ("Who comes and | to whom").
    """
    found, ends, looseness = _broken(atoms, shape, _LEADS)
    if len(ends) > 1 and _is_left_alone(found, ends):
        freer = _broken(atoms, shape, 1)
        if len(freer[1]) <= len(ends) and not _is_left_alone(*freer[:2]):
            return freer
    return found, ends, looseness


def _broken(
    atoms: Sequence[Atom], shape: Measure, leads: int
) -> tuple[list[Atom], list[int], float]:
    found = list(bound(atoms, shape.measure, leads))
    boxes = boxes_of(found)
    ends, looseness = break_lines(boxes, shape)
    return found, balanced_breaks(boxes, shape, ends) if len(ends) > 1 else ends, looseness


def _is_left_alone(atoms: Sequence[Atom], ends: Sequence[int]) -> bool:
    """Return whether the last line is one word, much shorter than the longest line."""
    lines = [atoms[start:end] for start, end in pairwise([0, *ends])]
    parted = any(atom.after == "space" for atom in lines[-1][:-1])
    spaced = any(" " in span.text for atom in lines[-1] for span in atom.spans)
    return not parted and not spaced and wide(lines[-1]) < _ALONE * max(map(wide, lines))


def _leads(held: Sequence[Atom]) -> bool:
    """Return whether words are so short and few that they belong to the word after them."""
    spaces = sum(atom.after == "space" for atom in held)
    words = "".join(span.text for span in held[-1].spans)
    parted = len(held) > 1 and held[-2].after != "space"
    return spaces <= _LEADS and not parted and words.isalpha() and len(words) <= _SHORT


def _joined(held: Sequence[Atom], measure: float, leads: int) -> Iterator[Atom]:
    """Yield atoms as one, or what of them is last as one, as far as it is no wider, and no more
    words before the last than `leads`.
    """
    start = 0
    while start < len(held) and (
        wide(held[start:]) > measure or sum(a.after == "space" for a in held[start:-1]) > leads
    ):
        yield held[start]
        start += 1
    if start < len(held):
        *heads, last = held[start:]
        gaps = [(head.gap,) if head.gap and head.after == "space" else () for head in heads]
        first = [span for head, gap in zip(heads, gaps, strict=True) for span in head.spans + gap]
        yield last._replace(spans=(*first, *last.spans))
