"""The ledger that a finished file carries: JSON text in; its places, identity and snapshot out.

The snapshot, what the file says of its edition, repeats nothing of the pages but figures in full,
so it is held to what the ledger says of the same figures; the digest of all that is carried answers
for the rest.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, Final, NoReturn, get_args, get_origin, get_type_hints

from builder.model.ledger import WHOLE_FILE, LedgerPlace
from builder.model.snapshot import Snapshot
from builder.verify.edge import STUMBLES
from builder.verify.reading import Carried, Finding, Medium, canonical
from builder.verify.stored import count_in, gauged_in, list_in, mapping_in, places_in, text_in

_NUMBER: Final = re.compile(r"-?\d{1,400}(?:\.\d{1,400})?", re.ASCII)
_DATE: Final = re.compile(r"(\d{1,4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
FORMAT = 2
_IDENTITY: Final = ("fingerprint", "slug", "edition")
ONE_LEDGER = "which of the two to believe cannot be told"


def snapshot_in(stored: Mapping[str, Any]) -> Snapshot | None:
    """Return the snapshot of a carried ledger; None where it carries none.

    Raises:
        ValueError: it is no snapshot; the message says what it lacks.
    """
    if "snapshot" not in stored:
        return None
    try:
        held = {"pictures": [], "shown": [], **stored["snapshot"]}  # not told by earlier versions
        snapshot: Snapshot = _reader(Snapshot)(held)
    except STUMBLES as error:
        raise ValueError(f"a snapshot of the edition that lacks {error}") from error
    for figure in snapshot.figures:
        for said in (figure.value,) if figure.is_date else (figure.value, figure.shown):
            if not (_is_date(said) if figure.is_date else _NUMBER.fullmatch(said)):
                raise ValueError(f'a snapshot of the edition in which {figure.id} is "{said[:40]}"')
    return snapshot


def quarrels(
    snapshot: Snapshot, places: Iterable[LedgerPlace], medium: Medium
) -> Iterator[Finding]:
    """Yield each figure that the ledger prints in full other than the snapshot does."""
    printed = {figure.id: canonical(figure.printed) for figure in snapshot.figures}
    for place in places:
        # A chart may ask for other decimals than the figure's own.
        if place.owned and place.channel in ("body", "notes"):
            for run in place.owned:
                if run.kind != "figure" or run.form != "full" or run.owner not in printed:
                    continue
                said, expected = place.text[run.start : run.end], printed[run.owner]
                if canonical(said) != expected:
                    page, why = run.page or place.page, f"the file's own snapshot of {run.owner}"
                    yield Finding(medium, page, place.channel, said, expected, why)


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


def parse(text: str | bytes, medium: Medium) -> Carried:
    """Return the ledger in a JSON text of format 2.

    Nothing that it says is taken for what it should be: each value is of its kind, each number
    within what it counts.

    Raises:
        ValueError: it is not JSON, not of this format, or lacks a part; the message says which.
    """
    stored = _loaded(text)
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise ValueError(f"not a ledger of format {FORMAT}")
    kinds: tuple[Medium, ...] = ("deck",) if medium == "deck" else ("paper", "handout")
    medium = next((kind for kind in kinds if kind == stored.get("medium")), medium)
    try:
        fingerprint, slug, edition = (text_in(stored[key]) for key in _IDENTITY)
        places = tuple(places_in(stored["pages"]))
        words = {count_in(page): text_in(said) for page, said in stored["words"]}
        files, seal = _files(stored.get("files")), _seal(stored.get("seal"), medium)
        gauged = gauged_in(stored.get("gauged", []))  # files of earlier versions have none
    except STUMBLES as error:
        raise ValueError(f"a ledger that lacks {error}") from error
    snapshot, problems = None, []
    try:
        if not _is_whole(text, stored):
            raise ValueError("a ledger whose digest is not its own")
        snapshot = snapshot_in(stored)
    except ValueError as error:
        why = "the ledger was changed after it was written"
        problems.append(Finding(medium, WHOLE_FILE, "ledger", str(error), "", why))
    made = fingerprint, slug, edition, places, words, snapshot, files, seal
    held = Carried(medium, *made, gauged=gauged)
    if snapshot is not None:
        problems += quarrels(snapshot, places, medium)
    return Carried(**{**_fields(held), "problems": tuple(problems)})


def _loaded(text: str | bytes) -> Any:
    """Return what a JSON text holds.

    Raises:
        ValueError: it is none, or goes too deep.
    """
    try:
        return json.loads(text, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("a ledger that goes too deep") from error


def _no_number(said: str) -> NoReturn:
    raise ValueError(f"a ledger that holds {said} where a number should stand")


def _fields(held: Carried) -> dict[str, Any]:
    return {name: value for name, value in vars(held).items() if name != "entries"}


def _files(stored: Any) -> Mapping[str, Any]:
    for digest, lines in mapping_in(stored or {}).values():
        text_in(digest)
        _whole_numbers(lines)
    return stored or {}


def _seal(stored: Any, medium: Medium) -> Mapping[str, Any]:
    """Return a seal whose digests are of the kinds that the seal of its medium has."""
    held = mapping_in(stored or {})
    if medium == "deck":
        for digest, shapes, _ in held.values():
            text_in(digest)
            _whole_numbers(shapes)
        return held
    for box, drawn, marks, _, notes in list_in(held.get("pages", [])):
        text_in(box)
        text_in(drawn)
        _whole_numbers(marks)
        _whole_numbers(notes)
    _whole_numbers(list(mapping_in(held.get("catalogue", {})).values()))
    return held


def _whole_numbers(stored: Any) -> None:
    if any(type(each) is not int for each in list_in(stored)):
        raise TypeError("whole numbers where they should stand")


def _is_whole(text: str | bytes, stored: Mapping[str, Any]) -> bool:
    """Say whether what is carried has the digest that it states, as it stands or written anew."""
    said = text.encode() if isinstance(text, str) else text
    digest = stored.get("digest")
    ending = f',"digest":"{digest}"}}'.encode()
    if said.endswith(ending):
        found = hashlib.sha256(memoryview(said)[: -len(ending)])
        found.update(b"}")
        if found.hexdigest() == digest:
            return True
    return _digest(stored) == digest


def _digest(stored: Mapping[str, Any]) -> str:
    """Return the SHA-256 (hex) of all that is carried but the digest itself."""
    said = {key: value for key, value in stored.items() if key != "digest"}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
