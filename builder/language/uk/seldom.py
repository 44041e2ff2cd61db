"""Ukrainian numbers that count nothing and seldom stand in a briefing.

What finds them is loaded where digits are left that nothing else owns: places and codes, hours of
what happens at a time, and ages of one who is told of without a name.
"""

from __future__ import annotations

import re
from typing import Final

NUMBERED: Final[tuple[re.Pattern[str], ...]] = ()
"""Patterns whose group `named` is a designation, whatever follows."""

DESIGNATED: Final[tuple[re.Pattern[str], ...]] = ()
"""The same, but before what makes an amount."""

TIMES: Final[tuple[re.Pattern[str], ...]] = ()
"""Patterns whose group `named` is a time of day."""

AGES: Final[tuple[re.Pattern[str], ...]] = ()
"""Patterns whose group `named` is somebody's age."""
