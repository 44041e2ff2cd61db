"""The writer: a plan and a theme in, a finished .pptx on disk out.

python-pptx keeps the package (parts, names, relationships, notes); shapes, tables and charts
are written as they were planned.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builder.frozen import dataclass
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.write.own_template import own_template
from builder.outputs.pptx.write.package import (
    FIRST_SLIDE_ID,
    attach_ledger,
    count_part_names,
    describe,
    divide,
    ledger_part,
    packed,
)
from builder.outputs.pptx.write.presenting import blank_notes
from builder.outputs.pptx.write.slides import (
    SlideWriter,
    WrittenChart,
    WrittenPart,
    WrittenSlide,
    media,
)
from builder.outputs.pptx.write.template_shapes import opened
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.package import Package
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout


_PICTURES: Final = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}


def write_deck(plan: DeckPlan, theme: Theme, path: Path) -> None:
    """Write the deck to `path`: the same plan and theme give the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    deck, layouts = _opened(plan, theme)
    package = deck.part.package
    count_part_names(package)
    slides = _bare_slides(deck, [layouts[slide.layout] for slide in plan.slides])
    spoken = any(slide.notes for slide in plan.slides)
    notes = blank_notes(package) if spoken else ("", "")
    writer = SlideWriter(plan, plan.template.theme if plan.template else theme, notes)
    filler = _Filler(package, slides)
    for planned, slide in zip(plan.slides, slides, strict=True):
        filler.fill(slide, *writer.slide(planned), media(planned))
    _finish(deck, plan)
    path.write_bytes(packed(package, partial(ledger_part, plan)))


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


def _bare_slides(deck: Presentation, layouts: Iterable[SlideLayout]) -> list[Part]:
    """Add slides that have nothing but their layouts.

    python-pptx looks through all slides for each new one, which is quadratic in slides.
    """
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    part, listed, slides = deck.part, deck.slides._sldIdLst, []
    for at, layout in enumerate(layouts):
        name = PackURI(f"/ppt/slides/slide{at + 1}.xml")
        slide = Part(name, CONTENT_TYPE.PML_SLIDE, part.package)
        slide.relate_to(layout.part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        relationship = part.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, slide)
        listed._add_sldId(id=FIRST_SLIDE_ID + at, rId=relationship)
        slides.append(slide)
    return slides


def _finish(deck: Presentation, plan: DeckPlan) -> None:
    describe(deck, plan)
    attach_ledger(deck, plan)
    divide(deck, plan)


@dataclass(frozen=True)
class _Filler:
    """Puts what is written of slides into their parts, and what they lead to beside them."""

    package: Package
    slides: Sequence[Part]
    pictures: dict[bytes, Part] = field(default_factory=dict)

    def fill(
        self,
        slide: Part,
        written: WrittenSlide,
        charts: Sequence[WrittenChart],
        media: Sequence[tuple[str, bytes]],
    ) -> None:
        """Give a slide its text, its charts, its pictures and its notes."""
        from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

        self._lead(slide, written.part, charts, media)
        if written.notes is not None:
            notes = self._part("notesSlides/notesSlide%d.xml", CONTENT_TYPE.PML_NOTES_SLIDE)
            master = self.package.presentation_part.notes_master_part
            notes.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
            notes.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
            slide.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
            self._lead(notes, written.notes)

    def _lead(
        self,
        part: Part,
        written: WrittenPart,
        charts: Sequence[WrittenChart] = (),
        media: Sequence[tuple[str, bytes]] = (),
    ) -> None:
        """Give a part its text, and the relationships that the text names, in their order."""
        from pptx.opc.constants import RELATIONSHIP_TYPE

        part.blob = written.xml
        for goal in written.goals:
            if goal[0] == "slide":
                part.relate_to(self.slides[goal[1] - 1], RELATIONSHIP_TYPE.SLIDE)
            elif goal[0] == "address":
                part.relate_to(goal[1], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            elif goal[0] == "media":
                part.relate_to(self._media(*media[goal[1]]), RELATIONSHIP_TYPE.IMAGE)
            else:
                part.relate_to(self._chart(charts[goal[1]]), RELATIONSHIP_TYPE.CHART)

    def _media(self, ending: str, data: bytes) -> Part:
        """Return the part of a picture, the same for all slides that show it."""
        if data not in self.pictures:
            name = f"media/image%d.{ending}"
            self.pictures[data] = self._part(name, _PICTURES[ending], data)
        return self.pictures[data]

    def _chart(self, written: WrittenChart) -> Part:
        from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

        chart = self._part("charts/chart%d.xml", CONTENT_TYPE.DML_CHART, written.xml)
        name = "embeddings/Microsoft_Excel_Sheet%d.xlsx"
        book = self._part(name, CONTENT_TYPE.SML_SHEET, written.workbook)
        chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        return chart

    def _part(self, name: str, kind: str, blob: bytes = b"") -> Part:
        from pptx.opc.package import Part

        return Part(self.package.next_partname(f"/ppt/{name}"), kind, self.package, blob)
