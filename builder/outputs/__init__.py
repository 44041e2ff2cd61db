"""The files that a briefing becomes: how each is called, made and read back.

A new one is a folder here and a line in `OUTPUTS`: building, proving and looking up go by it. The
folder has a function `make_file(laid, path)` that makes the file, and `places(laid)`, which returns
what it must say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias, TypeVar, cast

from builder.frozen import dataclass

if TYPE_CHECKING:
    from builder.model.briefing import Briefing
    from builder.model.ledger import LedgerPlace
    from builder.outputs.pdf import PaperPlan, SetPaper
    from builder.outputs.pptx import DeckPlan
    from builder.theme.theme import Theme
    from builder.verify import Reading

T = TypeVar("T")

Medium: TypeAlias = Literal["paper", "deck", "handout"]
BOTH: Final[tuple[Medium, ...]] = ("paper", "deck")
"""What a build makes where nothing else is asked for."""


@dataclass(frozen=True)
class Planned:
    """What is made into files; each kind of file takes what it needs besides.

    `begun` is what is made already of a file that waits for something, None where nothing is.
    """

    briefing: Briefing
    theme: Theme
    begun: Any = field(default=None, repr=False, compare=False, kw_only=True)


@dataclass(frozen=True)
class DeckPlans(Planned):
    """What will stand on slides; the deck may not know the paper's pages yet."""

    deck: DeckPlan


@dataclass(frozen=True)
class Plans(DeckPlans):
    """What will stand in the files; the deck does not know the paper's pages yet."""

    paper: PaperPlan


@dataclass(frozen=True)
class SetOnPages(Planned):
    """The paper on its pages."""

    paper: PaperPlan
    set_paper: SetPaper
    _made: dict[str, Any] = field(default_factory=dict, repr=False, compare=False, kw_only=True)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return what an output makes of this for itself, made when it is first asked for."""
        if name not in self._made:
            self._made[name] = make()
        return cast(T, self._made[name])


@dataclass(frozen=True)
class LaidOut(SetOnPages):
    """The paper on its pages, and a deck that names them."""

    deck: DeckPlan


class _Folder(Protocol):
    def make_file(self, laid: Planned, path: Path) -> None: ...

    def places(self, laid: Planned) -> tuple[LedgerPlace, ...]: ...


@dataclass(frozen=True)
class Output:
    """One kind of file: its `ending`, what is said while it is made, and what `command` makes it.

    `folder` is the package that makes it, `form` the kind of file that it is read back as. `tools`
    are the modules that take long to import and are needed only for writing and reading.
    """

    ending: str
    making: str
    command: str
    folder: str
    form: Literal["pdf", "pptx"]
    tools: tuple[str, ...]

    def load(self) -> None:
        """Import the tools."""
        for tool in self.tools:
            import_module(tool)

    def write(self, laid: Planned, path: Path) -> None:
        """Make the file.

        Raises:
            ContentError: what is laid out cannot be drawn.
            OSError: the file cannot be written.
        """
        self._folder().make_file(laid, path)

    def places(self, laid: Planned) -> tuple[LedgerPlace, ...]:
        """Return what the file must say."""
        return self._folder().places(laid)

    def read(self, path: Path) -> Reading:
        """Return what a finished file does say.

        Raises:
            UnreadableFileError: it cannot be read.
        """
        from builder.verify import read_deck, read_paper

        return {"pdf": read_paper, "pptx": read_deck}[self.form](path)

    def _folder(self) -> _Folder:
        return cast(_Folder, import_module(f"{__name__}.{self.folder}"))


_PAGES: Final = ("builder.outputs.pdf.write.document", "pikepdf", "builder.verify.pdf")
_SLIDES: Final = ("builder.outputs.pptx.write.deck", "builder.verify.pptx")
_BOTH: Final = "make, or paperdeck build"
_HANDOUT: Final = "make handout, or paperdeck handout"

OUTPUTS: Final[Mapping[Medium, Output]] = {
    "paper": Output(".pdf", "finishing the paper", _BOTH, "pdf", "pdf", _PAGES),
    "deck": Output(".pptx", "making the deck", _BOTH, "pptx", "pptx", _SLIDES),
    "handout": Output("-handout.pdf", "making the handout", _HANDOUT, "handout", "pdf", _PAGES),
}
