"""The ledger that a finished file carries: JSON text in, entries and the file's identity out."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

from builder.model.ledger import Entry

FORMAT = 1
_FIELDS = tuple(field.name for field in fields(Entry))


@dataclass(frozen=True)
class Carried:
    """A ledger as carried: which content and edition the file was built from, and its entries
    (None: no ledger is carried)."""

    fingerprint: str
    slug: str
    edition: str
    entries: tuple[Entry, ...] | None


NOTHING = Carried("", "", "", None)


def parse(text: str | bytes) -> Carried:
    """Return the ledger in a JSON text of format 1.

    Raises:
        ValueError: it is not JSON, not of this format, or lacks a part; the message says which.
    """
    stored: Any = json.loads(text)
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise ValueError(f"not a ledger of format {FORMAT}")
    try:
        entries = tuple(Entry(*(entry[name] for name in _FIELDS)) for entry in stored["entries"])
        return Carried(stored["fingerprint"], stored["slug"], stored["edition"], entries)
    except (KeyError, TypeError) as error:
        raise ValueError(f"a ledger that lacks {error}") from error
