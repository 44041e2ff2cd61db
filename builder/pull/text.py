"""One paragraph as planned and as someone left it in; what became of its bound texts, out.

What is bound keeps its place between the words around it. Where those are unchanged, the new
text is exactly what stands between them; else the words are aligned, and the longest run of them
in the gap that still states a value is taken.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from builder.model.text import Line
from builder.verify.reading import DIGITS

Reads: TypeAlias = Callable[[str, bool], bool]
"""Says whether a text states a value of what is bound: the whole of a gap, or a part of it."""

_TOKEN: Final = re.compile(r"\w+(?:[.,]\d+)*|\s+|.", re.DOTALL)
_LEVEL: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-") | dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
DIGIT: Final = re.compile(rf"\w*[{DIGITS}]\w*(?:[.,]\d\w*)*")
"""A word with a digit in it."""

# A private character for each bound run: no text has it, so that none is aligned with it.
_MARK: Final = 0xE000
# No printed figure has more words and spaces than this.
_LONGEST: Final = 40


@dataclass(frozen=True)
class Found:
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
    return " ".join(text.translate(_LEVEL).split())


def traced(line: Line, text: str, reads: Mapping[int, Reads]) -> Found:
    """Return what became of the runs of a line, of which `reads` are bound, in a new text."""
    pieces = [re.sub(r"\s", " ", run.text.translate(_LEVEL)) for run in line]
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
    return Found(tuple(texts), same, before != after, tuple(more))


def _exact(pieces: Sequence[str], now: str, bound: Mapping[int, Reads]) -> list[str | None] | None:
    """Return what stands between the words around, None where those are not the same."""
    pattern = "".join(
        "(.*?)" if at in bound else re.sub(r"(?:\\ )+", r"\\s*", re.escape(piece))
        for at, piece in enumerate(pieces)
    )
    match = re.fullmatch(rf"\s*{pattern}\s*", now)
    return None if match is None else list(match.groups())


def _aligned(
    pieces: Sequence[str], now: str, bound: Mapping[int, Reads]
) -> tuple[list[str | None], str]:
    """Return the gap that each bound run has left in a text, and all the other words of it."""
    marked = "".join(chr(_MARK + at) if at in bound else piece for at, piece in enumerate(pieces))
    old, new = _TOKEN.findall(" ".join(marked.split())), _TOKEN.findall(now)
    gaps: dict[int, str | None] = {}
    left: list[str] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        inside = [ord(token) - _MARK for token in old[start:end] if ord(token[0]) >= _MARK]
        inside = [at for at in inside if at in bound]
        gap = "".join(new[new_start:new_end])
        if len(inside) == 1:
            gaps[inside[0]] = gap.strip()
        else:
            # Several in one gap: each is known only where it still stands there as it was.
            for at in inside:
                was = level(pieces[at])
                gaps[at] = was if was in gap else None
                gap = gap.replace(was, " ", 1)
            left.append(gap)
    return [gaps.get(at, "") for at in bound], "".join(left)


def _in_gap(gap: str, was: str, reads: Reads) -> tuple[str | None, str]:
    """Return the bound text in a gap, and the words that stand beside it there.

    None where more than one number might be it; the whole gap where nothing in it can be read.
    """
    gap = gap.strip()
    if not gap or gap == was or reads(gap, True):
        return gap, ""
    tokens = _TOKEN.findall(gap)
    for start, end in _windows(len(tokens)):
        inside = "".join(tokens[start:end])
        if inside.strip() == inside and (inside == was or reads(inside, False)):
            rest = "".join((*tokens[:start], " ", *tokens[end:]))
            return (None, gap) if DIGIT.search(rest) else (inside, rest)
    return gap, ""


def _windows(length: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of so many tokens, the longest first."""
    for size in range(min(length, _LONGEST), 0, -1):
        for start in range(length - size + 1):
            yield start, start + size
