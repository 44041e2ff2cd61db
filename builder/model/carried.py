"""What a finished file carries of its making: takes identity, places and snapshot, returns JSON.

Both writers attach this one text. `verify` reads it with a parser of its own, which trusts
nothing here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from types import MappingProxyType
from typing import Any, Final, TypeAlias
from zlib import crc32

from builder.frozen import dataclass
from builder.memory import remembered_of_all
from builder.model.gauge import Gauged, Measured
from builder.model.ledger import LedgerPlace, in_order
from builder.model.snapshot import Snapshot

FORMAT: Final = 2
_NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})

PARTS: Final[Mapping[str, str]] = {"link": "Link", "tooltip": "Link", "outline": "bookmark"}
"""The part that all places of a channel are where nothing else is said."""

Seal: TypeAlias = Mapping[str, Any]
"""Digests of what a file draws, as its own kind of file has them: `seals`."""


@dataclass(frozen=True)
class Making:
    """What a file is made from and what it says.

    `places` are all that its reader must find, `words` what each page says in the order in which
    it is drawn (papers), `files` what is attached beside the ledger. `colours` are what the names
    come to of the colours that places are filled with: `RRGGBB`, `~` where a pattern lies on it;
    `gauged` are charts with what their marks measure (papers).
    """

    medium: str
    fingerprint: str
    slug: str
    edition: str
    snapshot: Snapshot
    places: tuple[LedgerPlace, ...]
    words: Mapping[int, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    gauged: tuple[Gauged, ...] = ()


def carried_json(making: Making, seal: Seal = _NOTHING) -> str:
    """Return the carried ledger: JSON of format 2, alike for alike input.

    Keys: `format`, `medium` (the kind of file that carries it), `fingerprint`, `slug`, `edition`,
    `pages`, `snapshot`, `seal`; `files`, by name the SHA-256 (hex) of each attached file and the
    CRC-32 of each of its lines; `gauged` (papers), charts with what their marks measure; and
    `digest`, the SHA-256 (hex) of the same JSON without it: no page repeats an exact value or a
    formula, so that nothing else would tell of a digit changed in one. A page is its number and its
    places by channel; `words` are those of each page as it is drawn. What is alike stands together,
    so that it costs little where the file is compressed. A place that is its text alone, in no
    item, is stored as that text.
    """
    return sealed_json(unsealed_json(making), seal).decode()


def unsealed_json(making: Making) -> bytes:
    """Return the JSON of all that is known of a file before it is drawn: for `sealed_json`."""
    identity = {
        "format": FORMAT,
        "medium": making.medium,
        "fingerprint": making.fingerprint,
        "slug": making.slug,
        "edition": making.edition,
    }
    rest = {
        "words": [[page, making.words[page]] for page in sorted(making.words)],
        "snapshot": making.snapshot,
        "gauged": [_gauged(chart) for chart in making.gauged],
        "files": {name: file_digests(making.files[name]) for name in sorted(making.files)},
    }
    # Page by page: as lists the places of a long file take ten times what they do as JSON.
    pages = b",".join(_pages(making))
    return b'%b,"pages":[%b],%b' % (_json(identity)[:-1], pages, _json(rest)[1:])


def sealed_json(unsealed: bytes, seal: Seal) -> bytes:
    """Return the carried ledger of a file of this seal."""
    said = b"".join((memoryview(unsealed)[:-1], b',"seal":', _json(dict(seal))))
    digest = hashlib.sha256(said)
    digest.update(b"}")
    return b'%b,"digest":"%b"}' % (said, digest.hexdigest().encode())


def file_digests(content: bytes) -> list[Any]:
    """Return the SHA-256 (hex) of a file and the CRC-32 of each of its lines."""
    return [hashlib.sha256(content).hexdigest(), [crc32(line) for line in content.splitlines()]]


def _pages(making: Making) -> Iterator[bytes]:
    """Yield each page as JSON; those of a slide that stays are the very places that they were."""
    by_page: dict[int, list[LedgerPlace]] = {}
    for place in in_order(making.places):
        by_page.setdefault(place.page, []).append(place)
    kind = "page of a ledger", tuple(making.colours.items())
    for page in sorted(by_page):
        places = tuple(by_page[page])
        made = partial(_page, page, places, making.colours)
        stays = making.medium == "deck"
        yield remembered_of_all(places, kind, made, len) if stays else made()


def _page(page: int, places: Iterable[LedgerPlace], colours: Mapping[str, str]) -> bytes:
    channels: dict[str, list[Any]] = {}
    for place in places:
        channels.setdefault(place.channel, []).append(_stored(place, colours))
    return _json([page, channels])


def _stored(place: LedgerPlace, colours: Mapping[str, str]) -> list[Any] | str:
    """Return a place as a list, what is empty at its end left out, or as its text alone."""
    if place.part == PARTS.get(place.channel) and not (place.within or place.owned or place.box):
        return place.text
    owned = [
        [run.start, run.end, run.kind, run.owner, run.form, *([run.page] if run.page else [])]
        for run in place.owned
    ]
    box = [round(edge, 1) for edge in place.box] if place.box else []
    filled = colours.get(place.filled, "")
    held = [place.within, place.part, place.text, owned, box, place.size, filled]
    while len(held) > 3 and not held[-1]:
        held.pop()
    return held


def _gauged(chart: Gauged) -> list[Any]:
    """Return a chart's gauges as lists."""
    gauges = [
        [gauge.along, _measured(gauge.marks), _measured(gauge.ticks), gauge.log, gauge.least]
        for gauge in chart.gauges
    ]
    return [chart.page, chart.number, chart.within, gauges]


def _measured(marks: Iterable[Measured]) -> list[list[Any]]:
    return [[mark.form, mark.name, mark.values, mark.numbers] for mark in marks]


def _json(value: object) -> bytes:
    # `vars` is quick on frozen data, of which a long snapshot has thousands.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=vars).encode()
