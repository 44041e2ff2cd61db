"""All sheets of the preview, and where things stand on them: plans and drawn pages in, data out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from builder.model.text import plain
from builder.outputs.pdf import DrawnPage
from builder.preview.cells import cells_data, tables_data
from builder.preview.deck import DeckSide, fits
from builder.preview.hub import Store, as_json
from builder.preview.locating import goals_of
from builder.preview.paper import PageMarks, PaperSide, extracted
from builder.preview.structure import PaperDrawn
from builder.preview.svg import digest, font_id
from builder.preview.told import (
    Data,
    claims_data,
    figures_data,
    guards_of,
    is_cell,
    marked,
    words_data,
)
from builder.theme import assets

if TYPE_CHECKING:
    from builder.outputs import LaidOut, Plans
    from builder.outputs.pptx.plan.deck import DeckPlan
    from builder.preview.reading import Read
    from builder.theme.theme import Theme

_JSON: Final = "application/json; charset=utf-8"
_KINDS: Final = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_ELSEWHERE: Final = ("notes", "alt")

_PAGE_FONTS: Final = frozenset(f"SourceSans3-{face}" for face in ("Regular", "Semibold", "Bold"))
"""Those that the page's own words are set in."""


class Scene:
    """The sheets as they are now."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.deck, self.paper = DeckSide(self._named), PaperSide(self._picture)
        self.fonts: dict[str, str] = {}
        self._drawn = PaperDrawn()
        self.laid: LaidOut | None = None
        self._marks: dict[tuple[str, int], tuple[str, str]] = {}
        self._pictures: dict[str, str] = {}

    def follow_deck(self, plans: Plans, seen: frozenset[int] = frozenset()) -> None:
        """Draw the slides of a plan, which name the pages that the last paper had; where some are
        `seen`, no others yet.
        """
        if self.laid is not None:
            from builder.outputs.pptx import with_pages

            pages = self.laid.set_paper.pages
            with suppress(KeyError):  # a slide names what the last paper had not
                self._show(with_pages(plans.deck, pages), plans.theme, seen)

    def _show(self, plan: DeckPlan, theme: Theme, seen: frozenset[int] = frozenset()) -> None:
        self.deck.follow(plan, theme, seen)
        for slide in self.deck.slides:
            self._know(slide.sheet.fonts)

    def new_paper(self, seen: Callable[[DrawnPage, str], None]) -> PaperDrawn:
        """Return what is to be told of the pages of a paper; `seen` is told of each at once."""

        def told(drawn: DrawnPage) -> None:
            self._know(face for face, _ in drawn.letters.values())
            seen(drawn, self.paper.add(drawn, made.name(drawn)))

        made = PaperDrawn(told, self._drawn.filled)
        return made

    def follow_paper(self, drawn: PaperDrawn, laid: LaidOut) -> None:
        """Take a paper that is laid out."""
        self._drawn, self.laid = drawn, laid
        self._show(laid.deck, laid.theme)
        for page in drawn.pages.values():
            self._know(face for face, _ in page.letters.values())
            self.paper.add(page, drawn.name(page))
        self.paper.keep(len(drawn.pages))

    def svg(self, name: str) -> str | None:
        """Return the picture of a sheet by its digest."""
        known = self.deck.markup(name)
        if known is not None:
            return known
        sheet = self.paper.sheet(name)
        return sheet.markup() if sheet is not None else None

    def paper_data(self) -> list[Data]:
        """Return the paper's sheets."""
        standing = self._standing()
        made: list[Data] = []
        for number, drawn in sorted(self._drawn.pages.items()):
            name = self.paper.names[number]
            starts = [(start.anchor, drawn.height - start.top) for start in standing[number]]
            made.append(
                {
                    "number": number,
                    "digest": name,
                    "marks": self._marks_of("paper", number, name),
                    "width": drawn.width,
                    "height": drawn.height,
                    "starts": [[anchor, round(top, 1)] for anchor, top in starts],
                }
            )
        section = ""
        for page in made:
            names = [anchor for anchor, _ in page["starts"]]
            page["section"] = section or (names[0] if names else "")
            page["sections"] = list(dict.fromkeys(filter(None, (section, *names))))
            section = names[-1] if names else section
        return made

    def _standing(self) -> Mapping[int, list[Any]]:
        starts: defaultdict[int, list[Any]] = defaultdict(list)
        for start in self._drawn.starts:
            if start.level == 1:
                starts[start.page].append(start)
        return starts

    def deck_data(self) -> list[Data]:
        """Return the deck's sheets."""
        plan = self.deck.plan
        if plan is None:
            return []
        sections = {number: each.id for each in plan.sections for number in each.slides}
        opened = {each.slides[0]: each.id for each in plan.sections if each.slides}
        return [
            {
                "number": slide.planned.number,
                "digest": slide.name,
                "marks": self._marks_of("deck", slide.planned.number, slide.name),
                "width": plan.size.width,
                "height": plan.size.height,
                "section": sections.get(slide.planned.number, ""),
                "sections": [sections.get(slide.planned.number, "")],
                "starts": [[opened[slide.planned.number], 0]]
                if slide.planned.number in opened
                else [],
                "title": plain(slide.planned.title.runs),
                "hidden": slide.planned.hidden,
                "layout": slide.planned.layout,
                **_notes(planned),
            }
            for slide, planned in zip(self.deck.slides, plan.slides, strict=True)
        ]

    def digests(self) -> dict[str, tuple[str, ...]]:
        """Return the digests of all sheets, by side."""
        deck = tuple(slide.name for slide in self.deck.slides)
        return {"paper": tuple(self.paper.names.values()), "deck": deck}

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the slides, in order."""
        return tuple(plain(slide.planned.title.runs) for slide in self.deck.slides)

    def fonts_data(self) -> list[Data]:
        """Return the fonts that sheets are set in."""
        return [{"name": name, "url": f"font/{name}"} for name in self.fonts]

    def font(self, name: str) -> str | None:
        """Return the path of a font's file by what it is called in addresses."""
        return str(assets.font(name)) if name in _PAGE_FONTS else self.fonts.get(name)

    def things(self, made: Read, home: str, hurried: Callable[[], bool]) -> Data | None:
        """Return figures and claims with their places, and the sheets with their marks.

        None where it is `hurried` and has to be left.
        """
        figures = figures_data(made.content, made.briefing, home)
        claims = claims_data(made.briefing, home)
        at: dict[tuple[str, str], list[Data]] = defaultdict(list)
        guards = guards_of(made.content, made.briefing)
        pages = self.paper.found(self._drawn, guards, hurried)
        if pages is None:
            return None
        if self.laid is not None:
            gauged = self.laid.set_paper.gauged
            for page, standing in self.paper.charted(gauged, made.briefing.charts):
                pages[page].shown.append(standing)
        found = [("deck", number, marks) for number, marks in self.deck.found(guards).items()]
        found += [("paper", number, marks) for number, marks in sorted(pages.items())]
        for side, number, marks in found:
            self._put(side, number, marks)
            for key, where in places_of(side, number, marks):
                at[key].append(where)
        for key, where in self._unseen():
            at[key].append(where)
        for name, figure in figures.items():
            figure["places"] = at["figure", name]
        for name, claim in claims.items():
            claim["places"] = at["claim", name]
        cells = {name: where for (kind, name), where in at.items() if kind == "cell"}
        return {
            "figures": figures,
            "cells": cells_data(cells, made.content, home),
            "tables": tables_data(made.content, made.briefing),
            "claims": claims,
            "paper": self.paper_data(),
            "deck": self.deck_data(),
        }

    def _unseen(self) -> Iterator[tuple[tuple[str, str], Data]]:
        """Yield what is said of figures and claims without being drawn: notes, alternate texts."""
        if self.laid is None:
            return
        sides = (("paper", self.laid.set_paper.places), ("deck", self.laid.deck.places))
        for side, places in sides:
            for place in places:
                if place.channel not in _ELSEWHERE:
                    continue
                for run in place.owned:
                    if run.kind in ("figure", "claim"):
                        at = {"side": side, "sheet": run.page or place.page, "boxes": []}
                        text = place.text[run.start : run.end]
                        yield (run.kind, run.owner), {**at, "text": text, "channel": place.channel}

    def _put(self, side: str, number: int, marks: PageMarks) -> None:
        """Keep what stands on a sheet under its digest."""
        plan = self.deck.plan
        room: Sequence[Data] = ()
        if side == "deck" and plan is not None:
            room = fits(self.deck.slides[number - 1], plan)
        data = {
            **marked(marks, goals_of(side, self.laid)),
            "reading": marks.reading,
            "fits": list(room),
        }
        told = as_json(data)
        name = self.store.put(digest(told), told.encode("utf-8", "replace"), _JSON)
        sheets = self.paper.names.get(number, "")
        own = self.deck.slides[number - 1].name if side == "deck" else sheets
        self._marks[side, number] = own, name

    def _marks_of(self, side: str, number: int, name: str) -> str:
        """Return the digest of a sheet's marks, as long as they are those of this picture."""
        sheet, marks = self._marks.get((side, number), ("", ""))
        return marks if sheet == name else ""

    def tidy(self) -> None:
        """Let go of what no sheet shows."""
        images = self.paper.images | self.deck.images
        self.store.keep(images | {name for _, name in self._marks.values()})
        self._pictures = {key: name for key, name in self._pictures.items() if name in images}

    def _know(self, faces: Any) -> None:
        for face in faces:
            self.fonts.setdefault(font_id(face), str(assets.font(face)))

    def _named(self, data: bytes) -> str:
        """Keep a picture of pixels; return its name."""
        name = digest(data)
        kind = next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")
        if kind:
            self.store.put(name, data, kind)
        return name

    def _picture(self, resource: str) -> str:
        """Keep a picture of the paper's, by the name that its pages have for it."""
        name = resource.removeprefix("/")
        if name not in self._pictures and self.laid is not None:
            self._pictures[name] = self._named(extracted(self.laid.set_paper.drawn, resource))
        return self._pictures.get(name, "none")


def places_of(side: str, number: int, marks: PageMarks) -> Iterator[tuple[tuple[str, str], Data]]:
    """Yield where figures, cells and claims stand on a sheet: cells that are not printed there by
    the marks that show them.
    """
    printed = set()
    for run, boxes, _ in marks.found:
        where = {"side": side, "sheet": number, "text": run.text, "boxes": list(boxes)}
        if run.owner is not None and (run.owner.kind == "figure" or is_cell(run)):
            printed.add(run.owner.id)
            yield (run.owner.kind, run.owner.id), {**where, "channel": "body"}
        if run.claim is not None:
            yield ("claim", run.claim), {**where, "channel": "body"}
    for run, boxes, _ in marks.shown:
        if is_cell(run) and run.owner is not None and run.owner.id not in printed:
            where = {"side": side, "sheet": number, "text": "", "boxes": list(boxes)}
            yield ("cell", run.owner.id), {**where, "channel": "chart"}


def _notes(planned: Any) -> Data:
    own = len(planned.notes) - planned.grounds
    return {
        "notes": [words_data(line) for line in planned.notes[:own]],
        "grounds": [words_data(line) for line in planned.notes[own:]],
    }
