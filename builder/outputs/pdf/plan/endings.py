"""What ends a paper: its notes, sources, references and the register of figures, as items.

And what links say that stand on a number alone, most of which lead there: takes a plan's items and
a target, returns words. A listener who goes from link to link hears "4" or "1." without what it is
a number of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from builder.frozen import dataclass
from builder.language.dates import word
from builder.model.text import Line, plain
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import Item
from builder.text.figures import without_marks


@dataclass(frozen=True)
class Endnote(Item):
    """A numbered note; `back` is the anchor of the item that holds its mark (may be empty).

    `mark` is its number; `at_foot` tells that it stands at the foot of the page that marks it.
    """

    role: ClassVar[str] = "Note"
    number: Line
    text: Line
    back: str
    mark: int = 0
    at_foot: bool = False


@dataclass(frozen=True)
class SourceEntry(Item):
    """A source as the list gives it: title, publisher and date, address, remark.

    `states` are the labels of the figures that rest on it.
    """

    role: ClassVar[str] = "LI"
    title: Line
    details: Line
    url: Line
    note: Line
    states: Line


@dataclass(frozen=True)
class BibliographyEntry(Item):
    """A work of the list of references: its number (may be empty), its words.

    `cited` reads "Cited on p.", with a gap for the pages, which are known once the paper is laid
    out; `states` are the labels of the figures that rest on it.
    """

    role: ClassVar[str] = "LI"
    work: str
    label: Line
    text: Line
    cited: str
    states: Line


@dataclass(frozen=True)
class RegisterRow(Item):
    """A figure of the register; page numbers are known once the paper is laid out.

    `inputs` reads "computed from ..." for a derived figure, else is empty; `slides` are the
    numbers of the slides that print it; `bare` tells that it is printed somewhere without
    its hedge, which `remark` then says.
    """

    role: ClassVar[str] = "TR"
    figure: str
    printed: Line
    label: Line
    inputs: Line
    remark: Line
    as_of: Line
    confidence: Line
    slides: Line


@dataclass(frozen=True)
class SmallPrint(Item):
    """What the paper says of itself at its very end, without a heading."""

    text: Line


@dataclass(frozen=True)
class Declared(Item):
    """Words that are no figures of the register, in small print: a line for each reason."""

    role: ClassVar[str] = "L"
    title: Line
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class RegisterGroup:
    """The figures of the register that rest on the same sources, which `source` names; `note`
    says of rows without a period that none is stated.
    """

    source: Line
    rows: tuple[RegisterRow, ...]
    note: Line = ()


@dataclass(frozen=True)
class Register(Item):
    """The register of figures by source: `header` has one line for each of its six columns; what
    heads a group is followed by `continued` where the group goes on overleaf.
    """

    role: ClassVar[str] = "Table"
    header: tuple[Line, ...]
    groups: tuple[RegisterGroup, ...]
    introduction: Line
    continued: str = ""

    @property
    def rows(self) -> tuple[RegisterRow, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


@dataclass(frozen=True)
class Telling:
    """What links say in a language; `labels` are those of the register's figures, by id."""

    language: str
    labels: Mapping[str, str]

    def of(self, target: str) -> str:
        """Return what a link to a target (`#anchor`, an address) says, where its words do not."""
        kind, _, name = target.removeprefix("#").partition(":")
        if not target.startswith("#") or kind not in anchors.NUMBERED:
            return ""
        if kind == anchors.NOTE_KIND:
            return word(self.language, "note_link", number=name)
        if kind == anchors.MARK_KIND:
            return word(self.language, "note_back", number=name)
        owner, _, page = name.rpartition(":")
        if kind == anchors.USE_KIND:
            return word(
                self.language, "page_figure", page=page, label=self.labels.get(owner, owner)
            )
        return word(self.language, "page_cited", page=page)


def telling(items: Iterable[Item], language: str) -> Telling:
    """Return what the links of a paper of these items say."""
    rows = (row for item in items if isinstance(item, Register) for row in item.rows)
    return Telling(language, {row.figure: plain(without_marks(row.label)) for row in rows})
