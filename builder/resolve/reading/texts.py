"""Typed text made comparable with printed text: takes a text, returns one form of it."""

from __future__ import annotations

import re
from typing import Final

_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SIGNS: Final = (
    dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-")
    | dict.fromkeys(map(ord, "\u2019\u02bc\u2018"), "'")
    | dict.fromkeys(map(ord, _INVISIBLE))
)
_SPACES: Final = re.compile(r"\s+")


def folded(text: str) -> str:
    """Return a text in small letters with plain spaces, hyphens and apostrophes, none invisible."""
    return _SPACES.sub(" ", text.translate(_SIGNS)).strip().casefold()


def tight(text: str) -> str:
    """Return a text folded and without its spaces: `90 %` and `90%` are one."""
    return folded(text).replace(" ", "")
