"""The paper's canvas: draws set lines, notes what stands on which page, fills in late numbers.

Page numbers of the contents and the number of pages are known only when all is laid out. Their
places are kept in the page's code as comments and replaced before the file is written, so that
one pass over the story is enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas

from builder.memory import memory, remembered_of
from builder.model.ledger import Channel, Entry
from builder.model.links import emitted
from builder.model.text import Line, Run, join
from builder.outputs.pdf.marking import END, artifact, enclosed
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import SectionHeading
from builder.outputs.pdf.tags import Element, Marks, Saying
from builder.outputs.pdf.write import fonts
from builder.outputs.pdf.write.annotating import Box, annotate, leading
from builder.outputs.pdf.write.atoms import TypeSpan, letters
from builder.outputs.pdf.write.bookmarks import bookmark
from builder.outputs.pdf.write.cited import Citations
from builder.outputs.pdf.write.fonts import number, rgb
from builder.outputs.pdf.write.showing import text_code
from builder.outputs.pdf.write.watching import Watcher, fill_in, tell

_ABOUT: Final = {"label", "as_of"}  # forms that say something about a figure, not the figure
_LATES: Final = re.compile(r"%late (\d+)%")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where something stands: page from 1, height of its top in points from the page's foot."""

    page: int
    top: float


def _size(made: Sequence[object]) -> int:
    """Return the bytes that what is remembered of a line takes, with what it is found by."""
    return 400 + 2 * len(made)


