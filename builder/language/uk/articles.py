"""Ukrainian words before an abbreviation that would change the form of what it stands for."""

from __future__ import annotations

import re
from typing import Final

INFLECTED: Final = re.compile("\x00")
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There it stands first: any word may be in a case, whatever stands before.
"""


def plural(_long: str) -> str:
    """Return what is several of what an abbreviation is short for: nobody can tell."""
    return ""
