"""What a drawing says as lines of owned runs: display lists in, one line for each part out.

The texts of a drawing are pieces of its labels, wherever those were wrapped; who owns what is
known of whole labels only (`DisplayList.printed`). The two are joined here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.model.displaylist import DisplayList
from builder.model.text import Line, Run


class UnsaidError(Exception):
    """A drawing has no such words as it says that it prints: a bug of a chart kind."""


def lines_of(parts: Sequence[DisplayList], printed: Line) -> tuple[Line, ...]:
    """Return what each part of a drawing says, a space after each text, with who owns what.

    An owned run stands whole where it begins, however it was wrapped.

    Raises:
        UnsaidError: a printed run with an owner is in none of the texts.
    """
    texts = ["".join(f"{text.text} " for text in part.texts) for part in parts]
    owners = _owners("".join(texts), printed)
    lines, start = [], 0
    for text in texts:
        lines.append(tuple(_line(text, start, owners)))
        start += len(text)
    return tuple(lines)


def _owners(whole: str, printed: Iterable[Run]) -> dict[int, tuple[Run, int]]:
    """Return, by where each owned run begins, the run and where it ends.

    The longest are sought first, so that none is taken for a part of another.
    """
    drawn = _Drawn(whole)
    owned = [run for run in printed if run.owner is not None or run.claim is not None]
    found: dict[int, tuple[Run, int]] = {}
    for run in sorted(owned, key=lambda run: len(run.text), reverse=True):
        wanted = "".join(run.text.split())
        if not wanted:
            continue
        at = drawn.best(run.text)
        if at is None:
            raise UnsaidError(f'a drawing does not say "{run.text}"')
        start, end = drawn.take(at, len(wanted))
        found[start] = run, end
    return found


class _Drawn:
    """The letters of a drawing without what stands between them, and which of them are taken."""

    def __init__(self, whole: str) -> None:
        self._whole = f" {whole} "
        self._places = [index for index, letter in enumerate(whole) if not letter.isspace()]
        self._letters = "".join(whole.split())
        self._taken = bytearray(len(self._letters))

    def best(self, text: str) -> int | None:
        """Return where a text stands best: whole before wrapped, and no part of a longer word.

        Letters of neighbours may spell it too: the ticks 200 and 400 hold a 2004.
        """
        wanted = "".join(text.split())
        places = (at for at in self._standing(wanted) if self._free(at, len(wanted)))
        return min(places, key=lambda at: self._oddity(at, text, len(wanted)), default=None)

    def take(self, at: int, length: int) -> tuple[int, int]:
        """Take letters; return where they begin and end in the drawing's words."""
        self._taken[at : at + length] = b"\1" * length
        return self._places[at], self._places[at + length - 1] + 1

    def _standing(self, wanted: str) -> Iterator[int]:
        at = self._letters.find(wanted)
        while at >= 0:
            yield at
            at = self._letters.find(wanted, at + 1)

    def _free(self, at: int, length: int) -> bool:
        return self._taken.find(1, at, at + length) < 0

    def _oddity(self, at: int, text: str, length: int) -> tuple[bool, int]:
        """Return how unlikely it is that a text stands here: wrapped, and edges within words."""
        start, end = self._places[at] + 1, self._places[at + length - 1] + 2
        around = self._whole[start - 1], self._whole[end]
        inside = sum(letter.isalnum() for letter in around)
        return self._whole[start:end].split() != text.split(), inside


def _line(text: str, start: int, owners: dict[int, tuple[Run, int]]) -> Iterator[Run]:
    """Yield the runs of a text that begins at `start` of the whole."""
    plain, at = 0, 0
    while at < len(text):
        owned = owners.get(start + at)
        if owned is None:
            at += 1
            continue
        if at > plain:
            yield Run(text[plain:at])
        yield owned[0]
        plain = at = owned[1] - start
    if at > plain:
        yield Run(text[plain:at])
