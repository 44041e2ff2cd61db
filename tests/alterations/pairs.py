"""The finished pairs that are altered: built once, from contents that have every kind of place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder import project
from tests.alterations.saved import libreoffice

ROOT = Path(__file__).resolve().parents[2]
CONTENTS = {
    "house": ROOT / "content",
    "letter": ROOT / "tests" / "cases" / "letter",
    "scatter": ROOT / "tests" / "cases" / "strangers" / "scatter-highlight-differs",
    "years": ROOT / "tests" / "cases" / "strangers" / "uneven-years",
}
# A deck with a slide kept for questions: no content among the above has one.
_HIDDEN = ("letter", "Meters first, then the rates")


@dataclass(frozen=True)
class Pair:
    """A finished paper and deck that agree, and where they lie."""

    name: str
    paper: Path
    deck: Path

    def file(self, medium: str) -> Path:
        return self.paper if medium == "paper" else self.deck


def built(folder: Path, names: tuple[str, ...] = tuple(CONTENTS)) -> list[Pair]:
    """Build the pairs of some contents in a folder, each in its own; what is there is kept."""
    found = []
    for name in names:
        out = folder / name
        if not list(out.glob("*.pptx")):
            project.build(_content(name, folder), out, ("paper", "deck"))
        found.append(Pair(name, next(out.glob("*.pdf")), next(out.glob("*.pptx"))))
    return found


def _content(name: str, folder: Path) -> Path:
    """Return a content's folder; of the one that is to have a hidden slide, a copy that has it."""
    if name != _HIDDEN[0]:
        return CONTENTS[name]
    copied = folder / f"{name}-content"
    shutil.rmtree(copied, ignore_errors=True)
    shutil.copytree(CONTENTS[name], copied)
    for section in (copied / "sections").glob("*.md"):
        text = section.read_text("utf-8")
        pattern = rf"(\{{slide\}} {re.escape(_HIDDEN[1])}\n)"
        section.write_text(re.sub(pattern, r"\1:hidden: true\n", text), "utf-8")
    return copied


def resaved(pairs: Sequence[Pair], folder: Path) -> list[Pair]:
    """Return pairs whose decks LibreOffice has saved again, as a colleague's copy would be."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for pair in pairs:
        deck = folder / f"{pair.name}.pptx"
        if not deck.exists():
            libreoffice(pair.deck, deck)
        found.append(Pair(pair.name, pair.paper, deck))
    return found
