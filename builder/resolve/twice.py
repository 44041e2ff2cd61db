"""Words typed behind a figure that prints them itself: takes a passage, tells of "5 % per cent"
and "2022 р. року".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from builder.facts.text import Printer
from builder.language.language import language_of, module_of
from builder.language.lexicon import PLAIN
from builder.model.text import FigureUse, plain
from builder.resolve.passages import Plainly

_LAST: Final = re.compile(r"(?:%|(?<!\S)[^\s\d]+)$")


def tell_of_units(words: Plainly, printer: Printer) -> None:
    """Warn of each word that ends what a figure prints, and is typed behind it once more."""
    for stretch in words.stretches:
        use = stretch.item
        following = words.words[stretch.end : stretch.end + _MOST]
        if not isinstance(use, FigureUse) or not following.startswith((" ", "%")):
            continue
        printed = plain(printer.line((use,)))
        last = _LAST.search(printed.translate(PLAIN))
        if last is None:
            continue
        for same in (*_alike(printer.tag), frozenset((_bare(last.group()),))):
            if _bare(last.group()) in same and (said := _begins(following, same)):
                start = stretch.end + len(following) - len(following.lstrip())
                forms = " | ".join((use.figure, *use.forms))
                printer.problems.warning(
                    words.place(start),
                    f'"{said}" is said twice: "{printed} {said}"',
                    f'take out "{said}": {{{{ {forms} }}}} prints "{printed}"',
                )
                break


_MOST: Final = 40  # characters: no unit's word is longer
_SHORT: Final = 2  # letters: a full stop behind so few is their own


def _bare(word: str) -> str:
    return word.lower().rstrip(".")


def _begins(following: str, same: frozenset[str]) -> str:
    """Return the one of some words that others begin with, as typed; empty where none is."""
    for word in sorted(same, key=len, reverse=True):
        stop = r"(?:\.(?=\s|$))?" if len(word) <= _SHORT and word.isalpha() else ""
        found = re.match(rf" ?({re.escape(word)}{stop})(?!\w)", following, re.IGNORECASE)
        if found:
            return found[1]
    return ""


@lru_cache(maxsize=8)
def _alike(tag: str) -> tuple[frozenset[str], ...]:
    """Return the words of a language that say the same."""
    percent = frozenset(("%", *map(str.lower, language_of(tag).percent.values())))
    return (percent, *module_of(tag, "beside").ALIKE)
