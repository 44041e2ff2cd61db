"""The cover of a paper, and what of it the deck's slides wear: as an author asks for it."""

from __future__ import annotations

from typing import Final, Literal

from builder.frozen import dataclass, replace
from builder.model.picture import PictureUse
from builder.model.text import Line, Run, plain
from builder.problems import Place

CoverStyle = Literal["", "typographic", "block"]
_BETWEEN: Final = ": "
_ENDS: Final = " :;,.–—-\u00a0\u202f"


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
