"""English words before an abbreviation that do not fit what it stands for: "an MOT"."""

from __future__ import annotations

import re
from typing import Final

_CONSONANT: Final = r"(?i:eu|uni|us[eu]|one|ubi|(?!hour|honest|heir)[^aeiou])"  # as heard

INFLECTED: Final = re.compile(
    rf"(?<!\w)(?:[Aa] \x00(?!{_CONSONANT})|[Aa]n \x00{_CONSONANT})", re.DOTALL
)
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There the abbreviation stands first, and the words in brackets behind it.
"""
