"""Charts as others see them: series are told apart in grey and by those who do not see all colours.

Neighbours of a key lie far apart in CIEDE2000, or differ in pattern or marker; where no key stands
apart, each name stands beside its marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, pairwise

import pytest

from builder.charts import NativeChart, display_list, native_chart
from builder.charts.classes import UNKNOWN, slots
from builder.charts.markers import told_apart
from builder.charts.native import Slot, parts_of, rgb
from builder.charts.registry import CHARTS
from builder.charts.style import accent, steps_of
from builder.model.land import Classes, Tick
from builder.model.text import Run
from builder.theme import assets, ramp
from builder.theme.ramp import MOST, is_faint, step_name
from builder.theme.theme import Theme, contrast
from tests.charts import apart, samples
from tests.charts.test_told_apart import CHARTS as COUNTED
from tests.charts.test_told_apart import THEMES, themed
from tests.shares import share

ALL_THEMES = sorted(path.stem for path in assets.path("themes").glob("*.yaml"))

SEEN = 3.0
"""The least contrast of a mark, or its outline, to the paper (WCAG 2.2, 1.4.11)."""
CODES = ("FR", "DE", "ES", "IT", "PL", "SE", "FI", "NO", "RO", "GR")
TABLE = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, 2.49, -0.001), (50, -2.49, 0.0011), 7.2195),
    ((50, 2.5, 0), (58, 24, 15), 19.4535),
    ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
    ((50, 2.5, 0), (50, 3.1736, 0.5854), 1.0),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
]
"""Of the data by G. Sharma, W. Wu and E. N. Dalal that implementations are tried with."""


@pytest.mark.parametrize(("one", "other", "expected"), TABLE)
def test_differences_are_those_of_the_published_table(
    one: ramp.Triple, other: ramp.Triple, expected: float
) -> None:
    assert ramp.difference(one, other) == pytest.approx(expected, abs=1e-4)
    assert ramp.difference(other, one) == pytest.approx(expected, abs=1e-4)


def confused(made: NativeChart, theme: Theme) -> list[tuple[str, str, str]]:
    """Return the neighbours of a key that a way of seeing makes alike, and that way."""
    return [
        (one.name.text, other.name.text, way)
        for one, other in pairwise(made.keys)
        if (parts_of(one.colour)[1], one.marker) == (parts_of(other.colour)[1], other.marker)
        for way, least in ramp.LEAST.items()
        if ramp.apart(rgb(one.colour, theme), rgb(other.colour, theme), way) < least
    ]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("kind", "count", "highlit"), share(COUNTED, 14, 4))
def test_neighbours_are_told_apart_by_everyone(
    kind: str, count: int, highlit: int, name: str
) -> None:
    chart, theme = apart.chart(kind, count, highlit), themed(name)
    made = native_chart(chart, theme)
    assert made is not None
    if made.legend == "top" or made.centre or kind == "doughnut":
        assert confused(made, theme) == []
        return
    said = [text.text for text in display_list(chart, theme, 440.0, None).texts]
    names = apart.NAMES[:count]
    assert [each for each in names if not any(each in text for text in said)] == []


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", share(samples.ALL, 4))
def test_samples_of_every_kind_are_told_apart_by_everyone(kind: str, name: str) -> None:
    chart = samples.ALL[kind]()
    made = native_chart(chart, themed(name)) if chart.kind in CHARTS else None
    if made is not None and made.legend == "top":
        assert confused(made, themed(name)) == []


def alike(slots: Sequence[Slot], theme: Theme) -> list[tuple[str, str]]:
    """Return the neighbours that neither colour nor pattern tells apart for everyone."""
    return [
        (one, other)
        for one, other in pairwise(slots)
        if parts_of(one)[1] == parts_of(other)[1]
        and ramp.told_apart(rgb(one, theme), rgb(other, theme)) < 1
    ]


def bounded(count: int, below: int) -> Classes:
    """Return so many classes, of which the first lie below a middle."""
    ticks = (Tick(Decimal(at), Run(str(at))) for at in range(1, count))
    return Classes(tuple(ticks), Run("No data"), below)


@pytest.mark.parametrize("screen", [False, True])
@pytest.mark.parametrize("name", ALL_THEMES)
def test_classes_series_in_order_and_palettes_are_told_apart_by_everyone(
    name: str, screen: bool
) -> None:
    theme = themed(name).on_screen if screen else themed(name)
    for count in range(1, MOST + 1):
        for below in range(count):
            plain = slots(bounded(count, below), written=False)
            assert alike(plain, theme) == []
            assert alike([*plain, UNKNOWN], theme) == []
        assert alike(told_apart(steps_of(count), theme), theme) == []
        bold = [step_name(at, count) for at in range(count) if not is_faint(step_name(at, count))]
        assert all(contrast(rgb(slot, theme), theme.colours.paper) >= SEEN for slot in bold)
    series = told_apart([accent(place) for place in range(6)], theme)
    assert len({parts_of(slot) for slot in series}) == 6
    assert all(alike(pair, theme) == [] for pair in combinations(series, 2))


@pytest.mark.parametrize("name", ALL_THEMES)
def test_rises_and_falls_are_told_apart_by_everyone(name: str) -> None:
    theme = themed(name)
    rise, fall = (accent(at - 1) for at in (theme.colours.rise, theme.colours.fall))
    assert alike((rise, fall), theme) == []
    total = accent(theme.colours.total - 1)
    assert rgb(total, theme) not in (rgb(rise, theme), rgb(fall, theme))


@pytest.mark.longer
@pytest.mark.parametrize("name", THEMES)
def test_faint_places_of_a_map_and_of_its_key_have_an_outline(name: str) -> None:
    theme = themed(name)
    chart = samples.on_a_map({code: str(at) for at, code in enumerate(CODES)}, ())
    ground = {theme.colours.paper, theme.colours.grid}
    marks = apart.marks(display_list(chart, theme, 440.0, None))
    faint = [
        mark
        for mark in marks
        if mark.fill not in ground and contrast(mark.fill, theme.colours.paper) < SEEN
    ]
    assert len(faint) > 2
    for mark in faint:
        assert mark.edge is not None
        assert contrast(mark.edge[0], theme.colours.paper) >= SEEN
