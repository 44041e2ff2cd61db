"""Ukrainian words that stand beside numbers: months and days, units, and hedges that people type.

Months, and days of a month, with or without a year; words for units beside those that figures
state, and what parts them; hedges beside those that are printed ("almost" is read as about). Then
what stays on its line, says the same and parts rates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from builder.language.punctuation import kept
from builder.language.years.rule import one_of
from builder.model.figure import Hedge

MONTH: Final = (
    r"(?:січ(?:ень|ня|ні|нем|\.)|лют(?:ий|ого|ому|им)|берез(?:ень|ня|ні|нем)|квіт(?:ень|ня|ні|нем)"
    r"|трав(?:ень|ня|ні|нем)|черв(?:ень|ня|ні|нем)|лип(?:ень|ня|ні|нем)|серп(?:ень|ня|ні|нем)"
    r"|верес(?:ень|ня|ні|нем)|жовт(?:ень|ня|ні|нем)|листопад(?:а|і|ом)?|груд(?:ень|ня|ні|нем))"
)
"""A month in full or in short."""

_WHOLE_MONTH: Final = one_of(
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
)
_DAY: Final = r"[0-3]?\d(?:-(?:го|ше|ге|тє|те|му|м))?"

# «12 травня хат.» counts: nothing but a noun of many is left of the sentence.
_COUNTED: Final = rf"(?!{_DAY} {_WHOLE_MONTH} [а-яіїєґ']*[бвгґджзйклмнпрстфхцчшщ](?:$|[.,;:!?]))"
DAY: Final = re.compile(
    rf"(?<![\w.,]){_COUNTED}(?P<day>(?:{_DAY}(?: ?[–-] ?| (?:і|й|та|або|по|до|на) ))?{_DAY}"
    rf" {_WHOLE_MONTH}(?: (?P<year>\d{{4}}))?)(?!\w)",
    re.I,
)
"""A day of a month, as the group of that name; its year, where one follows, as `year`."""

BEHIND_DAYS: Final = r"(?:-ше|-го)?"
"""What is written behind the day of a date before its month, but for a stop."""

BEHIND_YEARS: Final = r" ?(?:р\.|року|рік)$"
"""What is written behind the year of a date or a period, at its end."""

PERIODS: Final = {
    4: (
        r"(?:(?P<quarter>[1-4]|[IІ]{1,3}|[IІ]V)(?:-й|-ий)? (?:кв\.|квартал)|[QК](?P<which>[1-4]))",
        "[QК]",
    ),
    2: (r"(?:(?P<quarter>[12I]{1,2})(?:-ше|-ге|-е)? півріччя|[HП](?P<which>[12]))", "[HП]"),
}
"""Quarters and halves of years as they stand before these, and their letters, by how many a year
has.
"""


KEPT: Final = kept(
    MONTH,
    "ст. ч. п. пп. с. рис. Рис. табл. Табл. розд. гл. т. вип. вул. буд. абз. підп. тел. стаття"
    " статті статтю частина частини пункт пункту пункті розділ розділу таблиця сторінка",
    "р. рр. рік року роки років році роках годин години годині тис. млн млрд відсотків відсотка грн"
    " км м см мм кг г т га л хв год кВт МВт ГВт тисяч тисячі мільйонів мільярдів",
    "вул. просп. бул. пл. пров. м. с. смт ім. о. р.",
    "аєіїоувзйяАЄІЇОУВЗЙЯ",
)

ALIKE: Final = (frozenset(("р", "рр", "рік", "року", "році", "роком", "роки", "років", "роках")),)
"""Words that say the same behind a number."""

PER: Final = ("на", "за")
"""What stands between what a rate is of and what it is for."""

EACH: Final = ("щороку", "щомісяця", "кожного", "кожної")
"""What stands so without any such word: "Кілограми щороку"."""

DEGREES: Final = ("градус", "градуси", "градусів", "градуса")
"""What differences of temperatures are counted in, beside kelvin."""

CENTS: Final = dict.fromkeys(("коп.", "коп", "копійка", "копійки", "копійок"), "UAH")
"""Hundredths of money, and of which."""

REFERRED: Final = {
    "fig": r"рис(?:\.|ун(?:ок|к(?:и|а|у|ом|ові|ів|ам|ами|ах)))",
    "tbl": r"табл(?:\.|иц(?:я|і|ю|ею|ь|ям|ями|ях))",
    "eq": r"рівнян(?:ня|ню|ням|ні|ь|нями|нях)",
    "sec": r"розд(?:\.|іл(?:у|і|ом|и|ів|ові|ам|ами|ах)?)"
    r"|додат(?:ок|к(?:и|а|у|ом|ові|ів|ам|ами|ах))",
}
"""What cross-references print before a number, by their kind, in each of its forms."""


WRITTEN: Final[dict[str, str]] = {
    **dict.fromkeys(
        (
            "відсотках",
            "відсоток",
            "відсотки",
            "відсотків",
            "відсотка",
            "процент",
            "проценти",
            "процентів",
            "процентах",
        ),
        "%",
    ),
    **dict.fromkeys(("проміле", "промілле", "промиле"), "‰"),
    **dict.fromkeys(
        (
            "відсоткових пунктів",
            "відсоткові пункти",
            "відсотковий пункт",
            "відсоткових пунктах",
            "процентних пунктів",
            "процентні пункти",
            "процентних пунктах",
            "пунктів",
            "пункти",
            "пункт",
            "п. п.",
            "в. п.",
            "п.п.",
            "в.п.",
        ),
        "percentage points",
    ),
    **dict.fromkeys(("гривнях", "гривнями", "гривен", "грн."), "UAH"),
    **dict.fromkeys(("млн. грн", "млн. грн."), "UAH mn"),
    **dict.fromkeys(("млрд. грн", "млрд. грн."), "UAH bn"),
    **dict.fromkeys(("доларах", "дол.", "дол", "дол. сша", "доларах сша"), "USD"),
    **dict.fromkeys(("миля", "милі", "миль", "милях"), "miles"),
    **dict.fromkeys(("кілометрах",), "km"),
    **dict.fromkeys(("метрах",), "m"),
    **dict.fromkeys(("кв. км", "квадратних кілометрах"), "km²"),
    **dict.fromkeys(("кв. м", "квадратних метрах"), "m²"),
    **dict.fromkeys(("гектарах",), "ha"),
    **dict.fromkeys(("тонн", "тонни", "тонна", "тонну", "тоннах"), "t"),
    **dict.fromkeys(("кілограмах",), "kg"),
    **dict.fromkeys(("літрах",), "l"),
    **dict.fromkeys(("годинах", "год"), "h"),
    **dict.fromkeys(("хвилинах",), "min"),
    **dict.fromkeys(("с", "сек", "секундах"), "s"),
    **dict.fromkeys(("днях",), "днів"),
    **dict.fromkeys(("тижнях",), "тижнів"),
    **dict.fromkeys(("місяцях",), "місяців"),
    **dict.fromkeys(("роках",), "років"),
}
"""Words for a unit in small letters, and the unit that figures.yaml calls so."""

SCALED: Final[dict[str, str]] = {
    "тисячах": "thousand",
    "тисяч": "thousand",
    "тисячі": "thousand",
    "мільйонах": "mn",
    "мільйонів": "mn",
    "мільйони": "mn",
    "мільярдах": "bn",
    "мільярдів": "bn",
    "мільярди": "bn",
    "трильйонах": "tn",
    "трильйонів": "tn",
}
"""Words for a scale beside those that are printed: inflected, or a plural of their own."""

IN: Final = ("у", "в")
"""What stands before the unit that numbers are in: "in millions"."""

AND: Final = ("та", "і", "й", "або")
"""What joins a unit to another that a line names: "in euros and in cents"."""

WHEN: Final = ("у", "в", "станом", "за", "з", "від", "по")
"""What may follow a unit, and says when or where, or at what prices: "EUR bn in 2024 prices"."""

SORTED_BY: Final = re.compile(r"(?<!\w)(?:за|по|відповідно до)(?!\w)", re.IGNORECASE)
"""What says by what something is divided: "Farms by size, ha"."""

FOR_EACH: Final = r"(?:на|із|з)"
"""What stands before a round number that a share is told for: "per 1,000"."""

SHARE: Final = re.compile(
    r"(?<!\w)(?:част(?:к(?:а|и|у|ою|ці)|ок)|охоплен\w+|питом\w+ ваг\w+)(?!\w)",
    re.IGNORECASE,
)
"""What calls a number a share of a whole, which is at most all of it."""

NO_SHARE: Final = re.compile(
    r"(?<!\w)(?:зрос\w+|змін\w+|прир\w+|збільш\w+|змен\w+|темп\w*|індекс\w*|порівнян\w+"
    r"|проти|виконан\w+|план\w*|ціл\w+|ввп|борг\w*|валов\w+|ліквідн\w+|заповнен\w+"
    r"|мобільн\w+|абонент\w*|базов\w+ р(?:ік|оку))(?!\w)",
    re.IGNORECASE,
)
"""What takes that back: a change, a share of a plan, or of what it is no part of, may be more than
all."""


TYPED: Final[Mapping[Hedge, tuple[str, ...]]] = {
    hedge: tuple(words.split(", "))
    for hedge, words in {
        Hedge.MORE_THAN: "понад, більше ніж, більше за, більше як, більш як, більше, "
        "трохи більше, дещо більше, трохи понад, дещо понад",
        Hedge.AT_LEAST: "принаймні, не менше ніж, не менш ніж, не менше як, не менш як, не "
        "менше, мінімум",
        Hedge.ABOUT: "близько, орієнтовно, десь, майже, прибл., мало не, без малого",
        Hedge.UP_TO: "не більше ніж, не більш ніж, не більше як, не більш як, не більше, максимум",
        Hedge.FEWER_THAN: "менше ніж, менше за, менше як, менш як, менше, трохи менше, дещо менше",
    }.items()
}

PLACES: Final[frozenset[str]] = frozenset()
"""Of these, what says where or whither as well: "spread over 300 hectares"."""

SHORT_OF: Final[frozenset[str]] = frozenset(
    {"майже", "мало не", "без малого", "трохи менше", "дещо менше"}
)
"""Of these, what says that it is a little less than the number that follows."""

BEYOND: Final[frozenset[str]] = frozenset(
    {"трохи більше", "дещо більше", "трохи понад", "дещо понад"}
)
"""Of these, what says that it is a little more."""

LOOSE: Final[frozenset[str]] = frozenset({"приблизно", "орієнтовно", "прибл.", "близько"})
"""Of these, and of those that are printed, what says nothing but that a number is not exact."""

LOOSE_AFTER: Final = r"$"
"""What stands before them where they are no preposition: "tells about"."""

EXACT: Final[frozenset[str]] = frozenset({"рівно", "точно", "точнісінько"})
"""What says that a number is no hedged one."""

INEXACT: Final = r"(?<!\w)(?:не|навряд чи|більш|майже|ледве) $"
"""What before them takes it back: "not exactly"."""

CLUMSY: Final[Mapping[Hedge, str]] = {Hedge.ABOUT: "на|у|в"}  # «приблизно на 49 %»
"""Words behind which a hedge that a figure prints reads badly."""
