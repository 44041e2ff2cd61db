"""The handout: every slide of the deck as a picture, its notes beside it, on pages to print.

    handout(deck, theme, problems) -> Handout -> plan_handout(handout, briefing) -> PaperPlan
    set_handout(plan, theme) -> SetPaper

It stands on the deck's plan, made without python-pptx, and the paper's pages, and neither knows of
it. Its own plan is set like the paper's: a small title, then slide by slide its picture and notes.
What a new layout or block of the deck needs here is nothing; a type of native chart is a rule in
`charts`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from builder.frozen import dataclass
from builder.model.briefing import Briefing
from builder.model.ledger import Channel, Entry
from builder.model.text import Line, Run, words
from builder.outputs.handout.picture import picture as pictured
from builder.outputs.handout.tagging import SLIDE, SlidePicture, in_words_of, is_panel, slide_anchor
from builder.outputs.handout.typesetting import Setter
from builder.outputs.pdf import write_paper
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import Item, TitleBlock
from builder.outputs.pdf.plan.matter import edition, fingerprint
from builder.outputs.pdf.plan.paper import PaperPlan, item_for, plan_of
from builder.outputs.pdf.plan.planner import Planner, ledger_of, named
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.ledger import BEHIND, FOOTER
from builder.outputs.pptx.plan.model import TableItem
from builder.problems import Problems
from builder.theme.theme import Theme

if TYPE_CHECKING:
    from builder.model.ledger import LedgerPlace
    from builder.outputs.pdf import SetPaper


_UPPER, _LOWER = 17.0, 18.0
"""Millimetres above and below the text, at most: two slides and their notes share a page. Only the
footer stands lower, clear of the 6 mm that printers leave blank at the edge of a sheet.
"""

BETWEEN = " – "
_PRINTED = ("body", "notes", "alt")


@dataclass(frozen=True)
class SlideView:
    """One slide: `picture` in the slide's own points, `alt` what it says to those who cannot see.

    `notes` are the author's, `grounds` name the sources and where the paper says more.
    `section` is the name of the section that it opens, empty for all but the first slide of one.
    """

    number: int
    title: Line
    picture: SlidePicture
    notes: tuple[Line, ...]
    grounds: tuple[Line, ...] = ()
    section: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Handout:
    """A deck to be printed: its slides in order, and the ledger of what they must print.

    An entry's page is its slide's number.
    """

    slides: tuple[SlideView, ...]
    ledger: tuple[Entry, ...]


@dataclass(frozen=True)
class HandoutHead(TitleBlock):
    """The head of a handout's first page, of which it takes little."""


@dataclass(frozen=True)
class SlideSheet(Item):
    """A slide of a handout: its picture, and its notes beside it.

    Its `number` is heard as `numbered`. `grounds` name its sources and where the paper says more.
    `section` is what the slide opens,
    `backup` says that presenting passes it over (both may be empty), `continued` stands beside
    notes that go on overleaf.
    """

    role: ClassVar[str] = "Sect"
    number: Line
    numbered: str
    title: Line
    section: Line
    picture: SlidePicture
    backup: Line
    grounds: tuple[Line, ...]
    notes: tuple[Line, ...]
    continued: Line


def handout(plan: DeckPlan, theme: Theme, problems: Problems) -> Handout:
    """Return every slide with its picture; characters that cannot be drawn are in `problems`."""
    deck_theme = plan.template.theme if plan.template else theme.on_screen
    setter = Setter(deck_theme, problems)
    opened = {section.slides[0]: section.name for section in plan.sections}
    views = []
    for slide in plan.slides:
        lines, own = tuple(map(_outwards, slide.notes)), len(slide.notes) - slide.grounds
        views.append(
            SlideView(
                number=slide.number,
                title=_told(slide.title.runs, plan.language),
                picture=pictured(slide, plan, setter),
                notes=lines[:own],
                grounds=lines[own:],
                section=opened.get(slide.number, ""),
                hidden=slide.hidden,
            )
        )
    return Handout(tuple(views), tuple(_printed(plan)))


def plan_handout(handout: Handout, briefing: Briefing) -> PaperPlan:
    """Plan the handout.

    Its ledger is the deck's, so that a slide's text that no page shows is a bug that is found.
    """
    planner = Planner(briefing, item_for)
    head = _head(planner)
    items: tuple[Item, ...] = (head, *(_sheet(view, planner) for view in handout.slides))
    plan = plan_of(planner, items, (*ledger_of((head,)), *_owed(handout)))
    return replace(
        plan,
        title=f"{plan.title}{BETWEEN}{planner.word('handout')}",
        layout=replace(plan.layout, columns=1),
        medium="handout",
    )


