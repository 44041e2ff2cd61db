"""YAML 1.2 files: takes text, returns plain values with the place of every key and value.

Scalars keep the text that the author wrote: what is a number, a date or a truth value is for
the shape to say, so that `no` stays a word, `2024-06` a month, and 0.10 keeps its zero. PyYAML,
which would resolve them as YAML 1.1 does, is asked for the events of a file alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, Final, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.content.lines import Lines, Locator, aligned, name_of_control
from builder.frozen import dataclass
from builder.memory import remembered
from builder.problems import HIDDEN, Place, Problem, Problems, shortened

CUT: Final = "has no value"  # the rest of a text that a comma between braces ended

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]

_DEEPEST: Final = 20
MOST_VALUES: Final = 100_000
"""Values of one file: a briefing of 5,000 figures has half as many."""
_BYTES: Final = 40  # of a document read, for each character of it
_TOO_MANY: Final = (
    f"more than {MOST_VALUES:,} values in one file",
    "a briefing of 5,000 figures needs fewer; divide it in two",
)
_CORE: Final = "tag:yaml.org,2002:"
_TAGS: Final = frozenset(f"{_CORE}{kind}" for kind in ("str", "map", "seq"))
_NO_CHARACTER: Final = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")
_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
# libyaml's parser, ten times as fast, which an installation may lack.
_QUICK: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Document:
    """One YAML file: its plain value, and where keys and values stand by their path.

    Keys without a value are left out of `plain`, as if they had not been written, and stand in
    `empty`. `keys` holds start indices, `values` start and end indices into `lines.text`.
    """

    lines: Lines
    plain: Mapping[str, Plain]
    keys: Mapping[Path, int] = field(default_factory=dict)
    values: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    empty: frozenset[Path] = frozenset()

    def place(self, path: Path) -> Place:
        """Return where the value at `path` begins, or its nearest holder's key."""
        if path not in self.values or path in self.empty or isinstance(self._plain(path), dict):
            return self.key_place(path)
        return self.lines.place(self.values[path][0])

    def key_place(self, path: Path) -> Place:
        """Return where the key at `path` begins, or its nearest holder's."""
        while path:
            if path in self.keys:
                return self.lines.place(self.keys[path])
            if path in self.values:
                return self.lines.place(self.values[path][0])
            path = path[:-1]
        return Place(self.lines.file, 1, 1)

    def locator(self, path: Path) -> Locator:
        """Return where the characters of the scalar at `path` stand in the file."""
        start, end = self.values[path]
        value = self._plain(path)
        source = self.lines.text[start:end]
        if source == value:
            return lambda index: self.lines.place(start + index)
        offsets: list[int] = []

        def locate(index: int) -> Place:
            if not offsets:
                offsets.extend(aligned(source, str(value)))
            return self.lines.place(start + offsets[min(index, len(offsets) - 1)])

        return locate

    def _plain(self, path: Path) -> Any:
        value: Any = self.plain
        for step in path:
            value = value[step]
        return value


def read_document(lines: Lines, problems: Problems) -> Document | None:
    """Return the document, or None where the file is no mapping in YAML; an empty file is one."""

    def read() -> tuple[Document | None, list[Problem]]:
        found = Problems()
        return _read(lines, found), found.found

    key = "document", lines.file, lines.text, lines.shifts
    document, found = remembered(key, read, lambda _: _BYTES * len(lines.text))
    problems.found += found
    return document


def _read(lines: Lines, problems: Problems) -> Document | None:
    try:
        return _parsed(lines, problems, _QUICK)
    except yaml.YAMLError as quickly:
        error = quickly
    told = Problems()
    try:
        # The parser in Python says best why, and has no depth of its own where it stops.
        _parsed(lines, told, yaml.BaseLoader)
    except yaml.YAMLError as better:
        error, problems.found = better, told.found
    else:
        if told.errors:
            problems.found = told.found
            return None
    place, problem = _told(lines, error)
    problems.error(place, f"not YAML: {problem}", _advice(problem))
    return None


def _parsed(lines: Lines, problems: Problems, loader: Any) -> Document | None:
    """Return the document as a parser of PyYAML reads it.

    Raises:
        yaml.YAMLError: it is no YAML.
    """
    try:
        return _Reader(lines, problems, yaml.parse(lines.text, Loader=loader)).document()
    except _TooMuchError as error:
        problems.error(lines.place(error.at), error.found, error.hint)
        return None
    except (ValueError, OverflowError):  # the parsers trust what an escape says
        escape = _NO_CHARACTER.search(lines.text)
        if escape is None:
            raise
        found = f'"{escape.group()}" is no character'
        problems.error(lines.place(escape.start()), found, "write the character itself")
        return None


