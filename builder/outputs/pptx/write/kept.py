"""What an earlier process wrote of a deck: what decides it in, the same bytes out.

It lies in the cache folder, under a name that follows from all that decides it, this code and the
versions of the libraries that write among it. Where nothing is to be made, neither python-pptx nor
XlsxWriter is loaded, which takes longer than to write a short deck.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from builder import model, ooxml, seals, text, theme, units
from builder.caches import Written, cache_folder, keep_parts, kept_parts
from builder.charts import native
from builder.outputs.pptx import plan, write
from builder.version import code_of, installed

_WRITERS: Final = ("python-pptx", "lxml", "XlsxWriter")
_CODE: Final = (write, plan, native, model, ooxml, seals, text, theme, units)
_LARGEST: Final = 2**20
"""Bytes of what is kept: of a deck with photographs, or of hundreds of slides, it would be much for
the little that it takes to make it beside all else.
"""


def kept_again(decided: Sequence[str | bytes], make: Callable[[], Written]) -> Written:
    """Return what was made when the same decided it, else make it and keep it."""
    folder = cache_folder()
    if folder is None:
        return make()
    name = hashlib.sha256(_code())
    for each in decided:
        said = each.encode() if isinstance(each, str) else each
        name.update(b"%d\0%b" % (len(said), said))
    entry = folder / f"{name.hexdigest()}.deck"
    stored = kept_parts(entry)
    if stored is not None:
        return stored
    told, parts = make()
    if sum(map(len, parts)) <= _LARGEST:
        keep_parts(entry, told, parts)
    return told, parts


@cache
def _code() -> bytes:
    """Return what tells that which writes decks from any other."""
    versions = " ".join(f"{name} {installed(name)}" for name in _WRITERS)
    return f"{versions} {code_of(*_CODE)}".encode()
