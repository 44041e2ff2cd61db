"""The deck's side of the preview: a planned deck in; its slides as sheets of SVG, drawn as the
handout draws them, and what stands on them, out.

A slide that is planned as before is the sheet that it was.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from builder.model.displaylist import Markers, Operation, Path, Raster, Text
from builder.model.ledger import said
from builder.model.text import Line
from builder.outputs.handout.picture import picture
from builder.outputs.handout.tagging import SlidePicture
from builder.outputs.handout.typesetting import Setter
from builder.outputs.pptx.plan.model import TITLE, ChartItem, GroupItem, PlannedSlide, TextItem
from builder.preview.locating import Box, ink_box, located, rounded
from builder.preview.outlines import extent
from builder.preview.paper import PageMarks, SheetLink
from builder.preview.shapes import Standing, in_formula, in_group, on_slide
from builder.preview.svg import IDENTITY, Matrix, SvgSheet, SvgWords, advance, digest, outline
from builder.preview.told import Guards, guarded
from builder.problems import Problems

if TYPE_CHECKING:
    from builder.outputs.pptx.plan.deck import DeckPlan
    from builder.theme.theme import Theme


_GONE: Final = 40  # slides that are known a while longer: a browser may be about to ask for them
Named = Callable[[bytes], str]
"""What a picture of pixels is called among the preview's."""
_LEAN: Final = 0.2126  # the tangent of twelve degrees, as the paper's writer leans


@dataclass
class Slide:
    """A slide as it is shown: its plan and footer, its picture, its sheet, and that one's name and
    markup.
    """

    planned: PlannedSlide
    foot: Line
    picture: SlidePicture
    sheet: SvgSheet
    name: str
    markup: str
    _known: tuple[Guards, PageMarks] | None = None

    def marks(self, guards: Guards) -> PageMarks:
        """Return what stands on it."""
        if self._known is None or self._known[0] != guards:
            self._known = guards, marks_of(self, guards)
        return self._known[1]


class DeckSide:
    """The slides of the latest deck."""

    def __init__(self, named: Callable[[bytes], str]) -> None:
        self._named = named
        self.slides: tuple[Slide, ...] = ()
        self.plan: DeckPlan | None = None
        self._gone: deque[Slide] = deque(maxlen=_GONE)

    def follow(self, plan: DeckPlan, theme: Theme, first: frozenset[int] = frozenset()) -> None:
        """Draw what is new or changed in a deck's plan: all of it, or those slides that come
        `first`, while the others stay as they are until it is followed again.
        """
        same = self.plan is not None and _alike(self.plan, plan)
        known = {each.planned.number: each for each in self.slides} if same else {}
        deck_theme = plan.template.theme if plan.template else theme.on_screen
        setter = Setter(deck_theme, Problems())
        waits = bool(first) and len(known) == len(plan.slides)
        self.plan = plan
        made = []
        for planned in plan.slides:
            old, foot = known.get(planned.number), plan.footer_of(planned)
            if old is not None and (
                (waits and planned.number not in first)
                or (old.foot == foot and old.planned == planned)
            ):
                made.append(old)
            else:
                made.append(self._drawn(planned, plan, setter))
        now = {each.name for each in made}
        self._gone += (each for each in self.slides if each.name not in now)
        self.slides = tuple(made)

    def _drawn(self, planned: PlannedSlide, plan: DeckPlan, setter: Setter) -> Slide:
        drawn = picture(planned, plan, setter)
        sheet = slide_sheet(drawn, "~", self._named)
        markup = sheet.markup()
        name = digest(markup)
        # Names of clips are told from those of other sheets that stand on one page of a browser.
        markup = markup.replace("c~-", f"c{name[:10]}-") if sheet.clipped else markup
        return Slide(planned, plan.footer_of(planned), drawn, sheet, name, markup)

    def markup(self, name: str) -> str | None:
        """Return a sheet by its digest; None where no slide has had it for a while."""
        known = (*self.slides, *self._gone)
        return next((each.markup for each in known if each.name == name), None)

    @property
    def images(self) -> set[str]:
        """The names of the pictures on all sheets."""
        return {name for slide in self.slides for name in slide.sheet.images}

    def found(self, guards: Guards) -> dict[int, PageMarks]:
        """Return what stands on each slide: figures and claims, and all in reading order."""
        return {each.planned.number: each.marks(guards) for each in self.slides}


def _alike(old: DeckPlan, new: DeckPlan) -> bool:
    """Say whether what stands around all slides is the same."""
    return (
        old.size == new.size
        and old.language == new.language
        and (old.master is new.master or old.master == new.master)
        and (old.template is new.template or old.template == new.template)
    )


