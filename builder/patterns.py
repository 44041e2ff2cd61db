"""Regular expressions, as an earlier run compiled them: a pattern in, what searches by it out.

To compile the nine hundred patterns of a small build, those of libraries among them, takes a tenth
of it. What the standard library's engine is given for each is kept as numbers which the engine
checks, in two books, which are those of one version of Python and are looked for under its name:

- what modules compile when they are imported is the program's own, as their byte code is, and lies
  where that lies (PEP 3147), unless Python is told to write none there;
- all else may hold words of a content, and lies in the user's cache folder.
"""

from __future__ import annotations

import hashlib
import re
import sys
from array import array
from collections.abc import Callable
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from types import FrameType
from typing import Any, Final, TypeAlias

from builder.caches import Written, cache_folder, keep_parts, kept_parts, writable

_ENOUGH: Final = 12
_LONG: Final = 4000
"""New patterns, or characters of them, that are worth a new book; some are made of the content's
own words, or of sets in another order each time."""
_MOST: Final = 4000
"""Patterns in a book; one that would hold more begins again."""
_Parts: TypeAlias = tuple[int, list[int], int, dict[str, int]]
"""Flags, the engine's code, how many groups there are, and their numbers by name."""
_Compile: TypeAlias = Callable[[Any, int], Any]
News: TypeAlias = tuple[dict[str, _Parts], dict[str, _Parts]]
"""Patterns of the user's book, and the program's."""

_known: Final[dict[str, _Parts | tuple[int, memoryview, int, dict[str, int]]]] = {}
_new: Final[set[str]] = set()
_own: Final[set[str]] = set()
"""Those of the new that are the program's."""


def remember() -> None:
    """Let `re.compile` take from the book what it holds, in this process and in its copies.

    Nothing is changed where neither book can be kept, or where this Python compiles in other steps.
    """
    compiler: Any = import_module("re._compiler")
    if sys.implementation.name != "cpython" or hasattr(compiler.compile, "remembers"):
        return
    books = [path for path in (_users(), _programs()) if path is not None]
    for path in books:
        _known.update(_read(path))
    if books:
        compiler.compile = _remembering(compiler.compile)


def news() -> News:
    """Return what was compiled since this was last asked, for a process that will `learn` it."""
    new: Any = {key: _known[key] for key in list(_new)}  # a thread may be compiling one more
    own = {key: new.pop(key) for key in list(_own) if key in new}
    _new.difference_update(new, own)
    _own.difference_update(own)
    return new, own


def learn(new: News) -> None:
    """Take over what another process compiled (its `news`)."""
    for each in new:
        _known.update(each)
        _new.update(each)
    _own.update(new[1])


def save() -> None:
    """Keep what was compiled since, where that is enough to be worth it."""
    new, own = news()
    programs = _programs()
    if programs is None or sys.dont_write_bytecode or not writable(programs.parent):
        new, own = {**new, **own}, {}
    for path, some in ((_users(), new), (programs, own)):
        if path is not None and (len(some) >= _ENOUGH or sum(map(len, some)) >= _LONG):
            book = {**_read(path), **some}  # another run may have kept some since
            keep_parts(path, *_written(book if len(book) <= _MOST else some))


def _users() -> Path | None:
    folder = cache_folder()
    return folder and folder / _name()


def _programs() -> Path | None:
    """Return where the program's book lies; None where this Python keeps no byte code."""
    try:
        return Path(cache_from_source(__file__)).with_name(_name())
    except NotImplementedError:
        return None


def _name() -> str:
    return f"{hashlib.sha256(sys.version.encode()).hexdigest()}.patterns"


def _is_imported() -> bool:
    """Say whether a module asks that is being imported: what it asks for is the program's."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_name == "<module>":
            return bool(getattr(frame.f_globals.get("__spec__"), "_initializing", False))
        frame = frame.f_back
    return False


def _remembering(anew: _Compile) -> _Compile:
    """Return what compiles a pattern as the engine's `anew` does, which is asked in doubt.

    Raises:
        re.error: the pattern is none.
    """
    engine = import_module("_sre")

    def compiled(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str | bytes) or flags & re.DEBUG.value:
            return anew(pattern, flags)
        text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
        key = f"{type(pattern).__name__} {flags} {text}"
        try:
            if key not in _known:
                _known[key] = _parts(pattern, flags)
                _new.add(key)
                if _is_imported():
                    _own.add(key)
            found, code, groups, numbers = _known[key]
            names: list[str | None] = [None] * (groups + 1)
            for name, number in numbers.items():
                names[number] = name
            return engine.compile(pattern, found, list(code), groups, numbers, tuple(names))
        # This Python compiles in other steps, or what is kept is none of its own.
        except (AttributeError, ImportError, IndexError, RuntimeError, TypeError, ValueError):
            return anew(pattern, flags)

    compiled.remembers = True  # type: ignore[attr-defined]
    return compiled


def _parts(pattern: str | bytes, flags: int) -> _Parts:
    tree = import_module("re._parser").parse(pattern, flags)
    code = import_module("re._compiler")._code(tree, flags)
    state = tree.state
    return flags | state.flags, list(map(int, code)), state.groups - 1, dict(state.groupdict)


def _written(book: dict[str, Any]) -> Written:
    """Return what is in the book, and the engine's codes behind one another."""
    codes, listed = array("I"), []
    for key, (flags, code, groups, numbers) in book.items():
        listed.append([key, flags, groups, numbers, len(code)])
        codes.extend(code)
    return listed, [codes.tobytes()]


def _read(path: Path) -> dict[str, Any]:
    try:
        listed, (codes,) = kept_parts(path) or ([], [b""])
        numbers, book, at = memoryview(codes).cast("I"), {}, 0
        for key, flags, groups, names, many in listed:
            book[str(key)] = (flags, numbers[at : at + many], groups, names)
            at += many
    except (TypeError, ValueError):
        return {}
    return book
