"""What stands in a section: the blocks of the paper and the slides beside it.

A new layout is a line here and a module of its name in `builder.outputs.pptx.layouts`.
"""

from __future__ import annotations

from typing import ClassVar, Final, TypeAlias

from builder.frozen import dataclass
from builder.model.arranging import AS_DEFINED, View
from builder.model.picture import PictureUse
from builder.model.text import Text
from builder.problems import Place

LAYOUTS: Final = (
    "title",
    "agenda",
    "section",
    "process",
    "comparison",
    "matrix",
    "point-cards",
    "sentence",
    "points",
    "chart-takeaway",
    "chart",
    "chart-points",
    "chart-figures",
    "two-charts",
    "picture-full",
    "picture-points",
    "picture-left",
    "picture-right",
    "figures",
    "table-takeaway",
    "table",
    "table-points",
    "timeline",
    "flow",
    "chain",
    "gantt",
    "map",
    "heat_map",
    "marimekko",
    "figure",
    "quote",
    "question",
    "sources",
    "closing",
    "statement",
    "findings",
)
"""In the order in which they are tried: the first that holds what stands on a slide is taken."""


@dataclass(frozen=True)
class Heading:
    """A heading below the section's own (`level` 2 or more); `anchor` is unique."""

    level: int
    text: Text
    anchor: str
    place: Place


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: Text
    place: Place


@dataclass(frozen=True)
class Equation:
    """A formula on lines of its own; `label` is what `@eq-...` calls it, which numbers it."""

    text: Text
    label: str
    place: Place


@dataclass(frozen=True)
class ListItem:
    """One point: its text (may be empty), and what stands below it: lists, paragraphs, code."""

    text: Text
    below: tuple[Block, ...]
    place: Place


@dataclass(frozen=True)
class ItemList:
    """A bulleted or numbered list, whose first number is `start`."""

    items: tuple[ListItem, ...]
    ordered: bool
    place: Place
    start: int = 1


@dataclass(frozen=True)
class Definition:
    """A term, and what it means."""

    term: Text
    meaning: tuple[Block, ...]
    place: Place


@dataclass(frozen=True)
class Definitions:
    """A list of terms with their definitions."""

    entries: tuple[Definition, ...]
    place: Place


@dataclass(frozen=True)
class Code:
    """Lines of code, each a run of `text` with a run of its end after it."""

    text: Text
    place: Place


@dataclass(frozen=True)
class ThematicBreak:
    """A rule between passages, which says nothing."""

    place: Place


@dataclass(frozen=True)
class InnerHeading:
    """A heading in a quotation, a point or a slide, which no contents lists."""

    text: Text
    place: Place


@dataclass(frozen=True)
class Quote:
    """A quotation and who is quoted (may be empty).

    It is `paragraphs` alone, or `blocks` where it holds anything else.
    """

    paragraphs: tuple[Text, ...]
    attribution: Text
    place: Place
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class OwnBlock:
    """A block that a file of its own says all of (`blocks`); `kind` is that file's name."""

    kind: ClassVar[str]
    place: Place


@dataclass(frozen=True)
class OwnBox(OwnBlock):
    """One that holds other blocks under a title (may be empty), on slides too.

    `called` is the fixed word that it begins with, by its key.
    """

    called: ClassVar[str]
    title: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class TableUse:
    """A table by name: defined by a directive anywhere in the content, or a data file.

    `view` says which of its rows are shown here, `key` by what this showing is known.
    """

    name: str
    place: Place
    view: View = AS_DEFINED

    @property
    def key(self) -> str:
        """The table's name, with what is asked of its rows where that is said here."""
        return f"{self.name} {self.view.written}" if self.view.is_said else self.name


@dataclass(frozen=True)
class ChartUse:
    """A chart of charts.yaml by name."""

    name: str
    place: Place


@dataclass(frozen=True)
class Panel:
    """Key figures set large: figure ids in reading order."""

    figures: tuple[str, ...]
    title: Text
    place: Place


@dataclass(frozen=True)
class Callout:
    """A passage set apart; `kind` is note, warning or definition."""

    kind: str
    title: Text
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True)
class Question:
    """A question and its answer."""

    question: Text
    answer: tuple[Block, ...]
    place: Place


Block: TypeAlias = (
    Heading
    | Paragraph
    | Equation
    | InnerHeading
    | ItemList
    | Definitions
    | Code
    | ThematicBreak
    | Quote
    | OwnBlock
    | TableUse
    | ChartUse
    | PictureUse
    | Panel
    | Callout
    | Question
)


@dataclass(frozen=True)
class Slide:
    """One slide as the author wrote it: its layout follows from its blocks unless `layout` is set.

    `figures` is a panel by option; `claim` guards the headline; `notes` are the speaker's.
    `hidden` slides are passed over when presenting; `reveal` brings points one by one. By its `id`
    the deck's own order names a slide. `axes` are what a matrix goes by, across and upwards.
    """

    title: Text
    blocks: tuple[Block, ...]
    figures: tuple[str, ...]
    notes: tuple[Block, ...]
    layout: str
    claim: str
    place: Place
    hidden: bool = False
    reveal: bool = False
    id: str = ""
    axes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Section:
    """One file of `sections/`: prose for the paper and slides for the deck.

    An appendix has a `letter`, others none.
    `notes` are its footnotes by key, in the order in which they are defined; `kind` is
    `summary` where briefing.yaml calls it so, else `section`.
    """

    id: str
    title: Text
    blocks: tuple[Block, ...]
    slides: tuple[Slide, ...]
    notes: tuple[tuple[str, Text], ...]
    place: Place
    letter: str = ""

    @property
    def deck_only(self) -> bool:
        """Say whether it has slides alone: the paper then has nothing of it, no title either."""
        return bool(self.slides) and not self.blocks
