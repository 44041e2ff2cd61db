"""Addresses that authors write: takes one with its place, returns where it leads, or reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.links import link

if TYPE_CHECKING:
    from builder.content.context import Context
    from builder.content.entries import Entry
    from builder.problems import Place


def led_to(written: str, place: Place, context: Context) -> str:
    """Return where a link in a text leads; empty where that is refused."""
    found = link(written)
    if not written:
        context.problems.error(place, "a link to nothing", "write [words](address)")
    elif found.fault:
        context.problems.error(place, found.fault, found.hint)
    elif found.target.startswith("#"):
        context.mention("anchor", found.target[1:], place)
    return found.target


def url_of(entry: Entry) -> str:
    """Return the `url` of an entry as written; empty where no link may lead there."""
    written = entry.word("url")
    found = link(written, inside=False)
    if written and found.fault:
        hint = f"{found.hint}; leave url: out where there is none"
        entry.context.problems.error(entry.where("url"), f"url: {found.fault}", hint)
    return written if found.target else ""
