"""Which page is filled less, so that the next is not left open."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from builder.outputs.pdf.plan.items import Item, Tabular
from builder.outputs.pdf.write.ending import evened
from builder.outputs.pdf.write.filler import Stand
from builder.outputs.pdf.write.filling import Placed
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.page import Page, TextArea
from builder.outputs.pdf.write.stack import Stack
from tests.outputs.pdf.test_growing import Block

TALL = 1000.0
AREA = TextArea(300.0, TALL, 1, 12.0, 7.4)
TABLE = object.__new__(Tabular)


@dataclass(frozen=True)
class Two:
    """Fills two pages: the first to its foot, or less where that leaves the second less open.

    Filled, it leaves the second open by `hole` of its height, where a chart has so much `room` to
    grow; less filled, it ends within `within`, and leaves nothing open.
    """

    hole: float
    room: float = 0.0
    within: Item | None = None
    area: TextArea = AREA
    whole: bool = False
    story: tuple[Setting, ...] = ()
    less: bool = False

    def done(self, stand: Stand) -> bool:
        return False

    def shorter(self, share: float) -> Two:
        return replace(self, less=True)

    def chosen(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        if not stand.at:
            rest = Setting(self.within) if self.less and self.within else None
            return Page(full=True), Stand(1 + self.less, rest)
        chart = Placed(1, Block(200.0, self.room), 0.0, 0.0, 300.0)
        hole = TALL * self.hole * (stand.at == 1)
        return Page((chart,), TALL - hole, full=True, hole=hole), Stand(3)


@pytest.mark.parametrize(
    ("pages", "less"),
    [
        (Two(hole=0.2), False),
        (Two(hole=0.3), True),
        (Two(hole=0.3, room=100.0), False),
        (Two(hole=0.4, room=100.0), True),
        (Two(hole=0.3, within=TABLE), False),
        (Two(hole=0.4, within=TABLE), True),
    ],
)
def test_a_page_is_filled_less_where_the_next_stays_open_though_its_charts_grow(
    pages: Two, less: bool
) -> None:
    _, stand = evened(pages, Page(), Stand())
    assert (stand.at == 2) == less


def test_the_parts_of_what_goes_across_columns_go_across_too() -> None:
    stack = Stack([Block(100.0), Block(100.0)])
    stack.across = True
    assert [part.across for part in stack.cut(300.0, 150.0)] == [True, True]
