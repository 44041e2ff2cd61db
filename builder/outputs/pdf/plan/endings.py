"""What ends a paper: its notes, sources, references and the register of figures, as items."""

from __future__ import annotations

from typing import ClassVar

from builder.frozen import dataclass
from builder.model.text import Line
from builder.outputs.pdf.plan.items import Item


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
