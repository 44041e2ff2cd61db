"""Running text as the paper prints it: takes a line, returns it with each use of an abbreviation
marked, or with its small capitals in capitals.

A reader who asks what "THG" stands for is told wherever it stands (`E`, ISO 32000-1, 14.9.5), but
not where the text itself says so beside it.

Of small capitals, what was typed small is a capital that is set smaller, so that readers and proof
meet the letters that stand on the page. Figures, dates and names stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from builder.model.briefing import Abbreviation
from builder.model.text import Line, Run
from builder.resolve.checks import standing

# "ДБН В.2.2-5", "ISO 9001:2015": the abbreviation is part of what is called so.
_DESIGNATED: Final = re.compile(r" (?:[A-ZА-ЯІЇЄҐ]\.? ?\d|\d+[./:-]\d)")
_POSSESSIVE: Final = re.compile(r"['’]s(?!\w)")


def abbreviated(runs: Line, known: Sequence[Abbreviation]) -> Line:
    """Return a line whose uses of known abbreviations are runs that are short for the long form."""
    for each in known:
        if any(each.short in run.text for run in runs):
            runs = tuple(_cut(runs, each.short, each.long))
    return runs


def is_designation(behind: str) -> bool:
    """Return whether what stands behind an abbreviation makes a designation of it."""
    return _DESIGNATED.match(behind) is not None


def told(
    word: str, tail: str, short: str, long: str, several: str, *, inverted: bool, bare: bool
) -> tuple[str, str]:
    """Return an abbreviation, or its compound, with what it stands for, and the `tail` left behind
    it; brackets hold none.

    It is `bare` where it stands within brackets itself; `inverted` where it stands first, as it
    does in a genitive ("the NHS’s"). `several` is what its plural stands for.
    """
    if word == f"{short}s" and several:
        word, long, short = word, several, word
    elif word.startswith(short) and word[len(short) :].isalpha():
        inverted, short = True, word
    if word != short:
        return f"{word} ({short}: {long})", tail
    if bare:
        return f"{long}, {short}", tail
    possessive = _POSSESSIVE.match(tail)
    if possessive:
        end = possessive.end()
        return f"{short}{tail[:end]} ({long})", tail[end:]
    return (f"{short} ({long})" if inverted else f"{long} ({short})"), tail


def goes_on(following: Line) -> bool:
    """Return whether a word that ends a run goes on in the runs behind it."""
    return bool(following and following[0].note is None and re.match(r"\w|-\w", following[0].text))


def index_of(following: Line) -> Run | None:
    """Return the index of an abbreviation that ends a run, as in BOD~5~, None where it has none."""
    if not goes_on(following) or not following[0].manner.shift or goes_on(following[1:]):
        return None
    return following[0]


def indexed(run: Run, index: Run, short: str, long: str, *, inverted: bool) -> Line:
    """Return a run that ends with an abbreviation, and its index, with what it is short for.

    That stands behind them where it is `inverted`, else before.
    """
    ended = replace(run, text=f" ({long})" if inverted else ")", breaks=())
    if not inverted:
        head = run.text.removesuffix(short)
        run = replace(run, text=f"{head}{long} ({short}", breaks=())
    return (run, index, ended)


def capitals(line: Line) -> Line:
    """Return a line with its small capitals in capitals."""
    if not any(run.manner.capitals for run in line):
        return line
    return tuple(part for run in line for part in in_capitals(run))


def in_capitals(run: Run) -> Iterator[Run]:
    """Yield the parts of a run that is in small capitals, else the run."""
    if not run.manner.capitals:
        yield run
        return
    large = run.manner._replace(capitals=False)
    if run.owner is not None:
        yield replace(run, manner=large)
        return
    at = 0
    for small, letters in groupby(run.text, str.islower):
        words = "".join(letters)
        yield replace(
            run,
            text=words.upper() if small else words,
            manner=run.manner if small else large,
            place=run.place_at(at),
            breaks=(),
        )
        at += len(words)


def _cut(runs: Line, short: str, long: str) -> Iterator[Run]:
    told = "".join(run.text for run in runs)
    start = 0
    for run in runs:
        before, behind = told[:start], told[start + len(run.text) :]
        start += len(run.text)
        plainly = not (run.owner or run.claim or run.code or run.language or run.short_for)
        if plainly and run.note is None and run.formula is None:
            yield from _parts(run, short, long, before, behind)
        else:
            yield run


def _parts(run: Run, short: str, long: str, before: str, behind: str) -> Iterator[Run]:
    """Yield a run, cut before and behind each use that is not told right beside it."""
    at = 0
    for found in standing(short).finditer(run.text):
        start, end = found.span()
        said_before = (before + run.text[:start]).rstrip(" (,").endswith(long)
        if said_before or (run.text[end:] + behind).lstrip(" (,:0123456789").startswith(long):
            continue
        if start > at:
            yield _part(run, at, start)
        used = _part(run, start, end)  # one in heard words, and so in one line
        yield replace(used, text=used.text.replace(" ", "\u00a0"), short_for=long)
        at = end
    if at < len(run.text):
        yield _part(run, at, len(run.text)) if at else run
    elif not run.text:
        yield run


def _part(run: Run, start: int, end: int) -> Run:
    breaks = tuple((index - start, place) for index, place in run.breaks if index > start)
    return replace(run, text=run.text[start:end], place=run.place_at(start), breaks=breaks)
