"""What is attached to a paper in; its ledger, the words of the other files, and quarrels, out."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from builder.verify.carried import NOTHING, ONE_LEDGER, Carried, parse
from builder.verify.reading import WHOLE_FILE, Finding

LEDGER_NAME = "paperdeck-ledger.json"


def pieces(attached: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """Yield every cell of a table and every value of a JSON file; other files as they are."""
    for name, data in attached:
        text = data.decode("utf-8-sig", "replace")
        if name == LEDGER_NAME:
            continue
        if name.endswith(".csv"):
            for row in csv.reader(StringIO(text, newline="")):
                yield from row
        elif name.endswith(".json"):
            try:
                yield from _values(json.loads(text))
            except ValueError:
                yield text
        else:
            yield text


def _values(stored: Any) -> Iterator[str]:
    if isinstance(stored, dict):
        for key, value in stored.items():
            yield key
            yield from _values(value)
    elif isinstance(stored, list):
        for value in stored:
            yield from _values(value)
    elif stored is not None:
        yield str(stored)


def one_ledger(attached: Iterable[tuple[str, bytes]], problems: list[Finding]) -> Carried:
    """Return the ledger among attached files, and add to `problems` what is wrong with them."""
    found: list[Carried] = []
    files: dict[str, bytes] = {}
    for name, data in attached:
        if name != LEDGER_NAME:
            files[name] = data
            continue
        try:
            found.append(parse(data, "paper"))
        except ValueError as error:
            why = f"the attachment {LEDGER_NAME} cannot be read"
            problems.append(Finding("paper", WHOLE_FILE, "ledger", str(error), "", why))
    if len(found) > 1:
        problems.append(Finding("paper", WHOLE_FILE, "ledger", "a second ledger", "", ONE_LEDGER))
    carried = found[0] if found else NOTHING
    problems += carried.problems
    if carried.files is not None:
        problems += _changed_files(files, carried.files)
    return carried


def _changed_files(files: Mapping[str, bytes], planned: Mapping[str, str]) -> Iterator[Finding]:
    """Yield attached files that are not, byte for byte, those that the ledger names."""
    for name in sorted(files.keys() | planned.keys()):
        if name not in planned:
            found, expected, why = name, "", "no plan attaches it"
        elif name not in files:
            found, expected, why = "", name, "an attached file"
        elif hashlib.sha256(files[name]).hexdigest() != planned[name]:
            found, expected, why = f"another {name}", name, "its digest is not the ledger's"
        else:
            continue
        yield Finding("paper", WHOLE_FILE, "attachment", found, expected, why)
