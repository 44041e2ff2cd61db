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
from builder.outputs.pptx.plan.model import PlannedSlide
from builder.outputs.pptx.write.package import identified, ledger_part, zipped
from builder.outputs.pptx.write.skeleton import Skeletons, form_of
from builder.outputs.pptx.write.slides import SlideWriter, WrittenChart, WrittenSlide, media
from builder.theme.theme import Theme

_Slide: TypeAlias = tuple[WrittenSlide, tuple[WrittenChart, ...]]


@dataclass(frozen=True)
class Draft:
    """What is written of a deck before the pages of the paper are known, which notes name: its
    slides as they were planned then, with what was written of them.
    """

    skeletons: Skeletons
    slides: tuple[tuple[PlannedSlide, _Slide], ...]


def draft(plan: DeckPlan, theme: Theme) -> Draft:
    """Write what can be written of a deck that does not know the paper's pages yet."""
    skeletons = Skeletons(plan, theme)
    writer = SlideWriter(plan, _look(plan, theme), skeletons.notes)
    return Draft(skeletons, tuple((planned, writer.slide(planned)) for planned in plan.slides))


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


def _completed(plan: DeckPlan, writer: SlideWriter, begun: Draft) -> Iterator[_Slide]:
    """Yield the slides: anew where more than their notes has changed."""
    for planned, (before, written) in zip(plan.slides, begun.slides, strict=True):
        if planned is before:
            yield written
        elif planned == replace(before, notes=planned.notes):
            slide, charts = written
            yield replace(slide, notes=writer.notes_of(planned)), charts
        else:
            yield writer.slide(planned)
