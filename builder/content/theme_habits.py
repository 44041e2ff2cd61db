"""What a theme's file says of its habits: where rules and headings stand, what sets charts."""

from __future__ import annotations

from typing import Final

from builder.content.scalars import WORDS
from builder.content.shape import Key, Keys, OneOf, Text

THICKNESS: Final = Text(
    r"^(?:[0-3](?:\.[0-9]+)?|4(?:\.0+)?)$",
    "a thickness of a line",
    "points from 0 to 4, such as 0.8",
    typed={"type": "number", "minimum": 0, "maximum": 4},
)

HABITS: Final = Keys(
    "Habits",
    "How the theme lays things out.",
    may={
        "rules": Key(
            OneOf(("above", "below")),
            "Where the rule of a heading of a section stands.",
            default="above",
        ),
        "heads": Key(
            OneOf(("left", "centre")), "Where headings of sections stand.", default="left"
        ),
        "charts": Key(
            OneOf(("sans", "serif")), "The family that sets charts in the paper.", default="sans"
        ),
        "baseline": Key(
            THICKNESS,
            "How thick the line is on which marks of charts stand, in points.",
            default="0.8",
        ),
        "headlines": Key(
            WORDS, "The font that the deck names for headlines; metrics_headlines measures it."
        ),
    },
)
