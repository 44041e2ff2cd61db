"""The writer: a plan and a theme in, a finished .pptx on disk out.

python-pptx keeps the package (parts, names, relationships, notes); shapes, tables and charts
are written as they were planned.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from builder.memory import memory, remembered
from builder.model.links import emitted
from builder.outputs.pptx.plan.deck import DeckPlan, PlaceholderMapping
from builder.outputs.pptx.plan.ledger import FOOTER, NUMBER
from builder.outputs.pptx.plan.model import (
    BODY,
    TITLE,
    ChartItem,
    Item,
    Paragraph,
    PlannedSlide,
    Style,
    TableItem,
    TextItem,
)
from builder.outputs.pptx.write import xml
from builder.outputs.pptx.write.charts import chart_part
from builder.outputs.pptx.write.own_template import own_template
from builder.outputs.pptx.write.package import (
    FIRST_SLIDE_ID,
    attach_ledger,
    count_part_names,
    describe,
    divide,
    ledger_part,
    normalised,
    packed,
)
from builder.outputs.pptx.write.presenting import NotesPages, timing
from builder.outputs.pptx.write.shapes import ShapeWriter, table_frame
from builder.outputs.pptx.write.template_shapes import TemplateShapes, opened, ph
from builder.outputs.pptx.write.text import Links, TextWriter
from builder.outputs.pptx.write.workbook import workbook
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from lxml import etree
    from pptx.opc.package import XmlPart
    from pptx.presentation import Presentation
    from pptx.slide import Slide, SlideLayout


def write_deck(plan: DeckPlan, theme: Theme, path: Path) -> None:
    """Write the deck to `path`: the same plan and theme give the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    deck, layouts = _opened(plan, theme)
    count_part_names(deck.part.package)
    slides = _bare_slides(deck, [layouts[slide.layout] for slide in plan.slides])
    deck_theme = plan.template.theme if plan.template else theme
    writer = _SlideWriter(plan, deck_theme, slides, NotesPages())
    for planned, slide in zip(plan.slides, slides, strict=True):
        writer.fill(planned, slide)
    _finish(deck, plan)
    path.write_bytes(packed(deck.part.package, partial(ledger_part, plan)))


def _opened(plan: DeckPlan, theme: Theme) -> tuple[Presentation, dict[str, SlideLayout]]:
    """Return a deck without slides, and its layouts by our names."""
    import pptx

    if plan.template is None:
        deck = pptx.Presentation(io.BytesIO(own_template(plan.master, theme)))
        titled = {layout.name: layout for layout in deck.slide_layouts}
        return deck, {name: titled[layout.title] for name, layout in plan.master.layouts.items()}
    deck = opened(plan.template.data)
    parts = {
        str(layout.part.partname).lstrip("/"): layout
        for master in deck.slide_masters
        for layout in master.slide_layouts
    }
    mappings = plan.template.mappings.items()
    return deck, {name: parts[mapping.part] for name, mapping in mappings}


def _bare_slides(deck: Presentation, layouts: Iterable[SlideLayout]) -> list[Slide]:
    """Add slides without their layouts' placeholders, which are written with their text.

    python-pptx looks through all slides for each new one, which is quadratic in slides.
    """
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI
    from pptx.parts.slide import SlidePart

    part, listed, slides = deck.part, deck.slides._sldIdLst, []
    for at, layout in enumerate(layouts):
        name = PackURI(f"/ppt/slides/slide{at + 1}.xml")
        slide: SlidePart = SlidePart.new(name, part.package, layout.part)  # type: ignore[no-untyped-call]
        relationship = part.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, slide)
        listed._add_sldId(id=FIRST_SLIDE_ID + at, rId=relationship)
        slides.append(slide.slide)
    return slides


def _finish(deck: Presentation, plan: DeckPlan) -> None:
    describe(deck, plan)
    attach_ledger(deck, plan)
    divide(deck, plan)


@dataclass(frozen=True)
class _ChartData:
    """What python-pptx asks of chart data: the part's XML and its workbook."""

    part: bytes
    xlsx_blob: bytes

    def xml_bytes(self, _chart_type: object) -> bytes:
        """Return the chart part."""
        return self.part


