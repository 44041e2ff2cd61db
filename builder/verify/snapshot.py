"""What a finished file says of its edition: stored JSON in, a `Snapshot` out, or what is wrong.

The snapshot repeats nothing of the pages but figures in full, so it is held to what the ledger
says of the same figures; the digest of all that is carried answers for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeVar, cast, get_args, get_origin, get_type_hints

from builder.model.ledger import Entry
from builder.model.snapshot import Snapshot
from builder.verify.edge import STUMBLES
from builder.verify.reading import Finding, Medium, canonical

_NUMBER: Final = re.compile(r"-?\d{1,400}(?:\.\d{1,400})?", re.ASCII)
_DATE: Final = re.compile(r"(\d{1,4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_T = TypeVar("_T")


def snapshot_in(stored: Mapping[str, Any]) -> Snapshot | None:
    """Return the snapshot of a carried ledger; None where it carries none.

    Raises:
        ValueError: it is no snapshot; the message says what it lacks.
    """
    if "snapshot" not in stored:
        return None
    try:
        snapshot = _made(Snapshot, stored["snapshot"])
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


def _made(kind: type[_T], stored: Any) -> _T:
    """Return a frozen dataclass of texts, truth values and tuples from its JSON object."""
    shape = _shape(cast(Any, kind))
    return kind(**{name: _value(hint, stored[name]) for name, hint in shape.items()})


@lru_cache(maxsize=16)
def _shape(kind: type) -> Mapping[str, Any]:
    """Return the type of each field of a dataclass."""
    hints = get_type_hints(kind)
    assert is_dataclass(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _value(kind: Any, stored: Any) -> Any:
    if get_origin(kind) is tuple:
        if not isinstance(stored, list):
            raise TypeError("a list")
        return tuple(_value(get_args(kind)[0], item) for item in stored)
    if is_dataclass(kind):
        return _made(kind, stored)  # type: ignore[arg-type]
    if not isinstance(stored, kind):
        raise TypeError(f"a value of type {kind.__name__}")
    return stored
