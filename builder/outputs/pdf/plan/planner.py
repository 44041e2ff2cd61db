"""What the rules share while a paper is planned: anchors, caption numbers, furniture words,
and the ledger: every owned text of its items, in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from builder.facts import sources as printing
from builder.facts.printing import says
from builder.language.dates import word
from builder.language.language import language_of
from builder.language.punctuation import punctuated
from builder.model.blocks import Block, OwnBox
from builder.model.briefing import Briefing
from builder.model.chart import ResolvedChart
from builder.model.ledger import Entry, Goal, entries
from builder.model.picture import Picture
from builder.model.text import Line, Owner, Run, Text, join, line, names_of, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.anchors import section_numbers
from builder.outputs.pdf.plan.items import Item, KeyFigure, SetApart, Takeaway
from builder.outputs.pdf.plan.running import abbreviated

GAP: Final = "\0"
"""Stands in a sentence for a line that is put there (`around`)."""


def ledger_of(items: Iterable[Item]) -> tuple[Entry, ...]:
    """Return an entry for each owned run of the items, before any has a page (page 0).

    Of a chart only its number and its alternate text: what its drawing prints is the drawing's
    to say. A field `alt` is alternate text.
    """
    found: list[Entry] = []
    for item in items:
        _gather(item, item.anchor, found)
    return tuple(found)


def runs_in(part: object) -> Iterator[Run]:
    """Yield every run in frozen data, at whatever depth."""
    found: list[Run] = []
    _gather_runs(part, found)
    return iter(found)


@dataclass
class Planner:
    """One paper's planning: hands out anchors and numbers in reading order.

    `rule` makes the item for a block; rules call back for the blocks inside one. What is numbered
    is `called` something.
    """

    briefing: Briefing
    rule: Callable[[Block, Planner], Item]
    section: str = ""
    called: Mapping[Goal, str] = field(default_factory=dict)
    _taken: Counter[str] = field(default_factory=Counter)
    _numbers: Counter[str] = field(default_factory=Counter)

    @cached_property
    def _sections(self) -> dict[str, int]:
        return section_numbers(self.briefing)

    def anchor(self, kind: str) -> str:
        """Return the section's next anchor for an item of this kind, such as `iran.prose-3`."""
        self._taken[f"{self.section}.{kind}"] += 1
        return f"{self.section}.{kind}-{self._taken[f'{self.section}.{kind}']}"

    def named(self, anchor: str) -> str:
        """Return an anchor made from a name, told apart where the name is used again."""
        self._taken[anchor] += 1
        times = self._taken[anchor]
        return anchor if times == 1 else f"{anchor}-{times}"

    def word(self, key: str, **values: object) -> str:
        """Return one of the fixed words in the briefing's language."""
        return word(self.briefing.meta.language, key, **values)

    @property
    def colon(self) -> str:
        """What is printed between a label and its words in the briefing's language."""
        return language_of(self.briefing.meta.language).colon

    @property
    def semicolon(self) -> str:
        """What is printed between the items of a list in a line."""
        return language_of(self.briefing.meta.language).semicolon

    def number(self, kind: str) -> Line:
        """Return the next caption number of a kind (figure, table), such as "Figure 2"."""
        self._numbers[kind] += 1
        text = f"{self.word(kind)}\u00a0{self._numbers[kind]}"
        return (Run(text, strong=True, owner=Owner("furniture", text, "caption")),)

    def section_number(self, id: str) -> Line:
        """Return a section's number, nothing where it has none."""
        number = self._sections.get(id)
        text = "" if number is None else f"{number}"
        return (Run(text, owner=Owner("furniture", text, "section")),) if text else ()

    def equation_number(self) -> Line:
        """Return the next number of a formula, such as "(1)"."""
        self._numbers["equation"] += 1
        text = f"({self._numbers['equation']})"
        return (Run(text, owner=Owner("furniture", text, "caption")),)

    def key_figures(self, ids: Iterable[str]) -> tuple[KeyFigure, ...]:
        """Return figures as panels show them: short form, unit, label, as of when."""
        return tuple(map(self._key_figure, ids))

    def _key_figure(self, id: str) -> KeyFigure:
        """Return a figure with its period, where it has one that its label does not say: that none
        is stated says nothing.
        """
        said, stated = self.briefing.printed[id], self.briefing.figures[id].as_of is not None
        period = said.get("as_of", ()) if stated else ()
        period = () if says(said["label"], period) else period
        return KeyFigure(said["short"], said.get("unit", ()), said["label"], period)

    def sources(self, ids: Sequence[str]) -> Line:
        """Return "Source: a; b" for a table, or nothing where no source is named."""
        if not ids:
            return ()
        ordered = printing.named_first(ids, self.briefing.sources)
        joined = join((source_name(self.briefing, id) for id in ordered), self.semicolon)
        end = "" if joined[-1].text.endswith(".") else "."
        return around(self.word("sources_line", sources=GAP) + end, joined)

    def computed_from(self, inputs: Iterable[str], listed: Container[str]) -> Line:
        """Return "computed from a; b" with a formula's figures as they are printed in full.

        Each that is `listed` leads to its row of the register, which says what it counts.
        """
        printed = self.briefing.printed
        links = {id: f"#{anchors.figure(id)}" if id in listed else None for id in inputs}
        values = join(
            (
                tuple(replace(run, link=to) for run in printed[id]["full"])
                for id, to in links.items()
            ),
            self.semicolon,
        )
        said = around(self.word("computed_from", inputs=GAP), values) if values else ()
        return punctuated(said, self.briefing.meta.language)

    def rests_on(self, figures: Iterable[str]) -> Line:
        """Return "Figures: a; b" with the labels of those that rest on a source."""
        labels = join((self.briefing.printed[id]["label"] for id in figures), self.semicolon)
        return around(self.word("rests_on", figures=GAP), labels) if labels else ()

    def told(self, runs: Line) -> Line:
        """Return a line whose uses of the briefing's abbreviations are told to who asks."""
        return abbreviated(runs, self.briefing.meta.abbreviations)

    def items(self, blocks: Iterable[Block]) -> tuple[Item, ...]:
        """Return the items for blocks, each by the rule of its kind."""
        return tuple(self.rule(block, self) for block in blocks)


