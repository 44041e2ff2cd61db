"""Ukrainian numbers in words, and symbols of units that Ukrainian writes in its own letters.

The words are stated here once; `lexicon` finds the same in texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.language.language import CannotSayError, Plurals, groups, word_list


def plural_forms(words: str, after: str = "") -> Plurals:
    """Return a noun beside 1, 2, 5 and a fraction; _ stands for a space."""
    listed = (word.replace("_", " ") + after for word in words.split())
    return dict(zip(("one", "few", "many", "other"), listed, strict=True))


_TEENS: Final = word_list(
    "тринадцят чотирнадцят п’ятнадцят шістнадцят сімнадцят вісімнадцят дев’ятнадцят"
)


# Each number in its cases and as a collective ("двоє"); «один» alone is no count here.
FORMS: Final = {
    2: "два дві двох двом двома двоє",
    3: "три трьох трьом трьома троє",
    4: "чотири чотирьох чотирьом чотирма четверо",
    5: "п’ять п’яти п’ятьох п’ятьом п’ятьма п’ятьома п’ятеро",
    6: "шість шести шістьох шістьом шістьма шістьома шестеро",
    7: "сім семи сімох сімом сімома семеро",
    8: "вісім восьми вісьмох вісьмом вісьма вісьмома восьмеро",
    9: "дев’ять дев’яти дев’ятьох дев’ятьом дев’ятьма дев’ятеро",
    10: "десять десяти десятьох десятьом десятьма десятеро",
    11: "одинадцять одинадцяти одинадцятьох одинадцятьма",
    12: "дванадцять дванадцяти дванадцятьох дванадцятьма дюжина дюжину дюжини",
    **{n: f"{stem}ь {stem}и {stem}ьох" for n, stem in enumerate(_TEENS, 13)},
    20: "двадцять двадцяти двадцятьох двадцятьма",
    30: "тридцять тридцяти тридцятьох тридцятьма",
    40: "сорок сорока",
    50: "п’ятдесят п’ятдесяти п’ятдесятьох п’ятдесятьма",
    60: "шістдесят шістдесяти шістдесятьох шістдесятьма",
    70: "сімдесят сімдесяти сімдесятьох сімдесятьма",
    80: "вісімдесят вісімдесяти вісімдесятьох вісімдесятьма",
    90: "дев’яносто дев’яноста",
    100: "сто ста",
    200: "двісті двохсот двомстам двомастами двохстах",
    300: "триста трьохсот трьомстам трьомастами трьохстах",
    400: "чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах",
    500: "п’ятсот п’ятисот п’ятистам п’ятьмастами п’ятистах",
    600: "шістсот шестисот шестистам шістьмастами шестистах",
    700: "сімсот семисот семистам сьомастами семистах",
    800: "вісімсот восьмисот восьмистам вісьмастами восьмистах",
    900: "дев’ятсот дев’ятисот дев’ятистам дев’ятьмастами дев’ятистах",
}


_FOLD: Final = "четверо п’ятеро шестеро семеро восьмеро дев’ятеро десятеро"
MULTIPLES: Final = {
    2: "двічі удвічі вдвічі удвоє вдвоє двократно",
    3: "тричі утричі втричі утроє втроє трикратно",
    **{n: f"в{word} у{word}" for n, word in enumerate(_FOLD.split(), 4)},
}
"""Words that say how many times as much by themselves."""


ONE: Final = "один одна одне одну одного однієї одному одній одним однією"


ZERO: Final = "нуль"


SCALES: Final[Mapping[str, Plurals]] = {
    "thousand": plural_forms("тисяча тисячі тисяч тисячі"),
    "mn": plural_forms("мільйон мільйони мільйонів мільйона"),
    "bn": plural_forms("мільярд мільярди мільярдів мільярда"),
    "tn": plural_forms("трильйон трильйони трильйонів трильйона"),
}


# The scales in all their cases: those that follow a number, and the others.
SCALE_FORMS: Final = {
    size: " ".join([*dict.fromkeys(SCALES[scale].values()), others])
    for scale, size, others in (
        ("thousand", 10**3, "тисячу тисячею тисячам тисячами"),
        ("mn", 10**6, "мільйону мільйоном мільйонам мільйонами"),
        ("bn", 10**9, "мільярду мільярдом мільярдам мільярдами"),
        ("tn", 10**12, "трильйону трильйоном"),
    )
}


def nominative(number: int) -> str:
    """Return 0 to 20, tens or hundreds in the form that `cardinal` says, 1 before a man."""
    if number == 0:
        return ZERO
    return (ONE if number == 1 else FORMS[number]).split()[0]


_ENDING_IN: Final = {"f": {1: "одна", 2: "дві"}, "n": {1: "одне"}}


def _plural(count: int) -> str:
    """Return the plural category of a whole number, by CLDR's rule for Ukrainian."""
    if count % 10 == 1 and count % 100 != 11:
        return "one"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return "few"
    return "many"


def _below_thousand(number: int, gender: str) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = (0, rest) if rest < 20 else divmod(rest, 10)
    said = _ENDING_IN.get(gender, {}).get(ones, nominative(ones))
    parts = (hundreds, nominative(100 * hundreds)), (tens, nominative(10 * tens)), (ones, said)
    return [word for part, word in parts if part]


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, before a noun of a gender.

    Raises:
        CannotSayError: the number is 10^12 or more, or ends in one or two, which take their
            noun's gender.
    """
    billions, millions, thousands, rest = groups(number)
    if number == 0:
        return nominative(0)
    if rest % 10 in (1, 2) and rest % 100 not in (11, 12) and not gender:
        raise CannotSayError("a number that ends in «один» or «два» takes the gender of its noun")
    words: list[str] = []
    counted = (billions, "bn", "m"), (millions, "mn", "m"), (thousands, "thousand", "f")
    for count, scale, of_scale in counted:
        if count:
            # A single thousand or million is said without "one".
            said = [] if count == 1 else _below_thousand(count, of_scale)
            words += [*said, SCALES[scale][_plural(count)]]
    return " ".join([*words, *_below_thousand(rest, gender)])


# The symbols that Ukrainian itself writes, by those that every language does.
OWN: Final[Mapping[str, str]] = {
    "Вт": "W",
    "кВт": "kW",
    "МВт": "MW",
    "ГВт": "GW",
    "ТВт": "TW",
    "Вт·год": "Wh",
    "кВт·год": "kWh",
    "МВт·год": "MWh",
    "ГВт·год": "GWh",
    "ТВт·год": "TWh",
    "т": "t",
    "кт": "kt",
    "Мт": "Mt",
    "г": "g",
    "мг": "mg",
    "кг": "kg",
    "м": "m",
    "км": "km",
    "см": "cm",
    "мм": "mm",
    "м²": "m²",
    "км²": "km²",
    "м³": "m³",
    "л": "l",
    "мл": "ml",
    "га": "ha",
    "год": "h",
    "год.": "h",
    "хв": "min",
    "хв.": "min",
    "км/год": "km/h",
}

INTERNATIONAL: Final[Mapping[str, str]] = {
    symbol: own for own, symbol in reversed(list(OWN.items()))
}
"""What is written for a symbol that every language knows: км for km."""
