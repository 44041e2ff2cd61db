"""What a theme is used to besides colours and sizes: where rules and headings stand, what sets
charts.
"""

from __future__ import annotations

from typing import Literal

from builder.frozen import dataclass


@dataclass(frozen=True)
class Habits:
    """How a theme lays things out.

    `rules` stand above or below the paper's headings of sections, and these (`heads`)
    at the left or in the middle. `charts` is the family that sets charts in the paper, `baseline`
    how thick the line is on which marks stand, in points, in both files. `headlines` is the font
    that the deck names for headlines; empty for its other one.
    """

    rules: Literal["above", "below"] = "above"
    heads: Literal["left", "centre"] = "left"
    charts: Literal["sans", "serif"] = "sans"
    baseline: float = 0.8
    headlines: str = ""

    @property
    def slide_baseline(self) -> float:
        """The same line on slides, which are seen from farther away."""
        return 1.25 * self.baseline
