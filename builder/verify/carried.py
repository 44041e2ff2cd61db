"""The ledger that a finished file carries: JSON text in, its places and the file's identity out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from builder.model.carried import PARTS
from builder.model.ledger import WHOLE_FILE, Owned, Place
from builder.verify.reading import UNITS, Carried, Finding, Medium
from builder.verify.snapshot import quarrels, snapshot_in

FORMAT = 2
ONE_LEDGER = "which of the two to believe cannot be told"


def parse(text: str | bytes, medium: Medium) -> Carried:
    """Return the ledger in a JSON text of format 2.

    Raises:
        ValueError: it is not JSON, not of this format, or lacks a part; the message says which.
    """
    stored: Any = json.loads(text)
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise ValueError(f"not a ledger of format {FORMAT}")
    medium = next((known for known in UNITS if known == stored.get("medium")), medium)
    try:
        identity = (stored["fingerprint"], stored["slug"], stored["edition"])
        places = tuple(_places(stored["pages"]))
        words = {int(page): str(words) for page, words in stored["words"]}
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise ValueError(f"a ledger that lacks {error}") from error
    snapshot, problems = None, []
    try:
        if _digest(stored) != stored.get("digest"):
            raise ValueError("a ledger whose digest is not its own")
        snapshot = snapshot_in(stored)
    except ValueError as error:
        why = "the ledger was changed after it was written"
        problems.append(Finding(medium, WHOLE_FILE, "ledger", str(error), "", why))
    held = Carried(
        medium,
        *identity,
        places,
        words,
        snapshot,
        _mapping(stored.get("files")),
        _mapping(stored.get("seal")),
    )
    if snapshot is not None:
        problems += quarrels(snapshot, held.entries, medium)
    return Carried(**{**_fields(held), "problems": tuple(problems)})


def _fields(held: Carried) -> dict[str, Any]:
    return {name: value for name, value in vars(held).items() if name != "entries"}


def _mapping(stored: Any) -> Mapping[str, Any]:
    return stored if isinstance(stored, dict) else {}


def _places(pages: Iterable[Any]) -> Iterator[Place]:
    for page, channels in pages:
        for channel, places in channels.items():
            yield from _of_channel(page, channel, places)


def _of_channel(page: int, channel: Any, places: Iterable[Any]) -> Iterator[Place]:
    for stored in places:
        if isinstance(stored, str):
            yield Place(page, channel, "", PARTS[channel], stored)
            continue
        within, part, text, *more = stored
        owned = tuple(Owned(*run) for run in more[0]) if more else ()
        box = tuple(more[1]) if len(more) > 1 and more[1] else None
        size = more[2] if len(more) > 2 else 0.0
        yield Place(page, channel, within, part, text, owned, box, size)


def _digest(stored: Mapping[str, Any]) -> str:
    """Return the SHA-256 (hex) of all that is carried but the digest itself."""
    said = {key: value for key, value in stored.items() if key != "digest"}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
