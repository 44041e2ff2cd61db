"""Ukrainian speech: hedges, scales, number words, and the phrases of alt texts.

The hedges are those that leave the number in the nominative, whatever follows.
"""

from __future__ import annotations

from typing import Final

from builder.model.figure import Hedge
from builder.resolve.languages.language import CannotSayError, Language, groups, word_list

_ONES: Final = word_list(
    "нуль один два три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять "
    "тринадцять чотирнадцять п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять"
)
_TENS: Final = (
    "",
    "",
    *word_list("двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто"),
)
_HUNDREDS: Final = (
    "",
    *word_list("сто двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот"),
)
_FEMININE: Final = {1: "одна", 2: "дві"}
_THOUSANDS: Final = {"one": "тисяча", "few": "тисячі", "many": "тисяч", "other": "тисячі"}
_MILLIONS: Final = {"one": "мільйон", "few": "мільйони", "many": "мільйонів", "other": "мільйона"}
_BILLIONS: Final = {
    "one": "мільярд",
    "few": "мільярди",
    "many": "мільярдів",
    "other": "мільярда",
}
_TRILLIONS: Final = {
    "one": "трильйон",
    "few": "трильйони",
    "many": "трильйонів",
    "other": "трильйона",
}


def _plural(count: int) -> str:
    """Return the plural category of a whole number, by CLDR's rule for Ukrainian."""
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _below_thousand(number: int, feminine: bool = False) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = (0, rest) if rest < 20 else divmod(rest, 10)
    said = _FEMININE.get(ones, _ONES[ones]) if feminine else _ONES[ones]
    return [word for word in (_HUNDREDS[hundreds], _TENS[tens], said if ones else "") if word]


def cardinal(number: int) -> str:
    """Return a whole number from 0 in words.

    Raises:
        CannotSayError: the number is 10^12 or more, or ends in one or two, which take their
            noun's gender.
    """
    billions, millions, thousands, rest = groups(number)
    if number == 0:
        return _ONES[0]
    if rest % 10 in (1, 2) and rest % 100 not in (11, 12):
        raise CannotSayError("a number that ends in «один» or «два» takes the gender of its noun")
    words: list[str] = []
    for count, scale, feminine in (
        (billions, _BILLIONS, False),
        (millions, _MILLIONS, False),
        (thousands, _THOUSANDS, True),
    ):
        if count:
            # A single thousand or million is said without "one".
            said = [] if count == 1 else _below_thousand(count, feminine)
            words += [*said, scale[_plural(count)]]
    return " ".join([*words, *_below_thousand(rest)])


LANGUAGE: Final = Language(
    hedges={
        Hedge.MORE_THAN: "більш ніж",
        Hedge.AT_LEAST: "щонайменше",
        Hedge.ABOUT: "приблизно",
        Hedge.UP_TO: "щонайбільше",
        Hedge.FEWER_THAN: "менш ніж",
    },
    measured={},
    scales={
        "thousand": {"other": "тис."},
        "mn": {"other": "млн"},
        "bn": {"other": "млрд"},
        "tn": {"other": "трлн"},
    },
    spoken_scales={
        "thousand": _THOUSANDS,
        "mn": _MILLIONS,
        "bn": _BILLIONS,
        "tn": _TRILLIONS,
    },
    short_scales={"thousand": "тис.", "mn": "млн", "bn": "млрд", "tn": "трлн"},
    currency_names={},
    percent={
        "one": "відсоток",
        "few": "відсотки",
        "many": "відсотків",
        "other": "відсотка",
    },
    cardinal=cardinal,
    ratio_units=frozenset({"раз", "рази", "разів", "раза", "×"}),
    kinds={
        "bar": "Лінійчата діаграма",
        "column": "Стовпчикова діаграма",
        "grouped": "Згрупована стовпчикова діаграма",
        "stacked": "Стовпчикова діаграма з накопиченням",
        "line": "Лінійний графік",
        "area": "Діаграма з областями",
        "doughnut": "Кільцева діаграма",
        "scatter": "Точкова діаграма",
        "bubble": "Бульбашкова діаграма",
        "waterfall": "Каскадна діаграма",
        "timeline": "Часова шкала",
        "flow": "Схема потоків",
    },
    flow="{giver} → {receiver}",
    span="від {first} до {last}",
    series_span=(
        "від {first} ({start}) до {last} ({end}), найменше {low} ({lowest}), "
        "найбільше {high} ({highest})"
    ),
)
