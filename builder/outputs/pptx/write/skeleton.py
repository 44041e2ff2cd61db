"""A deck's package around what its slides say: what decides it in; its members, and which of them
are left for slides, out.

python-pptx keeps parts, names and relationships. It takes as long as all slides do, and while a
text is being written, next to nothing of it changes: it is made anew where something does.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from builder.caches import Written
from builder.frozen import dataclass
from builder.memory import remembered, shown
from builder.model.snapshot import Snapshot
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.write.kept import kept_again
from builder.outputs.pptx.write.own_template import own_template
from builder.outputs.pptx.write.package import (
    FIRST_SLIDE_ID,
    UNKNOWN,
    attach_ledger,
    count_part_names,
    describe,
    divide,
    members_of,
)
from builder.outputs.pptx.write.presenting import blank_notes
from builder.outputs.pptx.write.slides import Goal, WrittenChart, WrittenSlide
from builder.outputs.pptx.write.template_shapes import opened
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.package import Package
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout


_PICTURES: Final = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}

Slot: TypeAlias = tuple[int, Literal["slide", "notes", "chart", "workbook"], int]
"""A member that is left for a slide (from 0): its own part, that of its notes, or one of its
charts (from 0)."""


@dataclass(frozen=True)
class SlideForm:
    """What decides which parts a slide has, and what they lead to."""

    layout: str
    goals: tuple[Goal, ...]
    notes: tuple[Goal, ...] | None
    charts: int
    media: tuple[tuple[str, bytes], ...] = field(repr=False)


@dataclass(frozen=True)
class Skeleton:
    """The members of a package by name, those in `slots` still empty; no fingerprint is in it."""

    members: Mapping[str, bytes]
    slots: Mapping[str, Slot]

    def filled(
        self, slides: Sequence[tuple[WrittenSlide, Sequence[WrittenChart]]]
    ) -> dict[str, bytes]:
        """Return the members with what is written of each slide, and of its charts."""
        return {**self.members, **{name: _in(slot, slides) for name, slot in self.slots.items()}}


def _in(slot: Slot, slides: Sequence[tuple[WrittenSlide, Sequence[WrittenChart]]]) -> bytes:
    at, kind, number = slot
    slide, charts = slides[at]
    if kind == "slide":
        return slide.part.xml
    if kind == "notes" and slide.notes is not None:
        return slide.notes.xml
    return charts[number].xml if kind == "chart" else charts[number].workbook


class Skeletons:
    """Makes the skeleton of one deck, whose `notes` are a page of notes around its text."""

    def __init__(self, plan: DeckPlan, theme: Theme) -> None:
        layouts = tuple(slide.layout for slide in plan.slides)
        spoken = self._spoken = any(slide.notes for slide in plan.slides)
        # What is left out here cannot decide anything there.
        bare = replace(
            plan,
            slides=(),
            furniture=(),
            footer=(),
            last_footer=(),
            bearer=0,
            fingerprint=UNKNOWN,
            snapshot=Snapshot(),
        )
        self._begun: Callable[[], _Begun] = cache(lambda: _Begun(bare, theme, layouts, spoken))
        template, logo = plan.template, plan.master.logo
        held = template.data if template else b"", logo.data if logo else b""
        others = repr({**vars(bare), "master": None})
        self._key = shown(plan.master), others, repr(theme), *held, repr((layouts, spoken))
        self.notes: tuple[str, str] = remembered(
            ("page of notes", self._key), self._notes, lambda _: _size(self._key)
        )

    def _notes(self) -> tuple[str, str]:
        if not self._spoken:
            return "", ""
        (before, after), _ = kept_again(
            ("page of notes", *self._key), lambda: (self._begun().notes, ())
        )
        return before, after

    def skeleton(self, forms: tuple[SlideForm, ...]) -> Skeleton:
        """Return the package of a deck whose slides have these forms."""
        return remembered(
            ("skeleton", self._key, forms),
            lambda: self._skeleton(forms),
            lambda made: _size(self._key) + sum(map(len, made.members.values())),
        )

    def _skeleton(self, forms: tuple[SlideForm, ...]) -> Skeleton:
        def made() -> Written:
            skeleton = self._begun().skeleton(forms)
            told = [list(skeleton.members), {**skeleton.slots}]
            return told, tuple(skeleton.members.values())

        pictures = [data for form in forms for _, data in form.media]
        shapes = repr([(form, [ending for ending, _ in form.media]) for form in forms])
        (names, slots), parts = kept_again(("skeleton", *self._key, shapes, *pictures), made)
        members = dict(zip(names, parts, strict=True))
        return Skeleton(members, {name: tuple(slot) for name, slot in slots.items()})


def _size(key: tuple[str | bytes, ...]) -> int:
    return 2 * sum(map(len, key))


class _Begun:
    """A deck in python-pptx whose slides have nothing but their layouts."""

    def __init__(self, plan: DeckPlan, theme: Theme, layouts: Iterable[str], spoken: bool) -> None:
        self._deck, known = _opened(plan, theme)
        self._package: Package = self._deck.part.package
        count_part_names(self._package)
        self._slides = _bare_slides(self._deck, [known[layout] for layout in layouts])
        self._plan, self._pictures = plan, dict[bytes, "Part"]()
        self._slots: dict[str, Slot] = {}
        self.notes = blank_notes(self._package) if spoken else ("", "")

    def skeleton(self, forms: Sequence[SlideForm]) -> Skeleton:
        """Return what stands around slides of these forms."""
        for at, form in enumerate(forms):
            self._form(at, form)
        describe(self._deck, self._plan)
        attach_ledger(self._deck, self._plan)
        divide(self._deck, self._plan)
        return Skeleton(members_of(self._package), self._slots)

    def _form(self, at: int, form: SlideForm) -> None:
        """Give a slide its charts, its pictures and its notes."""
        from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

        slide = self._slides[at]
        self._slots[slide.partname.membername] = at, "slide", 0
        self._lead(slide, form.goals, at, form.media)
        if form.notes is not None:
            name = "notesSlides/notesSlide%d.xml"
            notes = self._left(name, CONTENT_TYPE.PML_NOTES_SLIDE, (at, "notes", 0))
            master = self._package.presentation_part.notes_master_part
            notes.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
            notes.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
            slide.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
            self._lead(notes, form.notes, at)

    def _lead(
        self,
        part: Part,
        goals: Iterable[Goal],
        at: int,
        media: Sequence[tuple[str, bytes]] = (),
    ) -> None:
        """Give a part the relationships that its text names, in their order."""
        from pptx.opc.constants import RELATIONSHIP_TYPE

        for goal in goals:
            if goal[0] == "slide":
                part.relate_to(self._slides[goal[1] - 1], RELATIONSHIP_TYPE.SLIDE)
            elif goal[0] == "address":
                part.relate_to(goal[1], RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            elif goal[0] == "media":
                part.relate_to(self._media(*media[goal[1]]), RELATIONSHIP_TYPE.IMAGE)
            else:
                part.relate_to(self._chart(at, goal[1]), RELATIONSHIP_TYPE.CHART)

    def _media(self, ending: str, data: bytes) -> Part:
        """Return the part of a picture, the same for all slides that show it."""
        if data not in self._pictures:
            name = f"media/image%d.{ending}"
            self._pictures[data] = self._part(name, _PICTURES[ending], data)
        return self._pictures[data]

    def _chart(self, at: int, number: int) -> Part:
        from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

        kind, sheet = CONTENT_TYPE.DML_CHART, CONTENT_TYPE.SML_SHEET
        chart = self._left("charts/chart%d.xml", kind, (at, "chart", number))
        name = "embeddings/Microsoft_Excel_Sheet%d.xlsx"
        book = self._left(name, sheet, (at, "workbook", number))
        chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        return chart

    def _left(self, name: str, kind: str, slot: Slot) -> Part:
        """Return a part that is left empty."""
        part = self._part(name, kind)
        self._slots[part.partname.membername] = slot
        return part

    def _part(self, name: str, kind: str, blob: bytes = b"") -> Part:
        from pptx.opc.package import Part

        return Part(self._package.next_partname(f"/ppt/{name}"), kind, self._package, blob)


def form_of(
    written: WrittenSlide,
    layout: str,
    charts: Sequence[WrittenChart],
    media: tuple[tuple[str, bytes], ...],
) -> SlideForm:
    """Return the form of a slide on a layout, with its charts and its pictures' parts."""
    notes = written.notes.goals if written.notes is not None else None
    return SlideForm(layout, written.part.goals, notes, len(charts), media)


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
