"""Operators of marked content (ISO 32000-1, 14.6): takes a page's code, returns it with no paint
outside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

# What changes the state of the page and paints nothing: harmless outside marked content.
_STATE: Final = (" cm", " rg", " RG", " w", " J", " j", " d", " gs")


class Marking(str):
    """An operator that begins (`delta` 1) or ends (-1) marked content, among a page's code."""

    __slots__ = ("delta",)
    delta: int

    def __new__(cls, code: str, delta: int) -> Marking:
        """Return the operator."""
        made = super().__new__(cls, code)
        made.delta = delta
        return made


END: Final = Marking("EMC", -1)


def artifact(kind: str, subtype: str = "") -> Marking:
    """Return the operator that begins what is no part of the text (ISO 32000-1, 14.8.2.2)."""
    more = f" /Subtype /{subtype}" if subtype else ""
    return Marking(f"/Artifact <</Type /{kind}{more}>> BDC", 1)


def enclosed(code: Iterable[str]) -> Iterator[str]:
    """Yield a page's code with all that paints outside marked content made an artifact.

    Rules and tints so need no care where they are drawn.

    Raises:
        ValueError: marked content is left open or ended twice, which is a bug of ours.
    """
    depth, aside = 0, False
    for line in code:
        if isinstance(line, Marking):
            if aside:
                yield END
                aside = False
            depth += line.delta
        elif not depth and not aside and not _paints_nothing(line):
            yield artifact("Layout")
            aside = True
        yield line
    if aside:
        yield END
    if depth:
        raise ValueError(f"marked content is not balanced: {depth}")


def _paints_nothing(line: str) -> bool:
    return len(line.strip()) < 2 or line.endswith(_STATE)
