"""Which layout a slide gets: its content in; the layout, or a problem with its place, out."""

from __future__ import annotations

from collections import Counter

from builder.charts.registry import DIAGRAMS, kind_of
from builder.model.chart import ResolvedChart
from builder.model.text import plain
from builder.outputs.pptx.layouts import BY_NAME, LAYOUTS
from builder.outputs.pptx.layouts.base import Layout
from builder.outputs.pptx.plan.content import SlideContent
from builder.problems import Problems, known_names


def choose(content: SlideContent, asked: str, problems: Problems) -> Layout | None:
    """Return the layout that the author asks for, else the first that holds the content."""
    if asked:
        return _asked(content, asked, problems)
    for layout in LAYOUTS:
        if not layout.asked and layout.applies(content):
            return layout
    held = _held(content)
    if not held:
        problems.error(
            content.place,
            f'the slide "{plain(content.title)}" holds nothing but its headline',
            "give it points, a chart, a table, figures, a quotation or a question",
        )
        return None
    problems.error(
        content.place,
        f'no layout holds {held} together, as the slide "{plain(content.title)}" does',
        "split it into several slides. Layouts hold:\n" + _offers(),
    )
    return None


def _asked(content: SlideContent, asked: str, problems: Problems) -> Layout | None:
    layout = BY_NAME.get(asked)
    if layout is None:
        hint = known_names(asked, [one.name for one in LAYOUTS])
        problems.error(content.place, f'unknown layout "{asked}"', hint)
    elif not layout.applies(content):
        problems.error(
            content.place,
            f'the layout "{asked}" cannot hold {_held(content) or "nothing"}',
            f"it holds {layout.holds}; leave :layout: out, and the layout follows from the content",
        )
        return None
    return layout


def _offers() -> str:
    return "\n".join(f"  {layout.name}: {layout.holds}" for layout in LAYOUTS)


def _held(content: SlideContent) -> str:
    """Return what a slide holds in words, for messages."""
    diagrams = content.diagrams
    kinds = (
        ("points", "text", bool(content.points)),
        ("charts", "a chart", len(content.charts) - len(diagrams)),
        *((many, one, count) for (one, many), count in _counted(diagrams)),
        ("tables", "a table", len(content.tables)),
        ("figures", "figures", bool(content.figures)),
        ("quotes", "a quotation", len(content.quotes)),
        ("questions", "a question", len(content.answers)),
    )
    said = [
        one if int(count) == 1 else f"{int(count)} {many}" for many, one, count in kinds if count
    ]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} and {said[-1]}"


def _counted(charts: tuple[ResolvedChart, ...]) -> list[tuple[tuple[str, str], int]]:
    """Return what diagrams are called in messages, and how many there are of each kind."""
    counts = Counter(chart.kind for chart in charts)
    return [(kind_of(name).counted, counts[name]) for name in DIAGRAMS if counts[name]]
