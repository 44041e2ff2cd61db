"""One paragraph as planned and as someone left it in; what became of its bound texts, out.

What is bound keeps its place between the words around it. Where those are unchanged, the new
text is exactly what stands between them; else the words are aligned, and the longest run of them
in the gap that still states a value is taken.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeAlias, TypeVar

from builder.frozen import dataclass
from builder.model.saying import SIGNS
from builder.model.text import Line
from builder.verify.reading import DIGITS

_T = TypeVar("_T")
_Old = TypeVar("_Old")
_New = TypeVar("_New")
_ALIKE: Final = 0.5


class Candidate(NamedTuple, Generic[_T]):
    """Something to be paired, by what it is called (may be empty) and what it says."""

    item: _T
    text: str
    name: str = ""


def paired(
    old: Sequence[Candidate[_Old]], new: Sequence[Candidate[_New]], *, in_order: bool = False
) -> tuple[list[tuple[_Old, _New | None]], list[_New]]:
    """Return each planned thing with what answers to it now, and what answers to nothing.

    By name, then by text, where as many have it on both sides. Of the rest, where as many are
    left and `in_order` says that they keep to it, one by one; else by the most alike text.
    """
    answers: dict[int, int] = {}
    for keys in (
        ([known.name for known in old], [known.name for known in new]),
        ([known.text for known in old], [known.text for known in new]),
    ):
        answers |= dict(_by_key(*keys, answers))
    rest = [at for at in range(len(old)) if at not in answers]
    free = [at for at in range(len(new)) if at not in answers.values()]
    if in_order and len(rest) == len(free):
        answers |= dict(zip(rest, free, strict=True))
    else:
        pairs = ((likeness(old[at].text, new[to].text), at, to) for at in rest for to in free)
        for alike, at, to in sorted(pairs, key=lambda pair: -pair[0]):
            if alike >= _ALIKE and at not in answers and to not in answers.values():
                answers[at] = to
    found = [
        (known.item, new[answers[at]].item if at in answers else None)
        for at, known in enumerate(old)
    ]
    return found, [known.item for at, known in enumerate(new) if at not in answers.values()]


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 0 where it is less than half."""
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _by_key(
    old: Sequence[str], new: Sequence[str], answers: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of places that share a key which as many have on both sides."""
    olds, news = defaultdict(list), defaultdict(list)
    for at, key in enumerate(old):
        if at not in answers:
            olds[key].append(at)
    taken = set(answers.values())
    for at, key in enumerate(new):
        if at not in taken:
            news[key].append(at)
    for key, places in olds.items():
        if key and len(places) == len(news[key]):
            yield from zip(places, news[key], strict=True)


Reads: TypeAlias = Callable[[str, bool], bool]
"""Says whether a text states a value of what is bound: the whole of a gap, or a part of it."""

_TOKEN: Final = re.compile(r"\w+(?:[.,]\d+)*|[^\w\s]")
DIGIT: Final = re.compile(rf"\w*[{DIGITS}]\w*(?:[.,]\d\w*)*")
"""A word with a digit in it."""

# A private character for each bound run: no text has it, so that none is aligned with it.
_MARK: Final = 0xE000
# No printed figure has more words than this.
_LONGEST: Final = 30


@dataclass(frozen=True)
class ParagraphChange:
    """What became of a paragraph.

    `texts` are the new texts of its bound runs: empty where one is gone, None where it cannot be
    told. `similarity` is that of the words around, from 0 to 1; `reworded` says that they are
    not the same, and `numbers` are those that stand among them now and did not before.
    """

    texts: tuple[str | None, ...]
    similarity: float
    reworded: bool
    numbers: tuple[str, ...]


def level(text: str) -> str:
    """Return a text on one line with plain spaces and hyphens."""
    return " ".join(text.translate(SIGNS).split())


def traced(line: Line, text: str, reads: Mapping[int, Reads]) -> ParagraphChange:
    """Return what became of the runs of a line, of which `reads` are bound, in a new text."""
    pieces = [re.sub(r"\s+", " ", run.text.translate(SIGNS)) for run in line]
    pieces[:1] = [piece.lstrip() for piece in pieces[:1]]
    pieces[-1:] = [piece.rstrip() for piece in pieces[-1:]]
    now = level(text)
    gaps = _exact(pieces, now, reads)
    around = "".join(piece for at, piece in enumerate(pieces) if at not in reads)
    if gaps is None:
        gaps, left = _aligned(pieces, now, reads)
    else:
        left = around
    texts: list[str | None] = []
    for at, gap in zip(reads, gaps, strict=True):
        taken, rest = (None, "") if gap is None else _in_gap(gap, level(pieces[at]), reads[at])
        texts.append(taken)
        left += f" {rest}"
    before, after = level(around), level(left)
    same = difflib.SequenceMatcher(None, before, after, autojunk=False).ratio()
    more = Counter(DIGIT.findall(after)) - Counter(DIGIT.findall(before))
    return ParagraphChange(tuple(texts), same, before != after, tuple(more))


def _exact(pieces: Sequence[str], now: str, bound: Mapping[int, Reads]) -> list[str | None] | None:
    """Return what stands between the words around, None where those are not the same.

    Where the words around stand in a bound text too, as a comma does in a number, the division
    is taken by which more of the bound texts can be read.
    """
    found: list[list[str | None]] = []
    for gap in ("(.*?)", "(.*)"):
        parts = (gap if at in bound else re.escape(piece) for at, piece in enumerate(pieces))
        match = re.fullmatch("".join(parts), now)
        if match is not None:
            found.append([group.strip() for group in match.groups()])
    if not found:
        return None
    readers = list(bound.values())

    def readable(gaps: list[str | None]) -> int:
        return sum(reads(gap or "", True) for gap, reads in zip(gaps, readers, strict=True))

    return max(found, key=readable)


def _aligned(
    pieces: Sequence[str], now: str, bound: Mapping[int, Reads]
) -> tuple[list[str | None], str]:
    """Return the gap that each bound run has left in a text, and all the other words of it."""
    marks = {at: chr(_MARK + at) for at in bound}
    gaps: dict[int, str | None] = {}
    for at, mark in marks.items():
        # What still stands there as it was is no gap, wherever it has moved to.
        was = level(pieces[at])
        now, found = re.subn(rf"(?<![\w.,]){re.escape(was)}(?!\w|[.,]\d)", mark, now, count=1)
        if found:
            gaps[at] = was
    old = _TOKEN.findall("".join(marks.get(at, piece) for at, piece in enumerate(pieces)))
    new = list(_TOKEN.finditer(now))
    left: list[str] = []
    matcher = difflib.SequenceMatcher(None, old, [token[0] for token in new], autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        inside = [at for at, mark in marks.items() if mark in old[start:end] and at not in gaps]
        gap = now[new[new_start].start() : new[new_end - 1].end()] if new_end > new_start else ""
        if len(inside) == 1:
            gaps[inside[0]] = gap
        else:
            # Nothing says which of several in one gap is which.
            gaps |= dict.fromkeys(inside)
            left.append(gap)
    others = [mark for at, mark in marks.items() if gaps.get(at)]
    words = " ".join(left).translate(dict.fromkeys(map(ord, others), " "))
    return [_unmarked(gaps.get(at, ""), marks) for at in bound], words


def _unmarked(gap: str | None, marks: Mapping[int, str]) -> str | None:
    """Return a gap without what stands in it of other bound runs."""
    return gap and gap.translate(dict.fromkeys(map(ord, marks.values()), " ")).strip()


def _in_gap(gap: str, was: str, reads: Reads) -> tuple[str | None, str]:
    """Return the bound text in a gap, and the words that stand beside it there.

    None where more than one number might be it; the whole gap where nothing in it can be read.
    """
    if not gap or gap == was or reads(gap, True):
        return gap, ""
    tokens = list(_TOKEN.finditer(gap))
    for first, last in _windows(len(tokens)):
        start, end = tokens[first].start(), tokens[last].end()
        inside = gap[start:end]
        if inside == was or reads(inside, False):
            rest = f"{gap[:start]} {gap[end:]}"
            return (None, gap) if DIGIT.search(rest) else (inside, rest)
    return gap, ""


def _windows(length: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each run of so many tokens, the longest first."""
    for size in range(min(length, _LONGEST), 0, -1):
        for start in range(length - size + 1):
            yield start, start + size - 1
