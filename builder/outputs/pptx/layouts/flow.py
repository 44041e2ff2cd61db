"""Headline and flow diagram, with points below where any are."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.diagrams import diagram_layout
from builder.outputs.pptx.plan.flow import flow

LAYOUT: Final = diagram_layout("flow", "Flow diagram", "flow diagram", flow, ("flow", "diagram"))
