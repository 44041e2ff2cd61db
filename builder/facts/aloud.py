"""What is printed, said aloud: takes printed words and a language, returns what is to be heard.

A speech engine passes over a hedge in signs, stumbles over thin spaces within a number, and spells
units in short form. So the printed words of a figure, cell or date have a spoken text: the hedge in
words, the number without grouping, scale, unit and currency in full.
"""

from __future__ import annotations

import re
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
    moneys_of,
    parted,
    scales_of,
    short_months,
    with_full_months,
    with_hedges,
)
from builder.facts.units import currency_of
from builder.language.aloud import Aloud, aloud_of
from builder.language.language import Language, language_of
from builder.language.numbers import locale_of, plural

_SPACES: Final = re.compile(SPACE + "+")
_PLUS_MINUS: Final = "±"
_PER_CENT, _PER_MILLE, _MULTIPLE = _SIGNS = ("%", "‰", "×")
_MANY: Final = Decimal(5)
_LONGEST: Final = 8  # letters of a symbol
_PASSED_OVER: Final = "<>≥≤≈~±%‰×–−+"  # signs that engines leave out, or name as signs


def aloud(text: str, tag: str) -> str:
    """Return what is said of printed words, in the language of a BCP 47 tag."""
    return _said(text, str(tag))[0]


def unlike_print(text: str, tag: str) -> str:
    """Return what is said of printed words; nothing where an engine says it of them as they stand.

    Of numbers these are the ungrouped: a voice of another language than the text's takes the comma
    or stop between thousands for the decimal sign, and every voice breaks a number at spaces.
    """
    said, plain = _said(text, str(tag))
    return "" if said == plain else said


@lru_cache(maxsize=4096)  # a chart asks of each of its words, whose units are few
def unit_alone(text: str, tag: str) -> str:
    """Return the words of a unit's symbol that stands by itself, as below a figure set large; a
    scale may stand before it ("Mio. m³"). Nothing where it could be a word: `ha` and `min` are.
    """
    symbol = _SPACES.sub(" ", text).strip() if len("".join(text.split())) <= 2 * _LONGEST else ""
    if not 2 <= len(symbol) <= 2 * _LONGEST or (symbol.islower() and symbol.isalpha()):
        return ""
    return _speaker(tag).unit(symbol) if len(symbol) <= _LONGEST or " " in symbol else ""


def unit_words(symbol: str, tag: str, value: Decimal = _MANY) -> str:
    """Return the words of what is surely a unit, as behind a head's comma; nothing if unknown."""
    return _speaker(tag).unit(_SPACES.sub(" ", symbol).strip(), value, surely=True)


