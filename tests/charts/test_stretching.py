"""A chart drawn higher, or less high: its plot is, its words and marks are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from builder.charts import Margin, display_list
from builder.charts.enlarging import LEAST, MOST, room, slack, stretched
from builder.charts.meeting import is_readable, meetings
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList, Path
from builder.theme.theme import Theme
from tests.charts import samples
from tests.shares import share

IN_MARGIN = Margin(130.0, 22.7, 15.0)


def drawn(chart: ResolvedChart, theme: Theme, margin: Margin | None = None) -> DisplayList:
    return display_list(chart, theme, 330.0, None, margin)


@pytest.fixture(params=[samples.column, samples.short_bar], ids=["column", "bar"])
def picture(request: pytest.FixtureRequest, theme: Theme) -> DisplayList:
    make: Callable[[], ResolvedChart] = request.param
    return drawn(make(), theme)


def test_it_is_as_much_higher_as_is_asked_for_and_says_the_same(picture: DisplayList) -> None:
    higher = stretched(picture, 30.0)
    assert higher.height == pytest.approx(picture.height + 30)
    assert [text.text for text in higher.texts] == [text.text for text in picture.texts]
    assert [text.size for text in higher.texts] == [text.size for text in picture.texts]
    assert [text.x for text in higher.texts] == [text.x for text in picture.texts]


def test_words_above_the_plot_stay_at_the_upper_edge_and_those_below_it_at_the_foot(
    picture: DisplayList,
) -> None:
    top, foot, _ = picture.plot
    for before, after in zip(picture.texts, stretched(picture, 30.0).texts, strict=True):
        anchor = before.y if before.anchor is None else before.anchor
        up = after.y - before.y
        if anchor >= top:
            assert up == pytest.approx(30)
        elif anchor <= foot:
            assert up == pytest.approx(0)
        else:
            assert 0 <= up <= 30


def tall(drawn: DisplayList) -> list[float]:
    """Return how tall each filled shape is."""
    found = []
    for item in drawn.operations:
        if isinstance(item, Path) and item.fill:
            ys = [float(part) for part in item.data.split() if part[-1].isdigit()][1::2]
            found.append(max(ys) - min(ys))
    return found


def test_bars_keep_their_proportions(picture: DisplayList) -> None:
    top, foot, _ = picture.plot
    scale = (top - foot + 30) / (top - foot)
    bars = [
        (before, after)
        for before, after in zip(tall(picture), tall(stretched(picture, 30.0)), strict=True)
        if after != before
    ]
    assert len(bars) >= 3
    for before, after in bars:
        assert after == pytest.approx(before * scale, abs=0.1)


def test_discs_stay_round(theme: Theme) -> None:
    picture = drawn(samples.scatter(), theme)
    discs = [each for each in picture.operations if isinstance(each, Path) and each.anchor]
    assert discs
    higher = stretched(picture, 30.0)
    assert tall(DisplayList(1, 1, tuple(discs))) == pytest.approx(
        tall(
            DisplayList(
                1,
                1,
                tuple(each for each in higher.operations if isinstance(each, Path) and each.anchor),
            )
        ),
        abs=0.02,
    )


def test_words_in_the_margin_stay_at_the_upper_edge(theme: Theme) -> None:
    picture = drawn(samples.column(), theme, IN_MARGIN)
    higher = stretched(picture, 20.0)
    aside = [
        (before, after)
        for before, after in zip(picture.texts, higher.texts, strict=True)
        if before.x < 0
    ]
    assert aside
    assert all(after.y - before.y == pytest.approx(20) for before, after in aside)


def test_a_ring_is_never_stretched(theme: Theme) -> None:
    picture = drawn(samples.share(), theme)
    assert room(picture) == 0
    assert stretched(picture, 30.0) is picture


def test_a_chart_grows_by_no_more_than_a_quarter(picture: DisplayList) -> None:
    assert room(picture) == MOST * picture.height == 0.25 * picture.height


def test_a_stretched_chart_outlives_the_cache(picture: DisplayList) -> None:
    kept = DisplayList.from_json(picture.to_json())
    assert kept == picture
    assert stretched(kept, 12.0) == stretched(picture, 12.0)


KINDS = [
    samples.column,
    samples.short_bar,
    samples.scatter,
    samples.line,
    samples.stacked,
    samples.grouped,
    samples.waterfall,
]


@pytest.mark.parametrize("make", share(KINDS, 3), ids=lambda make: make.__name__)
@pytest.mark.parametrize("margin", [None, IN_MARGIN], ids=["alone", "in-margin"])
def test_a_chart_shrinks_as_far_as_its_words_stay_free(
    make: Callable[[], ResolvedChart], margin: Margin | None, theme: Theme
) -> None:
    picture = drawn(make(), theme, margin)
    less = slack(picture)
    top, foot, _ = picture.plot
    assert 0 <= less <= (1 - LEAST) * (top - foot) + 0.01
    lower = stretched(picture, -less)
    assert lower.height == pytest.approx(picture.height - less)
    assert meetings(lower) <= meetings(picture)
    assert [text.size for text in lower.texts] == [text.size for text in picture.texts]
    assert min(text.y for text in lower.texts) > 0


def test_words_that_would_touch_keep_a_chart_high(theme: Theme) -> None:
    """Two labels one above the other, hardly apart, in a plot of a hundred points."""
    picture = drawn(samples.column(), theme)
    over, under = (replace(picture.texts[0], x=5.0, y=y, anchor=y) for y in (60.0, 48.0))
    crowded = replace(picture, operations=(over, under), plot=(100.0, 0.0, 0.0))
    apart = replace(picture, operations=(over, replace(under, y=20, anchor=20)), plot=(100, 0, 0))
    assert 0 < slack(crowded) < 20
    assert slack(apart) == 25


def test_words_that_are_divided_or_lie_over_others_cannot_be_read(theme: Theme) -> None:
    ring = display_list(samples.doughnut(), theme, 130.0, None, Margin())
    word, *others = ring.texts
    assert is_readable(ring)
    assert not is_readable(replace(ring, operations=(*others, *others)))
    assert not is_readable(replace(ring, operations=(replace(word, text=word.text[:3]), *others)))
    assert not is_readable(replace(ring, operations=(replace(word, x=60.0), *others)))


def test_a_map_is_drawn_as_much_less_high_as_is_asked_for_and_says_the_same(theme: Theme) -> None:
    chart = samples.shares_on_a_map()
    whole, lower = (drawn(chart, theme, Margin(less=less)) for less in (0.0, 40.0))
    assert lower.height == pytest.approx(whole.height - 40, abs=1)
    assert [run.text for run in lower.printed] == [run.text for run in whole.printed]
    assert {text.size for text in lower.texts} == {text.size for text in whole.texts}
