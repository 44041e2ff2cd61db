"""What a theme's file says of its habits: where rules and headings stand, what sets charts."""

from __future__ import annotations

from typing import Final

from builder.content.scalars import NUMBER, WORDS
from builder.content.shape import Key, Keys, OneOf

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
            NUMBER, "How thick the line is on which marks of charts stand.", default="0.8"
        ),
        "headlines": Key(
            WORDS, "The font that the deck names for headlines, no wider than its other one."
        ),
    },
)
