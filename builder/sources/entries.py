"""Entries of the YAML files: takes a document, returns the plain entries whose shape is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from builder.model.text import NoteMark, Text
from builder.problems import Place
from builder.sources.conformance import conforms
from builder.sources.context import Context, MentionKind
from builder.sources.documents import Document, Path, Plain
from builder.sources.schemas import ENTRY_IDS, Schema, shipped
from builder.sources.texts import inline_text
from builder.sources.vocabulary import EXPECTED


@dataclass(frozen=True)
class Entry:
    """One mapping of known shape, and where it stands: `keys` are plain values."""

    document: Document
    path: Path
    keys: dict[str, Any]
    context: Context

    @property
    def id(self) -> str:
        """The entry's key; empty for a whole file."""
        return str(self.path[-1]) if self.path else ""

    @property
    def place(self) -> Place:
        """Where the entry's own key stands; for a whole file, its beginning."""
        return self.document.key_place(self.path)

    def where(self, *path: str | int) -> Place:
        """Return where a value stands."""
        return self.document.place((*self.path, *path))

    def word(self, key: str) -> str:
        """Return a scalar as written; empty where there is none."""
        return str(self.keys.get(key, ""))

    def list(self, key: str) -> tuple[str, ...]:
        """Return a list, also where it is written as one scalar."""
        value = self.keys.get(key, [])
        return (value,) if isinstance(value, str) else tuple(value)

    def text(self, *path: str | int) -> Text:
        """Return a scalar as inline text; empty where there is none."""
        value: Any = self.keys
        for step in path:
            if isinstance(value, dict) and step not in value:
                return ()
            value = value[step]
        locate = self.document.locator((*self.path, *path))
        text = inline_text(value, locate, self.context)
        for item in text:
            if isinstance(item, NoteMark):
                found = f"a note [^{item.key}] outside a section"
                hint = "notes stand in the files of sections/; use note:"
                self.context.problems.error(item.place, found, hint)
        return text

    def mention(self, kind: MentionKind, key: str, of: str = "") -> tuple[str, ...]:
        """Return a scalar or list of names, each noted as a use of something."""
        names = self.list(key)
        single = isinstance(self.keys.get(key), str)
        for number, name in enumerate(names):
            place = self.where(key) if single else self.where(key, number)
            self.context.mention(kind, name, place, of)
        return names


def entries(name: str, document: Document, context: Context) -> Iterator[Entry]:
    """Yield the entries of figures, sources, claims or charts; report those of a wrong shape."""
    whole = _schema(name)
    plain = document.plain
    if not isinstance(plain, dict):
        context.problems.error(
            Place(document.lines.file, 1, 1),
            f"{name}.yaml is not a mapping",
            "write an id, a colon, and its keys indented below it",
        )
        return
    for (key,) in sorted(path for path in document.empty if len(path) == 1):
        context.problems.error(
            document.key_place((key,)), f'"{key}" is empty', "write its keys below it"
        )
    shape = {"$ref": whole["additionalProperties"]["$ref"]}
    for key, value in plain.items():
        pattern = ENTRY_IDS[name]
        if not re.search(pattern, key):
            context.problems.error(
                document.key_place((key,)), f'"{key}" is no id', f"expected {EXPECTED[pattern]}"
            )
        if conforms(value, shape, whole) and isinstance(value, dict):
            yield Entry(document, (key,), value, context)
        else:
            _complain(name, document, (key,), value, context)


def single(name: str, document: Document, context: Context) -> Entry | None:
    """Return a whole file as an entry (a briefing or a theme); report what is wrong with it.

    Keys at fault are left out; None where one that is required is at fault.
    """
    schema = _schema(name)
    plain = document.plain
    if not conforms(plain, schema):
        faults = _complain(name, document, (), plain, context)
        bad = {fault[0] for fault in faults if fault}
        if not isinstance(plain, dict):
            return None
        plain = {key: value for key, value in plain.items() if key not in bad}
        if not conforms(plain, schema):
            return None
    return Entry(document, (), plain, context) if isinstance(plain, dict) else None


def _complain(
    name: str, document: Document, path: Path, value: Plain, context: Context
) -> tuple[Path, ...]:
    from builder.sources.complaints import complain

    return complain(name, document, path, value, context.problems)


@cache
def _schema(name: str) -> Schema:
    return shipped(name)
