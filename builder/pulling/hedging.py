"""All edits of one figure in; the hedge that they state, or why it cannot be taken back.

A hedge is never dropped because a number was typed over it: that is for the content to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.figure import Hedge, Moment, ResolvedFigure
from builder.pulling.changes import Edit, Hedging, Refusal, Spot
from builder.resolve.printing import hedge_word


def hedging(figure: ResolvedFigure, edits: Sequence[Edit], tag: str) -> Hedging | Refusal | None:
    """Return the new hedge of a figure, None where it stays, or the reason against it."""
    said = [edit for edit in edits if edit.spot.channel != "workbook"]
    bare = [edit for edit in said if edit.bare and edit.hedge is not None]
    if bare:
        return Refusal(
            f"“{bare[0].new}” hedges “{figure.id}” where the content prints it bare",
            "drop the form “bare” in the content, or the hedge in the deck",
            _spots(bare),
        )
    said = [edit for edit in said if not edit.bare]
    hedges = {edit.hedge for edit in said}
    if figure.hedge is not None and None in hedges:
        dropped = [edit for edit in said if edit.hedge is None]
        word = hedge_word(figure.hedge, figure.unit, tag)
        return Refusal(
            f"“{dropped[0].new}” drops the hedge “{word}” of “{figure.id}”",
            f"write the hedge again in the deck; or, where “{figure.id}” is now exact, "
            "remove hedge: in figures.yaml and build a new deck",
            _spots(dropped),
        )
    if len(hedges) > 1:
        return Refusal(
            f"“{figure.id}” is hedged in two ways: "
            + " and ".join(f"“{edit.new}”" for edit in _firsts(said)),
            "hedge it alike in all places of the deck",
            _spots(_firsts(said)),
        )
    new = next(iter(hedges), figure.hedge)
    if new is None or new == figure.hedge:
        return None
    if isinstance(figure.value, Moment) and new is not Hedge.ABOUT:
        hint = f"a date can only be hedged “{hedge_word(Hedge.ABOUT, '', tag)}”"
        return Refusal(f"“{said[0].new}” hedges the date “{figure.id}”", hint, _spots(said))
    return Hedging(figure.id, figure.hedge, new)


def _firsts(edits: Sequence[Edit]) -> list[Edit]:
    """Return the first edit for each hedge."""
    found: dict[Hedge | None, Edit] = {}
    for edit in edits:
        found.setdefault(edit.hedge, edit)
    return list(found.values())


def _spots(edits: Sequence[Edit]) -> tuple[Spot, ...]:
    return tuple(edit.spot for edit in edits)
