"""No word of a flow diagram or a chain is cut, however narrow: it is smaller, or refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from builder.charts import display_list
from builder.charts.chains import words_of
from builder.charts.registry import CrowdedError
from builder.model.chart import ResolvedChart
from builder.model.displaylist import DisplayList
from builder.model.text import Run, plain
from builder.theme.theme import Theme
from tests.charts import samples

WIDTHS = (453.5, 300.0, 260.0, 200.0, 160.0, 118.0)
LONGEST = "Waffenstillstandsverhandlungen"


def said(chart: ResolvedChart) -> set[str]:
    """Return the words that a chart may print."""
    lines = [words_of(stop) for stop in chart.stops]
    lines += [
        each for flow in chart.flows for each in (flow.giver, flow.receiver, flow.says, flow.amount)
    ]
    lines += [(link.amount.label,) for link in chart.links]
    lines += [chart.title, chart.subtitle, chart.source_line, chart.note]
    return {word for line in lines for word in plain(line).split()}


def cut(chart: ResolvedChart, drawn: DisplayList) -> list[str]:
    """Return what is printed and is no word; a hyphen may part one."""
    known, found = said(chart), []
    printed = [word for text in drawn.texts for word in text.text.split()]
    for before, word in zip(["", *printed], printed, strict=False):
        parted = word.endswith("-") or before.endswith("-")
        if word not in known and not parted:
            found.append(word)
    return found


def long_worded() -> ResolvedChart:
    chart = samples.exchange()
    first, *rest = chart.flows
    return replace(chart, flows=(replace(first, says=(Run(LONGEST),)), *rest))


SAMPLES = (samples.supply, samples.exchange, samples.chain, long_worded)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.__name__)
def test_no_word_of_a_diagram_is_cut(
    sample: Callable[[], ResolvedChart], width: float, theme: Theme
) -> None:
    chart = sample()
    try:
        drawn = display_list(chart, theme, width, None)
    except CrowdedError:
        assert width <= 200 or sample is long_worded
        return
    assert cut(chart, drawn) == []


def test_a_word_that_no_size_holds_is_refused_with_advice(theme: Theme) -> None:
    with pytest.raises(CrowdedError, match="words that are longer than the room in its boxes"):
        display_list(samples.exchange(), theme, 118.0, None)
