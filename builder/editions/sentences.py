"""The sentences of two editions in; those that read otherwise, each beside what it was, out.

Sentences are matched by their words with the figures left out, so that a sentence is known again
whatever its figures say; what is left is matched by likeness within its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from builder.model.snapshot import Sentence

ALIKE: Final = 0.6
"""Two sentences whose words agree to this share (0 to 1) are one sentence, rewritten."""
_NEAR: Final = 200
"""Sentences before and behind its own number among which a rewritten one is looked for."""


@dataclass(frozen=True)
class SentenceChange:
    """A sentence before and now; None where an edition has none.

    `is_reworded` tells that more than its figures changed.
    """

    old: Sentence | None
    new: Sentence | None

    @property
    def is_reworded(self) -> bool:
        """Whether the words around the figures differ."""
        return (
            self.old is not None and self.new is not None and self.old.pattern != self.new.pattern
        )


def changed_sentences(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> tuple[SentenceChange, ...]:
    """Return the sentences that read otherwise, in the newer edition's order, dropped ones last."""
    before, now = dict(enumerate(old)), dict(enumerate(new))
    pairs: dict[int, int] = {}
    keys: list[Callable[[Sentence], Hashable]] = [
        lambda sentence: (sentence.section, sentence.kind, sentence.text),
        lambda sentence: (sentence.section, sentence.kind, sentence.pattern),
        lambda sentence: sentence.text,
        lambda sentence: sentence.pattern,
    ]
    for key in keys:
        _pair_equal(before, now, pairs, key)
    _pair_alike(before, now, pairs)
    changes = [
        SentenceChange(old[pairs[at]] if at in pairs else None, sentence)
        for at, sentence in enumerate(new)
        if at not in pairs or old[pairs[at]].text != sentence.text
    ]
    return (*changes, *(SentenceChange(sentence, None) for sentence in before.values()))


def _pair_equal(
    before: dict[int, Sentence],
    now: dict[int, Sentence],
    pairs: dict[int, int],
    key: Callable[[Sentence], Hashable],
) -> None:
    """Move sentences with equal keys, in order, from `before` and `now` to `pairs` (new: old)."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for at, sentence in before.items():
        waiting[key(sentence)].append(at)
    for at, sentence in list(now.items()):
        if waiting[key(sentence)]:
            pairs[at] = waiting[key(sentence)].popleft()
            del now[at], before[pairs[at]]


def _pair_alike(
    before: dict[int, Sentence], now: dict[int, Sentence], pairs: dict[int, int]
) -> None:
    """Move each rewritten sentence and the likest one left in its place to `pairs`."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, sentence in before.items():
        places[sentence.place].append(at)
    for at, sentence in list(now.items()):
        candidates = places[sentence.place]
        likeness = SequenceMatcher(b=sentence.pattern.split(), autojunk=False)
        best, found = ALIKE, None
        middle = bisect_left(candidates, at)
        for candidate in candidates[max(0, middle - _NEAR) : middle + _NEAR]:
            likeness.set_seq1(before[candidate].pattern.split())
            if likeness.quick_ratio() >= best and likeness.ratio() >= best:
                best, found = likeness.ratio(), candidate
        if found is not None:
            candidates.remove(found)
            pairs[at] = found
            del now[at], before[found]
