"""What pages have around their text: takes a plan and a canvas, draws running headers and footers.

And page numbers, which are known only when everything is laid out: `late_number` keeps a place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from math import atan2, hypot
from math import cos as cos_of
from math import sin as sin_of
from typing import Any

from builder.language.dates import word
from builder.model.ledger import entries, said
from builder.model.text import Line, Owner, Run, plain
from builder.outputs.pdf.plan import PaperPlan
from builder.outputs.pdf.plan.items import CoverPage
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write.canvas import PaperCanvas
from builder.outputs.pdf.write.context import Geometry, LayoutContext
from builder.outputs.pdf.write.fonts import number
from builder.outputs.pdf.write.styles import TextStyle
from builder.outputs.pdf.write.typeset import Typesetter
from builder.theme.theme import Colours

_HEADER = 22.0  # from the top of the text to the header's baseline
_FOOTER = 30.0  # from the foot of the text to the footer's baseline
_LOGO = 12.0  # how tall the theme's logo is at the foot
_WIDEST = 60.0  # and how wide at most
_BESIDE = 6.0  # from it to the words
_X_HEIGHT = 0.25  # of the words' size: their middle above the baseline
_SPANNED = 0.5  # of a page's diagonal: a word across it
_HALF_CAPITAL = 0.33  # of the size of a face
_MANY_PAGES = 888
_BETWEEN = 8.0  # at least, from what the foot says to the number
_OPENING = 40.0  # a heading so close to the top of the text opens the page


class Furniture:
    """Draws headers and footers, and remembers which section is open."""

    def __init__(self, plan: PaperPlan, context: LayoutContext) -> None:
        self.plan, self.context = plan, context
        self._section_open: Line = ()
        self._headings_seen = 0
        self._small_logo: Any = None
        self._marked = 0
        self._hairlines: dict[tuple[float, float, float], tuple[str, ...]] = {}

    def draw(self, paper: PaperCanvas, page: Geometry, section: Line = ()) -> None:
        """Draw header (but on the first page) and footer, which count as no use of a figure; on a
        cover neither.

        The header names the section that the page opens with, unless it is given another.
        """
        if paper.page == 1 and isinstance(self.plan.items[0], CoverPage):
            return
        paper.counting, counted = False, paper.counting
        paper.saveState()
        style = self.context.styles.furniture
        left = page.left_of(paper.page)
        right = left + page.width
        if paper.page > 1:
            y = page.bottom + page.height + _HEADER
            section = section or self._section(paper)
            title, section = self._fitting(self.plan.heading, section, page.width)
            with paper.furniture("Header"):
                self._furniture(paper, title, left, y, "header")
                self._furniture(paper, section, right - self._wide(section), y, "header")
                self._hairline(paper, page, y - 6)
        y = page.bottom - _FOOTER
        language, this = self.plan.language, paper.page

        def numbered() -> str:
            return word(language, "page_of", page=this, pages=len(paper._doc.Pages.pages))

        with paper.furniture("Footer"):
            self._hairline(paper, page, y + 13)
            indent = self._logo(paper, left, y)
            # As wide as any number of pages gets; a long publisher goes on in a second line.
            most = word(language, "page_of", page=_MANY_PAGES, pages=_MANY_PAGES)
            room = page.width - indent - self._wide((Run(most),)) - _BETWEEN
            self._furniture(paper, self.plan.footer, left + indent, y, "footer", room)
            late_number(paper, self.context.setter, style, numbered, right, y, "footer")
        paper.restoreState()
        paper.counting = counted

    def _logo(self, paper: PaperCanvas, left: float, baseline: float) -> float:
        """Draw the theme's logo before what the foot says; return how much room it takes."""
        logo = self.context.theme.logo
        if logo is None:
            return 0.0
        from reportlab.lib.utils import ImageReader

        if self._small_logo is None:
            from builder.pictures.raster import laid

            data = laid(logo.file.read_bytes(), self.context.theme.colours.paper)
            self._small_logo = ImageReader(BytesIO(data))
        broad, tall = self._small_logo.getSize()
        width: float = min(_LOGO * broad / tall, _WIDEST)
        height = width * tall / broad
        middle = baseline + self.context.styles.furniture.size * _X_HEIGHT
        paper.drawImage(self._small_logo, left, middle - height / 2, width, height)
        return width + _BESIDE

    def mark(self, paper: PaperCanvas, page: Geometry) -> None:
        """Draw across a page, before what stands on it, how the document stands, if it says so."""
        line = self.plan.watermark
        if not line or paper.page == self._marked:
            return
        self._marked = paper.page
        setter, colours = self.context.setter, self.context.theme.colours
        style = replace(self.context.styles.label, size=100.0, colour=_faint(colours))
        broad, tall = page.page
        size = 100.0 * _SPANNED * hypot(broad, tall) / setter.widths(line, style)[1]
        (set_line,) = setter.set(line, replace(style, size=size), 1e6)
        angle = atan2(tall, broad)
        cos, sin, half = cos_of(angle), sin_of(angle), set_line.width / 2
        x = broad / 2 - half * cos + size * _HALF_CAPITAL * sin
        y = tall / 2 - half * sin - size * _HALF_CAPITAL * cos
        matrix = " ".join(map(number, (cos, sin, -sin, cos, x, y)))
        with paper.furniture("Watermark"):
            paper.say(None, line, "body", "watermark")
            paper.word(f"{said(line)} ")
            paper.late(lambda: f"BT {matrix} Tm {paper.text_code(set_line.spans)} ET")

    def _section(self, paper: PaperCanvas) -> Line:
        """Return the section that the page opens with."""
        top = self.context.geometry.bottom + self.context.geometry.height
        current = self._section_open
        fresh = paper.headings[self._headings_seen :]
        self._headings_seen = len(paper.headings)
        for anchor, heading in fresh:
            if heading.level == 1:
                passed = anchor.page < paper.page
                if passed or anchor.top > top - _OPENING or not current:
                    current = heading.text
                self._section_open = heading.text
        return current

    def _fitting(self, title: Line, section: Line, width: float) -> tuple[Line, Line]:
        """Return title and section, the title cut at its colon where both do not fit."""
        room = width - 30
        if self._wide(title) + self._wide(section) <= room:
            return title, section
        short, colon, _ = plain(title).partition(": ")
        if colon and len(title) == 1:
            cut = (Run(short.rstrip(), owner=title[0].owner),)
            if self._wide(cut) + self._wide(section) <= room:
                return cut, section
        return (), section

    def _wide(self, line: Line) -> float:
        return self.context.setter.widths(line, self.context.styles.furniture)[1]

    def _furniture(
        self,
        paper: PaperCanvas,
        line: Line,
        x: float,
        y: float,
        where: str,
        room: float = 1e6,
    ) -> None:
        style = self.context.styles.furniture
        paper.say(None, line, "body", where)
        paper.word(f"{said(line)} ")
        for at, set_line in enumerate(self.context.setter.set(line, style, room)):
            y -= style.leading if at else 0.0
            for run in set_line.begins:
                paper.record(run, "body", where, y)
            paper.spans(set_line.spans, x, y, 0.0, " ")

    def _hairline(self, paper: PaperCanvas, page: Geometry, y: float) -> None:
        left = page.left_of(paper.page)
        where = left, left + page.width, y
        known = self._hairlines.get(where)
        if known is not None:  # to say it anew on each page takes longer than all else of a foot
            paper.show(known)
            return
        begun = len(paper._code)
        paper.setStrokeColor(self.context.theme.colours.grid)
        paper.setLineWidth(0.5)
        paper.line(left, y, left + page.width, y)
        self._hairlines[where] = tuple(paper._code[begun:])


