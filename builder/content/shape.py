"""What a value of YAML must look like: kinds of value that find their faults and tell editors.

Every value arrives as the text that the author wrote (`documents`), so a number is here a text that
looks like one; the JSON Schema says `number`, which is what an editor sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Any, Final, Protocol, TypeAlias

from builder.content.documents import Path, Plain
from builder.content.likely import likely
from builder.frozen import dataclass
from builder.problems import known_names, likely_meant, shortened

Value: TypeAlias = "Plain | Mapping[str, Plain]"
Schema: TypeAlias = dict[str, Any]

_BEGINNING: Final = 4  # letters
_SHOWN: Final = 100  # characters of a value that a message quotes
_MINUS_ZERO: Final = r"-0(\.0+)?$"
_KEYS: Final = "keys with values, indented below it"


@dataclass(frozen=True)
class Fault:
    """What is wrong at a path: what was found and what to do.

    `missing` says that there is nothing at the path, `unknown` that its key is; `meant` is the key
    that an unknown one is likely a slip for.
    """

    path: Path
    found: str
    hint: str
    missing: bool = False
    unknown: bool = False
    meant: str = ""


Faults: TypeAlias = Sequence[Fault]


class Shape(Protocol):
    """What a value must look like."""

    def faults(self, value: Value, path: Path) -> Faults:
        """Return what is wrong with a value that stands at a path."""

    def schema(self, parts: dict[str, Schema]) -> Schema:
        """Return its JSON Schema; what has a name of its own is added to `parts`."""


@dataclass(frozen=True)
class Text:
    """A scalar, of a pattern where there is one; `least` is 1 where it may not be empty.

    `called` and `expected` say what the pattern asks for, in a word or two and as a hint. Editors,
    to which YAML's numbers are no texts, are told `typed`.
    """

    pattern: str = ""
    called: str = ""
    expected: str = ""
    least: int = 0
    numeric: bool = False
    typed: Mapping[str, Any] = field(default_factory=dict)

    def faults(self, value: Value, path: Path) -> Faults:
        if not isinstance(value, str):
            return (_other(value, path, "text"),)
        if not self.fits(value):
            wrong, hint = f"not {self.called}", f"expected {self.expected}"
            if self.numeric and re.match(_MINUS_ZERO, value):
                wrong, hint = "zero with a minus sign", "write 0"
            elif self.numeric:
                meant = likely(value, self.fits, is_value=path[-1:] == ("value",))
                hint += f"; write {meant}" if meant else ""
            return (Fault(path, f'{_key(path)}: "{_quoted(value)}" is {wrong}', hint),)
        return (_empty(path),) if len(value.strip()) < self.least else ()

    def fits(self, value: str) -> bool:
        """Say whether a scalar has the pattern."""
        return not self.pattern or ("\n" not in value and bool(re.search(self.pattern, value)))

    def schema(self, parts: dict[str, Schema]) -> Schema:
        found: Schema = dict(self.typed) or {"type": "string"}
        if self.pattern and not self.typed:
            found["pattern"] = self.pattern
        return {**found, "minLength": self.least} if self.least else found


@dataclass(frozen=True)
class OneOf:
    """One of a few words; `meant` says which of them others that people write stand for."""

    words: tuple[str, ...]
    meant: Mapping[str, str] = field(default_factory=dict)

    def faults(self, value: Value, path: Path) -> Faults:
        if not isinstance(value, str):
            return (_other(value, path, f"one of: {', '.join(self.words)}"),)
        if value in self.words:
            return ()
        hint = known_names(value, self.words, self.meant.get(value.casefold(), ""))
        return (Fault(path, f'"{_quoted(value)}" is no {_key(path)}', hint),)

    def schema(self, parts: dict[str, Schema]) -> Schema:
        return {"enum": list(self.words), "type": "string"}


@dataclass(frozen=True)
class ListOf:
    """A list of so many; `alone` says that one of it may stand there without being a list."""

    item: Shape
    least: int = 0
    most: int = 0
    alone: bool = False

    def faults(self, value: Value, path: Path) -> Faults:
        if self.alone and isinstance(value, str):
            return self.item.faults(value, path)
        if not isinstance(value, list):
            return (_other(value, path, "a list: [one, two], or a line with a dash for each"),)
        few, many = len(value) < self.least, bool(self.most) and len(value) > self.most
        if few or many:
            span = f"{self.least} to {self.most}" if self.least < self.most else self.least
            much = len(value) if few else f"more than {self.most}"
            wrong = Fault(path, f'"{_key(path)}" holds {much}', f"expected {span}")
            return (wrong if value else _empty(path),)
        return [f for n, item in enumerate(value) for f in self.item.faults(item, (*path, n))]

    def schema(self, parts: dict[str, Schema]) -> Schema:
        found: Schema = {"items": self.item.schema(parts), "type": "array"}
        limits = {"minItems": self.least, "maxItems": self.most}
        found |= {name: limit for name, limit in limits.items() if limit}
        return {"anyOf": [self.item.schema(parts), found]} if self.alone else found


@dataclass(frozen=True)
class MapOf:
    """Keys that the author chooses, `least` of them; `named` says that none may be empty."""

    item: Shape
    least: int = 0
    named: bool = False

    def faults(self, value: Value, path: Path) -> Faults:
        if not isinstance(value, Mapping):
            return (_other(value, path, _KEYS),)
        if len(value) < self.least:
            return (_empty(path),)
        nameless = [_empty((*path, ""))] if self.named and "" in value else []
        return [f for k, v in value.items() for f in self.item.faults(v, (*path, k))] + nameless

    def schema(self, parts: dict[str, Schema]) -> Schema:
        found: Schema = {"additionalProperties": self.item.schema(parts), "type": "object"}
        found |= {"minProperties": self.least} if self.least else {}
        return {**found, "propertyNames": {"minLength": 1}} if self.named else found


@dataclass(frozen=True)
class Key:
    """A key and what it holds; `default` is what is meant where it is not written."""

    shape: Shape
    description: str
    default: str = ""


@dataclass(frozen=True)
class Keys:
    """A mapping whose keys are all known: those that it needs, and those that it may have.

    `alone` is the key that is meant where a scalar stands for the whole mapping; `instead` says
    which key may stand for one that is needed. `own` returns further keys, those that a certain
    mapping may have, or, of None, all that any may.
    """

    name: str
    description: str
    needs: Mapping[str, Key] = field(default_factory=dict)
    may: Mapping[str, Key] = field(default_factory=dict)
    alone: str = ""
    instead: Mapping[str, str] = field(default_factory=dict)
    own: Callable[[Mapping[str, Plain] | None], Mapping[str, Key]] = lambda _value: {}

    @cached_property
    def keys(self) -> Mapping[str, Key]:
        """All keys that every such mapping may have."""
        return {**self.needs, **self.may}

    @cached_property
    def defaults(self) -> Mapping[str, str]:
        """What is meant by each key that may be left out and says what then holds."""
        return {name: key.default for name, key in self.keys.items() if key.default}

    def faults(self, value: Value, path: Path) -> Faults:
        if self.alone and isinstance(value, str):
            return self.keys[self.alone].shape.faults(value, path)
        if not isinstance(value, Mapping):
            return (_other(value, path, f"text, or {_KEYS}" if self.alone else _KEYS),)
        known = self.keys
        if value.keys() - known.keys():
            known = {**known, **self.own(value)}
        found: list[Fault] = []
        # A loop, not a generator, which would take a tenth of reading a long figures.yaml.
        for name, item in value.items():
            if name in known:
                found += known[name].shape.faults(item, (*path, name))
        unknown = [n for n in value if n not in known]
        missing = [n for n in self.needs if n not in value and self.instead.get(n) not in value]
        return found + _amiss(value, path, known, unknown, missing) if unknown or missing else found

    def schema(self, parts: dict[str, Schema]) -> Schema:
        keys = {**self.keys, **self.own(None)}
        whole: Schema = {"type": "object", "description": self.description}
        whole["properties"] = {
            name: key.shape.schema(parts)
            | {"description": key.description}
            | ({"default": key.default} if key.default else {})
            for name, key in keys.items()
        }
        needed = [name for name in self.needs if name not in self.instead]
        either = [{"required": [name]} for pair in self.instead.items() for name in pair]
        whole |= ({"required": needed} if needed else {}) | ({"anyOf": either} if either else {})
        whole["additionalProperties"] = False
        if self.alone:
            return {"anyOf": [self.keys[self.alone].shape.schema(parts), whole]}
        parts[self.name] = whole
        return {"$ref": f"#/$defs/{self.name}"}


def _amiss(
    value: Mapping[str, Plain],
    path: Path,
    known: Mapping[str, Key],
    unknown: Iterable[str],
    missing: Sequence[str],
) -> list[Fault]:
    """Return the faults of keys that are unknown, or not there.

    A key that is missing and its misspelling beside it are one fault, told where it is written.
    Beside a key that must be there and is not, what only begins as it does is a slip for it.
    """
    found, slips = [], set()
    for name in unknown:
        begins = [key for key in missing if key[:_BEGINNING] == name[:_BEGINNING]]
        meant = likely_meant(name, missing) or (begins[0] if len(begins) == 1 else "")
        meant = meant or likely_meant(name, known)
        meant = "" if meant in value else meant
        slips.add(meant)
        hint = known_names(name, known, meant)
        at = (*path, name)
        found.append(Fault(at, f'unknown key "{name}"', hint, unknown=True, meant=meant))
    of = f" from entry {path[-1] + 1}" if path and isinstance(path[-1], int) else ""
    of = f' from "{path[-1]}"' if path and not of else of
    for name in missing:
        if name not in slips:
            text = f'"{name}" is missing{of}'
            found.append(Fault((*path, name), text, f"add {name}: ...", missing=True))
    return found


def _other(value: Value, path: Path, expected: str) -> Fault:
    """Return the fault of a value of another kind than is expected."""
    what = f'"{_quoted(value)}"'
    what = "a list" if isinstance(value, list) else what
    what = "a mapping of keys" if isinstance(value, Mapping) else what
    return Fault(path, f'"{_key(path)}" is {what}', f"expected {expected}")


def _empty(path: Path) -> Fault:
    return Fault(path, f'"{_key(path)}" is empty', "write at least one")


def _key(path: Path) -> str:
    """Return the key that a path leads to, or to an item of whose list."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _quoted(value: object) -> str:
    return shortened(str(value), _SHOWN)


@dataclass(frozen=True)
class Entries:
    """A file that maps ids to entries; `reserved` are keys in it that are none.

    Such a key holds entries of another kind by keys of their own; it is said what they are.
    """

    entry: Keys
    ids: Text
    reserved: Mapping[str, tuple[Keys, str]] = field(default_factory=dict)
