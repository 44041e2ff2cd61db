"""Puts into a column as much of a story as it holds: takes how far the story is, returns how far
it gets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from builder.frozen import dataclass, replace
from builder.outputs.pdf.plan.items import Tabular
from builder.outputs.pdf.write.choices import Choosing
from builder.outputs.pdf.write.filling import ColumnFiller
from builder.outputs.pdf.write.flexing import lowered, squeezed
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.footnotes import Notes
from builder.outputs.pdf.write.passing import (
    goes_on,
    is_across,
    is_headed,
    is_out_of_turn,
    overtakes,
    straying,
)


class TooTallError(Exception):
    """Something fits on no page and cannot be divided, such as a heading of a thousand words."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        super().__init__(setting.item.anchor if setting.item else type(setting).__name__)


@dataclass(frozen=True)
class Stand:
    """How far the story is set: up to `at`, of which only `rest` is left if it was divided.

    `waiting` are the floats before `at` that are not yet set, in order; `ahead` those from `at`
    on that already are. `carried` are notes, or the rest of one, that the next foot of a page is to
    hold, `stood` the numbers of those that have a place.
    """

    at: int = 0
    rest: Setting | None = None
    waiting: tuple[int, ...] = ()
    ahead: frozenset[int] = frozenset()
    carried: tuple[Setting, ...] = ()
    stood: frozenset[int] = frozenset()


