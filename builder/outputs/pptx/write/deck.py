"""The writer: a plan and a theme in, a finished .pptx on disk out.

Slides, charts and notes are written as they were planned, into a package that begins as an empty
presentation: our own template or the user's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builder.ooxml.parts import (
    OFFICE,
    SLIDES,
    TYPES,
    Package,
    Part,
    Relation,
    parsed,
    settled,
    written,
)
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.write.own_template import notes_master_part, own_template, theme_part
from builder.outputs.pptx.write.presenting import blank_notes
from builder.outputs.pptx.write.properties import (
    FIRST_SLIDE_ID,
    attach_ledger,
    describe,
    divide,
    ledger_part,
)
from builder.outputs.pptx.write.slides import SlideWriter, WrittenChart, WrittenPart, WrittenSlide
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from lxml import etree

_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What stands before the list of slides (ECMA-376-1, 19.2.1.26).
_BEFORE: Final = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")


def write_deck(plan: DeckPlan, theme: Theme, path: Path) -> None:
    """Write the deck to `path`: the same plan and theme give the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    if plan.template is None:
        package = Package(own_template(plan.master, theme))
    else:
        package, theme = Package(plan.template.parts), plan.template.theme
    root = parsed(package.main.data)
    slides = _bare_slides(package, root, plan)
    spoken = any(slide.notes for slide in plan.slides)
    notes = blank_notes(_notes_master(package, root, theme).data) if spoken else ("", "")
    writer, filler = SlideWriter(plan, theme, notes), _Filler(package, slides)
    for planned, slide in zip(plan.slides, slides, strict=True):
        filler.fill(slide, *writer.slide(planned))
    describe(package, plan)
    attach_ledger(package, plan)
    divide(root, plan)
    package.main.data = written(root)
    path.write_bytes(package.packed(partial(ledger_part, plan)))


def _bare_slides(package: Package, root: etree._Element, plan: DeckPlan) -> list[Part]:
    """Add slides that have nothing but their layouts."""
    if plan.template is None:
        numbers = enumerate(plan.master.layouts, 1)
        layouts = {name: f"ppt/slideLayouts/slideLayout{at}.xml" for at, name in numbers}
    else:
        layouts = {name: mapping.part for name, mapping in plan.template.mappings.items()}
    listed, slides = _list_of_slides(root), []
    for at, planned in enumerate(plan.slides):
        slide = package.add(f"ppt/slides/slide{at + 1}.xml", f"{SLIDES}slide+xml")
        slide.relate(f"{OFFICE}slideLayout", layouts[planned.layout])
        key = package.main.add(Relation(f"{OFFICE}slide", slide.name))
        listed.append(
            listed.makeelement(f"{_P}sldId", {"id": f"{FIRST_SLIDE_ID + at}", f"{_R}id": key})
        )
        slides.append(slide)
    return slides


def _list_of_slides(root: etree._Element) -> etree._Element:
    listed = root.find(f"{_P}sldIdLst")
    if listed is None:
        listed = root.makeelement(f"{_P}sldIdLst")
        root.insert(sum(root.find(f"{_P}{name}") is not None for name in _BEFORE), listed)
    return listed


def _notes_master(package: Package, root: etree._Element, theme: Theme) -> Part:
    """Return the notes master; ours where a user's template has none."""
    if name := package.main.one(f"{OFFICE}notesMaster"):
        return package.parts[name]
    colours = package.add("ppt/theme/theme%d.xml", f"{TYPES}theme+xml", theme_part(theme).encode())
    text = settled(notes_master_part(theme).encode())
    master = package.add("ppt/notesMasters/notesMaster1.xml", f"{SLIDES}notesMaster+xml", text)
    master.relate(f"{OFFICE}theme", colours.name)
    key = package.main.relate(f"{OFFICE}notesMaster", master.name)
    listed = root.makeelement(f"{_P}notesMasterIdLst")
    listed.append(listed.makeelement(f"{_P}notesMasterId", {f"{_R}id": key}))
    root.insert(1, listed)  # after the slide masters
    return master


@dataclass(frozen=True)
class _Filler:
    """Puts what is written of slides into their parts, and what they lead to beside them."""

    package: Package
    slides: Sequence[Part]

    def fill(self, slide: Part, written: WrittenSlide, charts: Sequence[WrittenChart]) -> None:
        """Give a slide its text, its charts and its notes."""
        self._lead(slide, written.part, charts)
        if written.notes is not None:
            notes = self.package.add("ppt/notesSlides/notesSlide%d.xml", f"{SLIDES}notesSlide+xml")
            notes.relate(f"{OFFICE}notesMaster", self.package.main.one(f"{OFFICE}notesMaster"))
            notes.relate(f"{OFFICE}slide", slide.name)
            slide.relate(f"{OFFICE}notesSlide", notes.name)
            self._lead(notes, written.notes)

    def _lead(self, part: Part, written: WrittenPart, charts: Sequence[WrittenChart] = ()) -> None:
        """Give a part its text, and the relationships that the text names, in their order."""
        part.data = written.xml
        for goal in written.goals:
            if goal[0] == "slide":
                part.relate(f"{OFFICE}slide", self.slides[goal[1] - 1].name)
            elif goal[0] == "address":
                part.relate(f"{OFFICE}hyperlink", goal[1], outside=True)
            else:
                part.relate(f"{OFFICE}chart", self._chart(charts[goal[1]]).name)

    def _chart(self, written: WrittenChart) -> Part:
        add = self.package.add
        chart = add("ppt/charts/chart%d.xml", f"{TYPES}drawingml.chart+xml", written.xml)
        name = "ppt/embeddings/Microsoft_Excel_Sheet%d.xlsx"
        book = add(name, f"{TYPES}spreadsheetml.sheet", written.workbook)
        chart.relate(f"{OFFICE}package", book.name)
        return chart