def _faint(colours: Colours) -> str:
    """Return the colour between the paper's and its rules', a third of the way."""
    pairs = ((colours.paper[at : at + 2], colours.grid[at : at + 2]) for at in (1, 3, 5))
    mixed = ((2 * int(paper, 16) + int(grid, 16)) // 3 for paper, grid in pairs)
    return "#" + "".join(f"{each:02X}" for each in mixed)


def late_number(
    paper: PaperCanvas,
    setter: Typesetter,
    style: TextStyle,
    text: Callable[[], str],
    right: float,
    baseline: float,
    within: str,
    element: Element | None = None,
    told: Callable[[str], str] | None = None,
) -> None:
    """Keep a place for words that end at `right`; `text` says them when the file is finished.

    They are content of `element`, if they are of any; `told` says them to who hears them.
    """
    page = paper.page
    left, bottom = paper.origin

    heard = Element("Span", element) if element is not None and told else element

    def line() -> Line:
        return (Run(text(), owner=Owner("furniture", text(), "page")),)

    def code() -> str:
        (run,) = line()
        if heard is not None and told:
            heard.printed, heard.spoken = run.text, told(run.text)
        (set_line,) = setter.set((run,), style, 1e6)
        paper.drawn += entries((run,), "body", within, page)
        if element is not None:
            element.words += (f" {text()}",)
        start = f"BT 1 0 0 1 {number(left + right - set_line.width)} {number(bottom + baseline)} Tm"
        return f"{start} {paper.text_code(set_line.spans)} ET"

    paper.say(element, line, "body", within)
    paper.word(lambda: f" {text()} ")
    if heard is not None:
        paper.mark(heard)
    paper.late(code)
    paper.unmark()
