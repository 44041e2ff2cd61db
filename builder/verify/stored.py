"""The JSON of a carried ledger in, each value of the kind that it should be; its places out."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final, get_args

from builder.memory import memory, remembered
from builder.model.carried import PARTS
from builder.model.gauge import Form, Gauge, Gauged, Measured
from builder.model.ledger import Box, Channel, LedgerPlace, Owned
from builder.model.saying import NOTHING

_FORMS: Final = frozenset(get_args(Form))
CHANNELS: Final = frozenset(get_args(Channel))
_NO_REFERENCES: Final = 2  # the version of `marshal` that writes alike what is alike
_BYTES: Final = 500  # of a place remembered, and of what it is found by
_FEW: Final = 12
_FILLED: Final = re.compile(f"[0-9A-F]{{6}}~?|{NOTHING}")
_MOST: Final = 10_000_000
"""Pages that a file may count, and points of a length."""


def text_in(stored: Any) -> str:
    """Return words.

    Raises:
        TypeError, ValueError: it is none.
    """
    if type(stored) is not str:
        raise TypeError("words where words should stand")
    return stored


def count_in(stored: Any, most: int = _MOST) -> int:
    """Return a whole number from 0 to `most`.

    Raises:
        TypeError, ValueError: it is none.
    """
    if type(stored) is not int or not 0 <= stored <= most:
        raise ValueError(f"a number from 0 to {most} where one should stand")
    return stored


def list_in(stored: Any) -> list[Any]:
    """Return a list.

    Raises:
        TypeError, ValueError: it is none.
    """
    if type(stored) is not list:
        raise TypeError("a list where one should stand")
    return stored


def mapping_in(stored: Any) -> dict[str, Any]:
    """Return names with values.

    Raises:
        TypeError, ValueError: it is none.
    """
    if type(stored) is not dict:
        raise TypeError("names with values where they should stand")
    return stored


def places_in(pages: Any) -> Iterator[LedgerPlace]:
    """Yield the places of pages.

    Raises:
        TypeError, ValueError: it is none.
    """
    for page, channels in list_in(pages):
        for channel, places in mapping_in(channels).items():
            if channel not in CHANNELS:
                raise ValueError(f'a known channel, but has "{channel}"')
            yield from _again(count_in(page), channel, list_in(places))


def gauged_in(stored: Any) -> tuple[Gauged, ...]:
    """Return charts with what their marks measure.

    Raises:
        TypeError, ValueError: it is none.
    """
    return tuple(
        Gauged(count_in(page), count_in(number), text_in(within), tuple(map(_gauge, list_in(held))))
        for page, number, within, held in map(list_in, list_in(stored))
    )


def _gauge(stored: Any) -> Gauge:
    along, marks, ticks, log, least = list_in(stored)
    if along not in ("x", "y") or type(log) is not bool:
        raise ValueError("an axis where one should stand")
    return Gauge(along, _marks(marks), _marks(ticks), log, _length(least))


def _marks(stored: Any) -> tuple[Measured, ...]:
    return tuple(_mark(*list_in(held)) for held in list_in(stored))


def _mark(form: Any, name: Any, values: Any, numbers: Any) -> Measured:
    if form not in _FORMS or not all(type(each) in (int, float) for each in list_in(values)):
        raise ValueError("a mark's values where they should stand")
    counted = tuple(map(count_in, list_in(numbers)))
    return Measured(form, "", text_in(name), tuple(map(float, values)), numbers=counted)


def _again(page: int, channel: Any, places: list[Any]) -> Iterator[LedgerPlace]:
    """Yield the places of a channel of a page, a few at a time: each page bears the fingerprint,
    and all others are for the most part those of the ledger before.

    Raises:
        ValueError: a value goes too deep.
    """
    if memory() is None:
        yield from _of_channel(page, channel, places)
        return
    for start in range(0, len(places), _FEW):
        held = places[start : start + _FEW]
        yield from remembered(
            ("carried", page, channel, marshal.dumps(held, _NO_REFERENCES)),
            partial(tuple[LedgerPlace, ...], _of_channel(page, channel, held)),
            lambda found: _BYTES * len(found),
        )


def _of_channel(page: int, channel: Any, places: Iterable[Any]) -> Iterator[LedgerPlace]:
    for stored in places:
        if isinstance(stored, str):
            yield LedgerPlace(page, channel, "", PARTS[channel], stored)
            continue
        within, part, text, *more = list_in(stored)
        most = len(text_in(text))
        owned = tuple(_owned(run, most) for run in list_in(more[0])) if more else ()
        box = _box(more[1]) if len(more) > 1 and more[1] else None
        size = _length(more[2]) if len(more) > 2 else 0.0
        filled = _filled(more[3]) if len(more) > 3 else ""
        yield LedgerPlace(
            page, channel, text_in(within), text_in(part), text, owned, box, size, filled
        )


def _owned(run: Any, most: int) -> Owned:
    start, end, kind, owner, form, *page = list_in(run)
    if (
        type(start) is type(end) is int
        and type(kind) is type(owner) is type(form) is str
        and 0 <= start <= end <= most
        and not page
    ):
        return Owned(start, end, kind, owner, form)  # as nearly all are
    first = count_in(start, most)
    last = count_in(end, most)
    if first > last:
        raise ValueError("words that end where they begin, or later")
    return Owned(first, last, text_in(kind), text_in(owner), text_in(form), *map(count_in, page))


def _box(stored: Any) -> Box:
    left, top, wide, high = map(_length, list_in(stored))
    return left, top, wide, high


def _filled(stored: Any) -> str:
    """Return what a shape is filled with."""
    if not _FILLED.fullmatch(text_in(stored)):
        raise ValueError("a colour where one should stand")
    return text_in(stored)


def _length(stored: Any) -> float:
    """Return a length in points."""
    if type(stored) not in (int, float) or not -_MOST < stored < _MOST:
        raise ValueError("a length where one should stand")
    return float(stored)