class Filler:
    """Fills one column; `across` says which settings belong in it, None where all do.

    `strays` counts floats that still wait when a heading ends their section, `stacked` those that
    waited, or were moved up, and now stand right below another, `parted` the short tables that are
    divided.
    """

    def __init__(
        self,
        story: Sequence[Setting],
        column: ColumnFiller,
        choice: Choosing,
        across: bool | None,
    ) -> None:
        self.story, self.column, self.choice, self.across = story, column, choice, across
        self.strays, self.stacked, self.parted = 0.0, 0, 0
        self._below_float, self._late = False, frozenset[int]()

    def fill(self, stand: Stand) -> tuple[Stand, bool]:
        """Return how far the column takes the story, and whether the story goes on elsewhere."""
        self._late = frozenset(stand.waiting)
        while stand.at < len(self.story):
            at, setting = stand.at, self.story[stand.at]
            if at not in stand.ahead:
                stand = self._floated(stand)
            if at in stand.ahead:
                stand = replace(stand, at=at + 1)
            elif setting.breaks and stand.waiting:
                return stand, True
            elif setting.breaks:
                stand = replace(stand, at=at + 1)
                if not self.column.fresh:
                    return stand, True
            elif self._ends_band(at):
                return stand, False
            elif stand.rest is None and overtakes(self.story, at, stand.waiting):
                return stand, not self._may_close(stand)
            else:
                strayed = straying(self.story, at, stand.waiting)
                if strayed and self.choice.hold:
                    return stand, not self._may_close(stand)
                further = self._step(stand)
                if further is None:
                    return stand, True
                self.strays += strayed  # not before: a heading that has no room here passes none
                stand = further
                if stand.rest is not None:
                    return stand, True
        if stand.waiting:
            stand = replace(stand, waiting=self._waited(stand))
        return stand, bool(stand.waiting) and not self._may_close(stand)

    def _may_close(self, stand: Stand) -> bool:
        """Return whether what waits may stand below the columns that end here."""
        across = self.story[stand.waiting[0]].across
        return self.across is False and across and self._first_of(stand.waiting) is None

    def _ends_band(self, at: int) -> bool:
        """Return whether what comes next asks for another kind of band."""
        return self.across is not None and is_across(self.story, at) != self.across

    def _belongs(self, setting: Setting) -> bool:
        return self.across is None or setting.across == self.across

    def _floated(self, stand: Stand) -> Stand:
        """Put floats where a paragraph ends: those that wait, or those that are moved up."""
        if stand.rest is not None and not (self.column.empty and self.choice.cut):
            return stand
        apart = bool(stand.waiting) and self._below_float and self.choice.apart
        waiting = stand.waiting if apart else self._waited(stand)
        if waiting != stand.waiting:
            stand = replace(stand, waiting=waiting)
        if waiting:
            return stand
        ahead = (at for at in self.choice.early if at >= stand.at and at not in stand.ahead)
        early = [at for at in ahead if self._belongs(self.story[at])]
        early = [at for at in early if not is_headed(self.story, stand.at, at)]
        if not early or (self.choice.foot and self._leaves_room(stand, early)):
            return stand
        for at in early:
            setting = self._fitted([at])
            if setting is None:
                break
            self.stacked += self._below_float
            self._put([at], setting)
            stand = replace(stand, ahead=stand.ahead | {at})
        return stand

    def _waited(self, stand: Stand) -> tuple[int, ...]:
        """Put what floats and waits, in order, as far as it fits, then notes; return the others."""
        column, notes = self.column, [at for at in stand.waiting if self.story[at].note]
        waiting = tuple(at for at in stand.waiting if at not in notes) if notes else stand.waiting
        while (at := self._first_of(waiting)) is not None:
            setting = self._fitted([at])
            if setting is None and not (column.untouched and at == waiting[0]):
                break
            self.stacked += self._below_float
            self._put([at], setting or self.story[at])
            waiting = tuple(other for other in waiting if other != at)
            if waiting and self.choice.apart:
                break
        held = [at for at in notes if is_out_of_turn(self.story, at, waiting)]
        left = [at for at in notes if at in held or not self._noted(at, stand)]
        return tuple(sorted((*waiting, *left))) if notes else waiting

    def _noted(self, at: int, stand: Stand) -> bool:
        """Put a note that waits in the margin; in the column where its section ends here, or where
        it has waited and the margin of this page has no room either.
        """
        note, story = self.story[at], self.story
        ended = stand.at >= len(story) or story[stand.at].opens
        if not (ended and note.instead) and self.column.fits([note]):
            self._put([at], note)
        elif note.instead and (ended or at in self._late) and self.column.fits([note.instead]):
            self._put([at], note.instead)
        elif self.column.untouched:
            self._put([at], note)
        else:
            return False
        return True

    def _first_of(self, waiting: tuple[int, ...]) -> int | None:
        """Return which float is next: in a column a figure may pass tables that go across, and a
        table figures, since each are numbered by themselves.
        """
        passed = list(takewhile(lambda at: not self._belongs(self.story[at]), waiting))
        if len(passed) == len(waiting) or (passed and self.across is not False):
            return None
        kinds = {isinstance(self.story[at].item, Tabular) for at in passed}
        at = waiting[len(passed)]
        return None if isinstance(self.story[at].item, Tabular) in kinds else at

    def _leaves_room(self, stand: Stand, floats: Sequence[int]) -> bool:
        """Return whether what comes next fits whole above these floats."""
        leads, ahead = self._coming(stand)
        body = self.story[ahead[0]]
        if body.floats or body.breaks or body.opens:
            return False
        return self.column.fits([self.story[at] for at in (*leads, ahead[0], *floats)])

    def _step(self, stand: Stand) -> Stand | None:
        """Set what comes next with what leads to it; None where the column cannot take it."""
        if stand.rest is not None:
            return self._text(stand, [], stand.at, stand.rest)
        leads, ahead = self._coming(stand)
        if self.story[ahead[0]].floats:
            return self._float(stand, leads, ahead)
        return self._text(stand, leads, ahead[0], self.story[ahead[0]])

    def _coming(self, stand: Stand) -> tuple[list[int], list[int]]:
        """Return what comes next: what leads to it, then what that is and what may follow it."""
        ahead = list(self._from(stand.at, stand))
        leads = list(takewhile(lambda at: self.story[at].leads, ahead))
        if len(leads) == len(ahead) or (leads and self.story[ahead[len(leads)]].breaks):
            leads.pop()
        return leads, ahead[len(leads) :]

    def _from(self, at: int, stand: Stand) -> Iterator[int]:
        """Yield what is to be set from `at` up to the first text that leads to nothing else."""
        for index in range(at, len(self.story)):
            if index not in stand.ahead:
                yield index
                if not (self.story[index].leads or self.story[index].floats):
                    return

    def _float(self, stand: Stand, leads: list[int], ahead: list[int]) -> Stand | None:
        """Set a float where it stands, or let it wait and set what follows."""
        story, column = self.story, self.column
        first = story[ahead[0]]
        placed = [*leads, ahead[0]]
        passes = first.note and not is_out_of_turn(story, ahead[0], stand.waiting)
        at_once = (passes or not stand.waiting) and self._belongs(first)
        if at_once and (setting := self._fitted(placed)) is not None:
            self._put(placed, setting)
            return replace(stand, at=ahead[0] + 1)
        if at_once and (pieces := self._parted(placed)):
            self._put(placed, pieces[0])
            return replace(stand, at=ahead[0], rest=pieces[1])
        floats = list(takewhile(lambda at: story[at].floats, ahead))
        waiting = (*stand.waiting, *floats)
        if not leads:
            return replace(stand, at=floats[-1] + 1, waiting=waiting)
        following = ahead[len(floats)] if len(floats) < len(ahead) else None
        if following is not None and goes_on(story[following]):
            return self._text(replace(stand, waiting=waiting), leads, following, story[following])
        # What goes across stands below the columns, and so below what leads to it.
        below = not self._belongs(first) and column.fits([story[at] for at in placed])
        if not (column.fresh or below):
            return None
        self._put(leads, story[leads[-1]])
        return replace(stand, at=floats[-1] + 1, waiting=waiting)

    def _text(self, stand: Stand, leads: list[int], end: int, body: Setting) -> Stand | None:
        """Set text, whole or in part, below what leads to it; whole notes go before long text."""
        fresh, above = self.column.fresh, [self.story[at] for at in leads]
        body = self._form(above, body)
        for claim in Notes if fresh else (Notes.WHOLE, Notes.BEGUN):
            if self.column.fits([*above, body], claim):
                self._put([*leads, end], body)
                return replace(stand, at=end + 1, rest=None)
            if stand.waiting and not fresh and self.choice.whole:
                return None
            pieces = self.column.divided(above, body, claim)
            if pieces:
                self._put([*leads, end], pieces[0])
                return replace(stand, at=end, rest=pieces[1])
        if self.column.untouched:  # else what notes in the margin keep away may fit overleaf
            raise TooTallError(max([*above, body], key=lambda each: each.height))
        return None

    def _form(self, above: list[Setting], body: Setting) -> Setting:
        """Return a text in the form in which it fits whole below others, where it has another."""
        other, fits = body.instead, self.column.fits
        return other if other and not fits([*above, body]) and fits([*above, other]) else body

    def _fitted(self, orders: Sequence[int]) -> Setting | None:
        """Return the last of these as it fits below the others: whole, or less high; else None."""
        settings = [self.story[at] for at in orders]
        if self.across and self.choice.squeeze:
            # What else the page holds stands in other columns: they grow again when it is full.
            settings[-1], freed = lowered(settings[-1], self.column.grid)
            if self.column.fits(settings):
                self.column.squeezed += freed
                return settings[-1]
        elif self.column.fits(settings):
            return settings[-1]
        less = squeezed(self.column, settings) if self.choice.squeeze else None
        return None if less is None else less[-1]

    def _parted(self, orders: Sequence[int]) -> list[Setting]:
        """Return the last of these in two, the first to stand below the others: a short table that
        may be divided; else nothing.
        """
        *above, table = (self.story[at] for at in orders)
        if not isinstance(table.item, Tabular) or not self.choice.part or self.column.short:
            return []
        pieces = self.column.divided(above, table, parted=True)
        self.parted += bool(pieces)
        return pieces

    def _put(self, orders: Sequence[int], body: Setting) -> None:
        self.column.put(orders, [*(self.story[at] for at in orders[:-1]), body])
        self._below_float = body.floats
