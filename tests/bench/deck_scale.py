"""Times large decks: ours against the same slides made with python-pptx alone; prints ratios.

One slide in five has a chart, all have a headline and points or a caption, and notes. Nothing is
asserted: machines differ. Usage: deck_scale.py [--slides N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pptx import Presentation  # noqa: E402
from pptx.chart.data import CategoryChartData  # noqa: E402
from pptx.enum.chart import XL_CHART_TYPE  # noqa: E402

from builder.model.briefing import Briefing  # noqa: E402
from builder.outputs.pptx import plan_deck, with_pages, write_deck  # noqa: E402
from builder.problems import Problems  # noqa: E402
from tests.charts import samples  # noqa: E402
from tests.outputs.pptx.making import PAPER, briefing, chart_use, listed, said, slide, theme  # noqa: E402

CHART_EVERY = 5
POINTS = ("What was counted on the quays", "Where it was bound for", "Who says so, and how firmly")


def made(slides: int) -> Briefing:
    """Return a briefing of so many slides, a chart on each fifth."""
    charts = [replace(samples.column(), id=f"chart{at}") for at in range(-(-slides // CHART_EVERY))]
    notes = (said("What the speaker says here, in a sentence or two."),)
    listing = [
        slide(f"Headline {at}", chart_use(charts[at // CHART_EVERY].id), notes=notes)
        if at % CHART_EVERY == 0
        else slide(f"Headline {at}", listed(*POINTS), notes=notes)
        for at in range(slides)
    ]
    return briefing(*listing, charts=tuple(charts))


def ours(content: Briefing, path: Path) -> tuple[float, float]:
    """Return the seconds that planning and writing take."""
    start = time.perf_counter()
    plan = with_pages(plan_deck(content, theme(), Problems()), PAPER)
    planned = time.perf_counter()
    write_deck(plan, theme(), path)
    return planned - start, time.perf_counter() - planned


def plain(slides: int, path: Path) -> float:
    """Return the seconds that python-pptx alone takes for the same slides."""
    start = time.perf_counter()
    deck = Presentation()
    chart = samples.column()
    for at in range(slides):
        with_chart = at % CHART_EVERY == 0
        made = deck.slides.add_slide(deck.slide_layouts[5 if with_chart else 1])
        made.shapes.title.text = f"Headline {at}"
        if with_chart:
            data = CategoryChartData()
            data.categories = [name.text for name in chart.categories]
            for series in chart.series:
                data.add_series(series.name.text, [float(each.value or 0) for each in series.data])
            kind = XL_CHART_TYPE.COLUMN_CLUSTERED
            made.shapes.add_chart(kind, 600_000, 1_500_000, 8_000_000, 4_500_000, data)
        else:
            frame = made.placeholders[1].text_frame
            frame.text = POINTS[0]
            for point in POINTS[1:]:
                frame.add_paragraph().text = point
        made.notes_slide.notes_text_frame.text = "What the speaker says here, in a sentence."
    deck.save(str(path))
    return time.perf_counter() - start


def main() -> None:
    """Measure decks of a quarter, half and all of the slides, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slides", type=int, default=1000)
    most = parser.parse_args().slides
    theme()
    print(
        f"{'slides':>7}{'plan, s':>9}{'write, s':>10}{'ms/slide':>10}{'plain, s':>10}{'ratio':>7}"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.pptx")
        ours(made(10), path)
        for slides in (most // 4, most // 2, most):
            planning, writing = ours(made(slides), path)
            both, beside = planning + writing, plain(slides, path)
            print(
                f"{slides:7}{planning:9.2f}{writing:10.2f}{1000 * both / slides:10.1f}"
                f"{beside:10.2f}{both / beside:7.2f}"
            )


if __name__ == "__main__":
    main()
