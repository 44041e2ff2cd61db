"""What a user's template offers, as plain data: layouts, their placeholders, how they set text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Final

from builder.frozen import dataclass
from builder.outputs.pptx.plan.mapped import TemplatePlaceholder
from builder.outputs.pptx.template.art import Art
from builder.units import Box, Size

TITLES = ("title", "ctrTitle")
FURNITURE = ("ftr", "sldNum", "dt", "hdr")
BLACK_ON_WHITE = 21.0
"""The highest contrast ratio there is (WCAG 2.1, 1.4.3)."""
_NAMED: Final = 3
OTHERS: Final = 1.22
_TYPEWRITER: Final = 1.35
_FACTORS: Final = {
    "arial": 1.0,
    "arial narrow": 1.0,
    "arimo": 1.0,
    "helvetica": 1.0,
    "liberation sans": 1.0,
    "liberation sans narrow": 1.0,
    "liberation serif": 1.0,
    "times new roman": 1.0,
    "courier new": _TYPEWRITER,
    "liberation mono": _TYPEWRITER,
}


@dataclass(frozen=True)
class TemplateLayout:
    """A layout of the template: `label` is its name, numbered where several share one.

    `texts` are what it and its master print on every slide, `marks` where they draw. `ink` is the
    colour of its text, `ground` that of its background, each a slot of the colour scheme or ""
    where it is none. `body` is where the master has its content. `contrast` is the least that its
    title and its text have with the ground, as far as that is known. `art` is what it draws, `inks`
    are the colours of its title and of its text, as `#RRGGBB`.
    """

    part: str
    name: str
    label: str
    type: str
    master: str
    places: tuple[TemplatePlaceholder, ...]
    texts: tuple[str, ...] = ()
    marks: tuple[Box, ...] = ()
    ink: str = ""
    ground: str = ""
    body: Box | None = None
    contrast: float = BLACK_ON_WHITE
    art: Art | None = None
    inks: tuple[str, str] = ("#000000", "#000000")

    @property
    def title(self) -> TemplatePlaceholder | None:
        """The title's placeholder."""
        return next((place for place in self.places if place.kind in TITLES), None)

    @property
    def content(self) -> tuple[TemplatePlaceholder, ...]:
        """What stands under the title, from the left and the top."""
        found = [p for p in self.places if p.kind not in (*TITLES, *FURNITURE, "pic")]
        return tuple(sorted(found, key=lambda p: (round(p.outer.left), p.outer.top)))

    def furniture(self, kind: str) -> TemplatePlaceholder | None:
        """Return the footer (`ftr`) or the slide number (`sldNum`)."""
        return next((place for place in self.places if place.kind == kind), None)


@dataclass(frozen=True)
class Template:
    """The whole: `colours` are the colour scheme's slots as `#RRGGBB`, by the names slides use.

    `opening` and `later` are the masters that its sample slides use, first slide and others.
    `data` is what a deck takes of it, as a presentation without slides; `left` what is left out.
    """

    size: Size
    layouts: tuple[TemplateLayout, ...]
    colours: Mapping[str, str]
    face: str
    opening: str = ""
    later: tuple[str, ...] = field(default=())
    data: bytes = field(default=b"", repr=False)
    left: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, order=True)
class LeftOut:
    """One thing left out: its kind in words, the part or address, and whether to warn of it."""

    what: str
    where: str
    warned: bool = True


def said(left: Iterable[LeftOut], *, warned: bool | None = None) -> Iterator[str]:
    """Yield a line for each kind, `macros (ppt/vbaProject.bin)`; of those warned of alone if True.

    The first few are named, and how many more there are.
    """
    kinds: dict[str, list[str]] = {}
    for each in sorted(set(left)):
        if warned is None or each.warned == warned:
            kinds.setdefault(each.what, []).append(each.where)
    for what, places in kinds.items():
        named = list(dict.fromkeys(places))
        more = len(named) - _NAMED
        tail = f" and {more:,} more" if more > 0 else ""
        yield f"{what} ({', '.join(named[:_NAMED])}{tail})"


class NotATemplateError(Exception):
    """The bytes are no presentation that a deck can be made on; says why."""


def widening(face: str) -> float:
    """Return by what factor a face, or what stands in for it, runs wider at most."""
    return _FACTORS.get(face.strip().casefold(), OTHERS)
