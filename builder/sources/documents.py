"""YAML 1.2 files: takes text, returns plain values with the place of every key and value.

Scalars keep the text that the author wrote: what is a number, a date or a truth value is for
the shape to say, so that `no` stays a word, `2024-06` a month, and 0.10 keeps its zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from builder.problems import Place, Problems
from builder.sources.lines import Lines, Locator

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]

_TAG: Final = "tag:yaml.org,2002:"
_TAGS: Final = {
    "scalar": {"str", "int", "float", "bool", "null", "timestamp", "merge", "value"},
    "sequence": {"seq"},
    "mapping": {"map"},
}


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
                offsets.extend(_aligned(source, str(value)))
            return self.lines.place(start + offsets[min(index, len(offsets) - 1)])

        return locate

    def _plain(self, path: Path) -> Any:
        value: Any = self.plain
        for step in path:
            value = value[step]
        return value


def read_document(lines: Lines, problems: Problems) -> Document | None:
    """Return the document, or None where the file is no mapping in YAML; an empty file is one."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = YAML(typ="safe", pure=True).compose(lines.text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = lines.place(mark.index) if mark else Place(lines.file)
        parts = [error.context] if (error.problem or "but").startswith("but") else []
        problem = " ".join(" ".join([*parts, error.problem or ""]).split())
        problems.error(place, f"not YAML: {problem}", _advice(problem))
        return None
    except RecursionError:
        problems.error(
            Place(lines.file), "nested too deeply", "a content file is two or three deep"
        )
        return None
    except (YAMLError, ValueError, AssertionError, AttributeError, LookupError) as error:
        # ruamel.yaml meets some malformed input with errors that carry no mark.
        first = (str(error).splitlines() or ["it cannot be read"])[0]
        problems.error(Place(lines.file), f"not YAML: {first}", _advice(first))
        return None
    if node is None:
        return Document(lines, {})
    return _Reader(lines, problems).document(node)


def _advice(problem: str) -> str:
    if "mapping values" in problem:
        return 'put a text that holds ": " in quotes, or indent this key like its neighbours'
    if "\\t" in problem:
        return "indent with spaces, not tabs"
    if "single document" in problem:
        return 'a content file is one document; remove the line "---"'
    return "look for a missing colon, quote or bracket, or an indent that differs"


class _Reader:
    """Turns nodes into plain values and notes their places; ruamel.yaml leaves nodes untyped."""

    def __init__(self, lines: Lines, problems: Problems) -> None:
        self.lines = lines
        self.problems = problems
        self.keys: dict[Path, int] = {}
        self.values: dict[Path, tuple[int, int]] = {}
        self.empty: set[Path] = set()
        self.seen: set[int] = set()
        self.refused = False

    def document(self, node: Any) -> Document | None:
        """Return the document, or None where something in it may not be used."""
        if node.id != "mapping":
            place = self.lines.place(node.start_mark.index)
            hint = "a content file holds lines of key: value, with what belongs to a key below it"
            self.problems.error(place, "not a mapping of keys", hint)
            return None
        plain = self.mapping(node, ())
        if self.refused:
            return None
        return Document(self.lines, plain, self.keys, self.values, frozenset(self.empty))

    def value(self, node: Any, path: Path) -> Plain | None:
        """Return the plain value of a node, None for null; report what content may not use."""
        place = self.lines.place(node.start_mark.index)
        if id(node) in self.seen:
            hint = "write the value out; a figure used twice is {{ figure }}"
            self.refuse(place, "a YAML alias", hint)
            return None
        self.seen.add(id(node))
        tag = str(node.tag)
        if tag.removeprefix(_TAG) not in _TAGS[node.id]:
            shown = tag.replace(_TAG, "!!")
            self.refuse(place, f'a YAML tag "{shown}"', "remove it; values need none")
            return None
        self.values[path] = (node.start_mark.index, node.end_mark.index)
        if node.id == "scalar":
            return None if tag == f"{_TAG}null" else str(node.value)
        if node.id == "sequence":
            items = [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
            return ["" if item is None else item for item in items]
        return self.mapping(node, path)

    def refuse(self, place: Place, found: str, hint: str) -> None:
        """Report what makes the whole document unusable: what it would mean is not known."""
        self.problems.error(place, found, hint)
        self.refused = True

    def mapping(self, node: Any, path: Path) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            index = key_node.start_mark.index
            place = self.lines.place(index)
            if key_node.id != "scalar":
                self.refuse(place, "a key that is not a word", "write key: value")
                continue
            key = str(key_node.value)
            inner = (*path, key)
            if inner in self.keys:
                first = self.lines.place(self.keys[inner])
                self.problems.error(
                    place,
                    f'"{key}" is defined twice',
                    f"first at {first}; rename one of them or remove it",
                )
                continue
            self.keys[inner] = index
            value = self.value(value_node, inner)
            if value is None:
                self.empty.add(inner)
            else:
                found[key] = value
        return found


def _aligned(source: str, value: str) -> list[int]:
    """Return the index into `source` (quoted, folded or escaped) of each character of `value`."""
    offsets = []
    at = 0
    for char in value:
        if char.isspace():
            offsets.append(at)
            while at < len(source) and source[at].isspace():
                at += 1
            continue
        # Quotes, escapes and indents are skipped; a far match would be another character.
        found = source.find(char, at, at + 80)
        at = found if found >= 0 else at
        offsets.append(min(at, len(source) - 1))
        at += 1
    return offsets or [0]
