"""The paper laid out: takes a plan, sets its items and draws them page by page, in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Final

from builder.memory import memory
from builder.model.text import Line
from builder.outputs.pdf.plan import PaperPlan
from builder.outputs.pdf.plan.endings import BibliographyEntry, Endnote, Register, telling
from builder.outputs.pdf.plan.items import Item, SectionHeading
from builder.outputs.pdf.standards import STANDARDS
from builder.outputs.pdf.write.beside import NotesBeside
from builder.outputs.pdf.write.canvas import PaperCanvas
from builder.outputs.pdf.write.context import Geometry, LayoutContext
from builder.outputs.pdf.write.filler import Stand
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.footnotes import Footnotes
from builder.outputs.pdf.write.furniture import Furniture
from builder.outputs.pdf.write.page import Page, in_reading_order
from builder.outputs.pdf.write.pages import PageMaker
from builder.outputs.pdf.write.setters import set_story
from builder.outputs.pdf.write.setters.back import endnote, register
from builder.outputs.pdf.write.setters.references import reference
from builder.outputs.pdf.write.signs import Signs
from builder.outputs.pdf.write.tapes import TapedCanvas
from builder.outputs.pdf.write.watching import Watcher, tell_whole
from builder.outputs.pdf.write.ways import story_of

_FIRST: Final = 2  # rows of the register that stand below its heading


class PaperDocument:
    """Lays a plan out on pages and writes them to a buffer."""

    def __init__(self, plan: PaperPlan, context: LayoutContext) -> None:
        self.plan, self.context = plan, context
        self.buffer = BytesIO()
        self.paper = _canvas(plan, context, self.buffer)
        self.paper.citations.in_notes = _cited_in(plan.items)
        self.furniture = Furniture(plan, context)
        self.beside = NotesBeside()
        listed = tuple(item for item in plan.items if isinstance(item, Endnote) and item.at_foot)
        self.signs = Signs(context, listed)
        notes = {item.mark: endnote(item, context) for item in listed}
        self.signs.give(notes.values(), listed)
        self.notes = Footnotes(
            notes,
            context.column.left,
            context.styles.note.leading,
            context.geometry.height,
            context.theme.colours.soft,
        )

    def lay_out(self, watched: Watcher | None = None) -> PaperCanvas:
        """Set every item and write the pages, of which `watched` is told; return the canvas and
        what it remembers."""
        self.paper.watched = watched
        early, late = _parted(self.plan.items)
        story = story_of(set_story(early, self.context))
        self.signs.give(story, early)
        maker = PageMaker(story, self.context.geometry.area, self.notes, self.signs.ground)
        turned = [at for at, setting in enumerate(story) if setting.turned]
        maker.whole, maker.follows = not late, self._begins(late)
        page, stand, drawn = Page(), Stand(ahead=frozenset(turned)), 0
        while True:
            page, stand = maker.fill(page, stand)
            self._draw(page, drawn)
            drawn = len(page.placed)
            passed = [at for at in turned if at < stand.at]
            turned = turned[len(passed) :]
            done = maker.done(stand)
            if done and not (late or passed or stand.carried):
                self._end(page)
                break
            if page.full or (done and passed):
                self._end(page)
                page, drawn = Page(), 0
                for at in passed:
                    stand = self._turned(story, at, stand)
            if done and late:
                story.extend(self._register(late))
                late, maker.whole = [], True
            elif done and not stand.carried:
                break
        self.paper.save()
        tell_whole(self.paper)
        return self.paper

    def _begins(self, late: Sequence[Item]) -> float:
        """Return how tall heading, introduction and first rows of the register stand, if it comes
        next: about, for the pages of its figures are not known yet.
        """
        if len(late) < 2 or not isinstance(late[1], Register):
            return 0.0
        first = late[1].groups[0]
        begun = replace(late[1], groups=(replace(first, rows=first.rows[:_FIRST]),))
        area, problems = self.context.geometry.area, self.context.setter.problems.found
        told = len(problems)
        made = [*set_story(late[:1], self.context), *register(begun, self.context)]
        del problems[told:]  # they are found again
        return sum(
            each.getSpaceBefore() + each.measured(area.width if each.across else area.column)
            for each in made
        )

    def _turned(self, story: Sequence[Setting], at: int, stand: Stand) -> Stand:
        """Draw a setting alone on turned pages, under the name of the section that it stands in.

        Return the stand with the notes that have a place there.
        """
        geometry = self.context.geometry.turned
        maker = PageMaker(story_of([story[at]]), geometry.area, self.notes)
        opened = [one.item for one in story[:at] if one.opens]
        section = opened[-1].text if opened and isinstance(opened[-1], SectionHeading) else ()
        own = Stand(stood=stand.stood)
        while not maker.done(own) or own.carried:
            page, own = maker.fill(Page(), own)
            placed = tuple(replace(one, order=at) for one in page.placed)
            self._draw(replace(page, placed=placed), 0, geometry)
            self._end(page, geometry, section)
        return replace(stand, stood=own.stood)

    def _draw(self, page: Page, drawn: int, geometry: Geometry | None = None) -> None:
        """Draw what stands on a page, but for the first `drawn` settings, which are drawn."""
        geometry = geometry or self.context.geometry
        left, top = geometry.left_of(self.paper.page), geometry.bottom + geometry.height
        if not drawn:
            self.furniture.mark(self.paper, geometry)
            self.beside.begin(self.paper)
        for one in in_reading_order(page.placed[drawn:]):
            self.paper.marks.order = one.order
            x, y = left + one.left, top - one.top - one.setting.height
            if isinstance(self.paper, TapedCanvas):
                self.paper.set(one.setting, x, y, self.context.setter.problems)
            else:
                one.setting.drawOn(self.paper, x, y)
            self.beside.passed(self.paper, one)

    def _end(self, page: Page, geometry: Geometry | None = None, section: Line = ()) -> None:
        geometry = geometry or self.context.geometry
        left = geometry.left_of(self.paper.page)
        for foot in page.feet:
            for note, x, y in self.notes.placed(self.paper, foot, left, geometry.bottom):
                self.beside.draw(self.paper, note, x, y)
        self.furniture.draw(self.paper, geometry, section)
        self.paper.setPageSize((geometry.page.width, geometry.page.height))
        self.paper.showPage()

    def _register(self, late: list[Item]) -> list[Setting]:
        """Set the register, now that the figures' pages are known; its own do not count."""
        self.paper.counting = False
        settings: list[Setting] = []
        for item in late:
            pages: Mapping[str, Sequence[int]] = {}
            if isinstance(item, Register):
                pages = self.paper.figure_pages
                made = register(item, self.context, self.paper.figure_pages)
            elif isinstance(item, BibliographyEntry):
                pages = self.paper.citations.pages
                made = [reference(item, self.context, self.paper.citations.pages)]
            else:
                made = set_story([item], self.context)
            on = tuple((name, tuple(found)) for name, found in pages.items())
            for number, setting in enumerate(made):
                self.signs.give_one(setting, item, (on, number))
                setting.shared = len(made) > 1  # their elements are not theirs alone
            settings += made
        return settings


