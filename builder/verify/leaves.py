"""Pages of a paper as they were made and as they are in; which is which, and what they say, out.

A page is known by what is drawn on it: one that was taken out, moved, repeated or added is one
finding, and all others are compared with the pages that they were made as. In papers that have lost
the tags by which places are told (Ghostscript and cairo drop them) the words of a page are compared
in the order in which they are drawn; line ends, spaces and hyphens, which such programs set as
they please, are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from builder.model.ledger import WHOLE_FILE, Place
from builder.verify.reading import Finding, Medium, Reading, squeezed

_DRAWN = 1


@dataclass(frozen=True)
class Leaves:
    """The pages of a paper told apart: as which each was made, and what became of others."""

    made_as: Mapping[int, int]
    findings: tuple[Finding, ...]

    def renumbered(self, places: Iterable[Place]) -> Iterator[Place]:
        """Yield places under the numbers of their pages as made, those of new pages left out."""
        for place in places:
            if place.page == WHOLE_FILE:
                yield place
            elif place.page in self.made_as:
                yield replace(place, page=self.made_as[place.page])


def leaves(reading: Reading) -> Leaves | None:
    """Return the pages of a paper whose pages were moved, taken or added; None where none was."""
    seal = reading.carried.seal if reading.carried else {}
    made, now = _drawn(seal.get("pages", [])), _drawn(reading.seal.get("pages", []))
    if not made or made == now or (len(made) == len(now) and sorted(made) != sorted(now)):
        return None
    origin: dict[int, int] = {}
    gone: list[int] = []
    new: list[int] = []
    for kind, a, b, c, d in SequenceMatcher(None, made, now, autojunk=False).get_opcodes():
        same = kind == "equal" or (kind == "replace" and b - a == d - c)
        if same:
            origin |= {at + 1: was + 1 for at, was in zip(range(c, d), range(a, b), strict=True)}
        else:
            gone += range(a + 1, b + 1)
            new += range(c + 1, d + 1)
    findings = list(_told(reading.medium, made, now, gone, new, origin))
    return Leaves(origin, tuple(findings))


def _drawn(pages: Sequence[Any]) -> list[str]:
    return [str(page[_DRAWN]) for page in pages]


def _told(
    medium: Medium,
    made: Sequence[str],
    now: Sequence[str],
    gone: list[int],
    new: list[int],
    origin: dict[int, int],
) -> Iterator[Finding]:
    for page in new:
        was = next((w for w in gone if made[w - 1] == now[page - 1]), 0)
        copied = made.index(now[page - 1]) + 1 if now[page - 1] in made else 0
        if was:
            gone.remove(was)
            origin[page] = was
            why = f"page {was} was moved: it now stands as page {page}"
        elif copied:
            why = f"page {page} is a copy of page {copied}"
        else:
            why = f"page {page} was added"
        yield Finding(medium, page, "look", "", "", why)
    for page in gone:
        why = f"page {page} is not there any more"
        yield Finding(medium, page, "look", "", "", why)


_AROUND = 24
_MOST = 60


def compare_words(
    medium: Medium, expected: Mapping[int, str], actual: Mapping[int, str]
) -> Iterator[Finding]:
    """Yield where a page says other than it was made to, the words around included."""
    for page in sorted(expected.keys() | actual.keys()):
        wanted, found = _letters(expected.get(page, "")), _letters(actual.get(page, ""))
        if wanted != found:
            yield from _differences(medium, page, wanted, found)


def _letters(text: str) -> str:
    return squeezed(text.replace("\ufffe", "").replace("\x02", "")).replace("-", "")


def _differences(medium: Medium, page: int, wanted: str, found: str) -> Iterator[Finding]:
    """Yield from where to where two texts differ, as one stretch."""
    most = min(len(wanted), len(found))
    start = next((at for at in range(most) if wanted[at] != found[at]), most)
    room = most - start
    end = next((at for at in range(room) if wanted[-1 - at] != found[-1 - at]), room)
    expected, said = (
        text[max(0, start - _AROUND) : min(len(text) - end, start + _MOST) + _AROUND]
        for text in (wanted, found)
    )
    why = "the paper has lost its tags: letters are compared without spaces"
    yield Finding(medium, page, "body", said, expected, why)
