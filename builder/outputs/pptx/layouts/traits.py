"""What layouts may do on a template, as data: the one place where ours and users' differ."""

from __future__ import annotations

from typing import Final

from builder.frozen import dataclass


@dataclass(frozen=True)
class TemplateTraits:
    """What a template leaves to layouts.

    `composed`: text leaves its placeholder's box for the room that a slide has, stands on panels,
    and a body begins where its headline ends. `enlarged`: few words are set larger than the
    placeholder has its text. Of the sizes of text, largest first, `beside` exhibits so many
    of the first are left out; `tables` have so many of the last, 0 for all.
    """

    composed: bool
    enlarged: bool
    beside: int
    tables: int


OURS: Final = TemplateTraits(composed=True, enlarged=True, beside=0, tables=0)
"""Of our own template, and of an export of it whose layouts are as they were."""

THEIRS: Final = TemplateTraits(composed=False, enlarged=False, beside=1, tables=2)
"""Of a user's template: where and how large its text stands is its own affair."""
