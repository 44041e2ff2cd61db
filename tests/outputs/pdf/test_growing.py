"""Charts grow where a page would be left open, and what stands below them moves down."""

from __future__ import annotations

from builder.outputs.pdf.write.filling import Placed
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.growing import filled_up

STEP = 7.4


class Block(Setting):
    """Something so many points high, which can be so many higher."""

    def __init__(self, tall: float, room: float = 0.0) -> None:
        super().__init__(None)
        self.tall, self.room, self.height, self.more = tall, room, tall, 0.0

    @property
    def grows(self) -> float:
        return self.room

    def grown(self, more: float) -> None:
        super().grown(more)
        self.more = more

    def wrap(self, *room: float) -> tuple[float, float]:
        self.width, self.height = room[0], self.tall + self.more
        return self.width, self.height


def page(*blocks: Block) -> list[Placed]:
    placed, top = [], 0.0
    for order, block in enumerate(blocks):
        placed.append(Placed(order, block, 0.0, top))
        top += block.tall
    return placed


def test_one_chart_takes_what_is_open_in_whole_steps_of_the_grid() -> None:
    text, chart, below = Block(74.0), Block(100.0, 25.0), Block(37.0)
    moved = filled_up(page(text, chart, below), 300.0, 211.0 + 20.0, STEP)
    assert chart.height == 100.0 + 2 * STEP
    assert [round(one.top, 1) for one in moved] == [0.0, 74.0, 188.8]


def test_no_chart_is_higher_by_more_than_it_may_be() -> None:
    chart = Block(100.0, 25.0)
    filled_up(page(chart), 300.0, 700.0, STEP)
    assert 25.0 - STEP < chart.height - 100.0 <= 25.0


def test_two_charts_share_what_is_open() -> None:
    first, second = Block(100.0, 25.0), Block(200.0, 50.0)
    moved = filled_up(page(first, second), 300.0, 300.0 + 6 * STEP, STEP)
    assert (round(first.height - 100, 1), round(second.height - 200, 1)) == (14.8, 29.6)
    assert round(moved[1].top, 1) == 114.8


def test_a_full_page_and_one_without_charts_stay_as_they_are() -> None:
    full, bare = page(Block(100.0, 25.0)), page(Block(100.0))
    assert filled_up(full, 300.0, 101.0, STEP) == tuple(full)
    assert filled_up(bare, 300.0, 700.0, STEP) == tuple(bare)
