"""Names and dates of references: takes them as BibTeX writes them, returns them parted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from builder.model.work import Person, When

_COUNT: Final = re.compile(r"[0-9]{1,4}")
_DATE: Final = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?([?~%]*)")


def parted(source: str) -> list[str]:
    """Return the names of a list, parted by "and" outside of braces."""
    parts, depth, begun = [], 0, 0
    for found in re.finditer(r"\\.|[{}]|\s+and\s+", source, re.DOTALL | re.IGNORECASE):
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if found.group().strip().lower() == "and" and not depth:
            parts.append(source[begun : found.start()])
            begun = found.end()
    return [part.strip() for part in (*parts, source[begun:]) if part.strip()]


def person(source: str, useprefix: bool, letters: Callable[[str], str]) -> Person:
    """Return a name: `Given von Family`, `von Family, Given`, `von Family, Jr, Given`, `{Name}`."""
    whole = re.fullmatch(r"\{(.*)\}", source, re.DOTALL)
    if whole and "}" not in re.sub(r"\{[^{}]*\}", "", whole[1]):
        return Person(letters(source), literal=True)
    pieces = [piece.strip() for piece in _commas(source)]
    if len(pieces) == 1:
        words = _words(source)
        small = [n for n, word in enumerate(words[:-1]) if _is_small(word)]
        if small:
            given, after = words[: small[0]], words[small[0] :]
        else:
            given, after = words[:-1], words[-1:]
        suffix = ""
    else:
        after, given = _words(pieces[0]), _words(pieces[-1])
        suffix = letters(pieces[1]) if len(pieces) > 2 else ""
    count = 0
    while count < len(after) - 1 and _is_small(after[count]):
        count += 1
    particle, family = (letters(" ".join(part)) for part in (after[:count], after[count:]))
    said = letters(" ".join(given))
    if not said:
        return Person(f"{particle} {family}".strip(), suffix=suffix, literal=True)
    dropping = "" if useprefix else particle
    return Person(family, said, dropping, particle if useprefix else "", suffix)


def _commas(source: str) -> list[str]:
    parts, depth, begun = [], 0, 0
    for at, char in enumerate(source):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == "," and not depth:
            parts.append(source[begun:at])
            begun = at + 1
    return [*parts, source[begun:]]


def _words(source: str) -> list[str]:
    words: list[str] = []
    depth, held = 0, ""
    for char in source:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if not depth and (char.isspace() or char == "~"):
            words, held = [*words, held] if held else words, ""
        else:
            held += char
    return [*words, held] if held else words


def _is_small(word: str) -> bool:
    bare = re.sub(r"\\[A-Za-z]+|[^\w]", "", word)
    return not word.startswith("{") and bare[:1].islower()


def when_of(source: str) -> When:
    """Return a date or span in the form of ISO 8601-2 (EDTF); words where it is none."""
    halves = [half.strip() for half in source.split("/")]
    parts: list[tuple[int, ...]] = []
    circa = False
    for half in halves[:2]:
        found = _DATE.fullmatch(half)
        if found is None and half not in ("", ".."):
            return When(words=source)
        if found is not None:
            numbers = [int(number) for number in found.groups()[:3] if number]
            circa = circa or bool(found[4])
            if len(numbers) > 1 and 21 <= numbers[1] <= 24:
                return When((tuple(numbers[:1]),), circa, numbers[1] - 20)
            parts.append(tuple(numbers))
        else:
            parts.append(())
    return When(tuple(parts), circa) if parts[0] else When(words=source)


def month_by_month(parts: list[str], letters: Callable[[str], str]) -> When:
    """Return a date of which year, month and day are fields of their own."""
    year, month, day = parts
    if not re.fullmatch(r"-?\d{1,4}", year):
        return when_of(letters(year))
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    number = int(month) if _COUNT.fullmatch(month) else 0
    if month[:3].lower() in names:
        number = names.index(month[:3].lower()) + 1
    found = [int(year), *([number] if 1 <= number <= 12 else [])]
    known = len(found) == 2 and _COUNT.fullmatch(day)
    return When((tuple([*found, int(day)] if known else found),))
