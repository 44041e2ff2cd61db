"""A handout's plan: takes the deck's slides as pictures, returns a plan that is set like the
paper's: a small title, then slide by slide its picture and its notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from builder.model.briefing import Briefing
from builder.model.handout import Handout, SlideView
from builder.model.ledger import Channel, Entry
from builder.model.text import Owner, Run, plain, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import HandoutHead, Item, SlideSheet
from builder.outputs.pdf.plan.matter import edition, fingerprint, footer
from builder.outputs.pdf.plan.paper import PaperPlan, item_for
from builder.outputs.pdf.plan.planner import Planner, ledger_of, named

BETWEEN = " – "


def plan_handout(handout: Handout, briefing: Briefing) -> PaperPlan:
    """Plan the handout.

    Its ledger is the deck's, so that a slide's text that no page shows is a bug that is found.
    """
    planner, meta = Planner(briefing, item_for), briefing.meta
    head = _head(planner)
    items: tuple[Item, ...] = (head, *(_sheet(view, planner) for view in handout.slides))
    called = planner.word("handout")
    return PaperPlan(
        title=f"{plain(briefing.title)}{BETWEEN}{called}",
        subtitle=plain(briefing.subtitle),
        authors=meta.authors,
        publisher=meta.publisher,
        language=meta.language,
        date=meta.date,
        edition=meta.edition,
        slug=meta.slug,
        fingerprint=briefing.fingerprint,
        page=meta.page,
        layout=replace(meta.layout, columns=1),
        heading=briefing.title,
        footer=footer(planner),
        items=items,
        ledger=(*ledger_of((head,)), *_owed(handout)),
        snapshot=briefing.snapshot,
        medium="handout",
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
    number = Run(str(view.number), owner=Owner("furniture", "slide"))
    aside = (Run(f"{planner.word('slide')} "), number, Run(f", {planner.word('continued')}"))
    return SlideSheet(
        anchors.slide(view.number),
        (number,),
        view.title,
        words(view.section) if view.section else (),
        view.picture,
        view.alt,
        words(planner.word("backup")) if view.hidden else (),
        view.grounds,
        view.notes,
        aside,
    )


def _owed(handout: Handout) -> Iterator[Entry]:
    """Yield what must stand on the pages, not yet with one: notes are text like any other."""
    for entry in handout.ledger:
        channel: Channel = "alt" if entry.channel == "alt" else "body"
        yield replace(entry, channel=channel, within=anchors.slide(entry.page), page=0)
