"""Cross-references: takes what `@fig-NAME` and its like lead to, returns the words that say it.

And abbreviations: takes resolved sections, returns them with each expanded at its first use.
"EU" becomes "European Union (EU)" where the paper's running text uses it first, unless the text
says so itself; and in a note that is marked before that use, or where no text uses it. One that
stands in compounds only is told after the first: "EU-Staaten (EU: Europäische Union)". Headings,
quotations, captions and slides keep the words that they have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from typing import Final, TypeVar

from builder.facts.printing import capitalised
from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.years import plain as spaced
from builder.memory import remembered_of
from builder.model.blocks import (
    Callout,
    Definition,
    Definitions,
    ItemList,
    ListItem,
    OwnBox,
    Paragraph,
    Question,
    Quote,
    Section,
)
from builder.model.briefing import Abbreviation, Briefing, Note
from builder.model.ledger import Goal
from builder.model.text import (
    Line,
    Owner,
    ReferenceKind,
    Run,
    Text,
    kept,
    line,
    mapped,
    with_values,
)
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.anchors import called
from builder.outputs.pdf.plan.running import (
    abbreviated,
    capitals,
    goes_on,
    in_capitals,
    index_of,
    indexed,
    is_designation,
    told,
)
from builder.resolve.checks import compounded, standing

_Block = TypeVar("_Block")
_BYTES: Final = 2**15  # of a section in words
# What stands after one of these begins a sentence; a full stop after a short word may be that of
# an abbreviation ("Див.", "vgl."), but not the one of a Ukrainian year.
_STARTS: Final = re.compile(r"(?:^|[!?…]\s+|(?:\w{4,}|[\d)»”“’%]|[\d\s]р)\.[»”“’]?\s+)[«„“‘(\s]*$")
_FAR: Final = 120  # characters before a reference by which it is seen to begin a sentence
_ANCHORS: Final[Mapping[ReferenceKind, Callable[[str], str]]] = {
    "fig": anchors.chart,
    "tbl": anchors.table,
    "eq": anchors.equation,
    "sec": lambda name: name,
}


def expanded(
    sections: tuple[Section, ...],
    notes: tuple[Note, ...],
    abbreviations: Sequence[Abbreviation],
    language: str,
) -> tuple[tuple[Section, ...], tuple[Note, ...]]:
    """Return sections and notes with the first use of each abbreviation expanded."""
    expansion = _Expansion(
        {each.short: each.long for each in abbreviations},
        {note.number: note for note in notes},
        *(_grammar(language) if abbreviations else (None, str)),
    )
    if not expansion.waiting:
        return sections, notes
    spelt = tuple(with_values(one, blocks=expansion.all(one.blocks)) for one in sections)
    for note in notes:
        expansion.note(note.number)
    for short in expansion.noted:
        expansion.waiting.pop(short, None)
    if expansion.waiting:
        expansion.in_compounds = True
        spelt = tuple(with_values(one, blocks=expansion.all(one.blocks)) for one in spelt)
    noted = (expansion.notes[note.number] for note in notes)
    expansion.told = tuple(abbreviations)
    return tuple(with_values(one, blocks=expansion.all(one.blocks)) for one in spelt), tuple(
        with_values(note, text=abbreviated(note.text, expansion.told)) for note in noted
    )


def _grammar(language: str) -> tuple[re.Pattern[str], Callable[[str], str]]:
    articles = module_of(language, "labels")
    return articles.INFLECTED, articles.plural


@dataclass
class _Expansion:
    """The abbreviations still to be met in running text, and the notes as far as they are met.

    `noted` are those that a note has spelt out; `in_compounds` looks for them within other words.
    Once all are `told`, their uses are marked as abbreviations of running text.
    """

    waiting: dict[str, str]
    notes: dict[int, Note]
    inflected: re.Pattern[str] | None
    plural: Callable[[str], str]
    met: set[int] = field(default_factory=set)
    noted: set[str] = field(default_factory=set)
    in_compounds: bool = False
    told: tuple[Abbreviation, ...] = ()

    def all(self, blocks: tuple[_Block, ...]) -> tuple[_Block, ...]:
        """Return blocks with first uses in them expanded, in reading order."""
        return kept(blocks, tuple([self._block(block) for block in blocks]))

    def note(self, number: int) -> None:
        """Spell out in a note what no text before its mark, and no note, has spelt out."""
        if number in self.met or number not in self.notes:
            return
        self.met.add(number)
        note = self.notes[number]
        runs = line(note.text)
        for short in [each for each in self.waiting if each not in self.noted]:
            expanded_runs, found = self._expanded(runs, short)
            if found:
                self.noted.add(short)
                runs = expanded_runs
        self.notes[number] = with_values(note, text=runs)
        for run in runs:
            if run.note is not None:
                self.note(run.note)

    def _block(self, block: _Block) -> _Block:
        result: object = block
        if isinstance(block, Paragraph):
            result = with_values(block, text=self._text(block.text))
        elif isinstance(block, ItemList):
            result = with_values(block, items=self.all(block.items))
        elif isinstance(block, ListItem):
            text = self._text(block.text)
            result = with_values(block, text=text, below=self.all(block.below))
        elif isinstance(block, Callout | Quote | OwnBox):
            result = with_values(block, blocks=self.all(block.blocks))
        elif isinstance(block, Definitions):
            result = with_values(block, entries=self.all(block.entries))
        elif isinstance(block, Definition):
            result = with_values(block, meaning=self.all(block.meaning))
        elif isinstance(block, Question):
            result = with_values(block, answer=self.all(block.answer))
        return result  # type: ignore[return-value]

    def _text(self, text: Text) -> Text:
        runs = line(text)
        if self.told:
            return abbreviated(runs, self.told)
        for short in list(self.waiting):
            runs, found = self._expanded(runs, short, within=self.in_compounds)
            if found:
                del self.waiting[short]
        for run in runs:
            if run.note is not None:
                self.note(run.note)
        return runs

    def _expanded(self, runs: Line, short: str, *, within: bool = False) -> tuple[Line, bool]:
        """Return runs with the first use expanded that may be, and whether there is one."""
        before, long = "", self.waiting[short]
        for number, run in enumerate(runs):
            found = (compounded if within else standing)(short).search(run.text)
            if found and (run.owner is None or run.owner.kind == "name") and not run.code:
                behind = runs[number + 1 :] if found.end() == len(run.text) else ()
                inverted = self._inverted(before + run.text[: found.start()], long)
                if index := index_of(behind):
                    spelt_out = indexed(run, index, short, long, inverted=inverted)
                    return (*runs[:number], *spelt_out, *behind[1:]), True
                if goes_on(behind):
                    before += run.text
                    continue
                if (before + run.text[: found.start()]).rstrip(" (").endswith(long):
                    return runs, True
                head, tail = run.text[: found.start()], run.text[found.end() :]
                if is_designation(tail + "".join(each.text for each in behind)):
                    before += run.text
                    continue
                bare = head.endswith("(") and tail.startswith(")")
                word, several = found.group(), self.plural(long)
                said, tail = told(word, tail, short, long, several, inverted=inverted, bare=bare)
                if not said.startswith(word) and _STARTS.search((before + head)[-_FAR:]):
                    said = capitalised(said)
                spelt = replace(run, text=f"{head}{said}{tail}", breaks=())
                return (*runs[:number], spelt, *runs[number + 1 :]), True
            before += run.text
        return runs, False

    def _inverted(self, before: str, long: str) -> bool:
        """Return whether words would have to take another form behind what stands before."""
        said = "" if _STARTS.search(before[-_FAR:]) else before[-_FAR:]
        words = spaced(f"{said}\0{long}")
        return self.inflected is not None and bool(self.inflected.search(words))


@dataclass(frozen=True)
class Crossing:
    """What every chart, table and heading of the paper is called where others refer to it."""

    called: Mapping[Goal, str]

    def line(self, text: Text) -> Line:
        """Return a text with its cross-references in words, each leading to what it names."""
        if not any(run.refers or run.manner.capitals for run in line(text)):
            return line(text)
        found: list[Run] = []
        before = ""
        for run in line(text):
            if run.manner.capitals:
                found += in_capitals(run)
            else:
                found.append(self._said(run, before) if run.refers else run)
            before += run.text if run.manner.capitals else found[-1].text
            if len(before) > _FAR:
                before = f"x{before[-_FAR:]}"
        return tuple(found)

    def _said(self, run: Run, before: str) -> Run:
        """Return the words of a cross-reference, with a capital where a sentence begins.

        Raises:
            KeyError: it leads nowhere, which `sources` should have told.
        """
        if run.refers is None:
            return run
        goal = run.refers.kind, run.refers.name
        said, own = self.called[goal], run.refers.before
        if own is not None:
            bare = said.split(maxsplit=1)[1]
            said = f"{own}\u00a0{bare}" if own else bare
        elif _STARTS.search(before):
            said = capitalised(said)
        owner = Owner("furniture", said, "reference")
        return replace(run, text=said, link=f"#{anchor_of(goal)}", owner=owner, refers=None)


def anchor_of(goal: Goal) -> str:
    """Return the anchor of what a cross-reference leads to."""
    kind, name = goal
    return _ANCHORS[kind](name)


def crossing_of(briefing: Briefing) -> Crossing:
    """Return what there is to refer to, numbered as captions will be."""
    return Crossing(called(briefing))


def crossed(briefing: Briefing, crossing: Crossing) -> Briefing:
    """Return the briefing with every cross-reference of its prose and notes in words."""
    called = tuple(crossing.called.items())

    def section(before: Section) -> Section:
        def made() -> Section:
            title = capitals(line(before.title))
            return with_values(before, title=title, blocks=mapped(before.blocks, crossing.line))

        return remembered_of(before, ("crossed", called), made, lambda _: _BYTES)

    sections = tuple(map(section, briefing.sections))
    notes = tuple(with_values(note, text=crossing.line(note.text)) for note in briefing.notes)
    return replace(briefing, sections=sections, notes=notes)
