"""Ukrainian words for units beside those that figures state, and what parts them."""

from __future__ import annotations

import re
from typing import Final

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
    **dict.fromkeys(("тонн", "тонни", "тонна", "тоннах"), "t"),
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
