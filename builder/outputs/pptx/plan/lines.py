"""Text as slides have it: without marks of notes, formulas as slides carry them or read aloud.

And the parts of a slide under headings of their own: blocks in; what is of none, and parts, out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import TypeAlias

from builder.frozen import replace
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
from builder.model.table import ResolvedTable
from builder.model.text import Line, Run, Text, mapped, texts_of
from builder.model.text import line as resolved
from builder.text.opportunities import held

Parts: TypeAlias = tuple[tuple[InnerHeading, tuple[Block, ...]], ...]

FEWEST, MOST = 2, 6
"""How many parts a slide may have."""

_TEXT = (Paragraph, Equation, ItemList, Definitions, Code)


def line(text: Text) -> Line:
    """Return resolved text without marks of notes, for which a slide has no place."""
    runs = tuple(run for run in resolved(text) if run.note is None)
    return _shown(runs) if any(run.formula for run in runs) else runs


def _shown(runs: Line) -> Line:
    from builder.formulas import shown

    return shown(runs)


def in_words(runs: Line, tag: str) -> Line:
    """Return a line whose formulas are read aloud, as notes and alternate texts have them."""
    if not any(run.formula for run in runs):
        return runs
    from builder.formulas import aloud

    return aloud(runs, tag)


def in_lines(table: ResolvedTable) -> ResolvedTable:
    """Return a table as slides carry it: its formulas as they do, no marks of the paper's notes."""
    texts = (resolved(text) for text in texts_of(table))
    if any(run.formula or run.note is not None for text in texts for run in text):
        return mapped(table, line)
    return table


def as_one(runs: Iterable[Run], target: int) -> Iterator[Run]:
    """Yield runs, those of one look joined where they lead to a slide (not 0): programs underline
    each link by itself.
    """
    if not target:
        yield from runs
        return
    for _, alike in groupby(runs, key=_look):
        first, *others = alike
        yield replace(first, text="".join((first.text, *(run.text for run in others))))


def in_two_runs(line: Line) -> Line:
    """Return a footer in no fewer than two runs.

    Of one in a single run LibreOffice makes a field of its own, which it draws black and in the
    middle whatever the layout says.
    """
    if len(line) != 1 or len(line[0].text) < 2:
        return line
    (run,) = line
    return replace(run, text=run.text[:1]), replace(run, text=run.text[1:])


def held_together(runs: Sequence[Run]) -> Sequence[Run]:
    """Return runs of a paragraph whose hyphens hold numbers together; code stays as it is."""
    text = "".join(run.text for run in runs)
    kept = held(text)
    if kept == text:
        return runs
    ends = accumulate((len(run.text) for run in runs), initial=0)
    return [
        run if run.code else replace(run, text=kept[start:end])
        for run, (start, end) in zip(runs, pairwise(ends), strict=True)
    ]


def _look(run: Run) -> tuple[object, ...]:
    return run.strong, run.emphasis, run.code, run.language, run.manner, run.link


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
