"""Charts grow where a page would be left open, and shrink where one more then stands on it: what
stands below them moves along.
"""

from __future__ import annotations

from builder.outputs.pdf.write.filling import ColumnFiller, Placed
from builder.outputs.pdf.write.flexing import squeezed
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.footnotes import Foot, Footnotes
from builder.outputs.pdf.write.growing import filled_up

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
        return Block(self.tall + more, self.room - more, self.slack + more)

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
