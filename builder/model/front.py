"""What stands before a document's sections: what it says of itself, its cover, and what it says
first.

Of itself it says who wrote it, under what terms, how it stands. The cover is the paper's, and what
of it the deck's slides wear, as an author asks for it. First it says its message and its findings,
as its charts, tables and pictures say what they mean: sentences of the author's own, each of which
a claim may guard as a whole.
"""

from __future__ import annotations

from typing import Final, Literal

from builder.frozen import dataclass, replace
from builder.model.figure import Moment
from builder.model.picture import PictureUse
from builder.model.text import Line, Run, Text, plain
from builder.problems import Place

CoverStyle = Literal["", "typographic", "block"]
_BETWEEN: Final = ": "
_ENDS: Final = " :;,.–—-\u00a0\u202f"


@dataclass(frozen=True)
class Author:
    """Who wrote it; `orcid` is four groups of four characters, `email` an address, or nothing."""

    name: str
    affiliation: str = ""
    orcid: str = ""
    email: str = ""


@dataclass(frozen=True)
class Revision:
    """What an edition changed, and when it was made."""

    date: Moment
    says: Text
    place: Place = Place("")


@dataclass(frozen=True)
class About:
    """`draft` documents say so on every page and slide; so does an `embargo`, in its own words.

    `licence` names the terms of use and `licence_address` leads to them, `cite` says how to cite
    the document where the author does not leave that to us. `standard` is the part of PDF/UA that
    the paper keeps to, `ua-1` or `ua-2`. `imprint` asks for the imprint even
    where nothing else of it is stated.
    """

    authors: tuple[Author, ...] = ()
    keywords: tuple[str, ...] = ()
    draft: bool = False
    embargo: str = ""
    imprint: bool = False
    licence: str = ""
    licence_address: str = ""
    cite: str = ""
    contact: str = ""
    history: tuple[Revision, ...] = ()
    standard: str = "ua-1"


@dataclass(frozen=True)
class Cover:
    """What the cover is made of: a picture, the marks of a chart (its id), or type alone.

    Without a `style` the theme decides whether there is a page of its own (`page`) or the title
    heads the first page (`block`).
    """

    style: CoverStyle = ""
    picture: PictureUse | None = None
    chart: str = ""
    place: Place = Place("")

    @property
    def is_page(self) -> bool:
        """Whether the author asks for a page of its own."""
        return bool(self.style == "typographic" or self.picture or self.chart)


@dataclass(frozen=True)
class Statement:
    """A sentence or two that stand by themselves; `claim` guards all of it, if it is not empty.

    The message of a briefing is one, and so is a takeaway: what a chart, table or picture means.
    """

    says: Text = ()
    claim: str = ""
    place: Place = Place("")

    def __bool__(self) -> bool:
        """Say whether anything is stated."""
        return bool(self.says)


@dataclass(frozen=True)
class Finding(Statement):
    """A sentence together with the figure (its id) that is set large beside it."""

    figure: str = ""


UNSAID = Statement()
"""Where nothing is stated."""


def divided(title: Line, short: Line = ()) -> tuple[Line, Line]:
    """Return what of a title is set large, and the rest, which begins with a capital.

    Large is the short title, where there is one, else what stands before the title's first colon,
    else all of it.
    """
    if short:
        return short, _after(title, plain(short))
    for at, run in enumerate(title):
        head, colon, tail = run.text.partition(_BETWEEN)
        if colon and run.owner is None and (at or head.strip()):
            before = (*title[:at], _worded(run, head.rstrip())) if head.strip() else title[:at]
            rest = (*((_worded(run, tail),) if tail else ()), *title[at + 1 :])
            return before, _capital(rest)
    return title, ()


def _after(title: Line, short: str) -> Line:
    """Return what a title says beyond its beginning, all of it where it begins otherwise."""
    if not title or plain(title) == short:
        return ()
    first, *others = title
    beyond = first.text.removeprefix(short)
    if first.owner is None and beyond != first.text and not beyond[:1].isalnum():
        rest = beyond.lstrip(_ENDS)
        return _capital((*((_worded(first, rest),) if rest else ()), *others))
    return title


def _worded(run: Run, text: str) -> Run:
    return replace(run, text=text)


def _capital(line: Line) -> Line:
    """Return a line that begins with a capital, unless a figure or a name begins it."""
    if not line or line[0].owner is not None:
        return line
    text = line[0].text
    return (_worded(line[0], text[:1].upper() + text[1:]), *line[1:])
