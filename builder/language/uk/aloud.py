"""Ukrainian words for what is printed in signs and short forms, as they stand after numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from builder.language.aloud import Aloud, symbols
from builder.language.uk.numbers import plural_forms
from builder.language.uk.symbols import OWN

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
