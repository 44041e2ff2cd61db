"""A planned slide as XML: the plan in; its parts as bytes and what they lead to, out.

Nothing here knows the package that the parts will stand in, so that a slide which stays the same is
written once in the life of a process. Its foot bears its number and, on the last slide, the
content's fingerprint, which change when it does not: it is set in afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from functools import cached_property, partial
from itertools import count
from typing import Final, Literal, TypeAlias

from builder.caches import Written
from builder.frozen import dataclass, replace
from builder.memory import memory, remembered, remembered_of, shown
from builder.model.links import emitted
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.forms import PictureItem
from builder.outputs.pptx.plan.ledger import FOOTER, NUMBER
from builder.outputs.pptx.plan.lines import in_two_runs
from builder.outputs.pptx.plan.mapped import PlaceholderMapping
from builder.outputs.pptx.plan.model import (
    BODY,
    TITLE,
    ChartItem,
    Item,
    Paragraph,
    ParagraphStyle,
    PlannedSlide,
    TableItem,
    TextItem,
)
from builder.outputs.pptx.write import xml
from builder.outputs.pptx.write.charts import chart_part
from builder.outputs.pptx.write.kept import kept_again
from builder.outputs.pptx.write.package import normalised
from builder.outputs.pptx.write.presenting import timing
from builder.outputs.pptx.write.shapes import ShapeWriter
from builder.outputs.pptx.write.tables import table_frame
from builder.outputs.pptx.write.template_shapes import TemplateShapes, ph
from builder.outputs.pptx.write.text import Links, TextWriter
from builder.outputs.pptx.write.workbook import workbook
from builder.theme.theme import Theme

Goal: TypeAlias = (
    tuple[Literal["slide"], int]
    | tuple[Literal["address"], str]
    | tuple[Literal["chart"], int]
    | tuple[Literal["media"], int]
)
"""What a relationship leads to: a slide by its number, an address, a chart by its place in
`WrittenSlide.charts`, a picture's part by its place in `media`.
"""

_ROOT: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TREE: Final = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
_TREE_END: Final = b"</p:spTree>"
_OWN_PLACES: Final = (
    '<p:ph type="ftr" sz="quarter" idx="11"/>',
    '<p:ph type="sldNum" sz="quarter" idx="12"/>',
)


@dataclass
class Goals:
    """What the relationships of one part lead to, in the order of their ids; `first` is taken."""

    first: int
    found: list[Goal] = field(default_factory=list)

    def id(self, goal: Goal) -> str:
        """Return the id of the relationship that leads to a goal."""
        if goal not in self.found:
            self.found.append(goal)
        return f"rId{self.first + self.found.index(goal)}"

    def links(self) -> Links:
        """Return how text refers to them."""
        return Links(
            lambda number: self.id(("slide", number)),
            lambda address: self.id(("address", emitted(address, beside=True))),
        )


@dataclass(frozen=True)
class WrittenPart:
    """A part's bytes, and what its relationships lead to after those that every such part has."""

    xml: bytes
    goals: tuple[Goal, ...]


@dataclass(frozen=True)
class WrittenSlide:
    """A slide without its foot, whose shapes have ids from `next_id`, and its page of notes."""

    part: WrittenPart
    next_id: int
    notes: WrittenPart | None


@dataclass(frozen=True)
class WrittenChart:
    """A chart part, whose first relationship is its workbook, and the workbook."""

    xml: bytes
    workbook: bytes


