"""What another program may change by itself when it saves a finished file again, and no more.

Known of LibreOffice from files that it saved (`tests/rendering/test_saved_again.py`). PowerPoint
was not at hand: what is said of it comes from its public file format and from files that others
have published, and is marked (PowerPoint). Forgiven is what no reader sees, never a word, a
number, a mark's length or whether something is shown:

- the container: order, names, compression and dates of parts and objects; producer and revision;
- workbooks of charts, alt texts, sections and tooltips may be dropped: what is gone is named
  (LibreOffice);
- names of shapes, ids, theme colours written out as plain ones (rounded: `fills`), sizes and places
  written out that were the layout's (LibreOffice, PowerPoint);
- where a file beside the deck lies, written before its name (LibreOffice);
- further layouts and masters, one for each use (LibreOffice: 15 layouts become 144);
- places, and edges of shapes without words, by up to half a millimetre, type sizes by up to a
  quarter of a point (all round to their own units): `standing`;
- empty paragraphs and empty placeholders; the number of a slide in its own field;
- how wide bars stand apart, grid lines and legends written out, the step of an axis that is not
  shown, and that of a logarithmic one, written as a logarithm (LibreOffice);
- form and kind of shapes without text: a rectangle may become a path (LibreOffice).

A page is known by what is drawn on it: one that was taken out, moved, repeated or added is one
finding, and all others are compared with the pages that they were made as. In papers that have lost
the tags by which places are told (Ghostscript and cairo drop them) the words of a page are compared
in the order in which they are drawn; line ends, spaces and hyphens, which such programs set as
they please, are not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any, Final

from builder.frozen import dataclass
from builder.model.ledger import WHOLE_FILE, LedgerPlace
from builder.verify.compare import shared_ends
from builder.verify.reading import Finding, Medium, Reading, canonical, squeezed

_DRAWN = 1
_AROUND = 24
_MOST = 60
DROPPED: Final = frozenset({"alt", "workbook", "outline", "tooltip", "properties"})
"""Channels of which a program may leave out single places, though never change one."""


@dataclass(frozen=True)
class Leaves:
    """The pages of a paper told apart: as which each was made, and what became of others."""

    made_as: Mapping[int, int]
    findings: tuple[Finding, ...]

    def renumbered(self, places: Iterable[LedgerPlace]) -> Iterator[LedgerPlace]:
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
    start, end = shared_ends(wanted, found)
    expected, said = (
        text[max(0, start - _AROUND) : min(len(text) - end, start + _MOST) + _AROUND]
        for text in (wanted, found)
    )
    why = "the paper has lost its tags: letters are compared without spaces"
    yield Finding(medium, page, "body", said, expected, why)


def told_alike(places: Iterable[LedgerPlace]) -> Iterator[LedgerPlace]:
    """Yield places as they are compared where another program wrote the deck."""
    for place in places:
        text = place.text
        if place.channel == "look" and place.part == "shape":
            text = "a shape" if text in ("line", "area") else text
        elif place.channel == "chart" and place.part.endswith("axis"):
            text = text.split(" in steps of ")[0] + _rest(text)
        elif place.channel == "link" and text.startswith("file:"):
            text = text.rpartition("/")[2]
        yield replace(place, text=text, within="")


def _rest(text: str) -> str:
    return "".join(f", {part}" for part in text.split(", ")[1:])


def kept(
    expected: Iterable[LedgerPlace], actual: Iterable[LedgerPlace]
) -> tuple[list[LedgerPlace], list[LedgerPlace]]:
    """Return the places that can still be expected, and those that were dropped.

    Of a channel of which places may be dropped, those whose very text is gone are: unless another
    stands in its stead, which then is a change.
    """
    wanted, found = list(expected), list(actual)
    there: dict[tuple[int, str], int] = Counter(
        (place.page, place.channel) for place in found if place.channel in DROPPED
    )
    asked: dict[tuple[int, str], int] = Counter(
        (place.page, place.channel) for place in wanted if place.channel in DROPPED
    )
    texts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for place in found:
        texts[place.page, place.channel][canonical(place.text)] += 1
    left, gone = [], []
    for place in wanted:
        at = place.page, place.channel
        said = canonical(place.text)
        if place.channel in DROPPED and not texts[at][said] and there[at] < asked[at]:
            gone.append(place)
            asked[at] -= 1
        else:
            texts[at][said] -= 1
            left.append(place)
    return left, gone
