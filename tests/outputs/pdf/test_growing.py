"""Charts grow where a page would be left open, and shrink where one more then stands on it: what
stands below them moves along.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import builder.charts
from builder.charts import DisplayList
from builder.model import blocks
from builder.model.briefing import PageLayout
from builder.outputs.pdf.write.context import geometry
from builder.outputs.pdf.write.filling import ColumnFiller, Placed
from builder.outputs.pdf.write.flexing import squeezed
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.footnotes import Foot, Footnotes
from builder.outputs.pdf.write.growing import filled_columns, filled_up
from builder.outputs.pdf.write.page import Page, TextArea
from tests.outputs.pdf import making
from tests.outputs.pdf.conftest import write
from tests.outputs.pdf.prose import PARAGRAPHS

STEP = 7.4


class Block(Setting):
    """Something so many points high, which can be so many higher, or less high."""

    def __init__(self, tall: float, room: float = 0.0, slack: float = 0.0) -> None:
        super().__init__(None)
        self.tall, self.height, self.room, self.slack = tall, tall, room, slack
        self.floats = bool(slack)

    @property
    def grows(self) -> float:
        return self.room

    @property
    def shrinks(self) -> float:
        return self.slack

    def flexed(self, more: float) -> Setting:
        return type(self)(self.tall + more, self.room - more, self.slack + more)

    def wrap(self, *room: float) -> tuple[float, float]:
        self.width, self.height = room[0], self.tall
        return self.width, self.height


def page(*blocks: Block) -> list[Placed]:
    placed, top = [], 0.0
    for order, block in enumerate(blocks):
        placed.append(Placed(order, block, 0.0, top, 100.0))
        top += block.tall
    return placed


def test_one_chart_takes_what_is_open_in_whole_steps_of_the_grid() -> None:
    text, chart, below = Block(74.0), Block(100.0, 25.0), Block(37.0)
    moved = filled_up(page(text, chart, below), 300.0, 211.0 + 20.0, STEP)
    assert moved[1].setting.height == 100.0 + 2 * STEP
    assert [round(one.top, 1) for one in moved] == [0.0, 74.0, 188.8]


def test_no_chart_is_higher_by_more_than_it_may_be() -> None:
    (chart,) = filled_up(page(Block(100.0, 25.0)), 300.0, 700.0, STEP)
    assert 25.0 - STEP < chart.setting.height - 100.0 <= 25.0


def test_two_charts_share_what_is_open() -> None:
    first, second = Block(100.0, 25.0), Block(200.0, 50.0)
    moved = filled_up(page(first, second), 300.0, 300.0 + 6 * STEP, STEP)
    tall = [one.setting.height for one in moved]
    assert (round(tall[0] - 100, 1), round(tall[1] - 200, 1)) == (14.8, 29.6)
    assert round(moved[1].top, 1) == 114.8


def test_a_full_page_and_one_without_charts_stay_as_they_are() -> None:
    full, bare = page(Block(100.0, 25.0)), page(Block(100.0))
    assert filled_up(full, 300.0, 101.0, STEP) == tuple(full)
    assert filled_up(bare, 300.0, 700.0, STEP) == tuple(bare)


def column(tall: float, *blocks: Block) -> ColumnFiller:
    notes = Footnotes({}, 0.0, 10.0, tall, "#000000")
    made = ColumnFiller(0.0, 0.0, 300.0, tall, notes, Foot(0.0, 300.0), grid=STEP)
    for order, block in enumerate(blocks):
        made.put([order], [block])
    return made


def test_a_chart_that_does_not_fit_is_less_high_by_whole_steps_of_the_grid() -> None:
    filled = column(290.0, Block(200.0))
    assert squeezed(filled, [Block(100.0, slack=25.0)]) is not None
    (chart,) = squeezed(filled, [Block(100.0, slack=25.0)]) or []
    assert chart.measured(300.0) == 100.0 - 2 * STEP


def test_the_charts_above_shrink_too_and_the_text_below_them_moves_up() -> None:
    filled = column(300.0, Block(120.0, slack=30.0), Block(74.0))
    (chart,) = squeezed(filled, [Block(150.0, slack=37.0)]) or []
    first, text = filled.placed
    assert first.setting.height < 120.0
    assert chart.measured(300.0) < 150.0
    assert text.top == first.setting.height
    filled.put([2], [chart])
    assert 300.0 - STEP < filled.y <= 300.0


def test_nothing_is_less_high_where_the_chart_would_not_fit_even_so() -> None:
    filled = column(300.0, Block(120.0, slack=30.0), Block(100.0))
    assert squeezed(filled, [Block(150.0, slack=37.0)]) is None
    assert [one.setting.height for one in filled.placed] == [120.0, 100.0]


AREA = TextArea(width=320.0, height=300.0, columns=2, gutter=20.0, grid=STEP)
RIGHT = 170.0  # where the second column begins


class Across(Block):
    """A chart that goes across both columns."""

    across = True


def leaf(*columns: tuple[float, float, tuple[Block, ...]]) -> Page:
    """Return a page of stacks of blocks: each one's left edge, its top, and what stands in it."""
    placed: list[Placed] = []
    for left, top, stack in columns:
        for block in stack:
            width = AREA.width if block.across else AREA.column
            placed.append(Placed(len(placed), block, left, top, width))
            top += block.tall
    return Page(tuple(placed), feet=(Foot(0.0, AREA.column), Foot(RIGHT, AREA.column)))


