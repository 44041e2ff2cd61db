"""Abbreviations: takes resolved sections, returns them with each expanded where it is first used.

"EU" becomes "European Union (EU)" at its first use in the paper's running text, unless the text
says so itself. Headings, quotations, captions and slides keep the words that they have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from builder.model.blocks import Callout, ItemList, ListItem, Paragraph, Question, Section
from builder.model.briefing import Abbreviation
from builder.model.text import Line, Run, Text, line
from builder.resolve.abbreviations import standing

_Block = TypeVar("_Block")


def expanded(
    sections: tuple[Section, ...], abbreviations: Iterable[Abbreviation]
) -> tuple[Section, ...]:
    """Return the sections, the first use of each abbreviation in their running text expanded."""
    expansion = _Expansion({each.short: each.long for each in abbreviations})
    if not expansion.waiting:
        return sections
    return tuple(replace(one, blocks=expansion.all(one.blocks)) for one in sections)


@dataclass
class _Expansion:
    """The abbreviations that are still to be met."""

    waiting: dict[str, str]

    def all(self, blocks: tuple[_Block, ...]) -> tuple[_Block, ...]:
        """Return blocks with first uses in them expanded, in reading order."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: _Block) -> _Block:
        result: object = block
        if isinstance(block, Paragraph):
            result = replace(block, text=self._text(block.text))
        elif isinstance(block, ItemList):
            result = replace(block, items=self.all(block.items))
        elif isinstance(block, ListItem):
            text = self._text(block.text)
            result = replace(block, text=text, below=self.all(block.below))
        elif isinstance(block, Callout):
            result = replace(block, blocks=self.all(block.blocks))
        elif isinstance(block, Question):
            result = replace(block, answer=self.all(block.answer))
        return result  # type: ignore[return-value]

    def _text(self, text: Text) -> Text:
        runs = line(text)
        for short in list(self.waiting):
            runs = tuple(self._expanded(runs, short))
        return runs

    def _expanded(self, runs: Line, short: str) -> Iterator[Run]:
        """Yield runs with the first use expanded, if there is one that may be."""
        before = ""
        for run in runs:
            found = standing(short).search(run.text) if short in self.waiting else None
            if found and (run.owner is None or run.owner.kind == "name") and not run.code:
                long = self.waiting.pop(short)
                said = before + run.text[: found.start()]
                if not said.rstrip(" (").endswith(long):
                    start, end = found.span()
                    text = f"{run.text[:start]}{long} ({short}){run.text[end:]}"
                    run = replace(run, text=text, breaks=())
            before += run.text
            yield run
