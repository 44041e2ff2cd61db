"""What can stand on the paper's pages: frozen items that hold resolved lines and nothing drawn.

Every item has an `anchor`, unique in the paper and stable while the content is, and a `role`:
its standard structure type (ISO 32000-1, 14.8.4), which tagging writes. A new block kind is an
item here, a rule in `plan.paper` and a setter in `write.setters`.
"""

from __future__ import annotations

from typing import ClassVar

from builder.frozen import dataclass
from builder.model.arranging import UNSHAPED, TableShape
from builder.model.chart import ResolvedChart
from builder.model.picture import Picture
from builder.model.table import Column
from builder.model.text import Line
from builder.problems import NOWHERE, Place


@dataclass(frozen=True)
class Item:
    """Anything that stands on the pages."""

    role: ClassVar[str] = "P"
    anchor: str


@dataclass(frozen=True)
class TitleBlock(Item):
    """The head of the first page; `details` are its standing, authors and date.

    `message` is the one sentence to keep (may be empty).
    """

    role: ClassVar[str] = "Sect"
    title: Line
    subtitle: Line
    kicker: Line
    details: tuple[Line, ...]
    message: Line = ()


@dataclass(frozen=True)
class CoverPage(TitleBlock):
    """The title on a page of its own: `title` is what is set large, `rest` what follows it.

    Beside type it shows a chart's marks or a picture, which say nothing; `details` are its standing
    and its authors.
    """

    rest: Line = ()
    date: Line = ()
    chart: ResolvedChart | None = None
    picture: Picture | None = None

    @property
    def shows(self) -> bool:
        """Whether it shows anything beside type."""
        return self.chart is not None or self.picture is not None


@dataclass(frozen=True)
class KeyFigure:
    """A figure set large, its unit, what it is, and as of when (unit and date may be empty)."""

    figure: Line
    unit: Line
    label: Line
    as_of: Line


@dataclass(frozen=True)
class FigurePanel(Item):
    """Key figures side by side; `wide` asks for the page's full width."""

    role: ClassVar[str] = "Sect"
    title: Line
    cells: tuple[KeyFigure, ...]
    wide: bool = False


@dataclass(frozen=True)
class FindingEntry:
    """A finding: its figure, set large, and the sentence beside it."""

    figure: KeyFigure
    says: Line


@dataclass(frozen=True)
class Findings(Item):
    """What the paper found, before all that it says of it."""

    role: ClassVar[str] = "L"
    entries: tuple[FindingEntry, ...]


@dataclass(frozen=True)
class Takeaway:
    """What an exhibit means, below it: the label "What it means", and a sentence or two."""

    label: Line
    text: Line


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the contents: a heading's words, its anchor and its number; `level` from 1."""

    text: Line
    target: str
    level: int
    number: Line = ()


@dataclass(frozen=True)
class Contents(Item):
    """The table of contents; page numbers are known once the paper is laid out."""

    role: ClassVar[str] = "TOC"
    title: Line
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True)
class SectionHeading(Item):
    """A heading: `level` 1 opens a section and names it in the running header; it may be headed
    by a `number`.
    """

    text: Line
    level: int
    number: Line = ()


@dataclass(frozen=True)
class Prose(Item):
    """A paragraph."""

    text: Line


@dataclass(frozen=True)
class Equation(Item):
    """A formula set apart; `number` reads "(1)" where the text refers to it, else is empty."""

    text: Line
    number: Line


@dataclass(frozen=True)
class ListPoint(Item):
    """One point of a list: its mark ("•" or "1."), its words, and what stands below them."""

    role: ClassVar[str] = "LI"
    mark: Line
    text: Line
    below: tuple[Item, ...]


@dataclass(frozen=True)
class Points(Item):
    """A list."""

    role: ClassVar[str] = "L"
    points: tuple[ListPoint, ...]
    ordered: bool


@dataclass(frozen=True)
class DefinedTerm:
    """A term, and what it means."""

    term: Line
    items: tuple[Item, ...]


@dataclass(frozen=True)
class DefinitionList(Item):
    """Terms with their definitions."""

    role: ClassVar[str] = "L"
    terms: tuple[DefinedTerm, ...]


@dataclass(frozen=True)
class CodeLines(Item):
    """Lines of code, set as they are written."""

    text: Line


@dataclass(frozen=True)
class Divider(Item):
    """A rule between passages: no part of the text."""


@dataclass(frozen=True)
class Subhead(Item):
    """A heading within another block."""

    text: Line


@dataclass(frozen=True)
class Quotation(Item):
    """A quotation set apart, and who is quoted (may be empty): paragraphs, or other `items`."""

    role: ClassVar[str] = "BlockQuote"
    paragraphs: tuple[Line, ...]
    attribution: Line
    items: tuple[Item, ...] = ()


@dataclass(frozen=True)
class SetApart(Item):
    """Paragraphs of a block that a file of its own, named `block`, says how to set.

    What `repeats` words of the text is for the eye alone. `title` (may be empty) stands above
    paragraphs and `items`, `attribution` (may be empty) below them.
    """

    paragraphs: tuple[Line, ...]
    block: str
    repeats: bool = False
    title: Line = ()
    items: tuple[Item, ...] = ()
    attribution: Line = ()


@dataclass(frozen=True)
class Tabular(Item):
    """A table: `number` reads "Table 1"; `source` "Source: ..." (either may be empty).

    `name` is the author's for it, `place` where it is used, `row_places` where its rows stand.
    `shape` says what rows and columns are, `continued` what its number is followed by
    overleaf.
    """

    role: ClassVar[str] = "Table"
    number: Line
    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    note: Line
    source: Line
    name: str = ""
    place: Place = NOWHERE
    row_places: tuple[Place, ...] = ()
    shape: TableShape = UNSHAPED
    continued: str = ""
    takeaway: Takeaway | None = None


@dataclass(frozen=True)
class ChartFigure(Item):
    """A numbered chart: `number` reads "Figure 1"; title, note and source stand in the chart."""

    role: ClassVar[str] = "Figure"
    number: Line
    chart: ResolvedChart
    alt: Line
    takeaway: Takeaway | None = None


@dataclass(frozen=True)
class PictureFigure(Item):
    """A picture: `number` reads "Figure 3"; number, caption, credit and alt may be empty.

    It says nothing where it is decorative.
    """

    role: ClassVar[str] = "Figure"
    number: Line
    caption: Line
    credit: Line
    alt: Line
    picture: Picture
    takeaway: Takeaway | None = None


@dataclass(frozen=True)
class CalloutBox(Item):
    """A passage set apart on a tint; `kind` is note, warning or definition."""

    role: ClassVar[str] = "Sect"
    kind: str
    title: Line
    items: tuple[Item, ...]


@dataclass(frozen=True)
class QuestionAnswer(Item):
    """A question and its answer."""

    role: ClassVar[str] = "Sect"
    question: Line
    items: tuple[Item, ...]
