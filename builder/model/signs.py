"""Signs that fonts and locales draw alike, or keyboards have in place of one another: one visible
mark for each, and none for the invisible ones.

Both sides of a comparison are brought to these: what somebody typed anew with a straight
apostrophe, a plain hyphen or a plain space says the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_HYPHENS_AND_MINUS: Final = "\u2010\u2011\u2212"
_APOSTROPHES: Final = "\u2018\u2019\u201b\u02bc"
_QUOTES: Final = "\u201c\u201d\u201e\u201f"
# U+00AD soft hyphen, U+200B to U+200D and U+2060 zero width, U+FEFF.
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACES: Final = "\u00a0\u2007\u2009\u200a\u202f"

ALIKE: Final[Mapping[int, str | None]] = {
    **dict.fromkeys(map(ord, _HYPHENS_AND_MINUS), "-"),
    **dict.fromkeys(map(ord, _INVISIBLE)),
}
"""The table of signs that look alike."""
SIGNS: Final[Mapping[int, str | None]] = {
    **ALIKE,
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _QUOTES), '"'),
}
"""The table of all; spaces are brought to one beside it."""

_BYTES: Final = {
    chr(sign).encode(): (plain or "").encode()
    for sign, plain in {**SIGNS, **dict.fromkeys(map(ord, _SPACES), " ")}.items()
}
_ANY: Final = re.compile(b"|".join(map(re.escape, sorted(_BYTES))))


def leveled(data: bytes) -> bytes:
    """Return text in UTF-8 with these signs, and with plain spaces."""
    if data.isascii():
        return data
    return _ANY.sub(lambda sign: _BYTES[sign.group()], data)
