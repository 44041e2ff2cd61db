"""The deck's closing slide: whom to ask, on what terms, how to cite, and where the paper is."""

from __future__ import annotations

from collections.abc import Iterator

from builder.facts.sources import cited_as
from builder.model.text import Line, Owner, Run, join, words
from builder.outputs.pptx.layouts.base import LayoutContext
from builder.outputs.pptx.plan.content import SlideContent, TextLine
from builder.problems import NOWHERE, Place


def closing_content(context: LayoutContext, section: str) -> SlideContent:
    """Return the closing slide's: its lines; edition and fingerprint stand at its foot."""
    points = tuple(map(TextLine, _lines(context)))
    title, place = words(context.word("about_briefing")), context.briefing.meta.place
    return SlideContent(title, points, section=section, place=place)


def _lines(context: LayoutContext) -> Iterator[Line]:
    briefing = context.briefing
    about, colon = briefing.meta.about, context.language.colon
    paper = f"{briefing.meta.slug}.pdf"
    at = briefing.meta.places.get
    said = (
        ("contact", _named(about.contact, at("imprint.contact", NOWHERE))),
        ("licence", _named(about.licence, at("imprint.licence", NOWHERE))),
        ("cite_as", _named(about.cite, at("imprint.cite", NOWHERE)) or cited_as(briefing)),
        ("paper_word", (Run(paper, owner=Owner("furniture", "paper")),)),
    )
    for key, line in said:
        if line:
            yield join(((Run(context.word(key), strong=True),), line), colon)


def _named(text: str, place: Place) -> Line:
    owner = Owner("name", text) if any(map(str.isdigit, text)) else None
    return (Run(text, owner=owner, place=place),) if text else ()
