"""Entries of the YAML files: takes a document, returns the plain entries whose shape is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from builder.content.conformance import conforms
from builder.content.context import Context, MentionKind
from builder.content.documents import Document, Path, Plain
from builder.content.schemas import ENTRY_IDS, Schema, shipped
from builder.content.texts import inline_text
from builder.content.vocabulary import EXPECTED
from builder.model.figure import MOST_DIGITS
from builder.model.text import NoteMark, Text
from builder.problems import Place, shortened


@dataclass(frozen=True)
class Entry:
    """One mapping of known shape, and where it stands.

    `keys` are plain values; `faulty` are keys left out because their values were wrong.
    """

    document: Document
    path: Path
    keys: Mapping[str, Any]
    context: Context
    faulty: frozenset[str] = frozenset()

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

    def decimals(self) -> int | None:
        """Return how many decimals are to be printed, None where the entry does not say."""
        written = self.word("decimals")
        if len(written) > len(str(MOST_DIGITS)) or int(written or 0) >= MOST_DIGITS:
            self.context.problems.error(
                self.where("decimals"),
                f"decimals: {shortened(written)} are more than can be printed",
                f"at most {MOST_DIGITS} digits can be, before and after the point together",
            )
            return None
        return int(written) if written else None

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
    shape = {"$ref": whole["additionalProperties"]["$ref"]}
    for path in sorted(document.empty):
        if len(path) == 1 and path[0] not in whole.get("properties", {}):
            found = f'"{path[0]}" is empty'
            context.problems.error(document.key_place(path), found, "write its keys below it")
    for key, value in document.plain.items():
        if key in whole.get("properties", {}):
            continue
        pattern = ENTRY_IDS[name]
        if not re.search(pattern, key):
            hint = f"expected {EXPECTED[pattern]}"
            context.problems.error(document.key_place((key,)), f'"{key}" is no id', hint)
        entry = _entry(name, Entry(document, (key,), {}, context), value, shape, whole)
        if entry:
            yield entry


def reserved(name: str, key: str, document: Document, context: Context) -> Iterator[Entry]:
    """Yield the entries below a key of a file of entries that is none itself, such as `units`."""
    whole = _schema(name)
    shape = whole["properties"][key]["additionalProperties"]
    held = document.plain.get(key, {})
    if not isinstance(held, Mapping) or "label" in held:
        what = "a list" if isinstance(held, list) else f'"{held}"'
        found = f'"{key}" is {what}' if not isinstance(held, Mapping) else f'"{key}" is no entry'
        hint = f"it holds the {key} of the other entries, by their keys; rename what is none"
        context.problems.error(document.key_place((key,)), found, hint)
        return
    for inner, value in held.items():
        bare = Entry(document, (key, inner), {}, context)
        entry = _entry(key, bare, value, shape, whole)
        if entry:
            yield entry


def single(name: str, document: Document, context: Context) -> Entry | None:
    """Return a whole file as an entry (a briefing or a theme); report what is wrong with it."""
    schema = _schema(name)
    return _entry(name, Entry(document, (), {}, context), document.plain, schema, schema)


def _entry(
    name: str, bare: Entry, value: Plain | Mapping[str, Plain], shape: Schema, whole: Schema
) -> Entry | None:
    """Return an entry without its faulty keys, which are reported; None where it needs them."""
    faulty: frozenset[str] = frozenset()
    if not conforms(value, shape, whole):
        from builder.content.complaints import complain

        faults = complain(name, bare.document, bare.path, value, bare.context.problems)
        faulty = frozenset(str(fault[0]) for fault in faults if fault)
        if isinstance(value, Mapping):
            value = {key: part for key, part in value.items() if key not in faulty}
        if not conforms(value, shape, whole):
            return None
    if not isinstance(value, Mapping):
        return None
    return Entry(bare.document, bare.path, value, bare.context, faulty)


@cache
def _schema(name: str) -> Schema:
    return shipped(name)
