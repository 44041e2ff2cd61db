"""The paper's side of the preview: pages as they are drawn in; sheets, and what is on them, out.

A page is known by what it draws, so that one that did not change is the sheet that it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from typing import Any, Final, NamedTuple

from builder.model.chart import ResolvedChart
from builder.model.gauge import Gauged
from builder.model.ledger import said
from builder.model.text import Line
from builder.outputs.pdf import DrawnPage
from builder.outputs.pdf.plan import anchors
from builder.preview.locating import Box, ink_box, located, rounded
from builder.preview.outlines import extent
from builder.preview.pages import page_sheet
from builder.preview.shapes import Standing, in_formula, in_paper
from builder.preview.structure import PaperDrawn
from builder.preview.svg import SvgSheet, SvgWords
from builder.preview.told import Guards, guarded

DRAWS_PICTURE: Final = " Do\n"
"""What the code of a page has that draws a picture of pixels (ISO 32000-1, 8.8)."""


class PaperSide:
    """The sheets of the latest paper, and those of the one before that are still the same."""

    def __init__(self, picture: Callable[[str], str]) -> None:
        self._picture = picture
        self._drawn: dict[str, DrawnPage] = {}
        self._sheets: dict[str, SvgSheet] = {}
        self.names: dict[int, str] = {}
        self._before: frozenset[str] = frozenset()

    def add(self, drawn: DrawnPage, name: str) -> str:
        """Take a page under its digest; return that."""
        self._drawn.setdefault(name, drawn)
        self.names[drawn.number] = name
        return name

    def keep(self, count: int) -> None:
        """Forget all but the pages that the paper has now, and those that it had before: a page of
        the browser may be about to ask for one that it was told of a moment ago.
        """
        self.names = {number: name for number, name in self.names.items() if number <= count}
        now = frozenset(self.names.values())
        held, self._before = now | self._before, now
        for known in (self._drawn, self._sheets):
            for name in [name for name in list(known) if name not in held]:
                known.pop(name, None)

    def sheet(self, name: str) -> SvgSheet | None:
        """Return a sheet by its digest; None where no page has it any more, or had before."""
        known = self._sheets.get(name)
        drawn = self._drawn.get(name)
        if known is None and drawn is not None:
            known = self._sheets[name] = page_sheet(drawn, self._picture)
        return known

    @property
    def images(self) -> set[str]:
        """The names of the pictures on all sheets that are made."""
        return {name for sheet in list(self._sheets.values()) for name in sheet.images}

    def found(
        self, paper: PaperDrawn, guards: Guards, hurried: Callable[[], bool]
    ) -> Mapping[int, PageMarks] | None:
        """Return what stands on each page: figures, claims and links, and all in reading order.

        None where it is `hurried` and has to be left.
        """
        words = self._by_mark()
        made: defaultdict[int, PageMarks] = defaultdict(PageMarks)
        heights = {number: self._drawn[name].height for number, name in self.names.items()}
        for page, target, text, edges in paper.links:
            if page in heights:
                upright = tuple(_upright(each, heights[page]) for each in edges)
                made[page].links.append(SheetLink(target, text.strip(), upright))
        for block in paper.blocks:
            if hurried():
                return None
            for page, mark, told in block.formulas:
                made[page].found += self._in_formula(page, mark, told)
            drawn: defaultdict[int, list[SvgWords]] = defaultdict(list)
            for page, mark in block.marks:
                drawn[page] += words.get((page, mark), ())
            line = guarded(block.line, guards)
            flat = [each for held in drawn.values() for each in held]
            pages = [page for page, held in drawn.items() for _ in held]
            for found in located(flat, line, heights[pages[0]]) if flat else ():
                for page in dict.fromkeys(pages[at] for at in found.lines):
                    boxes = zip(found.boxes, found.lines, strict=True)
                    own = tuple(box for box, at in boxes if pages[at] == page)
                    made[page].found.append(Standing(found.run, own))
            if drawn:
                first = next(iter(drawn))
                for page, held in drawn.items():
                    made[page].reading.append(
                        {
                            "role": block.role,
                            "text": said(line) if page == first else "",
                            "alt": block.alt if page == first else "",
                            "box": ink_box(held, heights[page]),
                            "lang": block.language,
                        }
                    )
        return made

    def _in_formula(self, page: int, mark: int, told: Line) -> Iterator[Standing]:
        sheet = self.sheet(self.names[page]) if page in self.names else None
        outline = sheet.outline(mark, 0) if sheet is not None else None
        if outline is not None:
            yield from in_formula(told, extent(outline))

    def charted(
        self, gauged: Iterable[Gauged], charts: Mapping[str, ResolvedChart]
    ) -> Iterator[tuple[int, Standing]]:
        """Yield the figures that marks of charts show, each with its page."""
        by_anchor = {anchors.chart(name): chart for name, chart in charts.items()}
        for page, mark, within, gauges in gauged:
            chart = by_anchor.get(within)
            sheet = self.sheet(self.names[page]) if page in self.names else None
            if chart is None or sheet is None:
                continue
            for standing in in_paper(chart, gauges, partial(sheet.outline, mark)):
                yield page, standing

    def _by_mark(self) -> Mapping[tuple[int, int], Sequence[SvgWords]]:
        held: defaultdict[tuple[int, int], list[SvgWords]] = defaultdict(list)
        for number, name in self.names.items():
            sheet = self.sheet(name)
            for words in sheet.words if sheet else ():
                if words.mark >= 0:
                    held[number, words.mark].append(words)
        return held


def _upright(edges: tuple[float, ...], height: float) -> Box:
    """Return a box, from the sheet's upper left corner, by its edges from the lower left one."""
    left, lower, right, upper = edges
    return rounded((left, height - upper, right - left, upper - lower))


class SheetLink(NamedTuple):
    """A link: what it leads to as the files say it, its words, and its boxes by line."""

    target: str
    text: str
    boxes: tuple[Box, ...]


@dataclass
class PageMarks:
    """What stands on a page: owned words, what marks of charts show, links, and everything in
    reading order.
    """

    found: list[Standing] = field(default_factory=list)
    shown: list[Standing] = field(default_factory=list)
    links: list[SheetLink] = field(default_factory=list)
    reading: list[dict[str, Any]] = field(default_factory=list)


def extracted(document: bytes, resource: str) -> bytes:
    """Return a picture of a PDF as a PNG file."""
    import pikepdf
    from PIL import Image

    with pikepdf.open(BytesIO(document)) as pdf:
        for page in pdf.pages:
            held = page.Resources.get("/XObject")
            if held is None or resource not in held:
                continue
            thing: Any = held[resource]
            made = pikepdf.PdfImage(thing).as_pil_image()
            if "/SMask" in thing:
                mask = pikepdf.PdfImage(thing.SMask).as_pil_image().convert("L")
                made = made.convert("RGBA")
                made.putalpha(mask.resize(made.size, Image.Resampling.BICUBIC))
            elif made.mode not in ("RGB", "L", "RGBA"):
                made = made.convert("RGB")
            out = BytesIO()
            made.save(out, "PNG", compress_level=1)
            return out.getvalue()
    return b""
