"""Flow diagrams are settled before they are drawn: columns, order, words, sources and alt text."""

from __future__ import annotations

import pytest

from builder.model.chart import FlowSpec, ResolvedChart
from builder.model.text import FigureUse, Run, plain
from builder.problems import Place
from tests.resolve.making import chart, figure, words

WAGONS = figure("wagons", "400", "wagons")


def flow(giver: str, receiver: str, says: str = "Goods", *amount: Run | FigureUse) -> FlowSpec:
    return FlowSpec(words(giver), words(receiver), words(says), amount, Place("charts.yaml", 4, 7))


def made(*flows: FlowSpec, **keys: object) -> ResolvedChart:
    return chart("flow", WAGONS, flows=flows, **keys)


def rows(drawn: ResolvedChart) -> list[tuple[str, str, bool]]:
    return [(flow.left, flow.right, flow.back) for flow in drawn.flows]


def test_who_gives_stands_left_and_what_comes_back_runs_the_other_way() -> None:
    drawn = made(flow("Iron", "Town"), flow("Town", "Iron"), flow("Mill", "Town"))
    assert rows(drawn) == [
        ("Iron", "Town", False),
        ("Iron", "Town", True),
        ("Mill", "Town", False),
    ]


def test_who_receives_first_from_the_right_stands_left() -> None:
    drawn = made(flow("Iron", "Town"), flow("Town", "Port"))
    assert rows(drawn) == [("Iron", "Town", False), ("Port", "Town", True)]


def test_flows_of_one_name_follow_each_other_in_the_order_given() -> None:
    drawn = made(flow("Iron", "Town", "A"), flow("Mill", "Town", "B"), flow("Iron", "Port", "C"))
    assert [plain(flow.says) for flow in drawn.flows] == ["A", "C", "B"]


def test_its_figures_keep_their_owners_and_bring_their_sources() -> None:
    drawn = made(flow("Iron", "Town", "Wagons", FigureUse("wagons", (), Place(""))))
    (run,) = drawn.flows[0].amount
    assert run.owner is not None
    assert (run.text, run.owner.id) == ("400\u00a0wagons", "wagons")
    assert drawn.sources == ("survey",)


def test_highlighted_names_leave_the_other_arrows_behind() -> None:
    flows = (flow("Iron", "Town"), flow("Mill", "Town"))
    assert [each.emphasised for each in made(*flows).flows] == [True, True]
    marked = made(*flows, highlight=("Mill",))
    assert [each.emphasised for each in marked.flows] == [False, True]


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (
            "en-GB",
            "Flow diagram. Iron to Town: Wagons, 400\u00a0wagons. Town to Iron: Scrap. "
            "Source: Survey.",
        ),
        (
            "de",
            "Flussdiagramm. Iron an Town: Wagons, 400\u00a0wagons. Town an Iron: Scrap. "
            "Quelle: Survey.",
        ),
    ],
)
def test_alt_text_says_who_gives_what_to_whom(language: str, says: str) -> None:
    drawn = made(
        flow("Iron", "Town", "Wagons", FigureUse("wagons", (), Place(""))),
        flow("Town", "Iron", "Scrap"),
        title=words("So?"),
        language=language,
    )
    assert plain(drawn.alt) == says
