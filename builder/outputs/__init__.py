"""The files that a briefing becomes: how each is called, made and read back.

A new one is a line in `OUTPUTS`: building, proving and looking up go by it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from builder.problems import Problems

if TYPE_CHECKING:
    from builder.model.briefing import Briefing
    from builder.model.ledger import Place
    from builder.outputs.pdf import PaperPlan, SetPaper
    from builder.outputs.pptx import DeckPlan
    from builder.theme.theme import Theme
    from builder.verify import Reading

Medium: TypeAlias = Literal["paper", "deck", "handout"]
BOTH: Final[tuple[Medium, ...]] = ("paper", "deck")
"""What a build makes where nothing else is asked for."""


@dataclass(frozen=True)
class Plans:
    """What will stand in the files; the deck does not know the paper's pages yet."""

    briefing: Briefing
    theme: Theme
    paper: PaperPlan
    deck: DeckPlan


@dataclass(frozen=True)
class LaidOut(Plans):
    """The plans with the paper on its pages, and a deck that names them."""

    set_paper: SetPaper

    @cached_property
    def set_handout(self) -> SetPaper:
        """The handout on its pages, which are made where one is asked for.

        Raises:
            ContentError: a font lacks a character of the slides.
        """
        from builder.outputs.pdf import plan_handout, set_paper
        from builder.outputs.pptx import handout

        problems = Problems()
        slides = handout(self.deck, self.theme, problems)
        problems.stop_on_errors()
        return set_paper(plan_handout(slides, self.briefing), self.theme, None)


@dataclass(frozen=True)
class Output:
    """One kind of file: its `ending`, what is said while it is made, and what `command` makes it.

    `tools` are the modules that take long to import and are needed only for writing and reading.
    `write` makes the file, `places` are what it must say, `read` returns what it does say.
    """

    ending: str
    making: str
    command: str
    tools: tuple[str, ...]
    write: Callable[[LaidOut, Path], None]
    places: Callable[[LaidOut], tuple[Place, ...]]
    read: Callable[[Path], Reading]


def _write_paper(laid: LaidOut, path: Path) -> None:
    from builder.outputs.pdf import write_paper

    write_paper(laid.set_paper, path)


def _write_deck(laid: LaidOut, path: Path) -> None:
    from builder.outputs.pptx import write_deck

    write_deck(laid.deck, laid.theme, path)


def _write_handout(laid: LaidOut, path: Path) -> None:
    from builder.outputs.pdf import write_paper

    write_paper(laid.set_handout, path)


def _deck_places(laid: LaidOut) -> tuple[Place, ...]:
    from builder.outputs.pptx import deck_places

    return deck_places(laid.deck)


def _read_paper(path: Path) -> Reading:
    from builder.verify import read_paper

    return read_paper(path)


def _read_deck(path: Path) -> Reading:
    from builder.verify import read_deck

    return read_deck(path)


_FOR_PAGES: Final = ("builder.outputs.pdf.write.document", "pikepdf", "builder.verify.pdf")

OUTPUTS: Final[Mapping[Medium, Output]] = {
    "paper": Output(
        ".pdf",
        "finishing the paper",
        "make, or paperdeck build",
        _FOR_PAGES,
        _write_paper,
        lambda laid: laid.set_paper.places,
        _read_paper,
    ),
    "deck": Output(
        ".pptx",
        "making the deck",
        "make, or paperdeck build",
        ("builder.outputs.pptx.write.deck", "pptx", "xlsxwriter", "builder.verify.pptx"),
        _write_deck,
        _deck_places,
        _read_deck,
    ),
    "handout": Output(
        "-handout.pdf",
        "making the handout",
        "make handout, or paperdeck handout",
        _FOR_PAGES,
        _write_handout,
        lambda laid: laid.set_handout.places,
        _read_paper,
    ),
}
