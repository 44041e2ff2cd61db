"""LibreOffice draws random charts of every kind: no word meets another, or leaves its chart, and no
line or edge of a mark runs through one.
"""

from __future__ import annotations

import ctypes
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, islice
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from builder.charts.registry import KINDS
from builder.model.chart import ResolvedChart
from builder.model.text import plain
from builder.outputs.pptx import plan_deck
from builder.problems import Problems
from builder.units import Box
from tests.charts.arguing import ARGUING, arguing
from tests.charts.strategies import charts
from tests.outputs.pptx.making import briefing, chart_use, planned, slide, theme
from tests.outputs.pptx.struck import struck
from tests.outputs.pptx.test_rendered import boxes, drawn, inside, spilled

EACH = 3
"""Charts of each kind that have room on a slide."""
TRIED = 30
MARGIN = 0.4
"""Points that the ink of two texts may share: LibreOffice places characters by whole pixels."""
SEED = 3
ON_MARKS = ("map", "bubble", "marimekko")
"""Names on land, over its borders; bubbles at an edge of the plot, which no program moves inwards;
columns of no width, whose names are led to.
"""


Making = Callable[[str], st.SearchStrategy[ResolvedChart]]


def tried(kind: str, made: Making) -> list[ResolvedChart]:
    """Return random charts of a kind, the same in every run."""
    found: list[ResolvedChart] = []

    @seed(SEED)
    @settings(
        max_examples=TRIED,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(made(kind))
    def collect(chart: ResolvedChart) -> None:
        found.append(replace(chart, id=f"{kind}-{len(found)}"))

    collect()
    random.Random(SEED).shuffle(found)
    return found


def with_room(kind: str, made: Making) -> Iterator[ResolvedChart]:
    """Yield the charts of a kind that are not refused."""
    for chart in tried(kind, made):
        problems = Problems()
        plan_deck(briefing(slide("One", chart_use(chart.id)), charts=(chart,)), theme(), problems)
        if not problems.errors:
            yield chart


class Ink(NamedTuple):
    """What is printed in one go, and the boxes of its characters: left, foot, right, top."""

    text: str
    boxes: list[tuple[float, float, float, float]]

    @property
    def around(self) -> tuple[float, float, float, float]:
        left, foot, right, top = zip(*self.boxes, strict=True)
        return min(left), min(foot), max(right), max(top)


def printed(page: pypdfium2.PdfPage) -> list[Ink]:
    """Return the texts of a page as LibreOffice printed them, blanks left out."""
    text = page.get_textpage()
    found: dict[int, Ink] = {}
    for at in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, at))
        if character.isspace() or character in "\0\x02":
            continue
        item = pdfium.FPDFText_GetTextObject(text, at)
        number = ctypes.addressof(item.contents)
        held = found.get(number, Ink("", []))
        found[number] = Ink(held.text + character, [*held.boxes, text.get_charbox(at)])
    return list(found.values())


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Return whether two boxes share more than the margin, across and up."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across > MARGIN and min(one[3], other[3]) - max(one[1], other[1]) > MARGIN


def meeting(inks: list[Ink]) -> list[tuple[str, str]]:
    """Return the texts whose ink meets."""
    return [
        (one.text, other.text)
        for one, other in combinations(inks, 2)
        if meet(one.around, other.around)
        and any(meet(box, beside) for box in one.boxes for beside in other.boxes)
    ]


@pytest.mark.longer
@pytest.mark.rendering
@pytest.mark.parametrize(("kinds", "made"), [(KINDS, charts), (ARGUING, arguing)])
def test_no_words_of_random_charts_meet_or_leave_their_slides(
    kinds: tuple[str, ...], made: Making, tmp_path: Path
) -> None:
    """Words of those that argue may stand on the edge of a band."""
    found = [chart for kind in kinds for chart in islice(with_room(kind, made), EACH)]
    assert len(found) > 2 * len(kinds)
    slides = (slide(f"Slide {chart.id}", chart_use(chart.id)) for chart in found)
    plan = planned(briefing(*slides, charts=tuple(found)))
    whole = Box(0, 0, *plan.size)
    assert [
        box for each in plan.slides for box in boxes(each, plan) if not inside(box, whole)
    ] == []
    pdf = drawn(plan, tmp_path)
    with pypdfium2.PdfDocument(pdf) as document:
        inks = {number: printed(page) for number, page in enumerate(document, 1)}
        met = {number: meeting(held) for number, held in inks.items()}
        free = {
            number: struck(document[number - 1], [(ink.text, ink.around) for ink in inks[number]])
            for number, each in enumerate(plan.slides, 1)
            if made is charts
            and not any(f" {kind}-" in plain(each.title.runs) for kind in ON_MARKS)
        }
    assert {number: pairs for number, pairs in met.items() if pairs} == {}
    assert {number: words for number, words in free.items() if words} == {}
    assert spilled(plan, pdf) == []
