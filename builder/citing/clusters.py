"""Citations in their order: takes them, returns how each stands to those before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from builder.citing.said import Cite
from builder.frozen import dataclass
from builder.model.inline import Cited

_NEAR: Final = 5  # notes between which a work is still near


@dataclass(frozen=True)
class Cluster:
    """A citation: the works named at one place; `note` is the number of the note it stands in.

    `within` says that the note has words of its own, among which it stands in brackets.
    """

    works: tuple[Cited, ...]
    note: int = 0
    within: bool = False


def positions(clusters: Iterable[Cluster]) -> list[list[Cite]]:
    """Return how each citation stands to those before it."""
    found: list[list[Cite]] = []
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    before: tuple[Cited, ...] = ()
    for number, cluster in enumerate(clusters, 1):
        cites: list[Cite] = []
        for at, each in enumerate(cluster.works):
            previous = cluster.works[at - 1] if at else before[0] if len(before) == 1 else None
            position = "first"
            if each.key in first:
                position = "subsequent"
                if previous is not None and previous.key == each.key:
                    position = _ibid(previous, each)
            near = each.key in last and (cluster.note or number) - last[each.key] <= _NEAR
            note = first.setdefault(each.key, cluster.note)
            last[each.key] = cluster.note or number
            cites.append(Cite(each.label, each.locator, position, near, note, each.without_author))
        found.append(cites)
        before = cluster.works
    return found


def _ibid(previous: Cited, each: Cited) -> str:
    if previous.locator and not each.locator:
        return "subsequent"
    same = (previous.label, previous.locator) == (each.label, each.locator)
    return "ibid" if same else "ibid-with-locator"
