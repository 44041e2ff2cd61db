"""Charts with much in them: what is highlighted stands out, in paper and deck alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builder.charts import display_list, native_chart
from builder.charts.house import words_box
from builder.charts.registry import CrowdedError
from builder.model.chart import ResolvedChart
from builder.model.displaylist import Path
from builder.theme.theme import Theme
from tests.charts import samples
from tests.resolve.making import chart_spec, content, resolved, table, words

NAMES = ("ore", "oil", "rye", "tin", "zinc", "salt", "coal", "wood")


def lines(count: int) -> ResolvedChart:
    """So many lines, the last of them highlighted."""
    names = NAMES[:count]
    rows = (
        ",".join((year, *(str(start + step) for step in range(count))))
        for year, start in (("2020", 1), ("2021", 3), ("2022", 4))
    )
    data = table("held", "\n".join((",".join(("year", *names)), *rows)))
    spec = chart_spec(
        "line",
        title=words("The finding"),
        table="held",
        x="year",
        y=names,
        highlight=(names[-1],),
        source=("survey",),
    )
    (chart,) = resolved(content(charts=(spec,), data=(data,))).charts.values()
    return chart


@pytest.mark.parametrize("count", [7, 8])
def test_a_highlight_greys_more_lines_than_there_are_colours(count: int, theme: Theme) -> None:
    chart = lines(count)
    picture = display_list(chart, theme, 453.5, None)
    plain = {theme.colours.grid, theme.colours.ink}
    strokes = [
        item.stroke.colour
        for item in picture.operations
        if isinstance(item, Path) and item.stroke and not item.fill
    ]
    drawn = [colour for colour in strokes if colour not in plain]
    assert drawn == [theme.colours.soft] * (count - 1) + [theme.colours.accent]
    said = " ".join(text.text for text in picture.texts)
    assert all(name in said for name in NAMES[:count])
    native = native_chart(chart, theme)
    assert native is not None
    assert [each.colour for each in native.series] == ["muted"] * (count - 1) + ["accent1"]


@pytest.mark.parametrize("make", [samples.gantt, samples.timeline, samples.supply])
def test_words_that_reach_over_the_sides_are_refused_with_a_way_out(
    make: Callable[[], ResolvedChart], theme: Theme
) -> None:
    made = make()
    with pytest.raises(CrowdedError) as refused:
        display_list(made, theme, 60, None)
    assert refused.value.found == f'chart "{made.id}" has words that reach over its sides'
    assert refused.value.hint == (
        "shorten its names by `labels`, print shorter numbers, or give it the page's width by "
        "`size: hero`"
    )


@pytest.mark.parametrize("width", [200, 300, 453.5])
def test_words_of_what_is_drawn_stand_within_its_width(width: float, theme: Theme) -> None:
    drawn = display_list(samples.gantt(), theme, width, None)
    boxes = [box for each in drawn.texts if (box := words_box(each))]
    assert min(box.left for box in boxes) >= -0.1
    assert max(box.right for box in boxes) <= width + 0.1
