"""What a process that builds again and again remembers of its builds: takes frozen inputs, returns
what was made of equal ones.

Results are remembered only while a `Project` is at work, one at a time: a command that builds once
pays nothing. What is remembered must follow from its key alone, and is never changed afterwards.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from operator import is_
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")

_MOST: Final = 128 * 2**20
_STALE: Final = 12
"""Builds after which what none of them asked for is forgotten: a text that is being written has
as many versions as it was saved, and few of them come back."""

_ALIKE: Final = 4  # values of a kind that are told from one another
_BYTES: Final = 2**16  # that such a value may take

_TOKEN: Final = 2_000  # bytes that a thing with a token takes, besides what others keep of it

_SLACK: Final = 64
"""One part in so many is freed beside what must be: to look for the oldest takes a while."""

_COLLECTED: Final = (100_000, 20, 1_000)
_TIDIED: Final = 10
"""Builds after which cycles are sought in all there is. To do so within builds, which make and
drop much beside all that is remembered, takes a tenth of their time."""


@dataclass
class _Entry:
    value: Any
    size: int
    asked: int
    build: int


@dataclass
class Memory:
    """Results by key, the least recently asked for forgotten first.

    `most` are the bytes that all may take together, `size` those that they take, by the estimates
    of those who keep them.
    """

    most: int = _MOST
    size: int = 0
    builds: int = 0
    _asked: int = 0
    _entries: dict[Hashable, _Entry] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Hashable) -> Any:
        """Return what is remembered for a key, None where that is nothing."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._asked += 1
        entry.asked, entry.build = self._asked, self.builds
        return entry.value

    def put(self, key: Hashable, value: Any, size: int) -> None:
        """Remember a value of so many bytes; one that is larger than all may be is not."""
        if size > self.most:
            return
        old = self._entries.pop(key, None)
        self.size += size - (old.size if old else 0)
        self._asked += 1
        self._entries[key] = _Entry(value, size, self._asked, self.builds)
        if self.size > self.most:
            self._shrink()

    def begin(self) -> None:
        """Begin a build: forget what the last ones did not ask for."""
        self.builds += 1
        last = self.builds - _STALE
        for key in [key for key, entry in self._entries.items() if entry.build < last]:
            self._forget(key)

    def _shrink(self) -> None:
        """Forget what was asked for least lately, and a little more than must be."""
        for key, _ in sorted(self._entries.items(), key=lambda held: held[1].asked):
            if self.size <= self.most - self.most // _SLACK:
                break
            self._forget(key)

    def _forget(self, key: Hashable) -> None:
        self.size -= self._entries.pop(key).size


MEMORY: Final = Memory()
_open: Final[ContextVar[Memory | None]] = ContextVar("_open", default=None)


def memory() -> Memory | None:
    """Return the memory of the build at work; None where it is to remember nothing."""
    return _open.get()


def remembered(key: Hashable, make: Callable[[], T], size: Callable[[T], int]) -> T:
    """Return what was made for an equal key, else make it; `size` says how many bytes it takes."""
    held = memory()
    if held is None:
        return make()
    known: T | None = held.get(key)
    if known is None:
        known = make()
        held.put(key, known, size(known))
    return known


def remembered_each(
    kind: Hashable,
    keys: Sequence[bytes],
    make: Callable[[Sequence[bytes]], Sequence[T]],
    size: Callable[[T], int],
) -> Sequence[T]:
    """Return what was made of each of some bytes; what is not remembered is made at once."""
    held = memory()
    if held is None:
        return make(keys)
    found: dict[bytes, T | None] = {key: held.get((kind, key)) for key in keys}
    lacking = [key for key, known in found.items() if known is None]
    for key, made in zip(lacking, make(lacking), strict=True):
        found[key] = made
        held.put((kind, key), made, len(key) + size(made))
    return [cast("T", found[key]) for key in keys]


class Token:
    """Equal to itself alone."""


def token(thing: Hashable) -> Token | None:
    """Return what is one for equal things and for no others, and is soon compared; None where
    nothing is remembered, or where something in the thing has no hash.
    """
    held = memory()
    if held is None:
        return None
    try:
        known: Token | None = held.get(("token", thing))
    except TypeError:
        return None
    if known is None:
        known = Token()
        held.put(("token", thing), known, _TOKEN)
    return known


def same(kind: str, value: T) -> T:
    """Return the first that was met of the values of a kind that equal this one.

    What is remembered of it (`remembered_of`) then holds of this one too, and neither need have
    a hash. Decimals of one value are equal, however many zeros they end in.
    """
    held = memory()
    if held is None:
        return value
    known: tuple[T, ...] = held.get(("same", kind)) or ()
    for each in known:
        if each == value:
            return each
    held.put(("same", kind), (value, *known[: _ALIKE - 1]), _ALIKE * _BYTES)
    return value


def as_before(key: Hashable, value: T) -> T:
    """Return the value that this key had last, where this one is alike: equal, and the same in
    words, since 1.0 equals 1.00. What was found out of that very value is then known of this one.
    """
    return as_any_before(key, (value,))[0]


def as_any_before(key: Hashable, values: tuple[T, ...]) -> tuple[T, ...]:
    """Return values, each of which that is alike to one that this key had last being that one."""
    held = memory()
    if held is None:
        return values
    known: tuple[T, ...] = held.get(("before", key)) or ()
    values = tuple([next((old for old in known if _alike(old, each)), each) for each in values])
    held.put(("before", key), values, _TOKEN)  # what they hold is kept by what was made of them
    return values


def _alike(one: object, other: object) -> bool:
    return one is other or (one == other and repr(one) == repr(other))


def remembered_of(
    thing: object, kind: Hashable, make: Callable[[], T], size: Callable[[T], int]
) -> T:
    """Return what was made of this very object, which is one that is itself remembered.

    To tell that two objects are one takes no look into them; of an equal one it is made anew.
    """
    held = memory()
    if held is None:
        return make()
    return _of(held, (thing,), (kind, id(thing)), make, size)


def remembered_of_all(
    things: tuple[object, ...], kind: Hashable, make: Callable[[], T], size: Callable[[T], int]
) -> T:
    """Return what was made of these very objects; see `remembered_of`."""
    held = memory()
    if held is None:
        return make()
    return _of(held, things, (kind, *map(id, things)), make, size)


def shown(thing: object) -> str:
    """Return what tells a thing from others in words (`repr`), found once of this very object."""
    return remembered_of(thing, "shown", lambda: repr(thing), lambda said: 2 * len(said))


def _of(
    held: Memory,
    things: tuple[object, ...],
    key: Hashable,
    make: Callable[[], T],
    size: Callable[[T], int],
) -> T:
    known: tuple[tuple[object, ...], T] | None = held.get(key)
    # Their numbers may have been others' before.
    if known is None or not all(map(is_, known[0], things)):
        known = things, make()
        held.put(key, known, size(known[1]))
    return known[1]


@contextmanager
def remembering(held: Memory = MEMORY) -> Iterator[None]:
    """Let the block, one build, remember what it makes, and use what earlier ones made."""
    held.begin()
    before, often = _open.set(held), gc.get_threshold()
    gc.set_threshold(*_COLLECTED)
    try:
        yield
    finally:
        gc.set_threshold(*often)
        _open.reset(before)
        if held.builds % _TIDIED == 0:
            gc.collect()
        if held.builds == _TIDIED:
            gc.freeze()  # modules and tables, most of all there is, are looked through no more
