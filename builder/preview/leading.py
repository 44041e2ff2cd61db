"""Where links on sheets lead: a link as the files have it in; what the page does of it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from builder.outputs.handout.tagging import slide_anchor
from builder.outputs.pdf.plan.anchors import destination
from builder.preview.locating import OUTWARDS

if TYPE_CHECKING:
    from builder.outputs import LaidOut

SLIDE: Final = f"#{slide_anchor(0)[:-1]}"
"""How links begin that lead from one slide to another."""
_PAGE: Final = ".pdf#page="


def goals_of(side: str, laid: LaidOut | None) -> Callable[[str], dict[str, Any] | None]:
    """Return what says where a link on a side leads: to a `url`, or to a place on a `sheet`.

    A place is the `sheet` of a `side`, and how far the goal stands above its foot, in points
    (`rise`). What leads nowhere, as all that a browser is not to follow, is None.
    """

    def goal(link: str) -> dict[str, Any] | None:
        if link.lower().startswith(OUTWARDS):
            return {"url": link}
        if side == "deck":
            before, _, number = link.partition(SLIDE)
            name, to_page, page = link.partition(_PAGE)
            if not before and number.isdecimal():
                return {"side": "deck", "sheet": int(number)}
            if to_page and page.isdecimal() and laid and name == laid.set_paper.plan.slug:
                return {"side": "paper", "sheet": int(page)}
            return None
        goals = laid.set_paper.goals if laid else {}
        at = goals.get(destination(link[1:])) if link.startswith("#") else None
        return {"side": "paper", "sheet": at.page, "rise": round(at.top, 1)} if at else None

    return goal
