"""Ukrainian words for signs and short forms, as they stand after numbers; and for formulas.

Formulas are read aloud by signs, and phrases with gaps for their parts.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from builder.language.aloud import Aloud, symbols
from builder.language.uk.numbers import OWN, plural_forms

_HOURS: Final = plural_forms("година години годин години")
_MINUTES: Final = plural_forms("хвилина хвилини хвилин хвилини")
_BASES: Final = {
    "W": plural_forms("ват вати ват вата"),
    "Wh": plural_forms("ват-година ват-години ват-годин ват-години"),
    "J": plural_forms("джоуль джоулі джоулів джоуля"),
    "B": plural_forms("байт байти байтів байта"),
    "t": plural_forms("тонна тонни тонн тонни"),
    "g": plural_forms("грам грами грамів грама"),
    "m": plural_forms("метр метри метрів метра"),
    "m²": plural_forms("квадратний_метр квадратні_метри квадратних_метрів квадратного_метра"),
    "m³": plural_forms("кубічний_метр кубічні_метри кубічних_метрів кубічного_метра"),
    "l": plural_forms("літр літри літрів літра"),
    "ha": plural_forms("гектар гектари гектарів гектара"),
    "h": _HOURS,
    "min": _MINUTES,
    "°C": plural_forms("градус градуси градусів градуса", " Цельсія"),
    "km/h": plural_forms("кілометр кілометри кілометрів кілометра", " на годину"),
}


def _joined(prefix: str, unit: str) -> str:
    """Return a unit with a prefix: «квадратних кілометрів» of «квадратних метрів»."""
    head, _, last = unit.rpartition(" ")
    return f"{head} {prefix}{last}".strip()


def _per(unit: str) -> str:
    """Return what a unit is counted by: «на тонну» of «тонна»."""
    return f"на {unit[:-1]}у" if unit.endswith("а") else f"на {unit}"


_SYMBOLS: Final = symbols(
    {"k": "кіло", "M": "мега", "G": "гіга", "T": "тера", "c": "санти", "m": "мілі"},
    _BASES,
    _joined,
)
_POINTS: Final = plural_forms(
    "відсотковий_пункт відсоткові_пункти відсоткових_пунктів відсоткового_пункту"
)


def _behind_to(value: Decimal) -> Decimal:
    """Return a number that takes the genitive: «до 31 тисячі», «до 33 тисяч»."""
    one = value % 10 == 1 and value % 100 != 11
    return value if value % 1 else Decimal("1.5" if one else 5)


ALOUD: Final = Aloud(
    to="до",
    minus="мінус",
    plus="плюс",
    plus_minus="плюс-мінус",
    per_mille="проміле",
    units={
        **_SYMBOLS,
        **{own: _SYMBOLS[symbol] for own, symbol in OWN.items()},
        "грн": plural_forms("гривня гривні гривень гривні"),
        "в. п.": _POINTS,
        "в.п.": _POINTS,
    },
    words={"р.": "року", "рр.": "років"},
    blank="порожньо",
    per=_per,
    end_of_range=_behind_to,
)


SPOKEN: Final[Mapping[str, str]] = {
    "−": "мінус",
    "+": "плюс",
    "=": "дорівнює",
    "≠": "не дорівнює",
    "<": "менше ніж",
    ">": "більше ніж",
    "≤": "не більше ніж",
    "≥": "не менше ніж",
    "≈": "приблизно",
    "∝": "пропорційне до",
    "±": "плюс або мінус",
    "×": "помножити на",
    "⋅": "помножити на",
    "÷": "поділити на",
    "/": "поділити на",
    "∈": "належить",
    "→": "прямує до",
    "∞": "нескінченність",
    "%": "відсотків",
    "∑": "сума",
    "∏": "добуток",
    "∫": "інтеграл",
    "∂": "частинна",
    "log": "логарифм",
    "ln": "натуральний логарифм",
    "lim": "границя",
    "\u0302": "з дашком",
    "\u0303": "з тильдою",
    "\u20d7": "вектор",
    "\u0307": "з крапкою",
    "\u0308": "з подвійною крапкою",
    "over": "{0} поділити на {1}",
    "fraction": "дріб {0} поділити на {1}, кінець дробу,",
    "choose": "сполучення з {0} по {1}",
    "sqrt": "квадратний корінь з {0}",
    "sqrt_of": "квадратний корінь з {0}, кінець кореня,",
    "root": "корінь степеня {1} з {0}, кінець кореня,",
    "sub": "{0} з індексом {1}",
    "squared": "{0} у квадраті",
    "cubed": "{0} у кубі",
    "power": "{0} у степені {1}",
    "power_of": "{0} у степені {1}, кінець степеня,",
    "prime": "{0} штрих",
    "under": "{0}, коли {1}",
    "set_over": "{0}, над яким {1}",
    "under_over": "{0} від {1} до {2}",
    "from": "від {0}",
    "where": "за {0}",
    "up_to": "до {0}",
    "of": "від",
    "matrix": "матриця",
    "cases": "один із цих випадків",
    "lines": "ці рядки",
    "bar": "{0} з рискою",
    "underlined": "{0} підкреслене",
}
