"""Printing turned round: takes a text in a language, returns the value and hedge that it states.

The inverse of `printing`, for texts that people typed: spaces, minus signs and grouping may be
theirs, but unit and scale must be words that the language's own printing uses. A hedge may be
another word for one of ours, of those that the language lists ("around", "no fewer than").

A text that is none of what the figure's forms could print is not read at all: another unit, a
currency that it is not counted in, or words beside it.

Grouping and decimal signs are CLDR's, by Babel; a number without grouping is read too.

No parser of formats: the dates of each year that stands in the text are printed in every form,
and the text must be one of them. So whatever CLDR prints in a language is read in it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from builder.facts.nouns import (
    after_number,
    currency_name,
    currency_symbol,
    money_forms,
    noun_forms,
)
from builder.facts.printing import affixes, cardinals, folded, spoken, tight
from builder.facts.units import SCALES, Currency, currency_of, scale_names
from builder.frozen import dataclass
from builder.language.dates import printed_date
from builder.language.language import HEDGE_SIGNS, language_of, module_of
from builder.language.numbers import CURRENCY_SIGNS, locale_of
from builder.model.figure import Form, FormError, Hedge, Moment, ResolvedFigure

__all__ = ["Read", "folded", "read_figure", "read_quantity", "split_hedge"]

_FORMS = ("full", "short", "number")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def read_date(text: str, tag: str) -> Moment | None:
    """Return the date of a folded text in any form, also in ISO 8601's, or None."""
    for year in _YEAR.findall(text):
        found = _dates(int(year), tag).get(text)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=16)
def _dates(year: int, tag: str) -> Mapping[str, Moment]:
    """Return the texts of every date of a year; of the same texts the first form's date."""
    found: dict[str, Moment] = {}
    for moment in _moments(year):
        found.setdefault(moment.iso(), moment)
        for form in _FORMS:
            for text in language_of(tag).date_cases(printed_date(moment, form, tag)):
                found.setdefault(folded(text), moment)
    return found


def _moments(year: int) -> Iterator[Moment]:
    if not year:
        return
    yield Moment(year)
    for month in range(1, 13):
        yield Moment(year, month)
        for day in range(1, monthrange(year, month)[1] + 1):
            yield Moment(year, month, day)


class Numeral(NamedTuple):
    """A number, with its decimals as written, and the folded text before and after it."""

    value: Decimal
    before: str
    after: str


def numerals(text: str, tag: str) -> Iterator[Numeral]:
    """Yield each number of a folded text; a minus sign belongs to what stands before it."""
    group, _ = _signs(tag)
    for match in _pattern(tag).finditer(text):
        digits = match["whole"].replace(group, "") + (f".{match['part']}" if match["part"] else "")
        yield Numeral(Decimal(digits), text[: match.start()], text[match.end() :])