def _told(lines: Lines, error: yaml.YAMLError) -> tuple[Place, str]:
    """Return where a text is no YAML, and why."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Place(lines.file), (str(error).splitlines() or ["it cannot be read"])[0]
    mark = error.problem_mark or error.context_mark
    problem = " ".join((error.problem or error.context or "it cannot be read").split())
    return lines.place(mark.index) if mark else Place(lines.file), problem


def _advice(problem: str) -> str:
    if "mapping values" in problem:
        return 'put a text that holds ": " in quotes, or indent this key like its neighbours'
    if "\\t" in problem:
        return "indent with spaces, not tabs"
    return "look for a missing colon, quote or bracket, or an indent that differs"


class _TooMuchError(Exception):
    """Raised where no more of a file is read: at an index, what was found, what to do."""

    def __init__(self, at: int, found: str, hint: str) -> None:
        super().__init__(found)
        self.at, self.found, self.hint = at, found, hint


class _Reader:
    """Turns the parser's events into plain values and notes their places.

    Events, not nodes: those would have aliases replaced, and scalars resolved for nothing.
    """

    def __init__(self, lines: Lines, problems: Problems, events: Iterator[Event]) -> None:
        self.lines = lines
        self.problems = problems
        self.events = events
        self.keys: dict[Path, int] = {}
        self.values: dict[Path, tuple[int, int]] = {}
        self.empty: set[Path] = set()
        self.refused = False

    def document(self) -> Document | None:
        """Return the document, or None where something in it may not be used."""
        plain: Plain | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    hint = 'a content file is one document; remove the line "---"'
                    self.refuse(event, "a second document", hint)
                    return None
                first = next(self.events)
                plain = self.value(first, ())
                if plain is not None and not isinstance(plain, dict):
                    hint = "write lines of key: value, with what belongs to a key below it"
                    self.refuse(first, "not a mapping of keys", hint)
        if self.refused:
            return None
        whole = plain if isinstance(plain, dict) else {}
        return Document(self.lines, whole, self.keys, self.values, frozenset(self.empty))

    def value(self, event: Event, path: Path) -> Plain | None:
        """Return the plain value that begins with an event, None for null."""
        start = _index(event.start_mark)
        if len(path) > _DEEPEST:
            hint = f"a content file is two or three deep, and never deeper than {_DEEPEST}"
            raise _TooMuchError(start, "nested too deeply", hint)
        if len(self.values) >= MOST_VALUES:
            raise _TooMuchError(start, *_TOO_MANY)
        if isinstance(event, AliasEvent):
            hint = "write the value out; a figure used twice is {{ figure }}"
            self.refuse(event, f'a YAML alias "*{event.anchor}"', hint)
            return None
        tag = getattr(event, "tag", None)
        if tag is not None and str(tag) not in _TAGS:
            shown = str(tag).replace(_CORE, "!!")
            self.refuse(event, f'a YAML tag "{shown}"', "remove it; values need none")
        if isinstance(event, ScalarEvent):
            self.values[path] = (start, _index(event.end_mark))
            control = HIDDEN.search(event.value)
            if control:
                hint = "remove it; it has no meaning in a text"
                place = self.lines.place(start)
                self.problems.error(place, name_of_control(control.group()), hint)
            null = event.implicit[0] and event.value in _NULLS
            return None if null else str(event.value)
        plain = self.sequence(path) if isinstance(event, SequenceStartEvent) else self.mapping(path)
        self.values[path] = (start, start)
        return plain

    def sequence(self, path: Path) -> list[Plain]:
        found: list[Plain] = []
        while not isinstance(event := next(self.events), SequenceEndEvent):
            item = self.value(event, (*path, len(found)))
            found.append("" if item is None else item)
        return found

    def mapping(self, path: Path) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                self.refuse(event, "a key that is not a word", "write key: value")
                self.value(event, (*path, ""))
                self.value(next(self.events), (*path, ""))
                continue
            key = str(event.value)
            inner = (*path, key)
            if inner in self.keys:
                hint = f"first at {self.lines.place(self.keys[inner])}; rename or remove one"
                place = self.lines.place(_index(event.start_mark))
                self.problems.error(place, f'"{key}" is defined twice', hint)
                # Read past its value, whose places would overwrite those of the first.
                kept = self.keys, self.values, self.empty
                self.keys, self.values, self.empty = {}, {}, set()
                self.value(next(self.events), inner)
                self.keys, self.values, self.empty = kept
                continue
            self.keys[inner] = _index(event.start_mark)
            value = self.value(next(self.events), inner)
            if value is None:
                self.empty.add(inner)
                self.colon(event, inner)
            else:
                found[key] = value
        return found

    def colon(self, key: ScalarEvent, path: Path) -> None:
        """Report a key without a colon: in braces, what follows a comma of a bare text is one."""
        end = _index(key.end_mark)
        if path in self.values and ":" not in self.lines.text[end : self.values[path][0]]:
            hint = "a comma between braces ends a text: put all of it in quotation marks"
            place = self.lines.place(_index(key.start_mark))
            self.problems.error(place, f'"{shortened(key.value, 60)}" {CUT}', hint)

    def refuse(self, event: Event, found: str, hint: str) -> None:
        """Report what makes the whole document unusable: what it would mean is not known."""
        self.problems.error(self.lines.place(_index(event.start_mark)), found, hint)
        self.refused = True


def _index(mark: Any) -> int:
    """Return the index of a mark, which every event that is parsed has."""
    return int(mark.index)
