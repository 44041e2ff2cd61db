"""Numbers without an owner: takes them and the figures, reports each with the figure it may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from operator import itemgetter
from typing import Final

from builder.content.context import LooseNumber
from builder.content.documents import CUT
from builder.facts.sizes import is_money, kinds_of
from builder.facts.units import POINTS
from builder.language.language import LANGUAGES, base_language, known, module_of
from builder.language.numbers import CURRENCY_SIGNS, with_code
from builder.language.years import Years
from builder.language.years.rule import grammar_of
from builder.model.figure import Figure, Moment
from builder.model.table import DataTable
from builder.problems import Problems

_SCALES: Final = {
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
}
_HOURS: Final = frozenset(("h", "uhr", "heures", "o’clock", "o'clock", "a.m", "p.m", "am", "pm"))
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")
_YEAR: Final = 4  # digits
_SIGNS: Final = ("‰", "°")  # of units that stand by themselves
_SMALL: Final = 12  # up to which many things are as many
_STEM: Final = 4  # letters of a noun that stay the same in its forms
_STATE: Final = "name it in figures.yaml"
_NAMELESS: Final = f"{_STATE}, or list the word under names: in briefing.yaml"


def report_unbound(
    numbers: Iterable[LooseNumber],
    years: Years,
    language: str,
    figures: Mapping[str, Figure],
    data: Mapping[str, DataTable],
    problems: Problems,
) -> None:
    """Report each number, with the figures of the same value or a way to make it one."""
    by_value: dict[Decimal | str, list[tuple[int, Figure, Decimal | Moment]]] = {}
    for order, figure in enumerate(figures.values()):
        value = _value(figure, data)
        if value is not None:
            key = value.iso() if isinstance(value, Moment) else value
            by_value.setdefault(key, []).append((order, figure, value))
    cut = {
        (each.place.file, each.place.line) for each in problems.errors if each.found.endswith(CUT)
    }
    for number in numbers:
        if (number.place.file, number.place.line) in cut:
            continue  # half a text, whose other half tells what is counted
        if number.dated:
            stated = [
                found for key in _dates(number.word, by_value, language) for found in by_value[key]
            ]
            _report_date(
                number, [(figure, value) for _, figure, value in stated], language, problems
            )
            continue
        readings = _readings(number, language)
        keys: tuple[Decimal | str, ...] = (*readings, number.word)
        same = [found for key in keys for found in by_value.get(key, [])]
        matches = [
            (figure, value)
            for _, figure, value in sorted(same, key=itemgetter(0))
            if isinstance(value, Moment)
            or (
                _likely(figure, number, value, language)
                and (not years.is_one(number.word) or _names(figure, number))
            )
        ]
        hints = [_hint(figure, value, language) for figure, value in matches[:3]]
        if not hints:
            # A year that was listed as a name would not be looked at.
            hints = [_STATE if years.is_one(number.word) else _NAMELESS]
            hints += _date_hint(number, language)
            hints += _time_hint(number)
        hint = "\n".join([*hints, *_year_hint(number, years)])
        problems.error(number.place, f'unbound number "{number.word}"', hint)


def _dates(
    words: str, stated: Mapping[Decimal | str, object], language: str
) -> Iterator[Decimal | str]:
    """Yield the stated days, as ISO 8601's, that a date in words says: the last of a span."""
    years, numbers = re.findall(r"\d{4}", words), re.findall(r"\d+", words)
    if len(numbers) < 2 or not any(
        isinstance(key, str) and _DAY.match(key) and key[:4] in years for key in stated
    ):
        return
    if len(numbers[0]) == _YEAR:  # ISO 8601's own order
        numbers.reverse()
    year, others = numbers[-1], [int(number) for number in numbers[:-1]]
    month = next((at for at, name in _months(language) if name in words.lower()), 0)
    day = others[-1]
    if not month and len(others) > 1:
        day, month = others[0], others[1]
    key = f"{year}-{month:02}-{day:02}"
    if key in stated:
        yield key


