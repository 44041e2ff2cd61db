"""The state that pages of a browser show, and the patches that keep them in step with it.

Each page has a line of its own; one that reads too slowly is sent the whole state anew. What a
page shows by digest (pictures, marks) is kept as long as the state names it.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from queue import Empty, Full, Queue
from threading import Lock
from typing import Any, Final

_WAITING: Final = 64  # patches that a page may be behind
_ALIVE: Final = 5.0  # seconds after which a line that is silent says that it is alive
_MOST: Final = 16 * 2**20  # bytes of what no state names any more


def event(name: str, data: str) -> bytes:
    """Return a server-sent event (HTML, 9.2.5); JSON has no line ends of its own."""
    return f"event: {name}\ndata: {data}\n\n".encode(
        "utf-8", "replace"
    )  # names of files may be none


def as_json(value: object) -> str:
    """Return JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Hub:
    """The state, and the lines of the pages that follow it; `left` is called by the last to go.

    `seen` is what is in view on any of them: sides and numbers of sheets.
    """

    def __init__(self, state: Mapping[str, Any]) -> None:
        self._state: dict[str, Any] = {"version": 0, **state}
        self._lock = Lock()
        self._lines: dict[int, Queue[bytes | None]] = {}
        self._numbers = count(1)
        self._views: dict[int, frozenset[tuple[str, int]]] = {}
        self.seen: frozenset[tuple[str, int]] = frozenset()
        self.left: Callable[[], None] | None = None

    def state(self) -> str:
        """Return the whole state as JSON."""
        with self._lock:
            return as_json(self._state)

    def __getitem__(self, key: str) -> Any:
        return self._state[key]

    @property
    def followers(self) -> int:
        """How many pages follow the state."""
        return len(self._lines)

    def patch(self, aside: Mapping[str, Any] | None = None, **parts: Any) -> None:
        """Put parts of the state in place and tell the pages; `aside` is told and not kept."""
        with self._lock:
            new = {key: part for key, part in parts.items() if self._state.get(key) != part}
            if not new and not aside:
                return
            self._state.update(new)
            self._state["version"] += 1
            told = {"version": self._state["version"], **new, **(aside or {})}
            self._tell(event("patch", as_json(told)))

    def end(self) -> None:
        """Tell the pages that this is over."""
        with self._lock:
            self._tell(event("bye", "{}"))
            self._tell(None)

    @contextmanager
    def line(self) -> Iterator[Iterator[bytes]]:
        """Give the events that a page is told, the whole state first, until this is left.

        With that state comes the number of its `tab`, by which it says what is in view on it.
        """
        held: Queue[bytes | None] = Queue(_WAITING)
        with self._lock:
            tab = next(self._numbers)
            held.put(event("state", as_json({**self._state, "tab": tab})))
            self._lines[tab] = held
        try:
            yield self._told(held)
        finally:
            with self._lock:
                del self._lines[tab]
                self._see(tab, frozenset())
            if self.left is not None and not self.followers:
                self.left()

    def look(self, tab: int, sheets: frozenset[tuple[str, int]]) -> None:
        """Take what is in view on a page, by its number; of one that has gone, nothing."""
        with self._lock:
            if tab in self._lines:
                self._see(tab, sheets)

    def _see(self, tab: int, sheets: frozenset[tuple[str, int]]) -> None:
        self._views[tab] = sheets
        if not sheets:
            del self._views[tab]
        self.seen = frozenset().union(*self._views.values())

    def _told(self, held: Queue[bytes | None]) -> Iterator[bytes]:
        while True:
            try:
                told = held.get(timeout=_ALIVE)
            except Empty:
                yield b": alive\n\n"
                continue
            if told is None:
                return
            yield told

    def _tell(self, told: bytes | None) -> None:
        for held in self._lines.values():
            try:
                held.put_nowait(told)
            except Full:
                _emptied(held)
                held.put_nowait(event("state", as_json(self._state)))
                if told is None:
                    held.put_nowait(None)


def _emptied(held: Queue[bytes | None]) -> None:
    while True:
        try:
            held.get_nowait()
        except Empty:
            return


class Store:
    """What is asked for by its digest: never changed, and forgotten when it is long out of use."""

    def __init__(self, most: int = _MOST) -> None:
        self._held: OrderedDict[str, tuple[bytes, str]] = OrderedDict()
        self._named: frozenset[str] = frozenset()
        self._most, self._size, self._lock = most, 0, Lock()

    def put(self, name: str, data: bytes, kind: str) -> str:
        """Keep data of a media type under a name; return it."""
        with self._lock:
            if name not in self._held:
                self._held[name] = data, kind
                self._size += len(data)
            else:
                self._held.move_to_end(name)
        return name

    def get(self, name: str) -> tuple[bytes, str] | None:
        """Return the data of a name and its media type; None where there is none."""
        with self._lock:
            return self._held.get(name)

    def keep(self, named: Iterable[str]) -> None:
        """Let go of what is not among these names, the oldest first, where it is too much."""
        wanted = frozenset(named)
        with self._lock:
            for name in list(self._held):
                if self._size <= self._most:
                    break
                if name not in wanted:
                    self._size -= len(self._held.pop(name)[0])
