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
    places = [index for index, letter in enumerate(whole) if not letter.isspace()]
    letters = "".join(whole.split())
    taken = bytearray(len(letters))
    owned = [run for run in printed if run.owner is not None or run.claim is not None]
    begun: dict[str, int] = {}
    found: dict[int, tuple[Run, int]] = {}
    for run in sorted(owned, key=lambda run: len(run.text), reverse=True):
        wanted = "".join(run.text.split())
        if not wanted:
            continue
        at = letters.find(wanted, begun.get(wanted, 0))
        while at >= 0 and taken.find(1, at, at + len(wanted)) >= 0:
            at = letters.find(wanted, at + 1)
        if at < 0:
            raise UnsaidError(f'a drawing does not say "{run.text}"')
        end = at + len(wanted)
        begun[wanted] = end
        taken[at:end] = b"\1" * len(wanted)
        found[places[at]] = run, places[end - 1] + 1
    return found


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