def _cited_in(items: Iterable[Item]) -> dict[int, tuple[str, ...]]:
    """Return the works that each note cites, by its number."""
    found = {}
    for item in items:
        if isinstance(item, Endnote):
            owners = (run.owner for run in item.text if run.owner is not None)
            keys = [owner.id for owner in owners if owner.kind == "reference"]
            found[item.mark] = tuple(dict.fromkeys(keys))
    return found


def _canvas(plan: PaperPlan, context: LayoutContext, buffer: BytesIO) -> PaperCanvas:
    paper = (PaperCanvas if memory() is None else TapedCanvas)(
        buffer,
        pagesize=tuple(context.geometry.page),
        lang=plan.language,
        invariant=1,
        pageCompression=1,
        initialFontName=context.theme.serif.regular,
    )
    paper.setTitle(plan.title)
    paper.setAuthor(", ".join(plan.authors) or plan.publisher)
    paper.setSubject(plan.description)
    if plan.keywords:
        paper.setKeywords(", ".join(plan.keywords))
    paper.setCreator("Paperdeck")
    paper.setProducer("Paperdeck")
    paper.stressed = STANDARDS[plan.standard].is_second
    paper.tells = telling(plan.items, plan.language).of
    return paper


def _parted(items: tuple[Item, ...]) -> tuple[list[Item], list[Item]]:
    """Return the items before the first list that names pages, with its heading, and those from it
    on; not those notes that stand at the foot of pages.
    """
    items = tuple(item for item in items if not (isinstance(item, Endnote) and item.at_foot))
    for index, item in enumerate(items):
        if isinstance(item, Register | BibliographyEntry):
            start = index - isinstance(items[index - 1], SectionHeading)
            return list(items[:start]), list(items[start:])
    return list(items), []