@lru_cache(maxsize=4096)
def _said(text: str, tag: str) -> tuple[str, str]:
    """Return what is said of a text, and what is printed, with plain spaces."""
    plain = _SPACES.sub(" ", text).strip()
    text = alike(text)
    speaker = _speaker(tag)
    if not any(map(str.isdigit, text)):
        return (speaker.hedged(plain) if holds_hedge(text) else plain), plain
    if not speaker.may_differ(text):
        return speaker.ungrouped(plain), plain
    return _SPACES.sub(" ", speaker.say(text)).strip(), plain


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
        # As spreadsheets hold it, with a plain space, a number is one too.
        self._group = "[ \u00a0\u2009\u202f]" if spaced else f"[{re.escape(group)}\u2009\u202f]"
        self._grouped = group if group in ".," else ""  # as engines know it
        self._moneys = moneys_of(tag)
        self._scales = scales_of(tag)
        self._quantity = self._pattern()
        self._months = short_months(tag)
        self._telling = self._signs_and_abbreviations()
        after_year = "|".join(map(re.escape, self.aloud.words))
        self._words = re.compile(rf"(?<=\d\d\d\d{SPACE})(?:{after_year})") if after_year else None

    def may_differ(self, text: str) -> bool:
        """Return whether a text holds anything that is said otherwise: most hold nothing."""
        return self._telling.search(text) is not None

    def say(self, text: str) -> str:
        """Return what is said of a text that holds a digit."""
        if self._words is not None:
            text = self._words.sub(lambda found: self.aloud.words[found[0]], text)
        text = with_full_months(text, self._months, self.language.date_in_case)
        parts: list[str] = []
        at = 0
        for found in self._quantity.finditer(text):
            between = text[at : found.start()]
            dash = bool(at) and between.strip() == "–"
            gap = parted(text[: found.start()]) if found["hedge"] else ""
            parts += [
                f" {self.aloud.to} " if dash else between + gap,
                self._phrase(found, ends=dash),
            ]
            at = found.end()
        return self.hedged("".join((*parts, text[at:])))

    def hedged(self, text: str) -> str:
        """Return a text with hedges in words that stand before what is no number."""
        return with_hedges(alike(text), lambda hedge: hedge_word(hedge, "", self.tag))

    def unit(self, symbol: str, value: Decimal = _MANY, *, surely: bool = False) -> str:
        """Return the words of a unit that stands alone, a scale before it perhaps, else nothing.

        It is `surely` one where per cent and money may be meant too.
        """
        scale, _, rest = symbol.rpartition(" ")
        money = surely and self._code(rest) and (scale or not rest.isalpha())
        known = self._is_unit(rest) or money or (surely and rest == _PER_CENT)
        if (scale and scale not in self._scales) or not known or symbol in self._scales:
            return ""
        return self._with_unit("", value, scale, rest).strip()

    def _is_unit(self, symbol: str) -> bool:
        """Return whether a symbol is a known unit, or two of them over one another."""
        above, _, below = symbol.partition("/")
        units = self.aloud.units
        return symbol in units or (above in units and below in units)

    def ungrouped(self, text: str) -> str:
        """Return a text without the commas or stops between thousands."""
        if not self._grouped or self._grouped not in text:
            return text
        sign = re.escape(self._grouped)
        return re.sub(rf"(?<=\d){sign}(?=\d{{3}}(?!\d))", "", text)

    def _phrase(self, found: re.Match[str], *, ends: bool) -> str:
        """Return what is said of one quantity: hedge, sign, number or range, scale, unit."""
        first, second, scale = found["first"], found["second"], found["scale"] or ""
        value = Decimal(self._bare((second or first).lstrip("−-")).replace(self._point, "."))
        said = self._number(first)
        if second:
            said += f" {self.aloud.to} {self._number(second)}"
        value = self.aloud.end_of_range(value) if second or ends else value
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
            if below := found["below"]:
                said += (
                    f" {self.aloud.per(self._unit(below, Decimal(1)))}" if money else f"/{below}"
                )
        if sign := found["sign"]:
            said = f"{self.aloud.plus if sign == '+' else self.aloud.minus} {said}"
        unit = after.strip()
        measured = self._is_unit(unit) or unit in _SIGNS
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
        return bool(unit) and unit not in _SIGNS and not self._is_unit(unit)

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
        if forms:
            return plural(forms, value, self.tag)
        above, over, below = unit.partition("/")
        if not over:
            return unit
        return f"{self._unit(above, value)} {self.aloud.per(self._unit(below, Decimal(1)))}"

    def _code(self, unit: str) -> str:
        """Return the ISO 4217 code of a money's sign or code, empty for what is none."""
        if unit in self._moneys:
            return self._moneys[unit]
        currency = currency_of(unit)
        return currency.code if currency else ""

    def _money(self, unit: str, scale: str) -> str:
        """Return the code of what is money beyond doubt: three capitals may be another name."""
        code = self._code(unit.strip())
        return code if scale or code != unit.strip() or is_money(code) else ""

    def _number(self, printed: str) -> str:
        sign = f"{self.aloud.minus} " if printed[0] in "−-" else ""
        return sign + self._bare(printed.lstrip("−-"))

    def _bare(self, printed: str) -> str:
        return re.sub(rf"(?<=\d){self._group}(?=\d)", "", printed)

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
            rf"|{SPACE}(?:{units})(?:/(?:{units}))?(?![\w/·]))?"
            rf"(?:/(?P<below>{units})(?![\w/·]))?"
        )

    def _signs_and_abbreviations(self) -> re.Pattern[str]:
        """Return what finds, at little cost, anything that is not said as it is printed."""
        known = {*self._scales, *self.aloud.units, *self.aloud.words}
        short = "|".join(map(re.escape, sorted(sorted(known), key=len, reverse=True)))
        moneys = (each for sign in self._moneys for each in sign if not each.isalnum())
        signs = re.escape("".join(sorted({*_PASSED_OVER, *moneys})))
        months = "|".join(pattern.pattern for pattern, _ in self._months)
        broken = rf"\d{self._group}\d{{3}}" if not self._grouped else r"\d[\u2009\u202f]\d{3}"
        either = [f"[{signs}]", rf"\d{SPACE}?(?:{short})(?!\w)", "[A-Z]{3}", broken, r"(?<!\w)-\d"]
        return re.compile("|".join((*either, *filter(None, [months]))))
