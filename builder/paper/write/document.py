"""The paper as a Platypus document: one frame a page, running header and footer, one pass."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import ActionFlowable, BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from builder.model.text import Line, Run, plain
from builder.model.words import word
from builder.paper.plan import PaperPlan
from builder.paper.plan.items import Item, Register, SectionHeading
from builder.paper.write.canvas import PaperCanvas
from builder.paper.write.desk import Desk
from builder.paper.write.flowables import Setting
from builder.paper.write.late import late_number
from builder.paper.write.setters.back import register
from builder.paper.write.setters.registry import set_items
from builder.paper.write.stack import Stack

_HEADER = 22.0  # from the top of the text to the header's baseline
_FOOTER = 30.0  # from the foot of the text to the footer's baseline
_OPENING = 40.0  # a heading so close to the top of the text opens the page


class Later(ActionFlowable):
    """Adds to the story what can be set only when all before it stands on its pages."""

    def __init__(self, story: list[Flowable], more: Callable[[PaperCanvas], list[Setting]]) -> None:
        super().__init__()
        self.story, self.more = story, more

    def apply(self, doc: BaseDocTemplate) -> None:
        """Set what was waiting."""
        self.story.extend(self.more(cast(PaperCanvas, doc.canv)))


class PaperDocument(BaseDocTemplate):
    """Lays a plan out on pages and writes them to a buffer."""

    def __init__(self, plan: PaperPlan, desk: Desk) -> None:
        self.plan, self.desk = plan, desk
        self.buffer = BytesIO()
        self._section_open: Line = ()
        self._headings_seen = 0
        page = desk.geometry
        super().__init__(
            self.buffer,
            pagesize=tuple(page.page),
            title=plan.title,
            author=", ".join(plan.authors) or plan.publisher,
            subject=plan.subtitle,
            creator="Paperdeck",
            producer="Paperdeck",
            lang=plan.language,
            invariant=1,
            pageCompression=1,
            initialFontName=desk.theme.serif.regular,
        )
        frame = Frame(page.left, page.bottom, page.width, page.height, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", [frame], onPageEnd=self._furnish))

    def lay_out(self) -> PaperCanvas:
        """Set every item and write the pages; return the canvas and what it remembers."""
        early, late = _parted(self.plan.items)
        story: list[Flowable] = list(set_items(early, self.desk))
        story.append(Later(story, lambda paper: self._register(late, paper)))
        self.build(story, canvasmaker=PaperCanvas)
        return cast(PaperCanvas, self.canv)

    def _register(self, late: list[Item], paper: PaperCanvas) -> list[Setting]:
        """Set the register, now that the figures' pages are known; its own do not count."""
        paper.counting = False
        leads: list[Setting] = []
        for item in late:
            if isinstance(item, Register):
                table = register(item, self.desk, paper.figure_pages)
                return [Stack([*leads, table], head=len(leads))]
            leads += set_items([item], self.desk)
        return leads

    def _furnish(self, canvas: Canvas, document: object) -> None:
        """Draw header (but on the first page) and footer, which count as no use of a figure."""
        paper = cast(PaperCanvas, canvas)
        paper.counting, counted = False, paper.counting
        paper.saveState()
        page, style = self.desk.geometry, self.desk.styles.furniture
        right = page.left + page.width
        if paper.page > 1:
            y = page.bottom + page.height + _HEADER
            title, section = self._fitting(self.plan.heading, self._section(paper))
            self._furniture(paper, title, page.left, y, "header")
            self._furniture(paper, section, right - self._wide(section), y, "header")
            self._hairline(paper, y - 6)
        y = page.bottom - _FOOTER
        self._hairline(paper, y + 13)
        self._furniture(paper, self.plan.footer, page.left, y, "footer")
        language, this = self.plan.language, paper.page

        def numbered() -> str:
            return word(language, "page_of", page=this, pages=len(paper._doc.Pages.pages))

        late_number(paper, self.desk.setter, style, numbered, right, y, "footer")
        paper.restoreState()
        paper.counting = counted

    def _section(self, paper: PaperCanvas) -> Line:
        """Return the section that the page opens with."""
        top = self.desk.geometry.bottom + self.desk.geometry.height
        current = self._section_open
        fresh = paper.headings[self._headings_seen :]
        self._headings_seen = len(paper.headings)
        for anchor, heading in fresh:
            if heading.level == 1:
                if anchor.top > top - _OPENING or not current:
                    current = heading.text
                self._section_open = heading.text
        return current

    def _fitting(self, title: Line, section: Line) -> tuple[Line, Line]:
        """Return title and section, the title cut at its colon where both do not fit."""
        room = self.desk.geometry.width - 30
        if self._wide(title) + self._wide(section) <= room:
            return title, section
        short, colon, _ = plain(title).partition(": ")
        if colon and len(title) == 1:
            cut = (Run(short, owner=title[0].owner),)
            if self._wide(cut) + self._wide(section) <= room:
                return cut, section
        return (), section

    def _wide(self, line: Line) -> float:
        return self.desk.setter.widths(line, self.desk.styles.furniture)[1]

    def _furniture(self, paper: PaperCanvas, line: Line, x: float, y: float, where: str) -> None:
        for set_line in self.desk.setter.set(line, self.desk.styles.furniture, 1e6):
            for run in set_line.begins:
                paper.record(run, "body", where, y)
            paper.spans(set_line.spans, x, y, 0.0, " ")

    def _hairline(self, paper: PaperCanvas, y: float) -> None:
        page = self.desk.geometry
        paper.setStrokeColor(self.desk.theme.colours.grid)
        paper.setLineWidth(0.5)
        paper.line(page.left, y, page.left + page.width, y)


def _parted(items: tuple[Item, ...]) -> tuple[list[Item], list[Item]]:
    """Return the items before the register's heading, and those from it on."""
    for index, item in enumerate(items):
        if isinstance(item, Register):
            start = index - isinstance(items[index - 1], SectionHeading)
            return list(items[:start]), list(items[start:])
    return list(items), []
