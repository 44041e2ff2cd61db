"""Properties of every layout: words never meet, never leave the sheet, and are never cut off; no
line or edge of a mark runs through them.
"""

from __future__ import annotations

import re
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from builder.charts import display_list
from builder.charts.meeting import giving_way
from builder.charts.registry import KINDS, CrowdedError
from builder.frozen import replace
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Path
from builder.model.text import plain
from builder.theme.theme import Theme
from tests.charts import samples
from tests.charts.apart import outline
from tests.charts.boxes import Box, box, crossed, outside, overlaps
from tests.charts.strategies import charts
from tests.shares import examples, share

WIDTHS = (453.5, 260.0)
ON_MARKS = ("map",)
"""Where names stand on what they name, over its borders too."""
EACH = 24
"""Random charts of each kind: more than 500 of all, a dozen or two of them in `make test`."""


@pytest.mark.parametrize("kind", share(KINDS, 8))
def test_no_words_of_a_chart_overlap_or_leave_the_sheet(kind: str, theme: Theme) -> None:
    @settings(
        max_examples=examples(EACH),
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),  # a smaller chart of a fault is sought for minutes
        suppress_health_check=(HealthCheck.filter_too_much,),
    )
    @given(charts(kind), st.sampled_from(WIDTHS))
    def holds(chart: ResolvedChart, width: float) -> None:
        try:
            drawn = display_list(chart, theme, width, None)
        except CrowdedError:  # what has no room is refused by name
            reject()
        assert overlaps(drawn) == []
        assert outside(drawn) == []
        assert kind in ON_MARKS or crossed(drawn) == []

    holds()


def test_a_hairline_gives_way_to_a_word_and_is_what_runs_through_it_otherwise(theme: Theme) -> None:
    drawn = display_list(samples.scatter(), theme, WIDTHS[0], None)
    plain = tuple(
        replace(each, hair=False) if isinstance(each, Path) else each for each in drawn.operations
    )
    struck = crossed(replace(drawn, operations=plain))
    assert {ink.split()[0] for _, ink in struck} == {theme.colours.grid}
    whole = [each for each in drawn.operations if isinstance(each, Path) and each.hair]
    shown = [each for each in giving_way(drawn.operations) if isinstance(each, Path) and each.hair]
    for one, other in zip(whole, shown, strict=True):
        assert one.mark == other.mark
        assert one.data.split()[:2] == other.data.split()[:2]
    assert any(each.data.count("m") > 1 for each in shown)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", share(samples.ALL, 6))
def test_every_sample_prints_its_words_apart_and_whole(
    name: str, width: float, theme: Theme
) -> None:
    drawn = display_list(samples.ALL[name](), theme, width, None)
    assert overlaps(drawn) == []
    assert outside(drawn) == []
    assert name in ON_MARKS or crossed(drawn) == []
    said = "".join(text.text for text in drawn.texts).replace(" ", "")
    for run in drawn.printed:
        assert run.text.replace(" ", "") in said


@pytest.mark.parametrize(
    "name", share(["bar", "column", "stacked", "doughnut", "timeline", "bubble"], 3)
)
def test_the_height_follows_from_the_content(name: str, theme: Theme) -> None:
    drawn = display_list(samples.ALL[name](), theme, 453.5, None)
    lowest = min(text.y for text in drawn.texts)
    assert drawn.width == 453.5
    assert 2 < lowest < 6  # the source line stands at the foot, whatever the kind


def test_a_long_finding_is_wrapped_and_moves_all_below_it_down(theme: Theme) -> None:
    wide = display_list(samples.short_bar(), theme, 453.5, None)
    narrow = display_list(samples.short_bar(), theme, 260, None)
    assert wide.texts[0].text == samples.short_bar().title[0].text
    assert [text.text for text in narrow.texts[:2]] == [
        "The city buys vans before it buys",
        "lorries, and hardly any buses at all",
    ]
    assert narrow.height > wide.height + 10


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["histogram", "column", "grouped", "stacked", "waterfall"])
def test_a_value_stands_over_the_middle_of_its_column(
    name: str, width: float, theme: Theme
) -> None:
    chart = samples.ALL[name]()
    drawn = display_list(chart, theme, width, None)
    said = [box(text) for text in drawn.texts]
    told = 0
    for each in drawn.operations:
        if not isinstance(each, Path) or not re.fullmatch(r"\d+\.\d+", each.mark):
            continue
        number, place = map(int, each.mark.split("."))
        left, right = outline(each.data).get_extents().intervalx
        own = plain((chart.series[number].data[place].label,))
        over = [one for one in said if one.text.strip() == own and own]
        if over:
            apart = [abs(one.left + one.right - left - right) / 2 for one in over]
            assert min(apart) < 0.05, (own, apart)
            told += 1
    assert told >= 4 or name == "column"


@pytest.mark.parametrize("kind", ["column", "grouped", "histogram"])
def test_values_of_neighbouring_columns_stand_apart(kind: str, theme: Theme) -> None:
    base, near = samples.ALL[kind](), []
    for count, digits in product(range(3, 25, 3), range(2, 9)):
        held = tuple(samples.datum("9" * digits) for _ in range(count))
        chart = replace(
            base,
            categories=samples.runs(map(str, range(count))),
            series=tuple(replace(each, data=held) for each in base.series),
            value_axis=samples.axis(0, 10**digits, 10**digits, shown=False),
            x_axis=samples.axis(0, count, 1) if kind == "histogram" else None,
        )
        drawn = display_list(chart, theme, 260.0, None)
        said = sorted((box(text) for text in drawn.texts if text.text == "9" * digits), key=_left)
        near += [other.left - one.right for one, other in pairwise(said)]
    assert min(near) > 1.9
    assert min(near) < 4, "nowhere did they come near"


def _left(words: Box) -> float:
    return words.left
