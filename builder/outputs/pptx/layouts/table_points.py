"""Table and points: a table on the left, what it means on the right."""

from __future__ import annotations

from typing import Final

from builder.outputs.pptx.layouts.base import Layout
from builder.outputs.pptx.layouts.table_takeaway import beside_points

LAYOUT: Final[Layout] = beside_points("table-points")