def _months(language: str) -> Iterator[tuple[int, str]]:
    """Yield the months of a language with their names beside a day, in small letters."""
    from babel.dates import get_month_names

    base = base_language(language)
    names = get_month_names("wide", "format", base if base in LANGUAGES else "en")
    yield from ((month, name.lower()) for month, name in names.items())


def _report_date(
    date: LooseNumber,
    stated: list[tuple[Figure, Decimal | Moment]],
    language: str,
    problems: Problems,
) -> None:
    """Report a date in words that figures state."""
    if stated:
        hint = "\n".join(_hint(figure, value, language) for figure, value in stated[:3])
        problems.error(date.place, f'unbound date "{date.word}"', hint)


def _date_hint(number: LooseNumber, language: str) -> Iterator[str]:
    """Yield how a day is stated, where a month follows: a date is a figure as well."""
    if not re.fullmatch(r"[0-3]?[0-9](?:\.|st|nd|rd|th|er)?", number.word):
        return
    for month, name in _months(language):
        if number.following.lower() == name:
            day = int(re.sub(r"\D", "", number.word))
            yield f"a date is a figure too: value: YYYY-{month:02}-{day:02}, its year for YYYY"


def _time_hint(number: LooseNumber) -> Iterator[str]:
    """Yield how a time of day is declared: it names a moment of any day, as a name does."""
    after = number.following.lower().rstrip(".")
    hour = re.fullmatch(r"([01]?[0-9]|2[0-4])(?:[:.h][0-5][0-9])?(h?)", number.word)
    if hour and (after in _HOURS or hour[2] or not number.word.isdecimal()):
        if re.fullmatch(r"\d+\.\d+", number.word) and after not in _HOURS:
            return  # a number with decimals, or a version
        written = f"{number.word} {number.following}" if after in _HOURS else number.word
        example = "18 h 30" if after == "h" else written
        yield f"if it is a time of day, list the whole of it under names:, such as {example}"


def _year_hint(number: LooseNumber, years: Years) -> Iterator[str]:
    """Yield how to say that digits are a year, where they may be one."""
    if years.is_one(number.word):
        yield f"if it is a year, say so: [{number.word}]{{year}}"
    elif number.outside or (
        "–" in number.word and replace(years, first=1000, last=2999).is_one(number.word)
    ):
        yield (
            f"if it is a year, it lies outside those of this briefing, {years}: "
            "widen years: in briefing.yaml"
        )


def _hint(figure: Figure, value: Decimal | Moment | None, language: str) -> str:
    """Return a line that names a figure, and says what it prints where that is known here."""
    use = f"{{{{ {figure.id} }}}}"
    if isinstance(value, Moment):
        return f"bind it to a figure: {use} prints the date"
    if not language.startswith("en"):
        return f"bind it to a figure: {use}"
    unit = f" {figure.unit}" if figure.unit else ""
    if re.match("%|[A-Z]{3}\\b", with_code(figure.unit)):
        # How a percentage or a sum of money is written is for the number forms to say.
        use, unit = f"{{{{ {figure.id} | number }}}}", ""
    hedge = f"{figure.hedge.value} " if figure.hedge else ""
    return f'bind it to a figure: {use} prints "{hedge}{value:,}{unit}"'


def _likely(figure: Figure, number: LooseNumber, value: Decimal, language: str) -> bool:
    """Return whether a figure of the same value may be meant: what is counted must be its own.

    A share is not meant where something else is counted ("60 Jahre"), nor is anything where a
    noun follows that the figure does not count; a small number needs its noun.
    """
    measured = _measured(number.following, language)
    if measured:
        return _measured(figure.unit, language) == measured
    if _says_share(number, language):
        return figure.unit in ("%", POINTS)
    if figure.unit == "%":
        return _is_share(number, language)
    if number.following[:1] in _SIGNS:
        return figure.unit == number.following[:1]
    unit = with_code(figure.unit)
    if re.match(r"[A-Z]{3}(?!\w)", unit):
        return _is_money(unit[:3], number, language) or not _counts(number, language)
    if not re.match(r"[^\W\d_]{3}", figure.unit):
        # "Area III 2" is no 2 °C: a small number needs its unit, as one that counts does its noun.
        return not figure.unit or (value > _SMALL and not _counts(number, language))
    if _names(figure, number):
        return True
    signed = any(sign in number.word for sign in CURRENCY_SIGNS)
    return value > _SMALL and not signed and not _counts(number, language)