@dataclass(frozen=True)
class _SlideWriter:
    plan: DeckPlan
    theme: Theme
    slides: list[Slide]
    notes: NotesPages

    def fill(self, planned: PlannedSlide, slide: Slide) -> None:
        """Put everything planned on a slide, in reading order: title first, number last."""
        from pptx.oxml import parse_xml

        text = TextWriter(self.theme, self.plan.language, self._links(slide.part))
        layout, mapping = self.plan.master.layouts[planned.layout], self._mapping(planned)
        shapes = ShapeWriter(text) if mapping is None else TemplateShapes(text, mapping=mapping)
        places = layout.places
        title = TextItem(TITLE, "Title", (planned.title,), planned.title_box)
        written = [shapes.placeholder(places[TITLE], title)]
        for item in planned.items:
            if isinstance(item, TextItem):
                written.append(shapes.placeholder(places[item.placeholder], item))
            else:
                written.append(self._shape(item, slide, shapes))
        if isinstance(shapes, TemplateShapes):
            written += self._template_furniture(planned, shapes)
        elif layout.furniture:
            written += self._furniture(planned, shapes)
        tree: etree._Element = slide.shapes._spTree
        for element in written:
            tree.append(parse_xml(element))
        if planned.notes:
            self._notes(planned, slide, shapes.text)
        if planned.hidden:
            slide._element.set("show", "0")
        if planned.reveal:
            self._reveal(planned, slide)

    def _reveal(self, planned: PlannedSlide, slide: Slide) -> None:
        """Bring the points of a slide one by one; every layout has them in its body."""
        from pptx.oxml import parse_xml

        for item in planned.items:
            if isinstance(item, TextItem) and item.placeholder == BODY:
                body = next(shape for shape in slide.shapes if shape.name == item.name)
                slide._element.append(parse_xml(timing(body.shape_id, item.paragraphs)))

    def _shape(self, item: Item, slide: Slide, shapes: ShapeWriter) -> str:
        if isinstance(item, ChartItem):
            data = self._chart(item)
            return shapes.chart(item, slide.part.add_chart_part(None, data))  # type: ignore[arg-type]
        if isinstance(item, TableItem):
            return table_frame(item, shapes)
        if isinstance(item, TextItem):
            raise TypeError("text stands in placeholders")
        return shapes.group(item)

    def _chart(self, item: ChartItem) -> _ChartData:
        def made() -> _ChartData:
            part = chart_part(item, self.theme, self.plan.language)
            return _ChartData(part, normalised(workbook(item.native)))

        if memory() is None:
            return made()
        # As text: 1.0 and 1.00 are equal, and are not printed alike.
        key = "native chart", self.plan.language, repr(item), repr(self.theme)
        return remembered(key, made, lambda data: len(data.part) + len(data.xlsx_blob))

    def _mapping(self, planned: PlannedSlide) -> PlaceholderMapping | None:
        template = self.plan.template
        return template.mappings[planned.layout] if template else None

    def _furniture(self, planned: PlannedSlide, shapes: ShapeWriter) -> tuple[str, str]:
        footer = shapes.text.plain((self.plan.footer,))
        return (
            shapes.furniture('<p:ph type="ftr" sz="quarter" idx="11"/>', FOOTER, footer),
            shapes.furniture(
                '<p:ph type="sldNum" sz="quarter" idx="12"/>', NUMBER, self._number(planned)
            ),
        )

    def _number(self, planned: PlannedSlide) -> str:
        return (
            f'<a:p><a:fld id="{xml.FIELD}" type="slidenum"><a:rPr lang="{self.plan.language}"/>'
            f"<a:t>{planned.number}</a:t></a:fld></a:p>"
        )

    def _template_furniture(self, planned: PlannedSlide, shapes: TemplateShapes) -> list[str]:
        """Return the footer and the number where the layout has places for them."""
        mapping, written = shapes.mapping, []
        if mapping.footer is not None:
            style = Style(mapping.footer.size)
            runs = shapes.text.runs(Paragraph(self.plan.footer, style), replace(style, size=0.0))
            written.append(shapes.furniture(ph(mapping.footer), FOOTER, f"<a:p>{runs}</a:p>"))
        if mapping.number is not None:
            number = self._number(planned)
            written.append(shapes.furniture(ph(mapping.number), NUMBER, number))
        return written

    def _notes(self, planned: PlannedSlide, slide: Slide, text: TextWriter) -> None:
        from pptx.oxml import parse_xml

        page, body = self.notes.add(slide.part)
        # A link's relationship belongs to the part that holds the link.
        spoken = replace(text, links=self._links(page))
        wrapped = f"<p:txBody {xml.NAMESPACES}>{spoken.plain(planned.notes)}</p:txBody>"
        for paragraph in list(parse_xml(wrapped)):
            body.append(paragraph)

    def _links(self, part: XmlPart) -> Links:
        from pptx.opc.constants import RELATIONSHIP_TYPE

        def to_slide(number: int) -> str:
            return part.relate_to(self.slides[number - 1].part, RELATIONSHIP_TYPE.SLIDE)

        def to_address(address: str) -> str:
            led_to = emitted(address, beside=True)
            return part.relate_to(led_to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

        return Links(to_slide, to_address)