def marks_of(slide: Slide, guards: Guards) -> PageMarks:
    """Return what stands on a slide."""
    marks, height = PageMarks(), slide.sheet.height
    by_mark: defaultdict[int, list[SvgWords]] = defaultdict(list)
    for words in slide.sheet.words:
        by_mark[words.mark].append(words)
    told: defaultdict[Any, list[SvgWords]] = defaultdict(list)
    for number, stretch in enumerate(slide.picture.stretches):
        own = by_mark[number]
        told[stretch.tag] += own
        line = guarded(stretch.printed, guards)
        marks.found += [Standing(found.run, found.boxes) for found in located(own, line, height)]
    for item in slide.planned.items:
        if isinstance(item, ChartItem):
            marks.shown += on_slide(item)
        elif isinstance(item, GroupItem):
            marks.shown += in_group(item)
    for part in (part for stretch in slide.picture.stretches for part in stretch.parts):
        for formula in part.operations if part.shown else ():
            if isinstance(formula, Path):
                ink = extent((outline(formula.data), (1.0, 0.0, 0.0, -1.0, 0.0, height)))
                marks.found += in_formula(part.shown, ink)
        if part.target and part.run is not None:
            boxes = tuple(map(rounded, part.boxes))
            marks.links.append(SheetLink(part.target, part.run.text.strip(), boxes))
    marks.reading.append(_read("H1", said(slide.planned.title.runs), "", _title_box(slide)))
    for tag in slide.picture.tags:
        stretches = [each for each in slide.picture.stretches if each.tag is tag]
        text = " ".join(said(stretch.printed) for stretch in stretches).strip()
        box = rounded(tag.box) if tag.box else ink_box(told[tag], height)
        if text or tag.alt:
            marks.reading.append(_read(tag.role, text, said(tag.alt), box))
    return marks


def _read(role: str, text: str, alt: str, box: Box | None) -> dict[str, Any]:
    return {"role": role, "text": text, "alt": alt, "box": box, "lang": ""}


def _title_box(slide: Slide) -> Box:
    return rounded(slide.planned.title_box)


def fits(slide: Slide, plan: DeckPlan) -> Sequence[dict[str, Any]]:
    """Return for each text of a slide its room, and how much of that its words take."""
    places = plan.master.layouts[slide.planned.layout].places
    made = []
    for item in slide.planned.items:
        if not isinstance(item, TextItem) or item.placeholder == TITLE:
            continue
        box = item.box or (places[item.placeholder].box if item.placeholder in places else None)
        if box is None:
            continue
        left, top, wide, high = box
        within = [
            words
            for words in slide.sheet.words
            if left - 1 <= words.matrix[4] <= left + wide + 1
            and top <= slide.sheet.height - words.matrix[5] <= top + high + 2
        ]
        ink = ink_box(within, slide.sheet.height)
        if ink is not None:
            made.append({"name": item.name, "box": rounded(box), "ink": ink})
    return made


def slide_sheet(drawn: SlidePicture, prefix: str, named: Named) -> SvgSheet:
    """Return a slide as a sheet; its words are marked by the numbers of its stretches."""
    sheet = SvgSheet(*drawn.size, prefix)
    for mark, stretch in enumerate(drawn.stretches):
        for part in stretch.parts:
            for operation in part.operations:
                _draw(operation, sheet, mark, named)
    return sheet


def _draw(operation: Operation, sheet: SvgSheet, mark: int, named: Named) -> None:
    if operation.clip is not None:
        sheet.begin_clip(outline(operation.clip))
    if isinstance(operation, Text):
        _words(operation, sheet, mark)
    elif isinstance(operation, Path):
        sheet.path(outline(operation.data), operation.fill, operation.stroke)
    elif isinstance(operation, Markers):
        for x, y in operation.places:
            data = outline(operation.data)
            sheet.path(data, operation.fill, operation.stroke, (1.0, 0.0, 0.0, 1.0, x, y))
    else:
        _picture(operation, sheet, named)
    if operation.clip is not None:
        sheet.end_clip()


def _picture(picture: Raster, sheet: SvgSheet, named: Named) -> None:
    at = (picture.width, 0.0, 0.0, picture.height, picture.x, picture.y)
    sheet.image(named(picture.data), at)


def _words(text: Text, sheet: SvgSheet, mark: int) -> None:
    matrix: Matrix = (*IDENTITY[:4], text.x, text.y)
    if text.angle or text.oblique:
        cosine, sine = math.cos(math.radians(text.angle)), math.sin(math.radians(text.angle))
        lean = _LEAN if text.oblique else 0.0
        up = (lean * cosine - sine, lean * sine + cosine)
        matrix = (cosine, sine, *up, text.x, text.y)
    pieces: list[tuple[float, str]] = []
    words, start, x = "", 0.0, 0.0
    for at, letter in enumerate(text.text):
        words += letter
        x += text.size * advance(text.font, letter)
        if at < len(text.kern) and text.kern[at]:
            pieces.append((start, words))
            x += text.kern[at] * text.size / 1000
            words, start = "", x
    if words:
        pieces.append((start, words))
    sheet.text(SvgWords(tuple(pieces), text.font, text.size, matrix, mark), text.colour)