class PaperCanvas(Canvas):
    """A canvas that remembers what it drew.

    `anchors` are places by name, `led_to` the names that links and outline use, `headings` in
    order with their places, `drawn` the owned texts with their pages, `figure_pages` the pages of
    each figure, `citations` those of works (both grow while `counting`), `marks` the structure,
    `asides` what furniture says on each page, `words` all that each page says as it is drawn,
    `outline` the entries of the outline with their pages, the latest `outlined` levels deep,
    `tells` what links say whose words do not, `watched` who is told of pages, `stressed` whether
    bold and italics are elements. What is drawn is seen from `origin`.
    """

    _doc: Any
    watched: Watcher | None = None
    _code: list[str]
    _currentMatrix: tuple[float, ...]
    _pageNumber: int
    _addAnnotation: Any
    _annotationrefs: Any

    def __init__(self, *args: Any, **options: Any) -> None:
        self.anchors: dict[str, Anchor] = {}
        self.led_to: set[str] = set()
        self.figure_pages: dict[str, list[int]] = {}
        self.citations = Citations()
        self.drawn: list[Entry] = []
        self.headings: list[tuple[Anchor, SectionHeading]] = []
        self.counting, self.outlined, self.stressed = True, 0, False
        self._late: list[Callable[[], str]] = []
        self.marks = Marks()
        self.asides: dict[int, list[Saying]] = {}
        self.words: dict[int, list[str | Callable[[], str]]] = {}
        self.outline: list[tuple[int, str]] = []
        self._marked: Element | None = None
        self.tells: Callable[[str], str] = str
        self._aside, self.origin = 0, (0.0, 0.0)
        super().__init__(*args, **options)
        self.encoder = fonts.Encoder(self._doc)

    @property
    def page(self) -> int:
        """The number of the page that is being drawn, from 1."""
        return self._pageNumber

    def absolutePosition(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point seen from the present origin is on the page."""
        a, b, c, d, e, f = self._currentMatrix
        left, bottom = self.origin
        x, y = left + x, bottom + y
        return a * x + c * y + e, b * x + d * y + f

    @contextmanager
    def moved(self, x: float = 0.0, y: float = 0.0) -> Iterator[None]:
        """Let all that is drawn meanwhile begin at a point: what knows nothing of `origin` too."""
        self.origin, (left, bottom) = (0.0, 0.0), self.origin
        self.saveState()
        self.translate(left + x, bottom + y)
        yield
        self.restoreState()
        self.origin = (left, bottom)

    def box(self, left: float, bottom: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        x, y = self.origin
        edges = " ".join(map(number, (x + left, y + bottom, width, height)))
        self._code.append(f"q {rgb(colour)} rg {edges} re f Q")

    def anchor(self, name: str, top: float = 0.0) -> None:
        """Make a place that links can lead to, at height `top` in present coordinates."""
        if name in self.anchors:
            return
        self.anchors[name] = Anchor(self.page, self.absolutePosition(0, top)[1])
        self.marks.begun.append(name)

    def heading(self, heading: SectionHeading, top: float, element: Element | None = None) -> None:
        """Enter a heading into the outline, and remember it for the running header."""
        self.anchor(heading.anchor, top)
        self.headings.append((self.anchors[heading.anchor], heading))
        level = int(element.role[1:]) if element is not None else heading.level
        called = join((line for line in (heading.number, heading.text) if line), " ")
        bookmark(self, called, heading.anchor, self.anchors[heading.anchor].top, level)

    def headed(self, text: Line, anchor: str, top: float, element: Element) -> None:
        """Enter into the outline what heads no section: the title, a box, a list; as deep as the
        structure has it, so that both agree.
        """
        if not self._aside:
            self.anchor(anchor, top)
            bookmark(self, text, anchor, self.anchors[anchor].top, int(element.role[1:]))

    def record(self, run: Run, channel: Channel, within: str, top: float) -> None:
        """Note that an owned run stands here, and where its figure can be found on this page."""
        if run.owner is None:
            return
        owner = run.owner
        self.drawn.append(
            Entry(owner.kind, owner.id, owner.form, run.text, channel, within, self.page)
        )
        if owner.kind != "figure" or channel == "alt" or not self.counting:
            return
        if not _ABOUT.intersection(owner.form.split("|")):
            pages = self.figure_pages.setdefault(owner.id, [])
            if self.page not in pages:
                pages.append(self.page)
                self.anchor(anchors.figure_use(owner.id, self.page), top)

    def say(
        self,
        element: Element | None,
        line: Line | Callable[[], Line],
        channel: Channel,
        within: str,
    ) -> None:
        """Note that a line begins here, as the plan has it: in an element, or in furniture."""
        saying = Saying(line, channel, within)
        if self._aside or element is None:
            self.asides.setdefault(self.page, []).append(saying)
        else:
            element.said += (saying,)

    def word(self, words: str | Callable[[], str]) -> None:
        """Note words as they are drawn; what comes late is made when it is asked for."""
        self.words.setdefault(self.page, []).append(words)

    def link(
        self, target: str, left: float, bottom: float, right: float, top: float, element: Element
    ) -> None:
        """Make a rectangle lead to a URL, or to an anchor of the paper (`#anchor`).

        `element` is the link whose words stand there. Furniture leads nowhere.
        """
        if self._aside:
            return
        if target.startswith("#"):
            # By name, not by ReportLab's own reference: the name may belong to a later page, and
            # names let other documents lead here too (ISO 32000-1, 12.3.2.3).
            self.led_to.add(target[1:])
            leads = f"/Dest <{anchors.destination(target[1:]).encode().hex()}>"
        else:
            leads = leading(emitted(target, beside=True), self._doc)
        element.told = element.told or self.tells(target)
        self.lay("Link", (left, bottom, right, top), element, target, leads)

    def lay(self, kind: str, box: Box, element: Element, *more: str) -> None:
        """Lay an annotation over a rectangle; see `annotate`."""
        annotate(self, kind, box, element, *more)

    def mark(self, element: Element) -> None:
        """Let what is drawn from here on be an element's content, until `unmark`."""
        if self._aside:
            return
        self.marks.stand(element)
        if self._marked is element:
            return
        self.unmark()
        self._code.append(self.marks.begin(element, self.page - 1))
        self._marked = element

    def unmark(self) -> None:
        """End the marked content that `mark` began, if any."""
        if self._marked is not None:
            self._code.append(END)
            self._marked = None

    @contextmanager
    def furniture(self, subtype: str = "", kind: str = "Pagination") -> Iterator[None]:
        """Let what is drawn meanwhile be no part of the text: repeated on pages, `subtype` Header
        or Footer where it is one, or of another `kind` (ISO 32000-1, table 330).
        """
        self.unmark()
        self._code.append(artifact(kind, subtype))
        self._aside += 1
        try:
            yield
        finally:
            self._aside -= 1
            self._code.append(END)

    def spans(self, spans: Sequence[TypeSpan], x: float, y: float, extra: float, tail: str) -> None:
        """Draw spans from (`x`, `y`) on the baseline; `extra` widens each space, in points."""
        left, bottom = self.origin
        start = f"BT 1 0 0 1 {number(left + x)} {number(bottom + y)} Tm"
        if memory() is None:
            code = self.text_code(spans, extra, tail)
        else:  # the same letters may be other glyphs of this paper's fonts than of another's
            shows = remembered_of(spans, ("letters", tail), lambda: letters(spans, tail), _size)
            shown = tuple([self.encoder.shown(name, text) for name, text in shows])
            key = "code", extra, tail, shown
            code = remembered_of(spans, key, lambda: self.text_code(spans, extra, tail), _size)
        self._code.append(f"{start} {code} ET")

    def show(self, code: Iterable[str]) -> None:
        """Draw what operators show."""
        self._code += code

    def text_code(self, spans: Iterable[TypeSpan], extra: float = 0.0, tail: str = "") -> str:
        """Return the operators that show spans one after another."""
        return text_code(self.encoder, spans, extra, tail)

    def late(self, code: Callable[[], str]) -> None:
        """Keep a place for operators that are known only when everything is laid out."""
        self.addLiteral(f"%late {len(self._late)}%")
        self._late.append(code)

    def showPage(self) -> None:
        """End the page, all that was drawn without a mark being no part of the text."""
        self._code = list(enclosed(self._code))
        super().showPage()
        tell(self, len(self._doc.Pages.pages))

    def save(self) -> None:
        """Fill in what came late, then write the file."""
        if self._code:
            self.showPage()
        codes = (code() for code in self._late)
        fill_in(self, lambda stream: _LATES.sub(lambda _: next(codes), stream))
        super().save()

    def forget(self) -> None:
        """Let go of what was told late: it leads back here, so that nothing else would do so until
        somebody looked for such circles.
        """
        self._late.clear()
        self.words.clear()
        self.asides.clear()
        self.marks.root.forget()
