"""What a drawing says: takes display lists and their chart, returns its parts and lines of runs.

The texts of a drawing are pieces of its labels, wherever those were wrapped; who owns what is
known of whole labels only (`DisplayList.printed`). The two are joined here. A screen reader says
a figure's alternate text in place of what is drawn: title, measure, source and note, which no
alternate text repeats, must therefore stand outside it, in parts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from builder.frozen import replace
from builder.memory import remembered_of, remembered_of_all
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList
from builder.model.text import Line, Run, plain
from builder.text.metrics import stand_in
from builder.text.opportunities import SOFT_HYPHEN

if TYPE_CHECKING:
    from builder.model.displaylist import DisplayList, Operation


_BYTES: Final = 5000  # of a part of a drawing remembered, and of what is said in it
_DIVIDED: Final = "\ue000"  # stands for a hyphen at a text's end


def _size(parts: tuple[object, ...]) -> int:
    return _BYTES * len(parts)


class UnsaidError(Exception):
    """A drawing has no such words as it says that it prints: a bug of a chart kind."""


def lines_of(parts: Sequence[DisplayList], printed: Line) -> tuple[Line, ...]:
    """Return what each part of a drawing says, a space after each text, with who owns what.

    An owned run stands whole where it begins, however it was wrapped; the hyphens of divided
    words stay in it.

    Raises:
        UnsaidError: a printed run with an owner is in none of the texts.
    """
    held = tuple(parts)
    return remembered_of_all(held, ("said", printed), lambda: _lines(held, printed), _size)


def _lines(parts: Sequence[DisplayList], printed: Line) -> tuple[Line, ...]:
    texts = ["".join(text.text + text.after for text in part.texts) for part in parts]
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
        if not run.text.strip():
            continue
        at = drawn.best(run.text)
        if at is None:
            raise UnsaidError(f'a drawing does not say "{run.text}"')
        start, end = drawn.take(*at)
        found[start] = _as_drawn(run, whole[start:end]), end
    return found


def _as_drawn(run: Run, drawn: str) -> Run:
    """Return a run with the hyphens at which its words were divided, which readers see."""
    letters = "".join(drawn.split())
    # A font's stand-in for a character is no other word: what is said stays as it is printed.
    alike = len(letters) == len(_bare(run.text)) and all(map(_draws, letters, _bare(run.text)))
    return run if alike else replace(run, text=letters)


def _draws(drawn: str, wanted: str) -> bool:
    """Return whether a drawn letter is one of a run, or what stands for it in a font."""
    return drawn in (wanted, stand_in(wanted))


class _Drawn:
    """The letters of a drawing without what stands between them, and which of them are taken."""

    def __init__(self, whole: str) -> None:
        self._whole = f" {whole} "
        self._places = [index for index, letter in enumerate(whole) if not letter.isspace()]
        # A hyphen at a text's end may be the label's own, or show that a word was divided.
        divided = re.sub(r"[-\u2010](?=\s)", _DIVIDED, whole)
        self._letters = "".join(divided.split())
        self._taken = bytearray(len(self._letters))

    def best(self, text: str) -> tuple[int, int] | None:
        """Return where a text stands best: whole before wrapped, and no part of a longer word.

        Letters of neighbours may spell it too: the ticks 200 and 400 hold a 2004.
        """
        free = (at for at in self._standing(_bare(text)) if self._free(*at))
        return min(free, key=lambda at: self._oddity(at[0], at[1], text), default=None)

    def take(self, at: int, end: int) -> tuple[int, int]:
        """Take letters; return where they begin and end in the drawing's words."""
        self._taken[at:end] = b"\1" * (end - at)
        return self._places[at], self._places[end - 1] + 1

    def _standing(self, wanted: str) -> Iterator[tuple[int, int]]:
        letters = map(_pattern, wanted)
        pattern = re.compile(f"{_DIVIDED}?".join(letters))
        found = pattern.search(self._letters)
        while found:
            yield found.span()
            found = pattern.search(self._letters, found.start() + 1)

    def _free(self, at: int, end: int) -> bool:
        return self._taken.find(1, at, end) < 0

    def _oddity(self, at: int, end: int, text: str) -> tuple[bool, int]:
        """Return how unlikely it is that a text stands here: wrapped, and edges within words."""
        first, last = self._places[at] + 1, self._places[end - 1] + 2
        around = self._whole[first - 1], self._whole[last]
        inside = sum(letter.isalnum() for letter in around)
        return self._whole[first:last].split() != text.split(), inside


def _pattern(letter: str) -> str:
    """Return the pattern of a letter as it may be drawn: fonts without U+2011 draw a hyphen."""
    drawn = {letter, stand_in(letter)}
    return f"[{_DIVIDED}{re.escape(''.join(drawn))}]" if "-" in drawn else re.escape(letter)


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


def parts_of(drawn: DisplayList, chart: ResolvedChart) -> tuple[DisplayList, ...]:
    """Return the drawing in three parts, in order: title and measure; the figure; source and note.

    A part whose words are not drawn as they stand in the chart stays with the figure.
    """
    operations = drawn.operations
    start = _said(operations, (chart.title, chart.subtitle))
    end = len(operations) - _said(operations[:start:-1], (chart.source_line, chart.note), back=True)
    parts = operations[:start], operations[start:end], operations[end:]
    return tuple(replace(drawn, operations=part, printed=()) for part in parts)


def pieces_of(drawn: DisplayList, chart: ResolvedChart) -> tuple[DisplayList, ...]:
    """Return the drawing in five: title; measure; the figure; source; note."""
    around = chart.title, chart.subtitle, chart.source_line, chart.note
    return remembered_of(drawn, ("pieces", around), lambda: _pieces(drawn, chart), _size)


def _pieces(drawn: DisplayList, chart: ResolvedChart) -> tuple[DisplayList, ...]:
    above, figure, below = parts_of(drawn, chart)
    title = _said(above.operations, (chart.title,))
    source = _said(below.operations, (chart.source_line,))
    return (*_cut(above, title), figure, *_cut(below, source))


def _cut(part: DisplayList, at: int) -> tuple[DisplayList, DisplayList]:
    held = part.operations
    return replace(part, operations=held[:at]), replace(part, operations=held[at:])


def _said(operations: Sequence[Operation], lines: Iterable[Line], *, back: bool = False) -> int:
    """Return how many of the first operations say the lines (`back`: the last, from the end)."""
    wanted = "".join(_bare(plain(line)) for line in lines)
    count = 0
    for index, operation in enumerate(operations):
        text = getattr(operation, "text", None)
        if text is None:
            if back:
                break
            continue
        said = _bare(text)
        # A word may be divided between two lines, with a hyphen of its own or with another.
        fits = wanted.endswith if back else wanted.startswith
        part = said if fits(said) else said.removesuffix("-")
        if not part or not fits(part):
            break
        wanted = wanted.removesuffix(part) if back else wanted.removeprefix(part)
        count = index + 1
    return count


def _bare(text: str) -> str:
    """Return a text without its spaces, and without hyphens that show only where they divide."""
    return "".join(text.replace(SOFT_HYPHEN, "").split())
