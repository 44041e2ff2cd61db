"""What a finished file carries of its making: takes identity, ledger and snapshot, returns JSON.

Both writers attach this one text. `verify` reads it with a parser of its own, which trusts
nothing here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from builder.model.ledger import Entry
from builder.model.snapshot import Snapshot

FORMAT: Final = 1


def carried_json(
    fingerprint: str,
    slug: str,
    edition: str,
    ledger: Iterable[Entry],
    snapshot: Snapshot,
    files: Mapping[str, bytes] = MappingProxyType({}),
    medium: str = "",
) -> str:
    """Return the carried ledger: JSON of format 1, alike for alike input.

    Keys: `format`, `medium` (the kind of file that carries it), `fingerprint`, `slug`, `edition`,
    `entries`, `snapshot`; `files`, the SHA-256 (hex) of each of the `files` that are attached
    beside it, by name; and `digest`, the SHA-256 (hex) of the same JSON without it: no page
    repeats an exact value, a formula or the name of a place, so that nothing else would tell of
    a digit changed in one.
    """
    whole = {
        "format": FORMAT,
        "medium": medium,
        "fingerprint": fingerprint,
        "slug": slug,
        "edition": edition,
        "entries": list(ledger),
        "snapshot": snapshot,
        "files": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    said = _json(whole)
    digest = hashlib.sha256(said.encode()).hexdigest()
    return f'{said[:-1]},"digest":"{digest}"}}'


def _json(value: object) -> str:
    # `vars` is quick on frozen data, of which a long ledger has thousands.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=vars)
