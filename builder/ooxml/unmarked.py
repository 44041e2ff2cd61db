"""A part's bytes in; the same without the fingerprint that stands at its foot, out.

Every slide bears the first eight digits of the content's fingerprint as a text of its own, and so
no slide is the same after any change of the content. Whoever takes a text as it stands, without a
look at its letters, makes of one part what he makes of the other, but for these eight.
"""

from __future__ import annotations

import re
from typing import Final

BLANK: Final = "zzzzzzzz"
"""Stands where the fingerprint did."""

_TEXT: Final = b"<a:t>%b</a:t>"
_MARK: Final = re.compile(_TEXT % b"([0-9a-f]{8})")


def unmarked(data: bytes) -> tuple[bytes, str]:
    """Return a part with `BLANK` for its fingerprint, and that; or as it is, and no fingerprint.

    `BLANK` stands nowhere else in it, nor does another text look like a fingerprint.
    """
    found = _MARK.findall(data)
    if len(found) != 1 or BLANK.encode() in data:
        return data, ""
    return data.replace(_TEXT % found[0], _TEXT % BLANK.encode()), found[0].decode()
