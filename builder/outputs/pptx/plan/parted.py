"""The parts of a slide under headings of their own: blocks in; what is of none, and parts, out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from builder.model.blocks import (
    Block,
    Callout,
    Code,
    Definitions,
    Equation,
    InnerHeading,
    ItemList,
    Paragraph,
)

Parts: TypeAlias = tuple[tuple[InnerHeading, tuple[Block, ...]], ...]

FEWEST, MOST = 2, 6
"""How many parts a slide may have."""

_TEXT = (Paragraph, Equation, ItemList, Definitions, Code)


def parted(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Parts]:
    """Return the blocks that are of no part, and the parts: each a heading and its text.

    Callouts are of no part. Where headings do not divide the slide, into text alone, there are no
    parts, and all blocks follow one another.
    """
    loose: list[Block] = []
    parts: list[tuple[InnerHeading, list[Block]]] = []
    for block in blocks:
        if isinstance(block, InnerHeading):
            parts.append((block, []))
        elif isinstance(block, Callout) or not parts:
            loose.append(block)
        else:
            parts[-1][1].append(block)
    divided = all(held and all(isinstance(each, _TEXT) for each in held) for _, held in parts)
    divided = divided and all(isinstance(block, Callout) for block in loose)
    if divided and FEWEST <= len(parts) <= MOST:
        return tuple(loose), tuple((heading, tuple(held)) for heading, held in parts)
    return tuple(blocks), ()
