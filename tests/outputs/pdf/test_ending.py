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


@dataclass(frozen=True)
class Lines:
    """Fills pages to their foot with a story that can be divided anywhere, to its end."""

    story: tuple[Block, ...]
    area: TextArea = AREA
    whole: bool = True
    follows: float = 0.0
    share: float = 0.0

    def done(self, stand: Stand) -> bool:
        return stand.at >= len(self.story)

    def shorter(self, share: float) -> Lines:
        return replace(self, share=share)

    def chosen(self, page: Page, stand: Stand) -> tuple[Page, Stand]:
        left, at, rest = TALL * (1 - self.share), stand.at, stand.rest
        while at < len(self.story):
            block = rest or self.story[at]
            if block.tall > left:
                return Page((), TALL, full=True), Stand(at, Block(block.tall - left))
            left, at, rest = left - block.tall, at + 1, None
        return Page((), TALL * (1 - self.share) - left), Stand(at)


def pages_of(maker: Lines) -> list[float]:
    """Return how much of each page is filled, in points."""
    filled, stand = [], Stand()
    tall = sum(block.tall for block in maker.story)
    while not maker.done(stand):
        _, stand = evened(maker, Page(), stand)
        left = sum(block.tall for block in maker.story[stand.at + (stand.rest is not None) :])
        left += stand.rest.tall if stand.rest is not None else 0.0
        filled.append(tall - sum(filled) - left)
    return filled


@pytest.mark.parametrize(
    "story",
    [
        (Block(3080.0),),
        (Block(2900.0), Block(180.0)),
        (Block(400.0), Block(2680.0)),
        tuple(Block(154.0) for _ in range(20)),
        (Block(2080.0),),
    ],
    ids=["one paragraph", "a short last one", "a short first one", "many", "two pages"],
)
def test_the_last_page_holds_more_than_a_few_lines_however_long_its_paragraphs_are(
    story: tuple[Block, ...],
) -> None:
    *others, last = pages_of(Lines(story))
    assert last >= 0.35 * TALL - 1
    assert min(others) >= 0.75 * TALL


def test_pages_are_filled_to_their_foot_where_the_last_holds_enough() -> None:
    assert pages_of(Lines((Block(2400.0),))) == [TALL, TALL, 400.0]
    assert pages_of(Lines((Block(TALL), Block(300.0), Block(TALL)))) != [TALL, TALL, 300.0]
    assert pages_of(Lines((Block(2400.0),), whole=False))[:2] == [TALL, TALL]


def test_parts_are_known_again_by_what_they_are_of_and_where_that_was_cut() -> None:
    def parts(sign: int | None, height: float) -> list[int | None]:
        stack = Stack([Block(100.0), Block(100.0), Block(100.0)])
        stack.sign = sign
        return [part.sign for part in stack.cut(300.0, height)]

    assert parts(None, 150.0) == [None, None]  # else one would be taken for another's
    known = [*parts(1, 150.0), *parts(2, 150.0), *parts(1, 250.0)]
    assert len(known) == len(set(known)) == 6
    assert parts(1, 150.0) == known[:2]
