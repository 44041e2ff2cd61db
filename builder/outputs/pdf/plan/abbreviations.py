"""Abbreviations: takes resolved sections, returns them with each expanded where it is first used.

"EU" becomes "European Union (EU)" at its first use in the paper's running text, unless the text
says so itself; and in a note that is marked before that use, or where no text uses it. One that
stands in compounds only is told after the first: "EU-Staaten (EU: Europäische Union)". Headings,
quotations, captions and slides keep the words that they have.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from builder.model.blocks import Callout, ItemList, ListItem, Paragraph, Question, Section
from builder.model.briefing import Abbreviation, Note
from builder.model.text import Line, Text, line
from builder.resolve.checks import compounded, standing

_Block = TypeVar("_Block")


def expanded(
    sections: tuple[Section, ...], notes: tuple[Note, ...], abbreviations: Iterable[Abbreviation]
) -> tuple[tuple[Section, ...], tuple[Note, ...]]:
    """Return sections and notes with the first use of each abbreviation expanded."""
    expansion = _Expansion(
        {each.short: each.long for each in abbreviations}, {note.number: note for note in notes}
    )
    if not expansion.waiting:
        return sections, notes
    spelt = tuple(replace(one, blocks=expansion.all(one.blocks)) for one in sections)
    for note in notes:
        expansion.note(note.number)
    for short in expansion.noted:
        expansion.waiting.pop(short, None)
    if expansion.waiting:
        expansion.in_compounds = True
        spelt = tuple(replace(one, blocks=expansion.all(one.blocks)) for one in spelt)
    return spelt, tuple(expansion.notes[note.number] for note in notes)


@dataclass
class _Expansion:
    """The abbreviations still to be met in running text, and the notes as far as they are met.

    `noted` are those that a note has spelt out; `in_compounds` looks for them within other words.
    """

    waiting: dict[str, str]
    notes: dict[int, Note]
    met: set[int] = field(default_factory=set)
    noted: set[str] = field(default_factory=set)
    in_compounds: bool = False

    def all(self, blocks: tuple[_Block, ...]) -> tuple[_Block, ...]:
        """Return blocks with first uses in them expanded, in reading order."""
        return tuple(self._block(block) for block in blocks)

    def note(self, number: int) -> None:
        """Spell out in a note what no text before its mark, and no note, has spelt out."""
        if number in self.met or number not in self.notes:
            return
        self.met.add(number)
        note = self.notes[number]
        runs = line(note.text)
        for short in [each for each in self.waiting if each not in self.noted]:
            expanded_runs, found = _expanded(runs, short, self.waiting[short])
            if found:
                self.noted.add(short)
                runs = expanded_runs
        self.notes[number] = replace(note, text=runs)
        for run in runs:
            if run.note is not None:
                self.note(run.note)

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
            runs, found = _expanded(runs, short, self.waiting[short], within=self.in_compounds)
            if found:
                del self.waiting[short]
        for run in runs:
            if run.note is not None:
                self.note(run.note)
        return runs


def _expanded(runs: Line, short: str, long: str, *, within: bool = False) -> tuple[Line, bool]:
    """Return runs with the first use expanded that may be, and whether there is one."""
    before = ""
    for number, run in enumerate(runs):
        found = (compounded if within else standing)(short).search(run.text)
        if found and (run.owner is None or run.owner.kind == "name") and not run.code:
            if (before + run.text[: found.start()]).rstrip(" (").endswith(long):
                return runs, True
            head, tail = run.text[: found.start()], run.text[found.end() :]
            text = f"{head}{_told(found.group(), short, long, head, tail)}{tail}"
            spelt = replace(run, text=text, breaks=())
            return (*runs[:number], spelt, *runs[number + 1 :]), True
        before += run.text
    return runs, False


def _told(word: str, short: str, long: str, head: str, tail: str) -> str:
    """Return an abbreviation, or its compound, with what it stands for; no brackets in brackets."""
    if word != short:
        return f"{word} ({short}: {long})"
    bracketed = head.endswith("(") and tail.startswith(")")
    return f"{long}, {short}" if bracketed else f"{long} ({short})"
