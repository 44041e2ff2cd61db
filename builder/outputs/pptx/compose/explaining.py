"""Why each slide is as it is: a briefing in; the layout chosen, what spoke against others, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from builder.frozen import dataclass
from builder.model.briefing import Briefing
from builder.model.text import plain
from builder.outputs.pptx.compose.deck import drafted
from builder.outputs.pptx.compose.drafts import Draft
from builder.outputs.pptx.compose.slides import held_in_words
from builder.outputs.pptx.layouts import LAYOUTS
from builder.outputs.pptx.layouts.base import Layout
from builder.outputs.pptx.plan.content import SlideContent
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    PART,
    SOURCE,
    TRACKER,
    ChartItem,
    FilledForm,
    GroupItem,
    Item,
    PlannedSlide,
    TableItem,
    TextItem,
)
from builder.problems import Place, Problems
from builder.theme.theme import Theme

_KINDS: Final = (
    ("points", ("list", "points", "sentence")),
    ("parts", ("parts",)),
    ("charts", ("chart", "diagram", "timeline")),
    ("tables", ("table",)),
    ("pictures", ("picture",)),
    ("figures", ("figures",)),
    ("quotes", ("quotation",)),
    ("answers", ("questions",)),
)
"""What slides hold, and the words that say so of a layout."""


@dataclass(frozen=True)
class Refused:
    """A layout that was looked at and not taken, and what spoke against it."""

    layout: str
    because: str


@dataclass(frozen=True)
class SlideChoice:
    """What was chosen for one slide, or for the several that its content goes on over.

    `sizes` are those of what stands on it, in points, by what they set.
    """

    slides: tuple[int, ...]
    title: str
    place: Place
    layout: str
    because: str
    refused: tuple[Refused, ...]
    sizes: tuple[tuple[str, tuple[float, ...]], ...]
    divided: str


def explained(briefing: Briefing, theme: Theme, plan: DeckPlan) -> tuple[SlideChoice, ...]:
    """Return what was chosen for each slide of a plan, in order."""
    _, _, drafts = drafted(briefing, theme, Problems())
    asked = {slide.place: slide.layout for section in briefing.sections for slide in section.slides}
    both = zip(drafts, plan.slides, strict=True)
    found = []
    for _, group in groupby(both, key=lambda pair: (id(pair[0].content), pair[0].layout.name)):
        pairs = list(group)
        found.append(_choice([draft for draft, _ in pairs], [slide for _, slide in pairs], asked))
    return tuple(found)


def _choice(
    drafts: Sequence[Draft], slides: Sequence[PlannedSlide], asked: dict[Place, str]
) -> SlideChoice:
    layout, content = drafts[0].layout, drafts[0].content
    numbers = tuple(slide.number for slide in slides)
    because, refused = _why(layout, content, asked.get(content.place))
    divided = ""
    if len(slides) > 1:
        divided = f"divided over {len(slides)} slides: it does not fit on one in any size"
    return SlideChoice(
        numbers,
        plain(content.title),
        content.place,
        layout.name,
        because,
        refused,
        tuple(_sizes(slides)),
        divided,
    )


def _why(
    layout: Layout, content: SlideContent, asked: str | None
) -> tuple[str, tuple[Refused, ...]]:
    """Return why a layout was taken, and others not; `asked` is None where no author wrote it."""
    if asked is None:
        return "the deck itself needs this slide", ()
    held = _held(content)
    if content.apart:
        return f"a slide of its own: there is no room beside what else it was given; {held}", ()
    if asked:
        return f":layout: asks for it; the slide holds {held}", ()
    refused = []
    before = LAYOUTS.index(layout)
    for at, other in enumerate(LAYOUTS):
        if other.purpose and other.purpose not in ("text", "sentence"):
            continue
        if other.applies(content) and other is not layout:
            why = (
                "stands later in the order"
                if at > before
                else "its text does not fit there, or on more slides"
            )
            why = "only where :layout: asks for it" if other.asked else why
            refused.append(Refused(other.name, f"would hold it too; {why}"))
        elif at < before and not other.asked and _near(other, content):
            refused.append(Refused(other.name, f"holds {other.holds}"))
    return f"the first that holds {held}", tuple(refused)


def _near(layout: Layout, content: SlideContent) -> bool:
    """Say whether a layout holds anything of the kind that stands on a slide."""
    words = [word for name, words in _KINDS if getattr(content, name) for word in words]
    return any(word in layout.holds for word in words)


def _held(content: SlideContent) -> str:
    """Return what a slide holds in words, and how much text that is."""
    held = held_in_words(content) or "nothing but its headline"
    if content.takeaways:
        held += ", and says what it means"
    if content.lines:
        longest = max(len(plain(point.runs)) for point in content.lines)
        count = len(content.lines)
        held += f" ({count} {'line' if count == 1 else 'lines'}, up to {longest} characters)"
    return held


def _sizes(slides: Sequence[PlannedSlide]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the sizes of what stands on slides, by what they set, the largest first."""
    found: dict[str, set[float]] = {}
    for slide in slides:
        found.setdefault("headline", set()).add(slide.title.style.size)
        for item in slide.items:
            for what, size in _set_in(item):
                found.setdefault(what, set()).add(size)
    for what, sizes in found.items():
        yield what, tuple(sorted(sizes, reverse=True))


def _set_in(item: Item) -> Iterator[tuple[str, float]]:
    if isinstance(item, TextItem):
        what = {SOURCE: "foot", TRACKER: "tracker"}.get(item.placeholder, "text")
        what = "key figures" if KEY_FIGURE <= item.placeholder < PART else what
        yield from ((what, each.style.size) for each in item.paragraphs)
    elif isinstance(item, ChartItem):
        yield "chart", item.size
    elif isinstance(item, TableItem):
        yield from (("table", cell.style.size) for row in item.rows for cell in row.cells)
    elif isinstance(item, GroupItem):
        what = "diagram" if item.chart else "boxes"
        for shape in item.shapes:
            if isinstance(shape, FilledForm):
                yield from ((what, each.style.size) for each in shape.paragraphs)