def stood(page: Page, drawn: int = 0, notes: float = 0.0) -> list[tuple[float, float, float]]:
    """Return left edge, top and height of all that stands on a page that is filled up."""
    filled = filled_columns(page, AREA, drawn, lambda foot: notes if foot.left else 0.0)
    return [
        (one.left, round(one.top, 1), round(one.setting.height, 1))
        for one in sorted(filled, key=lambda one: one.order)
    ]


def test_charts_of_two_columns_grow_each_to_the_foot_of_its_own() -> None:
    first, second = (Block(100.0, 80.0), Block(150.0)), (Block(74.0), Block(200.0, 50.0))
    assert stood(leaf((0.0, 0.0, first), (RIGHT, 0.0, second))) == [
        (0.0, 0.0, 100.0 + 6 * STEP),
        (0.0, round(100.0 + 6 * STEP, 1), 150.0),
        (RIGHT, 0.0, 74.0),
        (RIGHT, 74.0, 200.0 + 3 * STEP),
    ]


def test_a_chart_that_grows_in_a_column_is_set_to_the_columns_width() -> None:
    page = leaf((0.0, 0.0, (Block(100.0, 80.0),)), (RIGHT, 0.0, (Block(100.0, 80.0),)))
    grown = filled_columns(page, AREA, 0, lambda _: 0.0)
    assert [one.setting.width for one in grown] == [AREA.column] * 2


def test_a_chart_grows_no_further_than_to_the_notes_below_its_column() -> None:
    both = leaf((0.0, 0.0, (Block(250.0, 80.0),)), (RIGHT, 0.0, (Block(250.0, 80.0),)))
    heights = [tall for _, _, tall in stood(both, notes=30.0)]
    assert heights == [250.0 + 6 * STEP, 250.0 + 2 * STEP]


def test_a_chart_across_both_columns_grows_and_what_stands_below_it_moves_down() -> None:
    whole = leaf(
        (0.0, 0.0, (Across(100.0, 80.0),)),
        (0.0, 100.0, (Block(160.0),)),
        (RIGHT, 100.0, (Block(120.0),)),
    )
    assert stood(whole) == [
        (0.0, 0.0, 100.0 + 5 * STEP),
        (0.0, 137.0, 160.0),
        (RIGHT, 137.0, 120.0),
    ]
    assert stood(whole, notes=20.0)[0] == (0.0, 0.0, round(100.0 + 2 * STEP, 1))
    # What it leaves is for the charts of either column below it.
    parted = leaf(
        (0.0, 0.0, (Block(80.0, 40.0),)),
        (0.0, 80.0, (Across(100.0),)),
        (0.0, 180.0, (Block(100.0, 40.0),)),
        (RIGHT, 180.0, (Block(80.0, 40.0),)),
    )
    assert [tall for _, _, tall in stood(parted)] == [
        80.0,
        100.0,
        round(100.0 + 2 * STEP, 1),
        80.0 + 5 * STEP,
    ]


def test_what_stood_on_the_page_before_stays_as_it_was() -> None:
    page = leaf((0.0, 0.0, (Block(80.0, 40.0), Block(100.0, 80.0))))
    assert [tall for _, _, tall in stood(page, drawn=1)] == [80.0, 100.0 + 10 * STEP]


def figures_of(path: Path) -> list[tuple[float, float, float, float]]:
    """Return the boxes of a finished paper's charts: left, foot, right, top."""
    with pikepdf.open(path) as document:
        return [
            tuple(map(float, each.A.BBox))
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]


def test_charts_of_a_paper_in_two_columns_grow_in_both_and_stay_in_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stretched(*told: Any, **more: Any) -> DisplayList:
        return replace(making.drawn(*told, **more), plot=(86.0, 40.0, 20.0))

    monkeypatch.setattr(builder.charts, "display_list", stretched)
    shown = [
        block
        for paragraph in PARAGRAPHS * 4
        for block in (making.prose(paragraph), blocks.ChartUse("journeys_chart", making.HERE))
    ]
    briefing = making.briefing(making.section("one", "One", *shown), charts=[making.chart()])
    layout = PageLayout(columns=2)
    made = replace(briefing, meta=replace(briefing.meta, layout=layout))
    area = geometry("A4", making.house_theme(), layout)
    boxes = figures_of(write(made, tmp_path / "two.pdf").path)
    assert {round(left - area.left_of(1)) for left, *_ in boxes} == {0, 251}
    for left, _, right, _ in boxes:
        assert right - left == pytest.approx(area.column.width, abs=0.1)
    grown = {round(left - area.left_of(1)) for left, foot, _, top in boxes if top - foot > 130}
    assert grown == {0, 251}
