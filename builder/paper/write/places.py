"""What the finished paper must say, place by place: takes the canvas that drew it, returns places.

The structure tree is walked as it will be written (ISO 32000-1, 14.7), but the texts are the
plan's, as they were before lines were broken: a reader that walks the finished tree must meet the
same texts in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from builder.model.ledger import WHOLE_FILE, Channel, Owned, Place, owned_in, said
from builder.paper.tags.structure import Element, LinkBox, Mark, Saying
from builder.paper.tags.tree import UNSAID
from builder.paper.write.canvas import destination

if TYPE_CHECKING:
    from builder.paper.plan import PaperPlan
    from builder.paper.write.canvas import PaperCanvas

INLINE: Final = frozenset({"Span", "Link", "Reference"})
"""Structure types whose words belong to those of the element that they stand in."""

ASIDE: Final = "Artifact"


def places(plan: PaperPlan, paper: PaperCanvas) -> tuple[Place, ...]:
    """Return every place of a paper that is laid out: its text, then each page's furniture."""
    text = _below(paper.marks.root)
    furniture = (_place(page, ASIDE, paper.asides[page]) for page in sorted(paper.asides))
    outline = (Place(page, "outline", "", "bookmark", title) for page, title in paper.outline)
    return (*text, *furniture, *outline, *_properties(plan))


def _properties(plan: PaperPlan) -> Iterator[Place]:
    """Yield what the file says of itself as a whole."""
    said = {
        "Title": plan.title,
        "Author": ", ".join(plan.authors) or plan.publisher,
        "Subject": plan.subtitle,
        "Language": plan.language,
    }
    for name, text in said.items():
        if text:
            yield Place(WHOLE_FILE, "properties", "", name, text)


def page_words(paper: PaperCanvas) -> dict[int, str]:
    """Return all that each page says, in the order in which it is drawn."""
    return {
        page: "".join(each() if callable(each) else each for each in words)
        for page, words in paper.words.items()
    }


def _below(element: Element) -> Iterator[Place]:
    """Yield the places of an element and of those in it, in reading order."""
    if element.role not in INLINE:
        sayings, pages = _sayings(element), list(_pages(element))
        page = _page(element)
        if sayings or element.role in ("TH", "TD"):
            yield _place(page, element.role, sayings, pages)
        if element.alt:
            within = sayings[0].within if sayings else element.about
            yield Place(
                page, "alt", within, element.role, said(element.alt), tuple(owned_in(element.alt))
            )
    for target in element.leads:
        page = _page(element)
        goal = f"#{destination(target[1:])}" if target.startswith("#") else target
        yield Place(page, "link", "", "Link", goal)
        yield Place(page, "tooltip", "", "Link", element.says or UNSAID)
    for kid in element.kept():
        if isinstance(kid, Element):
            yield from _below(kid)


def _sayings(element: Element) -> list[Saying]:
    """Return the lines of an element and of those in it that are no blocks of their own."""
    found = list(element.said)
    for kid in element.kept():
        if isinstance(kid, Element) and kid.role in INLINE:
            found += _sayings(kid)
    return found


def _pages(element: Element) -> Iterator[int]:
    yield from element.pages
    for kid in element.kept():
        if isinstance(kid, Element) and kid.role in INLINE:
            yield from _pages(kid)


def _page(element: Element) -> int:
    """Return the page, from 1, on which an element begins."""
    for kid in element.kept():
        if isinstance(kid, Mark | LinkBox):
            return kid.page + 1
        page = _page(kid)
        if page:
            return page
    return 0


def _place(page: int, part: str, sayings: Iterable[Saying], pages: Iterable[int] = ()) -> Place:
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
    return Place(page, channel, within, part, " ".join(texts), tuple(owned))
