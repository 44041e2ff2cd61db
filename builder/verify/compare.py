"""Places that a file should have and those that it has in, findings out.

Both lists are in reading order. A place is compared as a whole text, words and order included;
what differs is told with the words around it and with what owns or guards them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final

from builder.frozen import dataclass
from builder.model.ledger import LedgerPlace
from builder.verify.reading import Finding, Medium, canonical, shortened, squeezed

MISSING, EXTRA = "", "no plan puts it there"
_AROUND = 32
_WHOLE = 90
_ROLES: Final = {
    "P": "paragraph",
    "TD": "cell",
    "TH": "heading of cells",
    "TOCI": "entry of the contents",
    "Lbl": "mark or number",
    "LBody": "point of a list",
    "BibEntry": "entry of the references",
    "Caption": "caption",
    "Figure": "drawing",
    "Title": "title",
    "Artifact": "",
} | {f"H{level}": "heading" for level in range(1, 7)}
"""Structure types of a paper (ISO 32000-1, 14.8.4) in words."""


@dataclass(frozen=True)
class Likeness:
    """When two places are the same.

    `text` brings a text into the form that is compared; `named` says whether the names of shapes
    count, which only PowerPoint's selection pane shows.
    """

    text: Callable[[str], str]
    named: bool = False

    def key(self, place: LedgerPlace) -> tuple[str, str, str, str]:
        """Return what makes a place the same as another."""
        within = place.within if self.named else ""
        return place.channel, within, place.part, self.text(place.text)

    def same(self, place: LedgerPlace, other: LedgerPlace) -> bool:
        """Say whether two places are the same."""
        return (
            place.channel == other.channel
            and place.part == other.part
            and (not self.named or place.within == other.within)
            and (place.text == other.text or self.text(place.text) == self.text(other.text))
        )

    def spot(self, place: LedgerPlace) -> tuple[str, str, str]:
        """Return what a place is, whatever it says."""
        return self.key(place)[:3]


ON_PAPER = Likeness(squeezed)
"""Lines end anywhere on paper, so that only what stands between spaces is compared."""

ON_SLIDES = Likeness(canonical, named=True)

SAVED_AGAIN = Likeness(canonical)
"""Of a deck that another program has written anew."""


def likeness(medium: Medium) -> Likeness:
    """Return when places of a kind of file are the same."""
    return ON_SLIDES if medium == "deck" else ON_PAPER


def compare_places(
    medium: Medium, expected: Iterable[LedgerPlace], actual: Iterable[LedgerPlace], like: Likeness
) -> tuple[Finding, ...]:
    """Return every place in which a file says other than it should, page by page."""
    wanted, found = _by_page(expected), _by_page(actual)
    findings: list[Finding] = []
    for page in sorted(wanted.keys() | found.keys()):
        findings += _page(medium, wanted.get(page, []), found.get(page, []), like)
    return tuple(findings)


def _by_page(places: Iterable[LedgerPlace]) -> dict[int, list[LedgerPlace]]:
    held: dict[int, list[LedgerPlace]] = defaultdict(list)
    for place in places:
        held[place.page].append(place)
    return held


def _page(
    medium: Medium, expected: Sequence[LedgerPlace], actual: Sequence[LedgerPlace], like: Likeness
) -> Iterator[Finding]:
    if len(expected) == len(actual) and all(map(like.same, expected, actual)):
        return  # as nearly all are
    keys, others = [like.key(p) for p in expected], [like.key(p) for p in actual]
    lost: list[LedgerPlace] = []
    more: list[LedgerPlace] = []
    for kind, a, b, c, d in _opcodes(keys, others):
        if kind != "equal":
            yield from _stretch(medium, expected[a:b], actual[c:d], like, lost, more)
    yield from _moved_or_gone(medium, lost, more, like)


def _opcodes(
    first: Sequence[Hashable], second: Sequence[Hashable]
) -> Iterable[tuple[str, int, int, int, int]]:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, first, second, autojunk=False).get_opcodes()


def _stretch(
    medium: Medium,
    expected: Sequence[LedgerPlace],
    actual: Sequence[LedgerPlace],
    like: Likeness,
    lost: list[LedgerPlace],
    more: list[LedgerPlace],
) -> Iterator[Finding]:
    """Yield the places of a stretch that say something else; what has no partner is put aside."""
    spots, others = [like.spot(p) for p in expected], [like.spot(p) for p in actual]
    for kind, a, b, c, d in _opcodes(spots, others):
        if kind != "equal":
            lost += expected[a:b]
            more += actual[c:d]
            continue
        for place, found in zip(expected[a:b], actual[c:d], strict=True):
            if like.key(place) != like.key(found):
                yield changed(medium, place, found)


def _moved_or_gone(
    medium: Medium, lost: Sequence[LedgerPlace], more: Sequence[LedgerPlace], like: Likeness
) -> Iterator[Finding]:
    waiting: dict[Hashable, list[LedgerPlace]] = defaultdict(list)
    for place in more:
        waiting[like.key(place)].append(place)
    for place in lost:
        same = waiting[like.key(place)]
        if same:
            same.pop()
            said, why = shortened(place.text, _WHOLE), "it stands elsewhere than it should"
            yield Finding(medium, place.page, place.channel, said, said, why, named(place))
        elif place.text.strip():
            said, why = shortened(place.text, _WHOLE), owned(place)
            yield Finding(medium, place.page, place.channel, "", said, why, named(place))
    for held in waiting.values():
        for place in held:
            if place.text.strip():
                said = shortened(place.text, _WHOLE)
                yield Finding(medium, place.page, place.channel, said, "", EXTRA, named(place))


def changed(medium: Medium, place: LedgerPlace, found: LedgerPlace) -> Finding:
    """Return that a place says something else, as much of it as tells what."""
    wanted, said = _line(place.text), _line(found.text)
    if medium != "deck":
        said = _spaced(said, wanted)
    start, end = shared_ends(wanted, said)
    if max(len(wanted), len(said)) > _WHOLE:
        wanted, said = _excerpt(wanted, start, end), _excerpt(said, start, end)
    why = _owners(place, start, len(_line(place.text)) - end)
    return Finding(medium, place.page, place.channel, said or "nothing", wanted, why, named(place))


def shared_ends(first: str, second: str) -> tuple[int, int]:
    """Return how many characters two texts share at their beginnings and at their ends."""
    most = min(len(first), len(second))
    start = 0
    while start < most and first[start] == second[start]:
        start += 1
    end = 0
    while end < most - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return start, end


def _spaced(said: str, wanted: str) -> str:
    """Return what a page says, spaced as it was made wherever the two say the same.

    A line's end may add a space to a page's text, or take one: neither is what differs.
    """
    left, start = _alike(wanted, said)
    right, end = _alike(wanted[left:][::-1], said[start:][::-1])
    return wanted[:left] + said[start : len(said) - end] + wanted[len(wanted) - right :]


def _alike(first: str, second: str) -> tuple[int, int]:
    """Return how much of each of two texts is alike at their beginnings, spaces aside."""
    at = other = 0
    alike = 0, 0
    while at < len(first) and other < len(second):
        if first[at] == second[other]:
            at, other = at + 1, other + 1
            alike = at, other
        elif first[at] == " ":
            at += 1
        elif second[other] == " ":
            other += 1
        else:
            break
    return alike


def _excerpt(text: str, start: int, end: int) -> str:
    """Return what differs with a few words on either side."""
    left, right = max(0, start - _AROUND), len(text) - max(0, end - _AROUND)
    if left:
        left = text.find(" ", left, start) + 1 or left
    if right < len(text):
        found = text.rfind(" ", len(text) - end, right)
        right = found if found > 0 else right
    words = text[left:right].strip()
    return ("…" if left else "") + words + ("…" if right < len(text) else "")


def _owners(place: LedgerPlace, start: int, end: int) -> str:
    """Return which figures and claims own or guard what differs, in words."""
    touched = [run for run in place.owned if run.start < max(end, start + 1) and run.end > start]
    claims = dict.fromkeys(run.owner for run in touched if run.kind == "claim")
    figures = dict.fromkeys(run.owner for run in touched if run.kind == "figure")
    said = [f"figure {figure}" for figure in figures]
    said += [f'claim "{claim}" guards these words' for claim in claims]
    return "; ".join(said)


def owned(place: LedgerPlace) -> str:
    """Return which figures and claims a place prints, in words."""
    return _owners(place, 0, len(place.text))


def named(place: LedgerPlace) -> str:
    """Return what a place is called, where that says more than its channel."""
    part = _ROLES.get(place.part, place.part)
    if place.within and part and place.channel in ("chart", "workbook", "body", "look"):
        return f"{place.within}, {part}" if part != place.within else place.within
    return place.within


def _line(text: str) -> str:
    return " ".join(canonical(text).split())
