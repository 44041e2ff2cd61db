"""Two snapshots in, how the newer edition differs from the older one out.

What is printed is what counts: a change is reckoned from the values as rounded for print, so
that a reader who has both editions can check it.

Sentences are matched by their words with the figures left out, so that a sentence is known again
whatever its figures say; what is left is matched by likeness within its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final, Literal, TypeVar

from builder.editions.alike import reads_alike
from builder.frozen import dataclass
from builder.model.figure import Moment
from builder.model.snapshot import (
    ClaimState,
    FigureState,
    Sentence,
    ShownChange,
    Snapshot,
    SourceState,
    changed_values,
)

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
    def standing(self) -> Sentence:
        """The sentence as it is now, or where it is no more, as it was."""
        standing = self.new or self.old
        assert standing is not None, "a change has one side at least"
        return standing

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
        if at not in pairs or not reads_alike(old[pairs[at]].text, sentence.text)
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


TimeUnit = Literal["day", "month", "year"]

ASPECTS: Final = ("label", "hedge", "unit", "as_of", "sources", "confidence", "basis")
"""What may change about a figure beside its value, in the order in which it is told."""

_State = TypeVar("_State", FigureState, SourceState, ClaimState)


@dataclass(frozen=True)
class Shift:
    """How far a date moved, later where positive, in the finest unit that both dates state."""

    amount: int
    unit: TimeUnit


@dataclass(frozen=True)
class AspectChange:
    """Something that changed about a figure (one of `ASPECTS`), before and now."""

    aspect: str
    before: str
    now: str


@dataclass(frozen=True)
class FigureChange:
    """A figure that differs.

    `difference` is in the figure's unit and `per_cent` relative to the old value; both are None
    for a date, after a change of unit, and where the printed value is the same; `per_cent` also
    where the old value is zero or the figure is itself a percentage, whose change is in
    percentage points. `shift` is a date's.
    """

    old: FigureState
    new: FigureState
    difference: Decimal | None
    per_cent: Decimal | None
    shift: Shift | None
    aspects: tuple[AspectChange, ...]

    @property
    def is_printed(self) -> bool:
        """Whether the figure in full, hedge and unit included, reads otherwise than before."""
        return not reads_alike(self.old.printed, self.new.printed)

    @property
    def is_valued(self) -> bool:
        """Whether the exact value differs, printed or not."""
        return (self.old.value, self.old.is_date) != (self.new.value, self.new.is_date)


@dataclass(frozen=True)
class ClaimChange:
    """A claim whose verdict, inequality or words differ."""

    old: ClaimState
    new: ClaimState

    @property
    def is_flipped(self) -> bool:
        """Whether the verdict differs."""
        return self.old.verdict != self.new.verdict


@dataclass(frozen=True)
class SourceChange:
    """A source whose title or printed name differs."""

    old: SourceState
    new: SourceState


@dataclass(frozen=True)
class EditionDiff:
    """Everything in which `new` differs from `old`; figures and claims in `new`'s order."""

    old: Snapshot
    new: Snapshot
    figures_added: tuple[FigureState, ...]
    figures_dropped: tuple[FigureState, ...]
    figures_changed: tuple[FigureChange, ...]
    claims_added: tuple[ClaimState, ...]
    claims_dropped: tuple[ClaimState, ...]
    claims_changed: tuple[ClaimChange, ...]
    sources_added: tuple[SourceState, ...]
    sources_dropped: tuple[SourceState, ...]
    sources_changed: tuple[SourceChange, ...]
    sentences: tuple[SentenceChange, ...]
    shown: tuple[ShownChange, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__dict__ if name not in ("old", "new"))


def diff(old: Snapshot, new: Snapshot) -> EditionDiff:
    """Return how `new` differs from `old`."""
    figures = _matched(old.figures, new.figures)
    claims = _matched(old.claims, new.claims)
    sources = _matched(old.sources, new.sources)
    return EditionDiff(
        old,
        new,
        _only(new.figures, old.figures),
        _only(old.figures, new.figures),
        tuple(_figure_change(before, now) for before, now in figures),
        _only(new.claims, old.claims),
        _only(old.claims, new.claims),
        tuple(ClaimChange(before, now) for before, now in claims),
        _only(new.sources, old.sources),
        _only(old.sources, new.sources),
        tuple(SourceChange(before, now) for before, now in sources),
        changed_sentences(old.sentences, new.sentences),
        tuple(each for each in changed_values(old, new) if not reads_alike(each.before, each.now)),
    )


def _only(these: Sequence[_State], others: Sequence[_State]) -> tuple[_State, ...]:
    known = {state.id for state in others}
    return tuple(state for state in these if state.id not in known)


def _matched(old: Sequence[_State], new: Sequence[_State]) -> list[tuple[_State, _State]]:
    """Return what both editions have under one id, where it differs."""
    before: Mapping[str, _State] = {state.id: state for state in old}
    pairs = [(before[state.id], state) for state in new if state.id in before]
    return [(was, now) for was, now in pairs if not reads_alike(was, now)]


def _figure_change(old: FigureState, new: FigureState) -> FigureChange:
    difference = per_cent = shift = None
    if old.is_date and new.is_date:
        shift = _shift(old.value, new.value)
    elif not old.is_date and not new.is_date and old.unit == new.unit:
        was, now = Decimal(old.shown), Decimal(new.shown)
        difference = now - was or None
        if difference is not None and was and new.unit != "%":
            per_cent = difference / abs(was) * 100
    aspects = (AspectChange(aspect, _said(old, aspect), _said(new, aspect)) for aspect in ASPECTS)
    changed = tuple(change for change in aspects if change.before != change.now)
    return FigureChange(old, new, difference, per_cent, shift, changed)


def _said(figure: FigureState, aspect: str) -> str:
    said = getattr(figure, aspect)
    return said if isinstance(said, str) else ", ".join(said)


def _shift(old: str, new: str) -> Shift | None:
    was, now = moment_of(old), moment_of(new)
    if was.day and now.day:
        from datetime import date

        days = date(now.year, now.month, now.day) - date(was.year, was.month, was.day)
        shift = Shift(days.days, "day")
    elif was.month and now.month:
        shift = Shift((now.year - was.year) * 12 + now.month - was.month, "month")
    else:
        shift = Shift(now.year - was.year, "year")
    return shift if shift.amount else None


def moment_of(iso: str) -> Moment:
    """Return the moment of an ISO date (a year, a month or a day)."""
    return Moment(*(int(part) for part in iso.split("-")))