def _names(figure: Figure, number: LooseNumber) -> bool:
    """Return whether a number stands by a word of what a figure counts."""
    said = f"{number.word} {number.following}".lower()
    return any(word[:_STEM].lower() in said for word in figure.unit.split())


def _measured(unit: str, language: str) -> tuple[object, ...]:
    """Return what a unit measures: m² is no year, nor °C a day; nothing of nouns and money."""
    if unit.startswith("°"):
        return (unit,)
    kinds = kinds_of(unit, language) if known(language) else ()
    return () if any(kind.counted or is_money(kind.of) for kind in kinds) else kinds


def _is_money(currency: str, number: LooseNumber, language: str) -> bool:
    """Return whether the word that follows is a currency's name."""
    from babel.numbers import get_currency_name

    base = base_language(language)
    name = get_currency_name(currency, count=2, locale=base if base in LANGUAGES else "en")
    stem = number.following[:_STEM].lower()
    return len(stem) == _STEM and stem in name.lower()


def _says_share(number: LooseNumber, language: str) -> bool:
    """Return whether a number is said to be one of per cent: "16 %", "16 Prozent"."""
    if "%" in number.word or number.following.startswith("%"):
        return True
    return number.following[:1].isalpha() and _is_share(number, language)


def _is_share(number: LooseNumber, language: str) -> bool:
    """Return whether no word follows but that for per cent: "31 by car" is no share."""
    base = base_language(language)
    if base not in LANGUAGES or not number.following[:1].isalpha() or "%" in number.word:
        return True
    share: str = module_of(base, "aloud").SPOKEN["%"]
    return number.following.lower().startswith(share.split()[0][:_STEM].lower())


def _counts(number: LooseNumber, language: str) -> bool:
    """Return whether a noun follows that is not the word for per cent."""
    base = base_language(language)
    if base not in LANGUAGES or _is_share(number, language):
        return False
    return grammar_of(base).counted("", f" {number.following}")


def _readings(number: LooseNumber, language: str) -> set[Decimal]:
    """Return what a word may say: 3,700 is 3700 in English, and may be 3.7 in German."""
    word = re.sub(r"(?<=\d)\s(?=\d{3})", "", number.word)
    digits = re.search(r"\d[\d.,'’]*", word)
    if not digits or re.match(r"[^\W\d_]+\d|\d+:\d|\d{4}-(?:\d|[QHTS]\d)", word):
        return set()  # N14, 04:40 and 2025-03 are no amounts
    written = digits.group().rstrip(".,'’")
    plain = {re.sub(r"[,'’]", "", written)}
    if not language.startswith("en"):
        plain.add(re.sub(r"[.'’]", "", written).replace(",", "."))
    found = {Decimal(text) for text in plain if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text)}
    after = word[digits.end() :].lower() or number.following.lower()
    scale = _SCALES.get(after)
    return found | {value * scale for value in found} if scale else found


def _value(figure: Figure, data: Mapping[str, DataTable]) -> Decimal | Moment | None:
    """Return a figure's value as the content states it; None for formulas and broken cells."""
    table = data.get(figure.cell.table) if figure.cell else None
    if figure.cell is None or table is None or figure.cell.column not in table.columns:
        return figure.value
    if any(column not in table.columns for column, _ in figure.cell.row):
        return None
    found = figure.cell.index
    rows = table.rows_where(figure.cell.row) if found is None else (found,)
    return table.number(rows[0], figure.cell.column) if rows else None
