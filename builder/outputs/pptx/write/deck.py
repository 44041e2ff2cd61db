"""The writer: a plan and a theme in, a finished .pptx on disk out.

python-pptx keeps the package (parts, names, relationships, notes); shapes, tables and charts
are written as they were planned.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from builder.frozen import dataclass, replace
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.model import PlannedSlide, TextItem
from builder.outputs.pptx.write.package import identified, ledger_part, zipped
from builder.outputs.pptx.write.skeleton import Skeletons, form_of
from builder.outputs.pptx.write.slides import (
    SlideWriter,
    WrittenChart,
    WrittenSlide,
    charts_on,
    media,
)
from builder.theme.theme import Theme

_Charts: TypeAlias = tuple[WrittenChart, ...]


@dataclass(frozen=True)
class _Begun:
    """A slide as it was planned before the pages of the paper were known, with what was written of
    it: nothing but its charts where words on it wait for pages, as those at nearly every foot do.
    """

    planned: PlannedSlide
    written: WrittenSlide | None
    charts: _Charts


@dataclass(frozen=True)
class Draft:
    """What is written of a deck before the pages of the paper are known."""

    skeletons: Skeletons
    slides: tuple[_Begun, ...]


def draft(plan: DeckPlan, theme: Theme) -> Draft:
    """Write what can be written of a deck that does not know the paper's pages yet."""
    skeletons = Skeletons(plan, theme)
    writer = SlideWriter(plan, _look(plan, theme), skeletons.notes)
    return Draft(skeletons, tuple(_begun(planned, writer) for planned in plan.slides))


def _begun(planned: PlannedSlide, writer: SlideWriter) -> _Begun:
    charts = writer.charts(planned)
    return _Begun(planned, None if _waits(planned) else writer.slide(planned, charts)[0], charts)


def _waits(planned: PlannedSlide) -> bool:
    """Say whether words on a slide refer to a page of the paper."""
    texts = (item for item in planned.items if isinstance(item, TextItem))
    return any(run.refers for item in texts for each in item.paragraphs for run in each.runs)


def write_deck(plan: DeckPlan, theme: Theme, path: Path, begun: Draft | None = None) -> None:
    """Write the deck to `path`: the same plan and theme give the same bytes, whether it was
    `begun` as the same plan without the paper's pages or not.

    Raises:
        OSError: the file cannot be written.
    """
    skeletons = begun.skeletons if begun else Skeletons(plan, theme)
    look = _look(plan, theme)
    writer = SlideWriter(plan, look, skeletons.notes)
    slides = list(_completed(plan, writer, begun) if begun else map(writer.slide, plan.slides))
    forms = [
        form_of(written, planned.layout, charts, media(planned))
        for planned, (written, charts) in zip(plan.slides, slides, strict=True)
    ]
    filled = skeletons.skeleton(tuple(forms)).filled(slides)
    members = identified(filled, plan.fingerprint)
    path.write_bytes(zipped({**members, **ledger_part(plan, look, members)}))


def _look(plan: DeckPlan, theme: Theme) -> Theme:
    return plan.template.theme if plan.template else theme


def _completed(
    plan: DeckPlan, writer: SlideWriter, begun: Draft
) -> Iterator[tuple[WrittenSlide, _Charts]]:
    """Yield the slides, those anew of which more than the notes has changed.

    What stays is known by being the very same: of two charts that are equal, one may print more
    decimals.
    """
    for planned, known in zip(plan.slides, begun.slides, strict=True):
        before, charts, written = known.planned, known.charts, known.written
        if list(map(id, charts_on(planned))) != list(map(id, charts_on(before))):
            charts = writer.charts(planned)
        stays = planned.items is before.items and planned == replace(before, notes=planned.notes)
        if written is None or not stays:
            yield writer.slide(planned, charts)
        elif planned.notes is before.notes:
            yield written, charts
        else:
            yield replace(written, notes=writer.notes_of(planned)), charts
