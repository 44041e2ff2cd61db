"""BibTeX and BibLaTeX files: takes a file's text, returns its entries with the places of all parts.

What is wrong with an entry is told with its line and column, and reading goes on at the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Final

from builder.content.lines import Lines
from builder.frozen import dataclass
from builder.problems import Place, Problems, known_names

_SPACE: Final = re.compile(r"(?:\s|%[^\n]*)*")
_NAME: Final = re.compile(r"[^\s,={}()\"#%'@]+")
_KEY: Final = re.compile(r"[^\s,={}()\"#%'\\~]+")
_NEXT: Final = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]", re.MULTILINE)
_NUMBER: Final = re.compile(r"\d+")
_MONTHS: Final = {
    name: str(number)
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        start=1,
    )
}
_MOST_ENTRIES: Final = 20_000
_MOST_BROKEN: Final = 100
_DEEPEST: Final = 50
_LONGEST: Final = 100_000  # characters of a value; what is longer was never closed
_MOST_JOINED: Final = 4_000_000  # characters that # joins in a file: abbreviations may double


@dataclass(frozen=True)
class RawEntry:
    """An entry as written: its type and fields in small letters, where each value begins."""

    kind: str
    key: str
    place: Place
    fields: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


class _BrokenError(Exception):
    """Where an entry cannot be read on, what was found there and what to do."""

    def __init__(self, at: int, found: str, hint: str) -> None:
        super().__init__(found)
        self.at, self.found, self.hint = at, found, hint


def read_bibtex(lines: Lines, problems: Problems) -> tuple[list[RawEntry], bool]:
    """Return the entries of a file in order, and whether all of it could be read."""
    reader = _Reader(lines, problems)
    return list(reader.entries()), reader.whole


@dataclass
class _Reader:
    """One file while it is read, `at` an index into its text; `strings` are its abbreviations."""

    lines: Lines
    problems: Problems
    at: int = 0
    whole: bool = True
    broken: int = 0
    joined: int = 0
    strings: dict[str, str] = field(default_factory=lambda: dict(_MONTHS))

    @property
    def text(self) -> str:
        return self.lines.text

    def entries(self) -> Iterator[RawEntry]:
        """Yield the entries; what stands between them is no part of the references."""
        count = 0
        while (begun := self.text.find("@", self.at)) >= 0:
            self.at = begun + 1
            if begun and not self.text[begun - 1].isspace() and self.text[begun - 1] not in "})":
                continue
            try:
                entry = self._entry(begun)
            except _BrokenError as broken:
                self.whole = False
                self.broken += 1
                if self.broken > _MOST_BROKEN:
                    return
                self.problems.error(self.lines.place(broken.at), broken.found, broken.hint)
                following = _NEXT.search(self.text, begun + 1)
                self.at = following.start() if following else len(self.text)
                continue
            if entry is not None:
                count += 1
                if count > _MOST_ENTRIES:
                    found = f"more than {_MOST_ENTRIES:,} entries in one file"
                    self.problems.error(entry.place, found, "keep those that the briefing cites")
                    return
                yield entry

    def _entry(self, begun: int) -> RawEntry | None:
        self._pass_space()
        kind = self._word(_NAME, "the type of an entry", "write @book{key, or the like").lower()
        self._pass_space()
        if kind == "comment":
            if self.text[self.at : self.at + 1] == "{":
                self._braced()
            return None
        opened = self.text[self.at : self.at + 1]
        if opened not in ("{", "("):
            raise _BrokenError(
                begun, f'"@{kind}" opens no entry', f"write @{kind}{{key, title = {{...}}}}"
            )
        closing = "}" if opened == "{" else ")"
        self.at += 1
        if kind == "preamble":
            self._value(kind, begun)
            self._close(kind, "", begun, closing)
            return None
        if kind == "string":
            name, value, _ = self._field("@string", begun)
            self.strings[name] = value
            self._close(kind, "", begun, closing)
            return None
        return self._fields(kind, begun, closing)

    def _fields(self, kind: str, begun: int, closing: str) -> RawEntry:
        self._pass_space()
        at = self.at
        hint = f"write @{kind}{{key, title = {{...}}}}: a key of letters, digits and : . _ - / +"
        key = self._word(_KEY, f'the key of "@{kind}"', hint)
        fields: dict[str, str] = {}
        places: dict[str, Place] = {}
        while True:
            self._pass_space()
            if self.text[self.at : self.at + 1] == ",":
                self.at += 1
                self._pass_space()
                if self.text[self.at : self.at + 1] == closing:
                    break
            elif self.text[self.at : self.at + 1] == closing:
                break
            elif fields or self.at == len(self.text):
                self._close(kind, key, begun, closing)
            else:
                found = f'a comma is missing after the key "{key}"'
                raise _BrokenError(self.at, found, f"write @{kind}{{{key}, title = {{...}}}}")
            where = self.at
            name, value, starts = self._field(key, begun)
            if name in fields:
                found = f'"{name}" stands twice in "{key}"'
                self.problems.error(self.lines.place(where), found, "keep one of them")
            fields.setdefault(name, value)
            places.setdefault(name, self.lines.place(starts))
        self.at += 1
        return RawEntry(kind, key, self.lines.place(at), fields, places)

    def _field(self, key: str, begun: int) -> tuple[str, str, int]:
        """Return a field's name, its value and where that begins."""
        self._pass_space()
        if self.at == len(self.text):
            self._end(key, begun)
        at = self.at
        name = self._word(_NAME, f'a field of "{key}"', "write title = {...}").lower()
        self._pass_space()
        if self.text[self.at : self.at + 1] != "=":
            hint = f"write {name} = {{...}}, and a comma before the next field"
            raise _BrokenError(at, f'no = after "{name}" in "{key}"', hint)
        self.at += 1
        self._pass_space()
        starts = self.at + (self.text[self.at : self.at + 1] in ('"', "{"))
        return name, self._value(key, begun), starts

    def _value(self, key: str, begun: int) -> str:
        """Return a value: pieces in braces or quotes, numbers and abbreviations, joined by #."""
        parts = []
        while True:
            self._pass_space()
            sign = self.text[self.at : self.at + 1]
            if not sign:
                self._end(key, begun)
            if sign == "{":
                parts.append(self._braced())
            elif sign == '"':
                parts.append(self._quoted(key))
            elif number := _NUMBER.match(self.text, self.at):
                self.at = number.end()
                parts.append(number.group())
            else:
                parts.append(self._abbreviated(key))
            self._pass_space()
            if self.text[self.at : self.at + 1] != "#":
                return self._joined(parts, key)
            self.at += 1

    def _joined(self, parts: list[str], key: str) -> str:
        """Return a value of its pieces, which take room only together."""
        if len(parts) == 1:
            return parts[0]
        length = sum(map(len, parts))
        self.joined += length
        if length > _LONGEST or self.joined > _MOST_JOINED:
            most = _LONGEST if length > _LONGEST else _MOST_JOINED
            found = f'what # joins in "{key}" is longer than {most:,} characters'
            raise _BrokenError(self.at - 1, found, "write the value itself in braces: {...}")
        return "".join(parts)

    def _abbreviated(self, key: str) -> str:
        at = self.at
        name = self._word(_NAME, f'a value in "{key}"', "write it in braces: {...}")
        if name.lower() not in self.strings:
            hint = "write the value in braces: {...}, or define it before: @string{name = {...}}"
            known = known_names(name, set(self.strings) - set(_MONTHS))
            raise _BrokenError(at, f'unknown abbreviation "{name}"', f"{hint}\n{known}".strip())
        return self.strings[name.lower()]

    def _braced(self) -> str:
        begun, depth = self.at, 0
        for found in re.compile(r"\\.|[{}]", re.DOTALL).finditer(
            self.text, self.at, self.at + _LONGEST
        ):
            depth += {"{": 1, "}": -1}.get(found.group(), 0)
            if depth > _DEEPEST:
                raise _BrokenError(found.start(), "braces open too deeply", f"at most {_DEEPEST}")
            if not depth:
                self.at = found.end()
                return self.text[begun + 1 : found.start()]
        raise _BrokenError(begun, "this brace is never closed", "add a } where the value ends")

    def _quoted(self, key: str) -> str:
        begun, depth = self.at, 0
        for sign in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(
            self.text, self.at + 1, self.at + _LONGEST
        ):
            depth += {"{": 1, "}": -1}.get(sign.group(), 0)
            if depth > _DEEPEST:
                raise _BrokenError(sign.start(), "braces open too deeply", f"at most {_DEEPEST}")
            if sign.group() == '"' and not depth:
                self.at = sign.end()
                return self.text[begun + 1 : sign.start()]
        found = f'this quotation mark in "{key}" is never closed'
        raise _BrokenError(begun, found, 'add a " where the value ends, or write it in braces')

    def _word(self, pattern: re.Pattern[str], what: str, hint: str) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            seen = self.text[self.at : self.at + 1]
            said = f'found "{seen}" where {what} belongs' if seen.strip() else f"{what} is missing"
            raise _BrokenError(self.at, said, hint)
        self.at = found.end()
        return found.group()

    def _close(self, kind: str, key: str, begun: int, closing: str) -> None:
        self._pass_space()
        if self.at == len(self.text):
            self._end(key or f"@{kind}", begun)
        if self.text[self.at] == "@":  # a brace is missing, and the next entry begins here
            self._end(key or f"@{kind}", begun)
        if self.text[self.at] != closing:
            found = f'a comma or {closing} is missing in "{key or "@" + kind}"'
            raise _BrokenError(self.at, found, "fields are parted by commas")
        self.at += not key

    def _end(self, key: str, begun: int) -> None:
        found = f'the entry "{key}" is never closed'
        raise _BrokenError(begun, found, "add a } after its last field")

    def _pass_space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
