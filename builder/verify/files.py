"""What is attached to a paper in; each file that is not the one that was, and where, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from zlib import crc32

from builder.model.ledger import WHOLE_FILE
from builder.verify.reading import Finding, Reading

LEDGER_NAME = "paperdeck-ledger.json"


def changed_files(reading: Reading) -> Iterator[Finding]:
    """Yield attached files that are not, byte for byte, those that the ledger names."""
    made = reading.carried.files if reading.carried else {}
    now = {name: data for name, data in reading.attached.items() if name != LEDGER_NAME}
    for name in sorted(made.keys() | now.keys()):
        if name not in made:
            found, expected, why = name, "", "no plan attaches it"
        elif name not in now:
            found, expected, why = "", name, "an attached file"
        elif hashlib.sha256(now[name]).hexdigest() != made[name][0]:
            lines = _lines(made[name][1], now[name])
            found, expected, why = f"another {name}", name, f"the file was changed{lines}"
        else:
            continue
        yield Finding(reading.medium, WHOLE_FILE, "attachment", found, expected, why)


def _lines(made: list[int], data: bytes) -> str:
    """Return in words which lines are not those that were attached."""
    now = [crc32(line) for line in data.splitlines()]
    if len(now) != len(made):
        return f": {len(now)} lines instead of {len(made)}"
    rows = [at for at, pair in enumerate(zip(made, now, strict=True), 1) if pair[0] != pair[1]]
    if not rows:
        return ""
    return f" in row {', '.join(map(str, rows[:5]))}"
