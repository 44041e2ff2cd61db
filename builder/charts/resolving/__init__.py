"""Charts: takes what charts.yaml states, returns charts that need no decision but where ink goes.

Order, axes, colours, sources and every printed string are settled here, once, for both writers.
"""

from builder.charts.resolving.chart import resolved_chart
from builder.charts.resolving.context import ChartContext

__all__ = ["ChartContext", "resolved_chart"]
