"""LibreOffice draws decks on templates: every word stands in the box that was planned for it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.deck import DeckPlan, write_deck
from builder.deck.plan.model import Area, GroupItem, PlannedSlide, Slot
from builder.units import Box
from tests.deck import templates as t
from tests.deck.making import briefing, listed, planned, question, said, slide, table, table_use
from tests.deck.making import theme as house
from tests.deck.test_rendered import inside, words_by_page
from tests.deck.test_templates import on

BUNDLED = Path("/usr/lib/libreoffice/share/template/common/presnt")
LONG = (
    "A point that goes on for long enough to take two lines on a slide of the usual width, no less"
)


def deck_on(data: bytes, folder: Path) -> tuple[DeckPlan, Path]:
    rows = [["Rail", LONG], ["Road", "Short"], ["Sea", LONG]]
    made = briefing(
        slide(
            "What the ships brought this year, and what they took away again", listed(LONG, LONG)
        ),
        slide("Figures stand above text", listed("One", "Two"), figures=("drones", "share")),
        slide("A table of three rows says what went where", table_use("ways")),
        slide("Asked and answered", question("Who pays for it?", said(LONG))),
        tables=(table("ways", ("Way", "What"), rows),),
    )
    plan = planned(on(made, data))
    path = folder / "deck.pptx"
    write_deck(plan, house(), path)
    return plan, path


def boxes(each: PlannedSlide, plan: DeckPlan) -> Iterator[Box]:
    """Yield every box in which our text may stand."""
    assert plan.borrowed is not None
    fitting = plan.borrowed.fittings[each.layout]
    yield each.title_box
    for slot in (fitting.footer, fitting.number):
        if slot is not None:
            yield _roomy(slot)
    for item in each.items:
        if isinstance(item, GroupItem):
            yield from (shape.box for shape in item.shapes if isinstance(shape, Area))
        elif item.box is not None:
            yield item.box


def _roomy(slot: Slot) -> Box:
    """Return a footer's box, whose one line may be higher than it."""
    return slot.box._replace(top=slot.box.top - 12, height=slot.box.height + 24)


def spilled(data: bytes, folder: Path) -> list[tuple[int, str, Box]]:
    plan, deck = deck_on(data, folder)
    assert plan.borrowed is not None
    behind = {word for f in plan.borrowed.fittings.values() for s in f.texts for word in s.split()}
    pages = words_by_page(deck, folder)
    assert len(pages) == len(plan.slides)
    return [
        (each.number, text, word)
        for each, page in zip(plan.slides, pages, strict=True)
        for text, word in page
        if text not in behind and not any(inside(word, box) for box in boxes(each, plan))
    ]


@pytest.mark.rendering
@pytest.mark.parametrize("change", [t.moved, t.title_only, t.loud])
def test_text_on_a_template_stands_in_its_box(change: t.Change, tmp_path: Path) -> None:
    assert spilled(t.template(change), tmp_path) == []


@pytest.mark.rendering
@pytest.mark.parametrize("name", ["Beehive", "DNA"])
def test_text_on_a_template_that_libreoffice_brings_stands_in_its_box(
    name: str, tmp_path: Path
) -> None:
    source = BUNDLED / f"{name}.otp"
    if not source.exists():
        pytest.skip(f"LibreOffice has no template {name} here")
    profile = (tmp_path / "profile").resolve().as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pptx"]
    subprocess.run([*command, "--outdir", tmp_path, source], check=True, capture_output=True)
    assert spilled((tmp_path / f"{name}.pptx").read_bytes(), tmp_path) == []
