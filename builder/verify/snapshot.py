"""What a finished file says of its edition: stored JSON in, a `Snapshot` out, or what is wrong.

The snapshot repeats nothing of the pages but figures in full, so it is held to what the ledger
says of the same figures; the digest of all that is carried answers for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, Final, get_args, get_origin, get_type_hints

from builder.model.ledger import Entry
from builder.model.snapshot import Snapshot
from builder.verify.edge import STUMBLES
from builder.verify.reading import Finding, Medium, canonical

_NUMBER: Final = re.compile(r"-?\d{1,400}(?:\.\d{1,400})?", re.ASCII)
_DATE: Final = re.compile(r"(\d{1,4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def snapshot_in(stored: Mapping[str, Any]) -> Snapshot | None:
    """Return the snapshot of a carried ledger; None where it carries none.

    Raises:
        ValueError: it is no snapshot; the message says what it lacks.
    """
    if "snapshot" not in stored:
        return None
    try:
        snapshot: Snapshot = _reader(Snapshot)(stored["snapshot"])
    except STUMBLES as error:
        raise ValueError(f"a snapshot of the edition that lacks {error}") from error
    for figure in snapshot.figures:
        for said in (figure.value,) if figure.is_date else (figure.value, figure.shown):
            if not (_is_date(said) if figure.is_date else _NUMBER.fullmatch(said)):
                raise ValueError(f'a snapshot of the edition in which {figure.id} is "{said[:40]}"')
    return snapshot


def quarrels(snapshot: Snapshot, entries: Iterable[Entry], medium: Medium) -> Iterator[Finding]:
    """Yield each figure that the ledger prints in full other than the snapshot does."""
    printed = {figure.id: canonical(figure.printed) for figure in snapshot.figures}
    for entry in entries:
        # A chart may ask for other decimals than the figure's own.
        if entry.kind == "figure" and entry.form == "full" and entry.channel in ("body", "notes"):
            expected = printed.get(entry.owner)
            if expected is not None and canonical(entry.text) != expected:
                why = f"the file's own snapshot of {entry.owner}"
                yield Finding(medium, entry.page, entry.channel, entry.text, expected, why)


def _is_date(said: str) -> bool:
    """Say whether a text is a year, a month or a day, as in an ISO date."""
    found = _DATE.fullmatch(said)
    if found is None:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    with suppress(ValueError):
        return bool(date(year, month, day))
    return False


@lru_cache(maxsize=32)
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a kind from its JSON: frozen dataclasses of texts, truth values
    and tuples.

    It is found once for each kind: a long edition has tens of thousands of values.
    """
    if get_origin(kind) is tuple:
        return partial(_listed, _reader(get_args(kind)[0]))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return partial(
            _made, kind, [(each.name, _reader(hints[each.name])) for each in fields(kind)]
        )
    return partial(_plain, kind)


def _listed(reader: Callable[[Any], Any], stored: Any) -> tuple[Any, ...]:
    if not isinstance(stored, list):
        raise TypeError("a list")
    return tuple(map(reader, stored))


def _made(kind: Any, readers: Iterable[tuple[str, Callable[[Any], Any]]], stored: Any) -> Any:
    return kind(**{name: reader(stored[name]) for name, reader in readers})


def _plain(kind: type, stored: Any) -> Any:
    if not isinstance(stored, kind):
        raise TypeError(f"a value of type {kind.__name__}")
    return stored
