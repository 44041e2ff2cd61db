"""The whole: what `content` reads (`Content`) and what `resolve` makes of it (`Briefing`).

A file that could not be read is told about once, as itself. Whoever finds a name unknown asks
`Known` whether that is a mistake of its own: what an unread file may define is not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from builder.frozen import dataclass
from builder.model.blocks import Section
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.figure import Claim, Figure, Moment, ResolvedFigure, Source, Unit
from builder.model.front import UNSAID, About, Cover, Finding, Statement, divided
from builder.model.picture import PictureFile
from builder.model.snapshot import Snapshot
from builder.model.table import DataTable, ResolvedTable, TableSpec
from builder.model.text import Line, Text
from builder.problems import Place

if TYPE_CHECKING:
    from builder.model.work import Library

__all__ = ["Briefing", "Content", "Meta", "Note", "Text"]


@dataclass(frozen=True)
class Known:
    """The names of a kind, those of entries that could not be understood among them.

    `whole` says that nothing which may define more of them was refused.
    """

    names: Collection[str] = frozenset()
    whole: bool = True

    def lacks(self, name: str) -> bool:
        """Say whether nothing is called so, for certain."""
        return self.whole and name not in self.names


@dataclass(frozen=True)
class Exemption:
    """Phrases of number or comparison that no figure and no claim answers for, and why.

    `places` says where each of the phrases stands.
    """

    words: tuple[str, ...]
    because: Text
    places: tuple[Place, ...]


@dataclass(frozen=True)
class PageLayout:
    """How the paper's pages are made: columns of text (1 or 2), where notes stand (page or end),
    how many levels of headings the contents list (0 to 3), whether sections are numbered.

    `binding_mm` is added to the inner margin, which alternates between left and right.
    """

    columns: int = 1
    binding_mm: float = 0.0
    notes: str = "end"
    contents: int = 1
    numbered: bool = True


@dataclass(frozen=True)
class DeckOrder:
    """The slides' order apart from the sections': ids of slides and of sections, with their places.

    `others` says what becomes of slides that are not named: refuse, follow or omit.
    """

    order: tuple[tuple[str, Place], ...] = ()
    others: str = "refuse"


@dataclass(frozen=True)
class Abbreviation:
    """A short form and what it stands for."""

    short: str
    long: str
    place: Place = Place("")


@dataclass(frozen=True)
class Meta:
    """briefing.yaml: what the document is. `language` is a BCP 47 tag, `page` A4 or Letter.

    `closing` tells whether the deck ends with a slide of its own. `texts` holds `title`,
    `short_title`, `subtitle`, `edition` and `publisher` as inline text, their digits owned, and the
    notes of the deck's own slides, `notes.title` and `notes.agenda`. `places` says where each key
    stands. `years` are the first and last that are calendar years where nothing
    says otherwise. `since` names the edition that this one is compared with: a path from the
    content folder, or a git revision.
    """

    title: str
    slug: str
    language: str
    date: Moment
    subtitle: str = ""
    edition: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    page: str = "A4"
    layout: PageLayout = PageLayout()
    slide: str = "16:9"
    theme: str = "paperdeck"
    csl: str = ""
    template: str = ""
    template_file: bytes = field(default=b"", repr=False)
    layouts: Mapping[str, str] = field(default_factory=dict)
    at_a_glance: tuple[str, ...] = ()
    message: Statement = UNSAID
    findings: tuple[Finding, ...] = ()
    sections: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    years: tuple[int, int] = (1975, 2055)
    abbreviations: tuple[Abbreviation, ...] = ()
    since: str = ""
    exempt: tuple[Exemption, ...] = ()
    about: About = About()
    cover: Cover = Cover()
    closing: bool = True
    deck: DeckOrder = DeckOrder()
    place: Place = Place("")
    places: Mapping[str, Place] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The message and the findings, as far as there are any."""
        return tuple(filter(None, (self.message, *self.findings)))


@dataclass(frozen=True)
class Content:
    """Everything a content folder states, checked in form but not yet resolved.

    `fingerprint` is the SHA-256 (hex) over every file that was read, names included.
    `known_figures` and `known_data` are the names of both, also of those that could not be read;
    `whole` says that everything could be, so that what nothing uses is a mistake.
    """

    meta: Meta
    figures: Mapping[str, Figure]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    charts: Mapping[str, ChartSpec]
    data: Mapping[str, DataTable]
    tables: Mapping[str, TableSpec]
    sections: tuple[Section, ...]
    fingerprint: str
    units: Mapping[str, Unit] = field(default_factory=dict)
    known_figures: Known = field(default_factory=Known)
    known_data: Known = field(default_factory=Known)
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    whole: bool = True
    library: Library | None = None


@dataclass(frozen=True)
class Note:
    """A numbered note of the paper."""

    number: int
    text: Line
    place: Place


@dataclass(frozen=True)
class ListedWork:
    """A work as the list of references gives it: its number (may be empty) and its words.

    `sources` are the ids of sources.yaml that are this work.
    """

    key: str
    label: Line
    text: Line
    sources: tuple[str, ...] = ()
    place: Place = Place("")


@dataclass(frozen=True)
class Briefing:
    """Everything resolved: texts hold runs only, figures have values, charts and tables are set.

    `title`, `subtitle` are briefing.yaml's as lines; `uses` lists every use of a figure in the
    content by figure id (where it was written). `printed` gives a figure in the forms that
    panels and registers need: keys `full`, `number`, `short`, `unit` (what `short` leaves out),
    `hedge`, `as_of`, `label`.
    `snapshot` is what this edition says, by which others are compared with it. `slide_notes` are
    what the speaker says on the title slide (`title`), the agenda (`agenda`) and the slides of the
    message and the findings.
    """

    meta: Meta
    title: Line
    subtitle: Line
    date: Line
    figures: Mapping[str, ResolvedFigure]
    printed: Mapping[str, Mapping[str, Line]]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    charts: Mapping[str, ResolvedChart]
    tables: Mapping[str, ResolvedTable]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    fingerprint: str
    snapshot: Snapshot = Snapshot()
    slide_notes: Mapping[str, Line] = field(default_factory=dict)
    references: tuple[ListedWork, ...] = ()
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)
    short_title: Line = ()

    @property
    def cover_title(self) -> tuple[Line, Line]:
        """What of the title covers set large, and the rest of it."""
        return divided(self.title, self.short_title)

    @property
    def short_fingerprint(self) -> str:
        """The first eight characters of the fingerprint, as footers print it."""
        return self.fingerprint[:8]