@lru_cache(maxsize=8)
def _signs(tag: str) -> tuple[str, str]:
    """Return the folded group and decimal sign of a language."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = locale_of(tag)
    # Folding takes a space at either end away, which here is all that there is.
    return folded(get_group_symbol(locale)) or " ", folded(get_decimal_symbol(locale))


@lru_cache(maxsize=8)
def _pattern(tag: str) -> re.Pattern[str]:
    group, point = map(re.escape, _signs(tag))
    whole = rf"(?P<whole>\d{{1,3}}(?:{group}\d{{3}})+|\d+)"
    return re.compile(rf"(?<![\d]){whole}(?:{point}(?P<part>\d+))?(?!\d|{point}\d)", re.ASCII)


# What keyboards have in place of the signs that are printed.
_TYPED_SIGNS: Final = {
    ">=": Hedge.AT_LEAST,
    "<=": Hedge.UP_TO,
    "~": Hedge.ABOUT,
}


def split_hedge(text: str, tag: str, *, apart: bool = True) -> tuple[Hedge | None, str]:
    """Return the hedge that a text begins with, None without one, and the rest, folded.

    `apart` says that the text is all that stands for a figure: within a sentence "over" may be of
    a place.
    """
    said = folded(text)
    for start, hedge in _starts(tag, apart):
        if said.startswith(start) and len(said) > len(start):
            return hedge, said[len(start) :].strip()
    return None, said


@lru_cache(maxsize=8)
def _starts(tag: str, apart: bool) -> tuple[tuple[str, Hedge], ...]:
    """Return what hedged texts begin with, the longest first: of `>=` and `>` the former."""
    found = {sign: hedge for hedge, sign in HEDGE_SIGNS.items()} | _TYPED_SIGNS
    places: frozenset[str] = frozenset() if apart else module_of(tag, "beside").PLACES
    for hedge, words in known_hedges(tag).items():
        for word in (word for word in words if word not in places):
            found[f"{folded(word)} "] = hedge
            if word.endswith(" de"):
                # French elides before a vowel: "plus d'un million".
                found[f"{folded(word)[:-1]}'"] = hedge
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=8)
def known_hedges(tag: str) -> Mapping[Hedge, tuple[str, ...]]:
    """Return the words of each hedge that are read in a language, those that it prints first."""
    language = language_of(tag)
    typed: Mapping[Hedge, tuple[str, ...]] = module_of(tag, "beside").TYPED
    found = {}
    for hedge in Hedge:
        printed = (each[hedge] for each in (language.hedges, language.measured) if hedge in each)
        found[hedge] = tuple(dict.fromkeys((*printed, *typed[hedge])))
    return found


_IN_DIGITS: Final = ("full", "number", "short")
_WITH_UNIT: Final = ("full",)


@dataclass(frozen=True)
class Read:
    """What a text states; `exact` says whether the value's decimals are those written.

    Number words, and a scale that is not the figure's own, cannot say trailing zeros.
    """

    value: Decimal | Moment
    hedge: Hedge | None
    exact: bool = True


def read_figure(
    text: str, figure: ResolvedFigure, form: Form, tag: str, *, with_unit: bool = False
) -> Read | None:
    """Return what a text states of a figure that is printed there in `form`, or None.

    See `read_quantity`; dates are read in any form.
    """
    if not isinstance(figure.value, Moment):
        return read_quantity(text, figure.unit, form, tag, with_unit=with_unit)
    hedge, rest = split_hedge(text, tag)
    moment = read_date(rest, tag)
    return None if moment is None else Read(moment, hedge)


def read_quantity(
    text: str, unit: str, form: Form, tag: str, *, with_unit: bool = False
) -> Read | None:
    """Return the number and hedge that a text states in a unit, or None.

    The form goes first; a number typed in another form is read as well, `with_unit` only in
    one that prints the unit.
    """
    hedge, rest = split_hedge(text, tag, apart=not with_unit)
    bases = dict.fromkeys((form.base, *(_WITH_UNIT if with_unit else _IN_DIGITS), "words"))
    for base in bases:
        found = _spoken(rest, unit, tag) if base == "words" else _digits(rest, unit, base, tag)
        if found is not None:
            return Read(found[0], hedge, found[1])
    return None


def _digits(text: str, unit: str, base: str, tag: str) -> tuple[Decimal, bool] | None:
    """Return the number of a folded text in digits, and whether it is written to its end."""
    for value, before, after in numerals(text, tag):
        negative = "-" in before
        before = before.replace("-" if negative else "+", "", 1)
        for factor, expected in _surroundings(value, unit, base, tag):
            if (tight(before), tight(after)) == expected:
                signed = -value if negative else value
                return (signed, True) if factor == 1 else (_whole(signed * factor), False)
    return None


def _surroundings(
    value: Decimal, unit: str, base: str, tag: str
) -> Iterator[tuple[Decimal, tuple[str, str]]]:
    """Yield what may stand around a number, and what the number is then multiplied by."""
    own = affixes(value, unit, base, tag)
    yield Decimal(1), (tight(own[0]), tight(own[1]))
    if unit and own[1] == after_number(unit, value, tag):
        for form in noun_forms(unit, tag):
            yield Decimal(1), ("", tight(form))
    currency = currency_of(unit)
    if base == "number":
        return
    if currency is not None:
        for scale, factor in {"": 1, **SCALES}.items():
            around = affixes(value, f"{currency.code} {scale}".strip(), base, tag)
            ratio = Decimal(factor) / SCALES.get(currency.scale, 1)
            yield ratio, (tight(around[0]), tight(around[1]))
        yield from _by_other_names(value, currency, tag)
        return
    language = language_of(tag)
    for scale, words in language.scales.items():
        for word in set(words.values()):
            for form in noun_forms(unit, tag):
                for counted in {form, language.after_million(form)}:
                    yield Decimal(SCALES[scale]), ("", tight(f"{word} {counted}"))


def _by_other_names(
    value: Decimal, currency: Currency, tag: str
) -> Iterator[tuple[Decimal, tuple[str, str]]]:
    """Yield the same of money whose scale, or which itself, is called otherwise: 106 T€."""
    named = {
        *language_of(tag).in_cases(money_forms(currency.code, tag)),
        currency.code,
        currency_symbol(currency.code, tag),
        *(sign for sign, code in CURRENCY_SIGNS.items() if code == currency.code),
        *(currency_name(currency.code, each, tag) for each in (value, Decimal(5))),
    }
    if not currency.scale:
        yield from ((Decimal(1), ("", tight(money))) for money in named)
    for name, scale in scale_names(tag):
        ratio = Decimal(SCALES.get(scale, 1)) / SCALES.get(currency.scale, 1)
        for money in named:
            yield ratio, (tight(money), tight(name))
            yield ratio, ("", tight(f"{name} {money}"))
            yield ratio, ("", tight(f"{name}. {money}"))


def _spoken(text: str, unit: str, tag: str) -> tuple[Decimal, bool] | None:
    """Return the number of a folded text in words: one that is said in just these words."""
    currency = currency_of(unit)
    factor = SCALES.get(currency.scale, 1) if currency else 1
    for number, _ in cardinals(text, tag):
        for value in (Decimal(number), Decimal(number) / factor):
            try:
                said = spoken(value, unit, tag)
            except FormError:
                continue
            if folded(said) == text:
                return value, False
    return None


def _whole(value: Decimal) -> Decimal:
    """Return a value without trailing zeros behind its point, never in powers of ten."""
    return Decimal(format(value.normalize(), "f"))
