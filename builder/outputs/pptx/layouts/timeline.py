"""Headline and timeline, with points below where any are."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.diagrams import diagram_layout
from builder.outputs.pptx.plan.timeline import timeline

LAYOUT: Final = diagram_layout("timeline", "Timeline", "timeline", timeline, ("timeline",))
