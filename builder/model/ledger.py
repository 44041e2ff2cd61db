"""The ledger: every owned text that a plan prints, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from builder.model.text import Line

Channel = Literal["body", "notes", "alt", "chart", "workbook", "link"]


@dataclass(frozen=True)
class Entry:
    """One printed figure (or other owned text).

    `owner` is the figure's id, or the id of another owner with `kind` saying which; `page` is a
    slide number from 1, or a page number from 1 once the paper is laid out (0 before). `within`
    is the item of the plan (an anchor, a shape's name) that holds it.
    """

    kind: str
    owner: str
    form: str
    text: str
    channel: Channel
    within: str
    page: int = 0


def entries(line: Line, channel: Channel, within: str, page: int = 0) -> Iterable[Entry]:
    """Yield an entry for each owned run of a line."""
    for run in line:
        if run.owner is not None:
            yield Entry(
                run.owner.kind, run.owner.id, run.owner.form, run.text, channel, within, page
            )


def address(target: str, within: str, page: int) -> Entry:
    """Return the entry of a link's address, which readers see when they point at the link."""
    return Entry("link", target, "", target, "link", within, page)