@dataclass(frozen=True)
class SlideWriter:
    """Writes the slides of one deck; `notes` is a page of notes around its text."""

    plan: DeckPlan
    theme: Theme
    notes: tuple[str, str]
    _looks: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _theme(self) -> str:
        return repr(self.theme)

    def slide(
        self, planned: PlannedSlide, charts: tuple[WrittenChart, ...] | None = None
    ) -> tuple[WrittenSlide, tuple[WrittenChart, ...]]:
        """Return a slide, its foot set in, and its charts, unless they are written already."""
        if memory() is None:
            written = self._written(planned)
        else:
            look = self._look(planned.layout)
            key = "slide", look, self.notes
            made = partial(self._written_alike, planned, look)
            written = remembered_of(planned, key, made, _size)
        foot = self._foot(planned, count(written.next_id)).encode() + _TREE_END
        part = replace(written.part, xml=written.part.xml.replace(_TREE_END, foot))
        return replace(written, part=part), self.charts(planned) if charts is None else charts

    def charts(self, planned: PlannedSlide) -> tuple[WrittenChart, ...]:
        """Return the charts of a slide."""
        return tuple(map(self._chart, charts_on(planned)))

    def _written_alike(self, planned: PlannedSlide, look: str) -> WrittenSlide:
        """Return a slide as one that was like it but for its number was written."""
        # Charts as text: 1.0 and 1.00 are equal, and are not printed alike.
        others = tuple(item for item in planned.items if not isinstance(item, ChartItem))
        bare = replace(planned, number=0, items=others)
        key = "slide", look, self.notes, bare, tuple(map(shown, charts_on(planned)))
        return remembered(key, lambda: self._written(planned), _size)

    def _look(self, layout: str) -> str:
        """Return all that decides how slides of a layout are written, in words."""
        if layout not in self._looks:
            planned, mapping = self.plan.master.layouts[layout], self._mapping(layout)
            said = self.plan.language, shown(planned), repr(mapping), self._theme
            self._looks[layout] = " ".join(said)
        return self._looks[layout]

    def _mapping(self, layout: str) -> PlaceholderMapping | None:
        template = self.plan.template
        return template.mappings[layout] if template else None

    def _shapes(self, layout: str, links: Links, ids: Iterator[int]) -> ShapeWriter:
        text, mapping = TextWriter(self.theme, self.plan.language, links), self._mapping(layout)
        if mapping is None:
            return ShapeWriter(text, ids)
        return TemplateShapes(text, ids, mapping=mapping)

    def _written(self, planned: PlannedSlide) -> WrittenSlide:
        """Write everything planned on a slide in reading order, title first."""
        goals = Goals(2)
        shapes = self._shapes(planned.layout, goals.links(), count(2))
        places = self.plan.master.layouts[planned.layout].places
        title = TextItem(TITLE, "Title", (planned.title,), planned.title_box)
        written = [shapes.placeholder(places[TITLE], title)]
        charts = pictures = 0
        for item in planned.items:
            if isinstance(item, TextItem):
                written.append(shapes.placeholder(places[item.placeholder], item))
            elif isinstance(item, ChartItem):
                written.append(shapes.chart(item, goals.id(("chart", charts))))
                charts += 1
            elif isinstance(item, PictureItem):
                pixels, drawing = goals.id(("media", pictures)), ""
                if item.drawing:
                    drawing = goals.id(("media", pictures + 1))
                written.append(shapes.picture(item, pixels, drawing))
                pictures += 2 if item.drawing else 1
            else:
                written.append(_shape(item, shapes))
        shown = ' show="0"' if planned.hidden else ""
        slide = (
            f"<p:sld {_ROOT}{shown}><p:cSld><p:spTree>{_TREE}<p:grpSpPr/>{''.join(written)}"
            "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
            f"{_reveal(planned, shapes) if planned.reveal else ''}</p:sld>"
        )
        part = WrittenPart(_settled(slide), tuple(goals.found))
        return WrittenSlide(part, next(shapes.ids), self.notes_of(planned))

    def notes_of(self, planned: PlannedSlide) -> WrittenPart | None:
        """Return a slide's page of notes, None where it has none."""
        if not planned.notes:
            return None
        goals = Goals(3)
        spoken = TextWriter(self.theme, self.plan.language, goals.links()).plain(planned.notes)
        before, after = self.notes
        return WrittenPart(_settled(f"{before}{spoken}{after}"), tuple(goals.found))

    def _foot(self, planned: PlannedSlide, ids: Iterator[int]) -> str:
        """Return footer and number as the part's serializer would write them, number last."""
        layout, mapping = planned.layout, self._mapping(planned.layout)
        footer = in_two_runs(self.plan.footer_of(planned))
        shapes = self._shapes(layout, Goals(0).links(), ids)
        number = (
            f'<a:p><a:fld id="{xml.FIELD}" type="slidenum"><a:rPr lang="{self.plan.language}"/>'
            f"<a:t>{planned.number}</a:t></a:fld></a:p>"
        )
        if mapping is None:
            if not self.plan.master.layouts[layout].furniture:
                return ""
            text = shapes.text.plain((footer,)) if footer else ""
            said = zip(_OWN_PLACES, (FOOTER, NUMBER), (text, number), strict=True)
            return "".join(shapes.furniture(*each) for each in said if each[-1])
        found = ""
        if mapping.footer is not None and footer:
            style = ParagraphStyle(mapping.footer.size)
            runs = shapes.text.runs(Paragraph(footer, style), replace(style, size=0.0))
            found = shapes.furniture(ph(mapping.footer), FOOTER, f"<a:p>{runs}</a:p>")
        if mapping.number is not None:
            found += shapes.furniture(ph(mapping.number), NUMBER, number)
        return found

    def _chart(self, item: ChartItem) -> WrittenChart:
        key = "native chart", self.plan.language, shown(item), self._theme

        def written() -> Written:
            part = chart_part(item, self.theme, self.plan.language)
            return None, (_settled(part), normalised(workbook(item.native)))

        def made() -> WrittenChart:
            _, (xml, book) = kept_again(key, written)
            return WrittenChart(xml, book)

        return remembered(key, made, lambda data: len(data.xml) + len(data.workbook))


def charts_on(planned: PlannedSlide) -> list[ChartItem]:
    """Return the native charts of a slide."""
    return [item for item in planned.items if isinstance(item, ChartItem)]


def media(planned: PlannedSlide) -> tuple[tuple[str, bytes], ...]:
    """Return the parts of a slide's pictures: the ending of each one's name, and its bytes."""
    found: list[tuple[str, bytes]] = []
    for item in planned.items:
        if isinstance(item, PictureItem):
            found.append((item.ending, item.data))
            found += [("svg", item.drawing)] if item.drawing else []
    return tuple(found)


def _shape(item: Item, shapes: ShapeWriter) -> str:
    if isinstance(item, TableItem):
        return table_frame(item, shapes)
    if isinstance(item, TextItem | ChartItem | PictureItem):
        raise TypeError("text and pictures stand in placeholders, charts in frames of their own")
    return shapes.group(item)


def _reveal(planned: PlannedSlide, shapes: ShapeWriter) -> str:
    """Bring the points of a slide one by one; every layout has them in its body."""
    return "".join(
        timing(shapes.numbers[item.name], item.paragraphs)
        for item in planned.items
        if isinstance(item, TextItem) and item.placeholder == BODY
    )


def _settled(text: str) -> bytes:
    """Return a part's text as python-pptx writes what it has read: without spaces between tags."""
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    settled: bytes = etree.tostring(
        etree.fromstring(text, parser), encoding="UTF-8", standalone=True
    )
    return settled


def _size(written: WrittenSlide) -> int:
    notes = len(written.notes.xml) if written.notes else 0
    return 3 * (len(written.part.xml) + notes)
