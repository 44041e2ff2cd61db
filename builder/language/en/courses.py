"""English words for what goes from one figure to another."""

from __future__ import annotations

from typing import Final

from builder.language.courses import Courses
from builder.language.en.moves import FALLING, RISING

COURSES: Final = Courses(
    rises=RISING,
    falls=rf"{FALLING}|cut|shortened|reduced",
    neither=r"went|goes|gone|go|moved|moves|changed|changes|passed",
    start="from",
    end="to",
    by="by|of",
    then=r"by|up|down|up by|down by|or|so|that is|i\.e\.|a full",
)
