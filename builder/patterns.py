"""Long regular expressions, as an earlier process compiled them: a pattern in, what searches by it
out.

To compile what a language's tables are made of takes a tenth of a small build. What the standard
library's engine is given is kept in the cache folder, as numbers which the engine checks; they are
those of one version of Python, and are looked for under its name.
"""

from __future__ import annotations

import hashlib
import re
import sys
from array import array
from importlib import import_module
from typing import Any, Final, TypeAlias

from builder.caches import Written, cache_folder, keep_parts, kept_parts

_LONG: Final = 250  # characters: to compile shorter ones takes no longer than to look for them
_Parts: TypeAlias = tuple[int, list[int], int, dict[str, int]]
"""Flags, the engine's code, how many groups there are, and their numbers by name."""


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` returns.

    Raises:
        re.error: the pattern is none.
    """
    folder = cache_folder() if len(pattern) > _LONG else None
    if folder is None or sys.implementation.name != "cpython":
        return re.compile(pattern, flags)
    flags = int(flags)  # what else `re` makes of them is slow
    said = f"{sys.version}\0{flags}\0{pattern}"
    entry = folder / f"{hashlib.sha256(said.encode()).hexdigest()}.expression"
    try:
        stored = kept_parts(entry)
        parts = _read(stored) if stored else _parts(pattern, flags)
        made: re.Pattern[str] = _made(pattern, *parts)
    # This Python compiles in other steps, or what is kept is none of its own.
    except (AttributeError, ImportError, IndexError, RuntimeError, TypeError, ValueError):
        return re.compile(pattern, flags)
    if stored is None:
        keep_parts(entry, *_written(*parts))
    return made


def _parts(pattern: str, flags: int) -> _Parts:
    tree = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(tree, flags)
    state = tree.state
    return flags | state.flags, list(map(int, code)), state.groups - 1, dict(state.groupdict)


def _made(pattern: str, flags: int, code: list[int], groups: int, numbers: dict[str, int]) -> Any:
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    engine = import_module("_sre")
    return engine.compile(pattern, flags, code, groups, numbers, tuple(names))


def _written(flags: int, code: list[int], groups: int, numbers: dict[str, int]) -> Written:
    return [flags, groups, numbers], [array("I", code).tobytes()]


def _read(stored: Written) -> _Parts:
    (flags, groups, numbers), (code,) = stored
    return flags, array("I", code).tolist(), groups, numbers
