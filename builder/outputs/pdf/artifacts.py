"""What no element of the structure holds: takes a page's code, returns it with the rest marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from builder.outputs.pdf.tags import END, Marking, artifact

# What changes the state of the page and paints nothing: harmless outside marked content.
_STATE: Final = (" cm", " rg", " RG", " w", " J", " j", " d", " gs")


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
