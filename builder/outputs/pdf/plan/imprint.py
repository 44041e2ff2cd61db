"""The imprint: takes the planner, returns what the paper's end says of the paper itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from builder.facts.sources import cited_as
from builder.language.dates import printed_date
from builder.model.front import Author
from builder.model.text import Line, Owner, Run, join, line, plain, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.endings import SmallPrint
from builder.outputs.pdf.plan.items import Item, ListPoint, Points, Prose, SectionHeading
from builder.outputs.pdf.plan.matter import edition, fingerprint
from builder.outputs.pdf.plan.planner import Planner, named

_ORCID: Final = "https://orcid.org/"
_MARK: Final = (Run("•"),)


def imprint(planner: Planner) -> tuple[Item, ...]:
    """Return the imprint: under its heading where the content asks for one, else as small print.

    It asks by `imprint:`, by `history:` and by saying more of an author than a name.
    """
    about = planner.briefing.meta.about
    told = any(author != Author(author.name) for author in about.authors)
    if not (about.imprint or about.history or told):
        return (SmallPrint(anchors.IMPRINT, join(_said(planner, _SMALL), "  ·  ")),)
    heading = SectionHeading(anchors.IMPRINT, words(planner.word("imprint")), 1)
    lines = (Prose(planner.anchor("imprint"), line) for line in _said(planner))
    return (heading, *lines, *_history(planner))


_SMALL: Final = ("publisher", "edition", "fingerprint")


def _said(planner: Planner, keys: Collection[str] = ()) -> Iterator[Line]:
    """Yield what is said of the paper, each after its word, but for an edition that says it itself,
    as "Second edition" does; only `keys` where there are any.
    """
    meta, about = planner.briefing.meta, planner.briefing.meta.about
    said = [
        ("authors_word", join(map(_author, about.authors), planner.semicolon)),
        ("publisher", named(meta.publisher)),
        ("contact", named(about.contact)),
        ("licence", named(about.licence, link=about.licence_address or None)),
        ("cite_as", named(about.cite) or cited_as(planner.briefing)),
        ("edition", edition(planner)),
        ("fingerprint", (fingerprint(planner.briefing),)),
    ]
    for key, held in said:
        if held and (not keys or key in keys):
            word = planner.word(key)
            itself = key == "edition" and word.casefold() in plain(held).casefold()
            yield held if itself else join((_strong(word), held), planner.colon)


def _history(planner: Planner) -> Iterator[Item]:
    """Yield what earlier editions changed, each beside its date."""
    history = planner.briefing.meta.about.history
    if not history:
        return
    yield SectionHeading(anchors.HISTORY, words(planner.word("history")), 2)
    points = []
    for revision in history:
        date = printed_date(revision.date, "full", planner.briefing.meta.language)
        when = (Run(date, strong=True, owner=Owner("date", revision.date.iso())),)
        text = join((when, line(revision.says)), planner.colon)
        points.append(ListPoint(planner.anchor("revision"), _MARK, text, ()))
    yield Points(planner.anchor("history"), tuple(points), ordered=False)


def _author(author: Author) -> Line:
    """Return an author's name, and in brackets what else is known."""
    orcid = _ORCID + author.orcid if author.orcid else ""
    details = [
        named(author.affiliation),
        named(author.orcid and f"ORCID {author.orcid}", link=orcid),
        named(author.email, link=f"mailto:{author.email}"),
    ]
    more = join((detail for detail in details if detail), ", ")
    return (*named(author.name), Run(" ("), *more, Run(")")) if more else named(author.name)


def _strong(text: str) -> Line:
    return (Run(text, strong=True),)
