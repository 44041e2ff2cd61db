"""What comes next in a story, and which floats that wait it would pass."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from builder.outputs.pdf.plan.items import Contents, Tabular
from builder.outputs.pdf.write.flowable import Setting

_LESSER: Final = 0.5  # of a section's heading: what it counts that one below it passes a float


def is_across(story: Sequence[Setting], at: int) -> bool:
    """Return whether what comes next, with what leads to it, goes across the columns.

    A float never does: it waits for the top of a page.
    """
    led = _led_to(story, at)
    return led is not None and led.across and not led.floats


def straying(story: Sequence[Setting], at: int, waiting: Sequence[int]) -> float:
    """Return how many of the floats that wait would be passed by a heading that ends their section,
    if it stands next; a heading below a section's counts for less.
    """
    rank = story[at].rank
    if not rank or not waiting:
        return 0.0
    passed = sum(story[each].section_rank >= rank for each in waiting)
    return passed if rank == 1 else passed * _LESSER


def goes_on(following: Setting) -> bool:
    """Return whether text behind a float may stand below the heading that leads to both: a list of
    figures is of no section.
    """
    return not (following.leads or following.breaks or isinstance(following.item, Contents))


def is_open(story: Sequence[Setting], begun: int, at: int) -> bool:
    """Return whether the section of what stands at a place is open where another place is."""
    return not any(setting.opens for setting in story[begun:at])


def is_headed(story: Sequence[Setting], begun: int, at: int) -> bool:
    """Return whether a heading stands between two places of a story: no float is moved up above the
    heading of its part.
    """
    return any(setting.rank for setting in story[begun:at])


def is_out_of_turn(story: Sequence[Setting], at: int, waiting: Sequence[int]) -> bool:
    """Return whether a numbered float would stand before one that waits and precedes it, as a note
    without a number may.
    """
    return _is_numbered(story[at]) and any(
        each < at and _is_numbered(story[each]) for each in waiting
    )


def _is_numbered(setting: Setting) -> bool:
    return bool(getattr(setting.item, "number", ()))


def _is_table(setting: Setting) -> bool:
    return isinstance(setting.item, Tabular)


def overtakes(story: Sequence[Setting], at: int, waiting: Sequence[int]) -> bool:
    """Return whether a numbered table that does not float would pass one that waits, if it stands
    next with what leads to it: they stand in the order of their numbers.
    """
    if not any(_is_table(story[each]) for each in waiting):
        return False
    led = _led_to(story, at)
    return led is not None and _is_table(led) and _is_numbered(led) and not led.floats


def _led_to(story: Sequence[Setting], at: int) -> Setting | None:
    """Return what comes next behind what leads to it, None where the story ends."""
    while at < len(story) - 1 and story[at].leads:
        at += 1
    return story[at] if at < len(story) else None
