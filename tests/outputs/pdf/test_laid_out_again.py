"""A paper laid out by a process that laid out others is what another process makes of it."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from builder.memory import Memory, remembering
from builder.model import blocks
from builder.model.briefing import Briefing, PageLayout
from builder.outputs.pdf import set_paper
from builder.outputs.pdf.write.pages import PageMaker
from builder.problems import ContentError, Problems
from builder.project import plan
from tests.outputs.pdf import making
from tests.outputs.pdf.conftest import write
from tests.outputs.pdf.prose import PARAGRAPHS
from tests.outputs.pdf.test_floats import exhibits
from tests.shares import share

CASES = Path(__file__).parents[2] / "cases"
LAYOUTS = [
    PageLayout(),
    PageLayout(columns=2, binding_mm=8),
    PageLayout(notes="page"),
]


def _briefing(section: blocks.Section, layout: PageLayout) -> Briefing:
    made = making.briefing(section, charts=[making.chart()], tables=[making.table("short", 5)])
    return replace(made, meta=replace(made.meta, layout=layout))


def _edited(section: blocks.Section, draw: random.Random) -> blocks.Section:
    """Return a section of which a word, a paragraph or an exhibit is another, more or less."""
    held = list(section.blocks)
    at = draw.randrange(len(held))
    prose = [index for index, each in enumerate(held) if isinstance(each, blocks.Paragraph)]
    match draw.randrange(4):
        case 0:
            words = draw.choice(PARAGRAPHS).split()
            words[draw.randrange(len(words))] = draw.choice(["Łódź", "a", "incomprehensibilities"])
            held[draw.choice(prose)] = making.prose(" ".join(words))
        case 1:
            held.insert(at, making.prose(draw.choice(PARAGRAPHS)))
        case 2:
            held.insert(at, blocks.ChartUse("journeys_chart", making.HERE))
        case _:
            del held[at]
    return replace(section, blocks=tuple(held))


@pytest.mark.longer
@pytest.mark.parametrize("layout", share(LAYOUTS, 3))
def test_pages_after_other_pages_are_those_of_a_fresh_process(
    layout: PageLayout, tmp_path: Path
) -> None:
    draw, held = random.Random(f"{layout}"), Memory()
    section = exhibits(11, 14)
    turns = [section]
    for _ in range(3):
        turns.append(_edited(turns[-1], draw))
    for turn, said in enumerate([*turns, section]):
        briefing = _briefing(said, layout)
        with remembering(held):
            warm = write(briefing, tmp_path / "warm.pdf")
        fresh = write(briefing, tmp_path / "fresh.pdf")
        assert warm.path.read_bytes() == fresh.path.read_bytes(), f"turn {turn}"
        assert warm.ledger == fresh.ledger
        assert warm.places == fresh.places


def test_pages_are_not_filled_anew_for_a_word_that_moves_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled, real = [], PageMaker.evened
    monkeypatch.setattr(PageMaker, "evened", lambda *given: filled.append(1) or real(*given))
    section, held = exhibits(11, 14), Memory()
    prose = next(each for each in section.blocks if isinstance(each, blocks.Paragraph))
    said = prose.text[0].text
    for words in (said, said.replace("the", "teh", 1)):
        filled.clear()
        changed = replace(prose, text=making.says(words))
        others = [changed if each is prose else each for each in section.blocks]
        with remembering(held):
            write(_briefing(replace(section, blocks=tuple(others)), PageLayout()), tmp_path / "a")
    assert not filled


@pytest.mark.longer
def test_a_formula_that_no_line_holds_is_told_each_time(tmp_path: Path) -> None:
    folder, held = tmp_path / "content", Memory()
    shutil.copytree(CASES / "formulas", folder)
    section = folder / "sections" / "growth.md"
    wide = " + ".join(f"a_{{{letter}}} b" for letter in "abcdefghijklmnopqrstuvw")
    text = section.read_text("utf-8").replace("- Another", f"$$\n{wide}\n$$\n\n- Another", 1)
    section.write_text(text, "utf-8")
    plans = plan(folder, Problems())
    for _ in range(2):
        with remembering(held), pytest.raises(ContentError, match="points wide"):
            set_paper(plans.paper, plans.theme, None)
