"""Words typed beside what prints them itself: takes a passage, tells of "5 % per cent" and "2022 р.
року", and of "Figure @fig-x", which is printed "Figure Figure 1".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from builder.facts.sizes import called
from builder.facts.text import Printer
from builder.facts.units import currency_of
from builder.language.language import language_of, module_of
from builder.language.lexicon import PLAIN
from builder.language.numbers import CURRENCY_SIGNS
from builder.model.text import CrossReference, FigureUse, ReferenceKind, plain
from builder.problems import Place
from builder.resolve.passages import Plainly

_NUMBER: Final = r"(?:n[°ºr]|no|№)\.?"  # as it may be typed between the two
_LAST: Final = re.compile(r"(?:%|(?<!\S)[^\s\d]+)$")


def tell_of_units(words: Plainly, printer: Printer) -> None:
    """Warn of each word that ends what a figure prints, and is typed behind it once more.

    So is a currency's sign or name before or behind a sum that says it itself: "€{{ cost }}".
    """
    for stretch in words.stretches:
        use = stretch.item
        if not isinstance(use, FigureUse):
            continue
        printed = plain(printer.line((use,)))
        following = words.words[stretch.end : stretch.end + _MOST]
        sign = sign_before(words.words, stretch.start)
        money = _money_said(use, printer)
        if sign and money:
            _tell(use, words.place(stretch.start - len(sign)), sign, f"{sign}{printed}", printer)
        last = _LAST.search(printed.translate(PLAIN))
        if last is None or not following.startswith((" ", "%")):
            continue
        for same in (*_alike(printer.tag), money, frozenset((_bare(last.group()),))):
            if (_bare(last.group()) in same or same is money) and (
                said := _begins(following, same)
            ):
                start = stretch.end + len(following) - len(following.lstrip())
                _tell(use, words.place(start), said, f"{printed} {said}", printer)
                break


def tell_of_references(words: Plainly, printer: Printer) -> None:
    """Warn of each word before a cross-reference that prints the same word itself."""
    for stretch in words.stretches:
        refers = stretch.item
        if not isinstance(refers, CrossReference) or refers.before is not None:
            continue
        start = max(0, stretch.start - _MOST)
        typed = _referred(printer.tag, refers.kind).search(words.words[start : stretch.start])
        if typed is None:
            continue
        said = typed["said"]
        printer.problems.warning(
            words.place(start + typed.start("said")),
            f'"{said}" is said twice: {refers} prints it too',
            f'take out "{said}", or write "{said} [-{refers}]", which prints the number alone',
        )


@lru_cache(maxsize=16)
def _referred(tag: str, kind: ReferenceKind) -> re.Pattern[str]:
    """Return what finds the word of a kind of cross-references at the end of words."""
    said: str = module_of(tag, "beside").REFERRED[kind]
    return re.compile(rf"(?<![\w-])(?P<said>{said})(?: {_NUMBER})? $", re.IGNORECASE)


def _tell(use: FigureUse, place: Place, said: str, read: str, printer: Printer) -> None:
    forms, printed = " | ".join((use.figure, *use.forms)), plain(printer.line((use,)))
    printer.problems.warning(
        place,
        f'"{said}" is said twice: "{read}"',
        f'take out "{said}": {{{{ {forms} }}}} prints "{printed}"',
    )


def sign_before(words: str, at: int) -> str:
    """Return the sign of a currency that stands right before a place."""
    signs = sorted(CURRENCY_SIGNS, key=len, reverse=True)
    return next((sign for sign in signs if words.endswith(sign, 0, at)), "")


def _money_said(use: FigureUse, printer: Printer) -> frozenset[str]:
    """Return what the money is called that a use of a figure prints; nothing where it prints none
    or its number alone.
    """
    figure = printer.figures.get(use.figure)
    money = currency_of(figure.unit) if figure is not None else None
    if money is None or not {*use.forms}.isdisjoint(("number", "label", "as_of")):
        return frozenset()
    return called(money.code, printer.tag)


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
