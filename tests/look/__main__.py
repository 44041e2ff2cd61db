"""`python -m tests.look build`: how the finished files in a folder look, page by page.

Prints a table for each paper (PDF) and each deck (PPTX, where LibreOffice is there to draw it),
and writes contact sheets of all pages and slides to FOLDER/look. Of slides, hidden ones are left
out. Shares are per cent, lengths points; the names are told below each table.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.look import deck, paper
from tests.look.sheets import contact_sheet
from tests.rendering.render import pdf_of_deck

PAPER = (
    "empty: height of the text block below the last mark; gap: tallest band without one; sizes: of"
    " type; edges: left edges of text; low: lowest contrast of words below 18 points; foot: from"
    " the last line to the block's foot; above: headings' baselines below the line before, by level"
)
DECK = "empty: share of the body with nothing in or near it; foot: from the last words to the edge"


def main() -> int:
    """Return 0 where something was looked at, else 2."""
    asked = _arguments()
    found = sorted(each for each in asked.folder.glob("*.p*") if each.suffix in (".pdf", ".pptx"))
    if not found:
        print(f"no .pdf and no .pptx in {asked.folder}: build first, or name the folder")
        return 2
    kept = asked.folder / "look"
    for path in found:
        if path.suffix == ".pdf":
            _print(path, _paper_rows(paper.look(path)), PAPER)
            if asked.sheets:
                print(contact_sheet(path, kept / f"{path.stem}.png", across=6, wide=420))
        elif shutil.which("soffice"):
            drawn = pdf_of_deck(path, kept / "drawn")
            _print(path, _deck_rows(deck.look(path, drawn)), DECK)
            if asked.sheets:
                print(contact_sheet(drawn, kept / f"{path.stem}-deck.png", across=4, wide=640))
        else:
            print(f"\n{path.name}: not looked at, LibreOffice (soffice) draws decks")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.look", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build"))
    parser.add_argument("--no-sheets", dest="sheets", action="store_false", help="tables alone")
    return parser.parse_args()


def _print(path: Path, rows: Iterable[str], told: str) -> None:
    print(f"\n{path.name}")
    for row in rows:
        print(row)
    print(f"  ({told})")


def _paper_rows(looks: list[paper.PageLook]) -> Iterator[str]:
    yield "  page  empty   gap  sizes  edges  least    low   foot  above"
    for one in looks:
        above = "; ".join(f"{level} {_listed(held)}" for level, held in one.above.items())
        yield (
            f"  {one.number:4}{one.empty:7.0%}{one.gap:6.0%}{len(one.sizes):7}{one.edges:7}"
            f"{one.smallest:7.1f}{one.contrast:7.1f}{one.foot:7.0f}  {above}"
        )
    yield from _sizes(looks)


def _deck_rows(looks: list[deck.SlideLook]) -> Iterator[str]:
    yield "  slide  empty  sizes  edges  least    low   foot  layout"
    for one in looks:
        yield (
            f"  {one.number:5}{one.empty:7.0%}{len(one.sizes):7}{one.edges:7}{one.smallest:7.1f}"
            f"{one.contrast:7.1f}{one.foot:7.0f}  {one.layout}"
        )
    yield from _sizes(looks)


def _sizes(looks: list[paper.PageLook] | list[deck.SlideLook]) -> Iterator[str]:
    every = sorted({size for one in looks for size in one.sizes})
    yield f"  {len(every)} sizes of type: {_listed(every)}"
    pairs = {pair: ratio for one in looks for pair, ratio in one.pairs.items()}
    yield f"  {len(pairs)} pairs of colours, words on their ground, the faintest first:"
    for (ink, ground), ratio in sorted(pairs.items(), key=lambda item: item[1]):
        yield f"    {ink} on {ground} {ratio:.1f}"


def _listed(numbers: Iterable[float]) -> str:
    return ", ".join(f"{number:g}" for number in numbers)


if __name__ == "__main__":
    sys.exit(main())
