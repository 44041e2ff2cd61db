"""The ledger that a finished file carries: JSON text in, entries and the file's identity out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from builder.model.ledger import Entry
from builder.model.snapshot import Snapshot
from builder.verify.reading import UNITS, WHOLE_FILE, Finding, Medium
from builder.verify.snapshot import quarrels, snapshot_in

FORMAT = 1
ONE_LEDGER = "which of the two to believe cannot be told"
_FIELDS = tuple(field.name for field in fields(Entry))


@dataclass(frozen=True)
class Carried:
    """A ledger as carried: which content and edition the file was built from, and its entries
    (None: no ledger is carried). `medium` is the kind of file that carries it.

    `snapshot` is what that edition says, None where it is missing or was changed; `files` are
    the SHA-256 (hex) of what else is attached, by name; `problems` are what is wrong with it.
    """

    fingerprint: str
    slug: str
    edition: str
    entries: tuple[Entry, ...] | None
    snapshot: Snapshot | None = None
    problems: tuple[Finding, ...] = ()
    files: Mapping[str, str] | None = None
    medium: Medium | None = None


NOTHING = Carried("", "", "", None)


def parse(text: str | bytes, medium: Medium) -> Carried:
    """Return the ledger in a JSON text of format 1.

    Raises:
        ValueError: it is not JSON, not of this format, or lacks a part; the message says which.
    """
    stored: Any = json.loads(text)
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise ValueError(f"not a ledger of format {FORMAT}")
    try:
        entries = tuple(Entry(*(entry[name] for name in _FIELDS)) for entry in stored["entries"])
        identity = (stored["fingerprint"], stored["slug"], stored["edition"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"a ledger that lacks {error}") from error
    try:
        if _digest(stored) != stored.get("digest"):
            raise ValueError("a ledger whose digest is not its own")
        snapshot = snapshot_in(stored)
    except ValueError as error:
        why = "the ledger was changed after it was written"
        finding = Finding(medium, WHOLE_FILE, "ledger", str(error), "", why)
        return Carried(*identity, entries, None, (finding,))
    medium = next((known for known in UNITS if known == stored.get("medium")), medium)
    found = quarrels(snapshot, entries, medium) if snapshot is not None else ()
    return Carried(*identity, entries, snapshot, tuple(found), stored.get("files"), medium)


def _digest(stored: Mapping[str, Any]) -> str:
    """Return the SHA-256 (hex) of all that is carried but the digest itself."""
    said = {key: value for key, value in stored.items() if key != "digest"}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
