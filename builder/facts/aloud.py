"""What is printed, said aloud: takes printed words and a language, returns what is to be heard.

A speech engine passes over a hedge in signs, stumbles over thin spaces within a number, and spells
units in short form. So the printed words of a figure, cell or date have a spoken text: the hedge in
words, the number without grouping, scale, unit and currency in full. The words are those with which
the language prints the same in full.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from builder.facts.nouns import currency_name
from builder.facts.printing import hedge_word
from builder.facts.signs import (
    GOES_ON,
    HEDGES,
    SPACE,
    alike,
    holds_hedge,
    is_money,
    parted,
    with_hedges,
)
from builder.facts.units import currency_of
from builder.language.aloud import Aloud, aloud_of
from builder.language.language import Language, language_of
from builder.language.numbers import CURRENCY_SIGNS, locale_of, plural

_SPACES: Final = re.compile(SPACE + "+")
_PLUS_MINUS: Final = "±"
_PER_CENT, _PER_MILLE, _MULTIPLE = _SIGNS = ("%", "‰", "×")
_LONGEST: Final = 8  # letters of a symbol
_PASSED_OVER: Final = "<>≥≤≈~±%‰×–−+"
"""Signs that engines leave out, or name as signs."""


def aloud(text: str, tag: str) -> str:
    """Return what is said of printed words, in the language of a BCP 47 tag."""
    return _said(text, str(tag))[0]


def unlike_print(text: str, tag: str) -> str:
    """Return what is said of printed words; nothing where an engine says it of them as they stand.

    Plain numbers, and those that a comma or a stop groups as usual, are said right as printed.
    """
    said, plain = _said(text, str(tag))
    return "" if said == plain else said


def unit_alone(text: str, tag: str) -> str:
    """Return the words of a unit's symbol that stands by itself, as below a figure set large.

    Nothing where it could be a word: `ha` and `min` are, `TWh` and `km²` are not.
    """
    symbol = text.strip()
    if not 2 <= len(symbol) <= _LONGEST or (symbol.islower() and symbol.isalpha()):
        return ""
    forms = aloud_of(tag).units.get(symbol)
    return plural(forms, Decimal(5), tag) if forms else ""


@lru_cache(maxsize=4096)
def _said(text: str, tag: str) -> tuple[str, str]:
    """Return what is said of a text, and what an engine makes of it as it is printed."""
    plain = _SPACES.sub(" ", text).strip()
    text = alike(text)
    speaker = _speaker(tag)
    if not any(map(str.isdigit, text)):
        return (speaker.hedged(plain) if holds_hedge(text) else plain), plain
    if not speaker.may_differ(text):
        return speaker.ungrouped(plain), speaker.ungrouped(plain)
    said = _SPACES.sub(" ", speaker.say(text)).strip()
    return said, speaker.ungrouped(plain)


@lru_cache(maxsize=4)
def _speaker(tag: str) -> _Speaker:
    return _Speaker(tag)


class _Speaker:
    """Says aloud in one language; its patterns are made once."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.language: Language = language_of(tag)
        self.aloud: Aloud = aloud_of(tag)
        signs = locale_of(tag).number_symbols["latn"]
        self._point: str = signs["decimal"]
        group: str = signs["group"]
        spaced = not group.strip()
        self._group = "[\u00a0\u2009\u202f]" if spaced else f"[{re.escape(group)}\u2009\u202f]"
        self._grouped = group if group in ".," else ""  # as engines know it
        self._moneys = self._known_moneys()
        self._scales = self._known_scales()
        self._quantity = self._pattern()
        self._months = self._known_months()
        self._telling = self._signs_and_abbreviations()
        after_year = "|".join(map(re.escape, self.aloud.words))
        self._words = re.compile(rf"(?<=\d\d\d\d{SPACE})(?:{after_year})") if after_year else None

    def may_differ(self, text: str) -> bool:
        """Return whether a text holds anything that is said otherwise: most hold nothing."""
        return self._telling.search(text) is not None

    def say(self, text: str) -> str:
        """Return what is said of a text that holds a digit."""
        if self._words is not None:
            text = _replaced(text, self._words, self.aloud.words)
        for pattern, words in self._months:
            text = _replaced(text, pattern, words)
        parts: list[str] = []
        at = 0
        for found in self._quantity.finditer(text):
            between = text[at : found.start()]
            dash = at and between.strip() == "–"
            gap = parted(text[: found.start()]) if found["hedge"] else ""
            parts += [f" {self.aloud.to} " if dash else between + gap, self._phrase(found)]
            at = found.end()
        return self.hedged("".join((*parts, text[at:])))

    def hedged(self, text: str) -> str:
        """Return a text with hedges in words that stand before what is no number."""
        return with_hedges(alike(text), lambda hedge: hedge_word(hedge, "", self.tag))

    def ungrouped(self, text: str) -> str:
        """Return a text without the signs between thousands that engines read as such."""
        if not self._grouped or self._grouped not in text:
            return text
        sign = re.escape(self._grouped)
        return re.sub(rf"(?<=\d){sign}(?=\d{{3}}(?!\d))", "", text)

    def _phrase(self, found: re.Match[str]) -> str:
        """Return what is said of one quantity: hedge, sign, number or range, scale, unit."""
        first, second, scale = found["first"], found["second"], found["scale"] or ""
        value = Decimal(self._bare((second or first).lstrip("−-")).replace(self._point, "."))
        said = self._number(first)
        if second:
            said += f" {self.aloud.to} {self._number(second)}"
        before = found["before"] or found["before_second"] or ""
        after = _SPACES.sub(" ", found["after"] or "")
        glued = found.string[found.end() : found.end() + 1].isalnum()  # to letters of no meaning
        money = "" if glued else self._money(before, scale) or self._money(after, scale)
        rest = found.string[found.end("second" if second else "first") : found.end()]
        # Of "5 m" no one knows whether it is metres or millions; three capitals may be no money.
        strange = glued or len(scale) == 1 or self._is_strange(after.strip())
        if (not money and (before or strange)) or (
            money and GOES_ON.match(found.string, found.end())
        ):
            said = f"{before}{said}{rest}"
        else:
            said = self._with_unit(said, value, scale, money or after.strip())
            if money and before and after:
                said += f" {self._unit(after.strip(), value)}"
        if sign := found["sign"]:
            said = f"{self.aloud.plus if sign == '+' else self.aloud.minus} {said}"
        unit = after.strip()
        measured = unit in self.aloud.units or unit in _SIGNS
        of = money or ("" if measured else unit or self._counted(found))
        return self._hedged(found["hedge"] or "", said, of, value)

    def _counted(self, found: re.Match[str]) -> str:
        """Return the word behind a quantity: what it counts."""
        behind = _SPACES.sub(" ", found.string[found.end() :]).strip()
        return behind.split(" ", 1)[0]

    def _hedged(self, sign: str, said: str, of: str, value: Decimal) -> str:
        """Return a quantity with its hedge; `of` is what it counts, nothing for a measure."""
        if not sign:
            return said
        if sign == _PLUS_MINUS:
            return f"{self.aloud.plus_minus} {said}"
        words = hedge_word(HEDGES[sign], of, self.tag, value)
        return self.language.elided(f"{words} ", said) + said

    def _with_unit(self, said: str, value: Decimal, scale: str, unit: str) -> str:
        """Return a number with its scale and unit in full; a unit is a symbol or a money's code."""
        if scale:
            spoken = self.language.spoken_scales[self._scales[scale]]
            said += f" {scale if scale in spoken.values() else plural(spoken, value, self.tag)}"
        counted = Decimal(5) if scale else value
        code = self._code(unit)
        if not code:
            return f"{said} {self._unit(unit, counted)}" if unit else said
        name = currency_name(code, counted, self.tag)
        return f"{said} {self.language.after_million(name) if scale else name}"

    def _is_strange(self, unit: str) -> bool:
        """Return whether a unit is none of those that are said in full."""
        return bool(unit) and unit not in _SIGNS and unit not in self.aloud.units

    def _unit(self, unit: str, value: Decimal) -> str:
        if unit == _PER_CENT:
            return plural(self.language.percent, value, self.tag)
        if unit == _PER_MILLE:
            return self.aloud.per_mille
        if unit == _MULTIPLE:
            multiple = self.language.multiple
            own = (each for each in self.language.nouns if multiple in each.values())
            return plural(next(own, {"other": multiple}), value, self.tag)
        forms = self.aloud.units.get(unit)
        return plural(forms, value, self.tag) if forms else unit

    def _code(self, unit: str) -> str:
        """Return the ISO 4217 code of a money's sign or code, empty for what is none."""
        if unit in self._moneys:
            return self._moneys[unit]
        currency = currency_of(unit)
        return currency.code if currency else ""

    def _money(self, unit: str, scale: str) -> str:
        """Return the code of what is money beyond doubt: three capitals may be another name."""
        unit = unit.strip()
        code = self._code(unit)
        return code if scale or code != unit or is_money(code) else ""

    def _number(self, printed: str) -> str:
        sign = f"{self.aloud.minus} " if printed[0] in "−-" else ""
        return sign + self._bare(printed.lstrip("−-"))

    def _bare(self, printed: str) -> str:
        return re.sub(rf"(?<=\d){self._group}(?=\d)", "", printed)

    def _known_moneys(self) -> dict[str, str]:
        """Return the moneys by their signs: CLDR's, and those that this language prints."""
        cldr = locale_of(self.tag).currency_symbols.items()
        found = {sign: code for code, sign in cldr if not sign.isalpha()}
        own = {sign: code for code, sign in self.language.marked_signs.items()}
        return {**found, **CURRENCY_SIGNS, **own}

    def _known_scales(self) -> dict[str, str]:
        """Return the scales of numbers by all that is printed of them."""
        language = self.language
        found = {short: scale for scale, short in language.short_scales.items()}
        for words in (language.scales, language.spoken_scales):
            for scale, forms in words.items():
                found |= dict.fromkeys(forms.values(), scale)
        return found

    def _pattern(self) -> re.Pattern[str]:
        """Return what finds a quantity: hedge, sign, number or range, scale, unit."""
        number = rf"\d{{1,3}}(?:{self._group}\d{{3}})+(?!\d)|\d+"
        number = rf"(?:{number})(?:{re.escape(self._point)}\d+)?"
        known = sorted(self._moneys, key=len, reverse=True)  # of US$ and $ the former
        moneys = "|".join([*map(re.escape, known), r"[A-Z]{3}(?![^\W\d_])"])
        longest = sorted((*self._scales, *self.aloud.units), key=len, reverse=True)
        scales = "|".join(re.escape(each) for each in longest if each in self._scales)
        named = (re.escape(each) for each in longest if each in self.aloud.units)
        units = "|".join(each.replace(r"\ ", SPACE) for each in named)
        hedges = "|".join(map(re.escape, sorted((*HEDGES, _PLUS_MINUS), key=len, reverse=True)))
        alone = r"(?![^\W\d_])"
        return re.compile(
            rf"(?:(?P<hedge>{hedges}){SPACE}?)?"
            rf"(?P<sign>(?<![\w.,)])(?:[-−+]|(?<![\d%‰.)]\s)–)(?=[\d.]|\D{{1,4}}\d))?"
            rf"(?<![^\W_])(?P<before>(?:{moneys}){SPACE}?)?"
            rf"(?<![\w])(?P<first>{number})"
            rf"(?:{SPACE}?–{SPACE}?(?P<before_second>{moneys})?(?P<second>[−-]?(?:{number})))?"
            rf"(?:{SPACE}?(?P<scale>{scales}){alone})?"
            rf"(?P<after>{SPACE}?(?:%|‰|°C{alone}|{_MULTIPLE}(?!{SPACE}?\d)|(?:{moneys}){alone})"
            rf"|{SPACE}(?:{units})(?![\w/·]))?"
        )

    def _signs_and_abbreviations(self) -> re.Pattern[str]:
        """Return what finds, at little cost, anything that is not said as it is printed."""
        known = {*self._scales, *self.aloud.units, *self.aloud.words}
        short = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
        moneys = (each for sign in self._moneys for each in sign if not each.isalnum())
        signs = re.escape("".join({*_PASSED_OVER, *moneys}))
        months = "|".join(pattern.pattern for pattern, _ in self._months)
        broken = rf"\d{self._group}\d{{3}}" if not self._grouped else r"\d[\u2009\u202f]\d{3}"
        either = [f"[{signs}]", rf"\d{SPACE}?(?:{short})(?!\w)", "[A-Z]{3}", broken, r"(?<!\w)-\d"]
        return re.compile("|".join((*either, *filter(None, [months]))))

    def _known_months(self) -> list[tuple[re.Pattern[str], dict[str, str]]]:
        """Return the short names of months, those after a day and those before a year, in full."""
        names = locale_of(self.tag).months
        found = []
        for kind, shape in (
            ("format", rf"(?<=\d{SPACE})(?:{{}})(?!\w)|(?<=\d\.{SPACE})(?:{{}})(?!\w)"),
            ("stand-alone", rf"(?<!\w)(?:{{}})(?={SPACE}\d\d\d\d)"),
        ):
            short, full = names[kind]["abbreviated"], names[kind]["wide"]
            words = {short[at]: full[at] for at in short if short[at] != full[at]}
            either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
            if either:
                found.append((re.compile(shape.replace("{}", either)), words))
        return found


def _replaced(text: str, pattern: re.Pattern[str], words: Mapping[str, str]) -> str:
    """Return a text with what a pattern finds in other words."""
    return pattern.sub(lambda found: words[found[0]], text)
