"""YAML's plainest form, read quickly: takes a text, returns the events that the parser would.

Thousands of figures are lines of `key: words`, which the parser takes a quarter of a build for.
An entry of such lines alone is read here; every other entry is given to the parser as it stands,
and the whole file is where that does not tell entries apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from builder.problems import HIDDEN

_NAME: Final = r"[A-Za-z_][A-Za-z0-9_]*"
# A key, and either words that begin with a letter or digit and hold no sign that YAML could read,
# or words in quotes, or a list of names in brackets.
_LINE: Final = re.compile(
    r"(?P<indent> *)(?P<key>[A-Za-z_][A-Za-z0-9_]{0,99}):"
    r"(?: +(?:(?P<words>[^\W_](?:[^:#\t]++|:(?=[^\s#]))*+)"
    rf'|"(?P<quoted>[^"\\\t]*+)"|\[(?P<names>{_NAME}(?:, ?{_NAME})*+)\]))? *'
)
_NOTHING: Final = re.compile(r" *(?:#.*)?")
_MARKER: Final = re.compile(r"(?:---|\.\.\.|%)")
_MARKERS: Final = frozenset("-.%")
_MOST_LINES: Final = 150_000  # more are read as far as they may be, and not held at once
_DEEPEST: Final = 30  # in one another: more than may be
MOST_VALUES: Final = 100_000
"""Values of one file: a briefing of 5,000 figures has half as many."""
_PLAIN: Final = (True, False)
_QUOTED: Final = (False, True)
_AROUND: Final = (
    (StreamStartEvent, DocumentStartEvent, MappingStartEvent),
    (MappingEndEvent, DocumentEndEvent, StreamEndEvent),
)

_Numbered: TypeAlias = "tuple[int, str]"


class _TooDeepError(Exception):
    """Raised where keys and lists stand deeper in one another than anything that is read."""


class TooManyError(Exception):
    """Raised where a file holds more values than are read, with the index of the next."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@dataclass(slots=True)
class _At:
    """The index of an event, in place of the parser's own marks."""

    index: int


def quick_events(text: str) -> list[Event] | None:
    """Return the events of a mapping; None where only the parser can say what a text is."""
    if text.count("\n") > _MOST_LINES or HIDDEN.search(text):
        return None
    parts = _entries(text)
    if not parts:
        return None
    first = _At(parts[0][0][0])
    found: list[Event] = [DocumentStartEvent(first, first), _mapping(first)]
    waiting: list[_Numbered] = []
    for part in parts:
        plain = _plain(part)
        if plain is None:
            waiting += part
            continue
        parsed = _parsed(waiting, text)
        if parsed is None:
            return None
        found += [*parsed, *plain]
        waiting = []
    parsed = _parsed(waiting, text)
    if parsed is None:
        return None
    end = _At(len(text))
    return [*found, *parsed, MappingEndEvent(end, end), DocumentEndEvent(end, end)]


def _entries(text: str) -> list[list[_Numbered]]:
    """Return the lines of each top-level entry with their indices; none where they do not tell."""
    entries: list[list[_Numbered]] = []
    at = 0
    for line in text.split("\n"):
        if line[:1] in _MARKERS and _MARKER.match(line):
            return []
        opens = line[:1] not in ("", " ", "#") and _LINE.match(line) is not None
        if opens:
            entries.append([])
        if entries:
            entries[-1].append((at, line))
        elif not _NOTHING.fullmatch(line):
            return []
        at += len(line) + 1
    return entries


def _plain(lines: Sequence[_Numbered]) -> list[Event] | None:
    """Return the events of an entry that is lines of keys and words alone; None for others."""
    found: list[Event] = []
    indents, open_key = [0], False
    for at, line in lines:
        said = _LINE.fullmatch(line)
        if said is None:
            if _NOTHING.fullmatch(line):
                continue
            return None
        indent = len(said["indent"])
        if open_key:
            if indent <= indents[-1]:
                return None
            indents.append(indent)
            found.append(_mapping(_At(at + indent)))
        while indent < indents[-1]:
            indents.pop()
            found.append(MappingEndEvent(_At(at), _At(at)))
        if indent != indents[-1]:
            return None
        found.append(_scalar(said["key"], at + indent))
        open_key = said.lastgroup == "key"
        if not open_key:
            found += _value(said, at)
    if open_key:
        return None
    end = _At(lines[-1][0])
    return found + [MappingEndEvent(end, end) for _ in indents[1:]]


def _value(said: re.Match[str], at: int) -> Iterator[Event]:
    """Yield the events of what stands after a key, in a line that begins at an index."""
    kind = said.lastgroup or ""
    words, start = said[kind], at + said.start(kind)
    if kind == "words":
        yield _scalar(words.rstrip(" "), start)
        return
    first, last = _At(start - 1), _At(start + len(words) + 1)
    if kind == "quoted":
        yield ScalarEvent(None, None, _QUOTED, words, first, last)
        return
    yield SequenceStartEvent(None, None, True, first, first, flow_style=True)
    for name in re.finditer(_NAME, words):
        yield _scalar(name.group(), start + name.start())
    yield SequenceEndEvent(last, last)


def _parsed(lines: Sequence[_Numbered], text: str) -> list[Event] | None:
    """Return the parser's events of entries, without those around them; None for no mapping."""
    if not lines:
        return []
    (start, _), (last, line) = lines[0], lines[-1]
    part = text[start : last + len(line) + 1]
    try:
        events = list(_with_marks(YAML(typ="safe", pure=True).parse(part), start))
    except (_TooDeepError, YAMLError, ValueError, AssertionError, AttributeError):
        return None
    except (LookupError, RecursionError):
        return None
    kinds = tuple(type(event) for event in events)
    if (kinds[:3], kinds[-3:]) != _AROUND or DocumentStartEvent in kinds[2:]:
        return None
    return events[3:-3]


def _with_marks(events: Iterator[Any], start: int) -> Iterator[Event]:
    """Yield events with the indices that they have in the whole file.

    Raises:
        _TooDeepError: nothing is so deep, and the parser takes ever longer for it.
        TooManyError: it holds more values than are read.
    """
    deep = values = 0
    for event in events:
        deep += isinstance(event, MappingStartEvent | SequenceStartEvent)
        deep -= isinstance(event, MappingEndEvent | SequenceEndEvent)
        values += isinstance(event, ScalarEvent)
        if values > 2 * MOST_VALUES:  # keys among them
            raise TooManyError(event.start_mark.index + start)
        if deep > _DEEPEST:
            raise _TooDeepError
        event.start_mark = _At(event.start_mark.index + start)
        event.end_mark = _At(event.end_mark.index + start)
        yield event


def _mapping(at: _At) -> Event:
    return MappingStartEvent(None, None, True, at, at, flow_style=False)


def _scalar(words: str, at: int) -> Event:
    return ScalarEvent(None, None, _PLAIN, words, _At(at), _At(at + len(words)))
