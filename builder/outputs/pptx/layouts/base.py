"""What a slide layout is: when it applies, its placeholders, and how it fills a slide.

A layout takes `SlideContent` and returns drafts, one per slide: the first, and its continuations
where the content does not fit. Layouts decide sizes and places; the writer only copies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Final, Literal

from builder.charts.native import NativeChart
from builder.frozen import dataclass
from builder.language.dates import word
from builder.language.language import Language, language_of
from builder.model.briefing import Briefing
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import PlannedLayout, SlideGrid
from builder.outputs.pptx.plan.mapped import OURS, PlaceholderMapping, TemplateTraits
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import (
    BODY,
    TRACKER,
    Background,
    Item,
    Ornament,
    Paragraph,
    ParagraphStyle,
    Placeholder,
)
from builder.theme.theme import SMALL, DeckType, Theme


@dataclass(frozen=True)
class SlideFrame:
    """What a template is made from: grid and type, what the title slide shows, its logo's width."""

    grid: SlideGrid
    type: DeckType
    shows: Literal["", "chart", "picture"] = ""
    plate: float = 0.0

    @cached_property
    def made(self) -> dict[object, tuple[Placeholder, ...]]:
        """The placeholders that layouts made of it before: each slide asks for those of its own."""
        return {}


@dataclass(frozen=True)
class MappedLayout:
    """How a layout stands on a user's template: what replaces the context's own, and where."""

    frame: SlideFrame
    ruler: Ruler
    drawn_ruler: Ruler
    title_ruler: Ruler
    title_sizes: tuple[float, ...]
    mapping: PlaceholderMapping
    traits: TemplateTraits


@dataclass(frozen=True)
class LayoutContext:
    """What a layout works with beside its content. `mapped_layouts` are how layouts stand on a
    user's template, by name; none where it is ours. `mapped_layout` is that of the layout at work.
    """

    frame: SlideFrame
    theme: Theme
    briefing: Briefing
    ruler: Ruler
    natives: Mapping[str, NativeChart]
    mapped_layouts: Mapping[str, MappedLayout] = field(default_factory=dict)
    mapped_layout: MappedLayout | None = None

    def on(self, layout: Layout) -> LayoutContext:
        """Return the context for a layout: its places and type where the template is the user's."""
        on = self.mapped_layouts.get(layout.name)
        if on is None or on is self.mapped_layout:
            return self
        theme = replace(self.theme, deck=on.frame.type)
        return replace(self, frame=on.frame, theme=theme, ruler=on.ruler, mapped_layout=on)

    @property
    def traits(self) -> TemplateTraits:
        """What the template at work leaves to layouts."""
        return OURS if self.mapped_layout is None else self.mapped_layout.traits

    def title_sizes(self, layout: Layout) -> tuple[float, ...]:
        """Return the sizes that a layout's title may have, largest first."""
        own = self.theme.deck.steps(*layout.title_sizes) or self.theme.deck.title
        return own if self.mapped_layout is None else self.mapped_layout.title_sizes

    @property
    def title_ruler(self) -> Ruler:
        """What measures titles."""
        return self.mapped_layout.title_ruler if self.mapped_layout else self.ruler.headlines

    @property
    def drawn_ruler(self) -> Ruler:
        """What measures charts, diagrams and tables, which are set in the theme's own face."""
        return self.ruler if self.mapped_layout is None else self.mapped_layout.drawn_ruler

    @property
    def grid(self) -> SlideGrid:
        """The grid of the slide."""
        return self.frame.grid

    def word(self, key: str, **values: object) -> str:
        """Return one of the deck's own words in the briefing's language."""
        return word(self.briefing.meta.language, key, **values)

    @property
    def language(self) -> Language:
        """The speech of the briefing's language."""
        return language_of(self.briefing.meta.language)

    def height(self, paragraphs: tuple[Paragraph, ...], width: float) -> float:
        """Return the height that paragraphs need in a box of `width` points."""
        return self.ruler.height(paragraphs, width)

    @property
    def smallest(self) -> float:
        """The smallest size of text that is read, not looked up."""
        return self.theme.deck.body[-1]

    @property
    def side_sizes(self) -> tuple[float, ...]:
        """Text sizes beside an exhibit."""
        sizes = self.theme.deck.body
        return sizes[self.traits.beside :] or sizes

    @property
    def table_sizes(self) -> tuple[float, ...]:
        """Text sizes of tables that are not crowded."""
        return self.theme.deck.body[-self.traits.tables :]

    @property
    def diagram_sizes(self) -> tuple[float, ...]:
        """Text sizes of diagrams, which shrink before they are divided: down to small print."""
        least = self.theme.deck.step(SMALL)
        return (*(size for size in self.table_sizes if size > least), least)


Drafts = tuple[tuple[Item, ...], ...]
Purpose = Literal[
    "cover",
    "message",
    "findings",
    "agenda",
    "section opening",
    "text",
    "sentence",
    "closing",
    "list of sources",
]
"""What the deck itself needs a layout for: slides that nobody writes, and plain text."""

