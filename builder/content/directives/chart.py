"""`:::{chart} NAME`: a chart of charts.yaml."""

from __future__ import annotations

from builder.content.blocks import BlockReader, Kind
from builder.content.directive import Allowed, Directive
from builder.model.blocks import ChartUse


def _build(directive: Directive, _reader: BlockReader) -> ChartUse:
    return ChartUse(directive.mention("chart"), directive.place)


KIND = Kind(
    Allowed(
        frozenset({"section", "slide", "callout", "question"}), "the name of a chart of charts.yaml"
    ),
    _build,
)
