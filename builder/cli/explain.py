"""`check --explain`: what was chosen for slides and charts in; lines, or data, out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.inspection import Explanation
    from builder.outputs.pdf import ChartChoice
    from builder.outputs.pptx.compose.explaining import SlideChoice

_MILLIMETRE = 72 / 25.4


def as_data(found: Explanation) -> str:
    """Return it as JSON, for other programs."""
    slides = [asdict(choice) | {"sizes": dict(choice.sizes)} for choice in found.slides]
    charts = list(map(asdict, found.charts))
    data = {"slides": slides, "opening": asdict(found.opening), "charts": charts}
    return json.dumps(data, ensure_ascii=False, indent=1)


def as_text(found: Explanation) -> str:
    """Return it in lines: slide by slide, then how the paper opens, and chart by chart of it."""
    lines = [line for choice in found.slides for line in _slide(choice)]
    opening = found.opening
    lines += [f"paper, opening: {opening.says}", f"  {opening.because} ({opening.place})"]
    lines += [line for choice in found.charts for line in _chart(choice)]
    return "\n".join(lines)


def _slide(choice: SlideChoice) -> Iterator[str]:
    first, last = choice.slides[0], choice.slides[-1]
    numbers = f"slide {first}" if first == last else f"slides {first} to {last}"
    yield f'{numbers} "{choice.title}": {choice.layout}'
    yield f"  {choice.because} ({choice.place})"
    by_reason: dict[str, list[str]] = {}
    for other in choice.refused:
        by_reason.setdefault(other.because, []).append(other.layout)
    for because, layouts in by_reason.items():
        yield f"  not {', '.join(layouts)}: {because}"
    sizes = ("/".join(f"{size:g}" for size in each) + f" {what}" for what, each in choice.sizes)
    yield f"  points: {', '.join(sizes)}"
    if choice.divided:
        yield f"  {choice.divided}"


def _chart(choice: ChartChoice) -> Iterator[str]:
    wide, high = choice.width / _MILLIMETRE, choice.height / _MILLIMETRE
    yield f'paper, chart "{choice.chart}": {wide:.0f} by {high:.0f} mm'
    yield f"  {choice.because} ({choice.place})"
