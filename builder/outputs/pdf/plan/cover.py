"""What the paper says of itself: takes the planner, says whether the title has a page of its own,
and returns the cover or the block that heads the first page, and the imprint at its end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from builder.facts.sources import cited_as
from builder.language.dates import printed_date
from builder.model.front import Author
from builder.model.picture import Picture
from builder.model.text import Line, Owner, Run, join, line, plain, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.endings import SmallPrint
from builder.outputs.pdf.plan.items import (
    ChartFigure,
    CoverPage,
    Item,
    ListPoint,
    PictureFigure,
    Points,
    Prose,
    SectionHeading,
    Tabular,
    TitleBlock,
)
from builder.outputs.pdf.plan.matter import edition, fingerprint, standing
from builder.outputs.pdf.plan.planner import Planner, named, runs_in
from builder.theme.theme import Theme

LONG: Final = 4.0
"""Pages of text from which the title has a page of its own, where the theme leaves it to that."""
LISTED: Final = 11.0
"""Pages of text from which figures and tables are listed, after the text: with what stands around
it such a paper has more than fifteen.
"""

_LINES: Final = 45  # to a page of A4 or Letter
_EXHIBIT: Final = 17  # lines that a chart or a picture takes, with its words
_AROUND_TABLE: Final = 5
_ORCID: Final = "https://orcid.org/"
_MARK: Final = (Run("•"),)
_SMALL: Final = ("publisher", "edition", "fingerprint")


def opening(planner: Planner, theme: Theme, pages: float) -> TitleBlock:
    """Return the cover, or the title as a block, of a paper of about so many pages of text."""
    asked = planner.briefing.meta.cover
    whole = {"page": True, "block": False}.get(theme.paper.cover, pages > LONG)
    if asked.is_page or (whole and asked.style != "block"):
        return _cover_page(planner)
    return _title_block(planner)


def pages_of(items: Iterable[Item], planner: Planner, theme: Theme) -> float:
    """Return about how many pages items will take: by their letters, rows and exhibits."""
    columns = planner.briefing.meta.layout.columns
    broad = theme.paper.measure * (1.0 if columns == 1 else 1.5)
    return sum(_lines_of(item, broad) for item in items) / _LINES


def arranged(front: tuple[Item, ...], stated: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return what stands before the sections: after a cover the findings come first.

    Contents before them would leave two thirds of their page empty: both are too tall for one.
    """
    if stated and isinstance(front[0], CoverPage):
        return (front[0], *stated, *front[1:])
    return (*front, *stated)


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


def _lines_of(item: Item, broad: float) -> float:
    if isinstance(item, ChartFigure | PictureFigure):
        return _EXHIBIT
    if isinstance(item, Tabular):
        return len(item.rows) + _AROUND_TABLE
    held: tuple[Item, ...] = getattr(item, "items", ())
    if held:
        return 2 + sum(_lines_of(each, broad) for each in held)
    return 1 + sum(len(run.text) for run in runs_in(item)) / broad


def _kept(planner: Planner) -> Line:
    """Return the one sentence to keep: the message, else the first finding, which is as guarded."""
    stated = planner.briefing.meta.statements
    return line(stated[0].says) if stated else ()


def _who(planner: Planner) -> Line:
    return join((named(author) for author in planner.briefing.meta.authors), ", ")


def _title_block(planner: Planner) -> TitleBlock:
    briefing = planner.briefing
    details = (*standing(planner), _who(planner), briefing.date)
    shown = tuple(detail for detail in details if detail)
    kicker = named(briefing.meta.publisher)
    message = line(briefing.meta.message.says)
    return TitleBlock(anchors.TITLE, briefing.title, briefing.subtitle, kicker, shown, message)


def _cover_page(planner: Planner) -> CoverPage:
    briefing = planner.briefing
    asked, (short, rest) = briefing.meta.cover, briefing.cover_title
    use = asked.picture
    file = briefing.pictures.get(use.file) if use is not None else None
    return CoverPage(
        anchors.TITLE,
        short,
        briefing.subtitle,
        named(briefing.meta.publisher),
        tuple(detail for detail in (*standing(planner), _who(planner)) if detail),
        _kept(planner),
        rest=rest,
        date=briefing.date,
        chart=briefing.charts.get(asked.chart),
        picture=Picture(use, file) if use is not None and file is not None else None,
    )


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
