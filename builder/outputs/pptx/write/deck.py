"""The writer: a plan and a theme in, a finished .pptx on disk out.

python-pptx keeps the package (parts, names, relationships, notes); shapes, tables and charts
are written as they were planned.
"""

from __future__ import annotations

from pathlib import Path

from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.write.package import identified, ledger_part, zipped
from builder.outputs.pptx.write.skeleton import Skeletons, form_of
from builder.outputs.pptx.write.slides import SlideWriter, media
from builder.theme.theme import Theme


def write_deck(plan: DeckPlan, theme: Theme, path: Path) -> None:
    """Write the deck to `path`: the same plan and theme give the same bytes.

    Raises:
        OSError: the file cannot be written.
    """
    skeletons = Skeletons(plan, theme)
    look = plan.template.theme if plan.template else theme
    writer = SlideWriter(plan, look, skeletons.notes)
    slides = [writer.slide(planned) for planned in plan.slides]
    forms = [
        form_of(written, planned.layout, charts, media(planned))
        for planned, (written, charts) in zip(plan.slides, slides, strict=True)
    ]
    filled = skeletons.skeleton(tuple(forms)).filled(slides)
    members = identified(filled, plan.fingerprint)
    path.write_bytes(zipped({**members, **ledger_part(plan, look, members)}))
