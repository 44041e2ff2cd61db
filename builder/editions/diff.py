"""Two snapshots in, how the newer edition differs from the older one out.

What is printed is what counts: a change is reckoned from the values as rounded for print, so
that a reader who has both editions can check it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, TypeVar

from builder.editions.sentences import SentenceChange, changed_sentences
from builder.model.figure import Moment
from builder.model.snapshot import ClaimState, FigureState, Snapshot, SourceState

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
    where the old value is nought or the figure is itself a percentage, whose change is in
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
        return self.old.printed != self.new.printed

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
    )


def _only(these: Sequence[_State], others: Sequence[_State]) -> tuple[_State, ...]:
    known = {state.id for state in others}
    return tuple(state for state in these if state.id not in known)


def _matched(old: Sequence[_State], new: Sequence[_State]) -> list[tuple[_State, _State]]:
    """Return what both editions have under one id, where it differs."""
    before: Mapping[str, _State] = {state.id: state for state in old}
    pairs = [(before[state.id], state) for state in new if state.id in before]
    return [(was, now) for was, now in pairs if was != now]


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
