"""What the finished paper must say, place by place: takes the canvas that drew it, returns places.

The structure tree is walked as it will be written (ISO 32000-1, 14.7), but the texts are the
plan's, as they were before lines were broken: a reader that walks the finished tree must meet the
same texts in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from builder.model.gauge import Gauged
from builder.model.ledger import WHOLE_FILE, Channel, LedgerPlace, Owned, heard_part, owned_in, said
from builder.outputs.pdf.plan.anchors import destination
from builder.outputs.pdf.tags import INLINE, UNSAID, Element, Kid, MarkedContent, Saying

if TYPE_CHECKING:
    from builder.outputs.pdf.plan import PaperPlan
    from builder.outputs.pdf.write.canvas import PaperCanvas

ASIDE: Final = "Artifact"


def places(plan: PaperPlan, paper: PaperCanvas) -> tuple[LedgerPlace, ...]:
    """Return every place of a paper that is laid out: its text, then each page's furniture."""
    text: list[LedgerPlace] = []
    _gather(paper.marks.root, text)
    furniture = (_place(at, ASIDE, map(_seen, paper.asides[at])) for at in sorted(paper.asides))
    outline = (LedgerPlace(page, "outline", "", "bookmark", title) for page, title in paper.outline)
    return (*text, *furniture, *outline, *_properties(plan))


def _seen(saying: Saying) -> Saying:
    """Leave out the formulas of furniture, as in headers repeated: nothing tells outlines there."""
    line = tuple(run for run in saying.runs if run.formula is None)
    return Saying(line, saying.channel, saying.within)


def _properties(plan: PaperPlan) -> Iterator[LedgerPlace]:
    """Yield what the file says of itself as a whole."""
    said = {
        "Title": plan.title,
        "Author": ", ".join(plan.authors) or plan.publisher,
        "Subject": plan.description,
        "Keywords": ", ".join(plan.keywords),
        "Language": plan.language,
    }
    for name, text in said.items():
        if text:
            yield LedgerPlace(WHOLE_FILE, "properties", "", name, text)


def gauged(paper: PaperCanvas) -> tuple[Gauged, ...]:
    """Return what the marks of each chart measure, as it is drawn on its page."""
    return tuple(
        Gauged(mark.page + 1, mark.number, element.about, gauges)
        for element, gauges in paper.marks.gauged
        for mark in element.kids
        if gauges and isinstance(mark, MarkedContent)
    )


def page_words(paper: PaperCanvas) -> dict[int, str]:
    """Return all that each page says, in the order in which it is drawn."""
    return {
        page: "".join(each() if callable(each) else each for each in words)
        for page, words in paper.words.items()
    }


def _gather(element: Element, found: list[LedgerPlace]) -> None:
    """Add the places of an element and of those in it to those found, in reading order."""
    kids = list(element.kept())
    page = _page(kids)
    if element.role not in INLINE:
        sayings, pages = list(element.said), list(element.pages)
        _gather_inline(kids, sayings, pages)
        if sayings or element.role in ("TH", "TD"):
            found.append(_place(page, element.role, sayings, pages))
        if element.alt:
            within = sayings[0].within if sayings else element.about
            owned = tuple(owned_in(element.alt))
            found.append(LedgerPlace(page, "alt", within, element.role, said(element.alt), owned))
    if element.spoken:
        part = heard_part("ActualText", element.printed)
        found.append(LedgerPlace(page, "alt", "", part, element.spoken))
    if element.long:
        found.append(LedgerPlace(page, "alt", "", heard_part("E", element.printed), element.long))
    for target in element.leads:
        goal = f"#{destination(target[1:])}" if target.startswith("#") else target
        found.append(LedgerPlace(page, "link", "", "Link", goal))
        found.append(LedgerPlace(page, "tooltip", "", "Link", element.says or UNSAID))
    for kid in kids:
        if isinstance(kid, Element):
            _gather(kid, found)


def _gather_inline(kids: Iterable[Kid], sayings: list[Saying], pages: list[int]) -> None:
    """Add the lines of those kids that are no blocks of their own, and their owned runs' pages."""
    for kid in kids:
        if isinstance(kid, Element) and kid.role in INLINE:
            sayings += kid.said
            pages += kid.pages
            _gather_inline(kid.kept(), sayings, pages)


def _page(kids: Iterable[Kid]) -> int:
    """Return the page, from 1, on which an element of these kids begins."""
    for kid in kids:
        if not isinstance(kid, Element):
            return kid.page + 1
        page = _page(kid.kept())
        if page:
            return page
    return 0


def _place(
    page: int, part: str, sayings: Iterable[Saying], pages: Iterable[int] = ()
) -> LedgerPlace:
    """Return the place of what is said one after another, a space between."""
    texts: list[str] = []
    owned: list[Owned] = []
    start, where = 0, iter(pages)
    within = ""
    channel: Channel = "body"
    for saying in sayings:
        line = saying.runs
        within, channel = within or saying.within, saying.channel
        texts.append(said(line))
        owned += owned_in(line, start, where)
        start += len(texts[-1]) + 1
    return LedgerPlace(page, channel, within, part, " ".join(texts), tuple(owned))
