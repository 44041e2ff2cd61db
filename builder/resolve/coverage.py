"""Characters that no page could show: takes a briefing and a theme, reports each with its place.

Both writers would notice, but only while writing; here `check` sees it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Final

from builder.model.briefing import Briefing
from builder.model.text import Run
from builder.problems import NOWHERE, Place, Problems
from builder.resolve.walk import walked
from builder.text.metrics import FontMetrics
from builder.theme.theme import Theme

# Spaces and hyphens for which the writers have a stand-in, and signs that are never drawn.
_STOOD_IN: Final = frozenset("\n\t\u00ad\u2009\u200a\u2011\u202f")


def check_coverage(briefing: Briefing, theme: Theme, problems: Problems) -> None:
    """Report every character that neither face of the theme can draw, once, where it first is."""
    cuts = [FontMetrics.of(name) for name in (theme.serif.regular, theme.sans.semibold)]
    used = set().union(*(run.text for run, _ in _runs(briefing))) - _STOOD_IN
    missing = {character for character in used if all(cut.missing(character) for cut in cuts)}
    for run, place in _runs(briefing) if missing else ():
        for character in sorted(missing.intersection(run.text)):
            missing.remove(character)
            problems.error(
                run.place if run.place != NOWHERE else place,
                f'no font of the theme has the character "{character}"'
                f' (U+{ord(character):04X}), in "{run.text.strip()}"',
                f"{theme.serif.name} and {theme.sans.name} were asked: write it in characters "
                "that they have, or choose a theme whose fonts have it",
            )


def _runs(briefing: Briefing) -> Iterator[tuple[Run, Place]]:
    """Yield every run that a file will show, with the nearest place for one that has none."""
    parts = (
        briefing.title,
        briefing.subtitle,
        *briefing.sections,
        *briefing.notes,
        *briefing.charts.values(),
        *briefing.tables.values(),
    )
    for part in parts:
        nearest = briefing.meta.place
        for found in walked(part):
            if isinstance(found, Run):
                yield found, nearest
            elif isinstance(found, tuple):
                yield from ((item, nearest) for item in found if isinstance(item, Run))
            elif is_dataclass(found):
                nearest = getattr(found, "place", nearest)
    for forms in briefing.printed.values():
        for line in forms.values():
            for run in line:
                yield run, briefing.meta.place