Shown = Literal["takeaways", "icons", "axes"]
"""What a slide may hold that most layouts have no place for."""


def _rule(grid: SlideGrid) -> tuple[Ornament, ...]:
    """Return the accent rule above a headline."""
    return (Ornament("Accent rule", grid.rule, "highlight"),)


TEXT: Final = ("body", "subTitle", "obj")
ANYTHING: Final = ("obj", "chart", "tbl")
"""Kinds of a template's placeholders that can hold text, and that can hold charts and tables."""

Slots = tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True)
class TemplateMatch:
    """What speaks for a layout of a user's template: its type and words of its name, best first.

    `areas` are how many places for content it has. `slots` are our placeholders from the left, and
    what kinds of the template's can stand for each. `cover` is the region under the title of a
    layout that has no body, "" for none. `from_title` says that what is drawn begins right below
    the title, wherever the template has its text.
    """

    types: tuple[str, ...]
    words: tuple[str, ...]
    areas: int
    slots: Slots = ((BODY, TEXT),)
    cover: Literal["", "subtitle", "lead"] = ""
    from_title: bool = False

    def called(self, *words: str, types: tuple[str, ...] = (), slots: Slots = ()) -> TemplateMatch:
        """Return what speaks for a layout that `words` speak for before all others."""
        return replace(
            self, words=(*words, *self.words), types=types or self.types, slots=slots or self.slots
        )


CONTENT: Final = TemplateMatch(
    ("obj", "tx"),
    (
        "title and content",
        "title, content",
        "titel und inhalt",
        "titre et contenu",
        "título y objetos",
        "content",
        "bullet",
        "text",
    ),
    1,
)
TITLE_ONLY: Final = TemplateMatch(
    ("titleOnly", "obj"),
    ("title only", "nur titel", "titre seul", "sólo el título", *CONTENT.words),
    0,
)
TWO_CONTENT: Final = TemplateMatch(
    ("twoObj",), ("two content", "2 content", "zwei inhalte", "deux contenus", "two columns"), 2
)
COVER: Final = TemplateMatch(
    ("title",),
    ("title slide", "titelfolie", "diapositive de titre", "cover", "opening", "title"),
    1,
    cover="subtitle",
)
"""Layouts that most templates have, as they are called there."""


@dataclass(frozen=True)
class Layout:
    """One layout.

    `name` is the content's word for it, `title` PowerPoint's, `ooxml` its type (ECMA-376-1,
    19.7.15). `holds` says in messages what it takes, `match` what it takes on a user's template.
    Without `title_sizes` the title is a headline, and all headlines of a deck share one size.
    `asked` layouts are never chosen for what a slide holds; on `boxed` ones callouts stand at the
    body's foot; what it `shows` has no place on others; `takes` is what it can hold where it is
    asked for, if that is more than what it is chosen for; `purpose` is what the deck itself needs
    a layout for.
    """

    name: str
    title: str
    ooxml: str
    holds: str
    applies: Callable[[SlideContent], bool]
    placeholders: Callable[[SlideFrame], tuple[Placeholder, ...]]
    fill: Callable[[SlideContent, LayoutContext], Drafts]
    match: TemplateMatch
    marks: Callable[[SlideGrid], tuple[Ornament, ...]] = _rule
    background: Background = "paper"
    title_sizes: tuple[float, ...] = ()
    furniture: bool = True
    asked: bool = False
    shows: frozenset[Shown] = frozenset()
    takes: Callable[[SlideContent], bool] | None = None
    boxed: bool = True
    purpose: Purpose | None = None

    @property
    def headline(self) -> bool:
        """Say whether the title is a content slide's headline."""
        return not self.title_sizes

    @property
    def tracked(self) -> bool:
        """Say whether slides say above their headline in which section they stand."""
        return self.headline and self.purpose in (None, "text")

    def tracker(self, frame: SlideFrame) -> Placeholder:
        """Return the placeholder of the line that says so."""
        style = ParagraphStyle(frame.type.small, colour="muted")
        return Placeholder(
            TRACKER, "body", "Tracker", frame.grid.tracker, (style,), prompt="Sections"
        )

    def places(self, frame: SlideFrame) -> tuple[Placeholder, ...]:
        """Return all placeholders of the layout."""
        known = frame.made.get((self.placeholders, self.tracked))
        if known is None:
            tracker = (self.tracker(frame),) if self.tracked else ()
            known = (*self.placeholders(frame), *tracker)
            frame.made[self.placeholders, self.tracked] = known
        return known

    def planned(self, frame: SlideFrame) -> PlannedLayout:
        """Return the layout as it is written and drawn."""
        places = {place.index: place for place in self.places(frame)}
        marks = self.marks(frame.grid)
        return PlannedLayout(self.title, self.ooxml, places, marks, self.background, self.furniture)