def around(sentence: str, filling: Line) -> Line:
    """Return a sentence with a line in its `GAP`."""
    before, after = sentence.split(GAP)
    runs = (Run(before), *filling, Run(after))
    return tuple(run for run in runs if run.text)


def named(text: str, link: str | None = None) -> Line:
    """Return words of the content that may hold digits of their own: a title, a name, a URL."""
    owner = Owner("name", text) if any(map(str.isdigit, text)) else None
    return (Run(text, owner=owner, link=link),) if text else ()


def source_name(briefing: Briefing, id: str) -> Line:
    """Return a source's short name, linked to its entry in the list of sources."""
    source = briefing.sources[id]
    name = printing.source_name(source, briefing.meta.language)
    goal = anchors.reference(source.cite) if source.cite else anchors.source(id)
    return (replace(name, link=f"#{goal}"),)


def boxed(block: OwnBox, planner: Planner, *, label: str = "") -> SetApart:
    """Return the box of a block of a file of its own, which begins with what it is called and its
    title.

    With a `label` that stands alone, and the title heads what the box holds.
    """
    anchor, title = planner.anchor(block.kind), line(block.title)
    called = words(label or planner.word(block.called))
    items = planner.items(block.blocks)
    if label:
        return SetApart(anchor, (called,), block.kind, title=title, items=items)
    heading = join(filter(None, (called, title)), planner.colon)
    return SetApart(anchor, (), block.kind, title=heading, items=items)


def takeaway(said: Text, planner: Planner) -> Takeaway | None:
    """Return what an exhibit means, as it stands below it; None where its author does not say."""
    if not said:
        return None
    return Takeaway(words(planner.word("takeaway")), planner.told(line(said)))


def _gather(part: object, within: str, found: list[Entry]) -> None:
    """Walk an item's fields in order, so that a new kind of item needs no code here."""
    if isinstance(part, Run):
        if part.owner is not None:
            found += entries((part,), "body", within)
    elif isinstance(part, tuple):
        for inner in part:
            _gather(inner, within, found)
    elif not isinstance(part, ResolvedChart | Picture):
        anchor = part.anchor if isinstance(part, Item) else within
        for name in getattr(part, "__dataclass_fields__", ()):
            held = getattr(part, name)
            if name == "alt":
                found += entries(held, "alt", anchor)
            else:
                _gather(held, anchor, found)


def _gather_runs(part: object, found: list[Run]) -> None:
    kind: Any = type(part)
    if kind is str or part is None:  # most are
        return
    if isinstance(part, Run):
        found.append(part)
    elif isinstance(part, tuple):
        if part and isinstance(part[0], Run):  # a line, which holds nothing else
            found += part
            return
        for inner in part:
            _gather_runs(inner, found)
    else:
        for name in names_of(kind):
            _gather_runs(getattr(part, name), found)
