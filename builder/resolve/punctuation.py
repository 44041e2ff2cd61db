"""Typewriter's marks into those of the language: takes a line, returns it as it is printed.

Quotation marks stay single or double as the author wrote them; -- and --- become dashes, three
dots an ellipsis. What a figure, a name or code says is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from builder.model.text import Line, Run
from builder.problems import Place

_NARROW: Final = "\u202f"
_APOSTROPHE: Final = "’"
_QUOTES: Final = {
    "de": {'"': ("„", "“"), "'": ("‚", "‘")},
    "fr": {'"': (f"«{_NARROW}", f"{_NARROW}»"), "'": ("‘", "’")},
    "uk": {'"': ("«", "»"), "'": ("‘", "’")},
}
_ENGLISH: Final = {'"': ("“", "”"), "'": ("‘", "’")}
_OPENING: Final = " \u00a0\u202f([{—–-/\"'„“‚‘«"
# Two hyphens are a dash between words or spaces, but not before a word, as options are written.
_MARKS: Final = re.compile(
    r"""["']|(?<!-)---(?!-)|(?<=[^\s-])--(?=[^\s-])|(?<!\S)--(?!\S)|(?<!\.)\.{3}(?!\.)"""
)
_PLAIN: Final = {"--": "–", "---": "—", "...": "…"}


def punctuated(line: Line, tag: str) -> Line:
    """Return the line in the marks of its language, a BCP 47 tag, and of words in another one."""
    if not any(_is_open(run) and _MARKS.search(run.text) for run in line):
        return line
    reading = _Reading("".join(run.text for run in line))
    runs = []
    for run in line:
        runs.append(reading.run(run, tag) if _is_open(run) else run)
        reading.at += len(run.text)
    return tuple(runs)


def _is_open(run: Run) -> bool:
    """Return whether the words are the author's own, and may be set otherwise."""
    return run.owner is None and not run.code and run.note is None


@dataclass
class _Reading:
    """A line while its runs are read: all its words, where in them, what quotes are open."""

    whole: str
    at: int = 0
    quoting: set[str] = field(default_factory=set)

    def run(self, run: Run, tag: str) -> Run:
        """Return a run with its marks replaced, and where its words then stand."""
        text, breaks, end = "", list(run.breaks), 0
        for mark, printed in self._replaced(run, run.language or tag):
            text += run.text[end : mark.start()] + printed
            end = mark.end()
            if len(printed) != len(mark.group()):
                breaks = _moved(breaks, run, end, len(text))
        return replace(run, text=text + run.text[end:], breaks=tuple(breaks))

    def _replaced(self, run: Run, language: str) -> Iterator[tuple[re.Match[str], str]]:
        quotes = _QUOTES.get(language.partition("-")[0], _ENGLISH)
        for mark in _MARKS.finditer(run.text):
            said = mark.group()
            printed = _PLAIN.get(said) or self._quote(said, self.at + mark.start(), quotes[said])
            yield mark, printed

    def _quote(self, mark: str, at: int, pair: tuple[str, str]) -> str:
        before, after = self.whole[at - 1 : at] if at else "", self.whole[at + 1 : at + 2]
        if mark in self.quoting and before.strip() and not (mark == "'" and after.isalnum()):
            self.quoting.discard(mark)
            return pair[1]
        opens = (not before or before in _OPENING) and bool(after.strip())
        opens = opens and not (mark == "'" and after.isdigit())
        if opens and mark not in self.quoting and self._closes(mark, at):
            self.quoting.add(mark)
            return pair[0]
        return _APOSTROPHE if mark == "'" else mark

    def _closes(self, mark: str, at: int) -> bool:
        """Return whether a quotation that begins here ends in this line."""
        return bool(re.search(rf"\S{mark}(?!\w)", self.whole[at + 1 :]))


def _moved(
    breaks: list[tuple[int, Place]], run: Run, end: int, now: int
) -> list[tuple[int, Place]]:
    """Return where words begin, if what stood up to `end` of a run's text now ends at `now`."""
    place, later = run.place_at(end), now - end
    kept = [(index, where) for index, where in breaks if index < now]
    moved = [(index + later, where) for index, where in run.breaks if index > end]
    return [*kept, (now, place), *moved]