def set_handout(plan: PaperPlan, theme: Theme) -> SetPaper:
    """Set a handout on its pages.

    Raises:
        NotDrawnError: what the deck says is not on the pages.
    """
    from builder.outputs.handout.setting import SETTERS
    from builder.outputs.pdf import set_paper

    top, right, bottom, left = theme.paper.margins_mm
    margins = min(top, _UPPER), right, min(bottom, _LOWER), left
    theme = replace(theme, paper=replace(theme.paper, margins_mm=margins))
    return set_paper(plan, theme, None, SETTERS)


def make_file(laid: _LaidOut, path: Path) -> None:
    """Write the handout of a deck.

    Raises:
        ContentError: a font lacks a character of the slides.
        OSError: the file cannot be written.
    """
    write_paper(_set(laid), path)


def places(laid: _LaidOut) -> tuple[LedgerPlace, ...]:
    """Return what the handout of a deck must say."""
    return _set(laid).places


class _LaidOut(Protocol):
    @property
    def briefing(self) -> Briefing: ...

    @property
    def deck(self) -> DeckPlan: ...

    @property
    def theme(self) -> Theme: ...

    def once(self, name: str, make: Callable[[], SetPaper]) -> SetPaper: ...


def _set(laid: _LaidOut) -> SetPaper:
    """Return the handout on its pages, which are made once, where one is asked for."""

    def made() -> SetPaper:
        problems = Problems()
        slides = handout(laid.deck, laid.theme, problems)
        problems.stop_on_errors()
        return set_handout(plan_handout(slides, laid.briefing), laid.theme)

    return laid.once("handout", made)


def _printed(plan: DeckPlan) -> Iterator[Entry]:
    """Yield what the deck prints and its handout must too.

    Not what a user's template prints, which no plan draws, nor the footer of our own, which stands
    at the foot of each page; nor what charts print: PowerPoint leaves some of their names out, and
    the picture says itself which it has; nor the alternate texts of tables, whose cells are read,
    and of key figures, whose words are.
    """
    read = {
        (slide.number, item.name)
        for slide in plan.slides
        for item in slide.items
        if isinstance(item, TableItem) or is_panel(item)
    }
    for entry in plan.entries:
        if entry.channel == "alt" and (entry.page, entry.within) in read:
            continue
        if entry.within == FOOTER and plan.template is None:
            continue
        if entry.channel in _PRINTED and entry.within != BEHIND:
            yield entry


def _told(line: Line, tag: str) -> Line:
    """Return a title whose formulas are drawn, and are read aloud as the paper's are."""
    if not any(run.formula for run in line):
        return line
    from builder.formulas import told

    return told(line, tag)


def _outwards(line: Line) -> Line:
    """Return a line without links into the paper, which the handout is not."""
    return tuple(
        replace(run, link=None) if run.link and run.link.startswith("#") else run for run in line
    )


def _head(planner: Planner) -> HandoutHead:
    briefing = planner.briefing
    kicker = words(planner.word("handout"))
    publisher = named(briefing.meta.publisher)
    details = (publisher, briefing.date, edition(planner), (fingerprint(briefing),))
    return HandoutHead(
        anchors.TITLE,
        briefing.title,
        briefing.subtitle,
        kicker,
        tuple(detail for detail in details if detail),
    )


def _sheet(view: SlideView, planner: Planner) -> SlideSheet:
    number = Run(str(view.number), owner=SLIDE)
    aside = (Run(f"{planner.word('slide')} "), number, Run(f", {planner.word('continued')}"))
    return SlideSheet(
        slide_anchor(view.number),
        (number,),
        f"{in_words_of(number.text, planner.briefing.meta.language)}{planner.colon}",
        view.title,
        words(view.section) if view.section else (),
        view.picture,
        words(planner.word("backup")) if view.hidden else (),
        view.grounds,
        view.notes,
        aside,
    )


def _owed(handout: Handout) -> Iterator[Entry]:
    """Yield what must stand on the pages, not yet with one: notes are text like any other."""
    for entry in handout.ledger:
        channel: Channel = "alt" if entry.channel == "alt" else "body"
        yield replace(entry, channel=channel, within=slide_anchor(entry.page), page=0)
