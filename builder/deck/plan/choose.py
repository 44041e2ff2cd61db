"""Which layout a slide gets: its material in; the layout, or a problem with its place, out."""

from __future__ import annotations

from collections import Counter

from builder.charts.registry import DIAGRAMS, kind_of
from builder.deck.layouts import BY_NAME, LAYOUTS
from builder.deck.layouts.base import Layout
from builder.deck.plan.material import Material
from builder.model.chart import ResolvedChart
from builder.model.text import plain
from builder.problems import Problems, known_names


def choose(material: Material, asked: str, problems: Problems) -> Layout | None:
    """Return the layout that the author asks for, else the first that holds the material."""
    if asked:
        return _asked(material, asked, problems)
    for layout in LAYOUTS:
        if not layout.asked and layout.applies(material):
            return layout
    held = _held(material)
    if not held:
        problems.error(
            material.place,
            f'the slide "{plain(material.title)}" holds nothing but its headline',
            "give it points, a chart, a table, figures, a quotation or a question",
        )
        return None
    problems.error(
        material.place,
        f'no layout holds {held} together, as the slide "{plain(material.title)}" does',
        "split it into several slides. Layouts hold:\n" + _offers(),
    )
    return None


def _asked(material: Material, asked: str, problems: Problems) -> Layout | None:
    layout = BY_NAME.get(asked)
    if layout is None:
        hint = known_names(asked, [one.name for one in LAYOUTS])
        problems.error(material.place, f'unknown layout "{asked}"', hint)
    elif not layout.applies(material):
        problems.error(
            material.place,
            f'the layout "{asked}" cannot hold {_held(material) or "nothing"}',
            f"it holds {layout.holds}; leave :layout: out, and the layout follows from the content",
        )
        return None
    return layout


def _offers() -> str:
    return "\n".join(f"  {layout.name}: {layout.holds}" for layout in LAYOUTS)


def _held(material: Material) -> str:
    """Return what a slide holds in words, for messages."""
    diagrams = material.diagrams
    kinds = (
        ("points", "text", bool(material.points)),
        ("charts", "a chart", len(material.charts) - len(diagrams)),
        *((many, one, count) for (one, many), count in _counted(diagrams)),
        ("tables", "a table", len(material.tables)),
        ("figures", "figures", bool(material.figures)),
        ("quotes", "a quotation", len(material.quotes)),
        ("questions", "a question", len(material.answers)),
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
