"""Ukrainian words beside numbers: that stay on their line, say the same, part rates, head sums."""

from __future__ import annotations

import re
from typing import Final

from builder.language.kept import kept
from builder.language.uk.days import MONTH

KEPT: Final = kept(
    MONTH,
    "ст. ч. п. пп. с. рис. Рис. табл. Табл. розд. гл. т. вип. вул. буд. абз. підп.",
    "р. рр. рік року роки років році роках годин години годині тис. млн млрд",
    "вул. просп. бул. пл. пров. м. с. смт ім. о. р.",
    "аєіїоувзйяАЄІЇОУВЗЙЯ",
)

ALIKE: Final = (frozenset(("р", "рр", "рік", "року", "році", "роком", "роки", "років", "роках")),)
"""Words that say the same behind a number."""

TOTALS: Final = frozenset(
    ("усього", "всього", "разом", "загалом", "сума", "підсумок", "усього по області", "усі")
)
"""What heads a row or a column of sums."""

WHOLES: Final = re.compile(
    r"[σ∑]|(?:усього|всього|разом|загалом|сума|підсумок) (?:по|у|в|за|для|усіх|всіх) \S.*"
    r"|по (?:області|країні|регіону|україні|місту|району|громаді)"
    r"|(?:усі|всі) (?!\S*(?:рок|місяц|дні|тижн|квартал|інш|решт|\d))\S.*"
    r"|(?!інш)\S.* (?:загалом|разом|усього|всього)"
    r"|загальн\w+ (?:сума|кількість|вартість|витрати|площа|число|чисельність)|кінцева сума",
    re.IGNORECASE,
)
"""What may head a row or a column of sums beside other words: "All districts", never of times."""

WITHIN: Final = re.compile(
    r"(?<!\w)(?:усього|всього|разом|підсумок|сума|зокрема|числі|них)(?!\w)", re.IGNORECASE
)
"""What is said of a row that others hold already, or that holds others."""

PER: Final = ("на", "за")
"""What stands between what a rate is of and what it is for."""

DEGREES: Final = ("градус", "градуси", "градусів", "градуса")
"""What differences of temperatures are counted in, beside kelvin."""

CENTS: Final = dict.fromkeys(("коп.", "коп", "копійка", "копійки", "копійок"), "UAH")
"""Hundredths of money, and of which."""

SUBTOTALS: Final = re.compile(
    r"(?<!\w)(?:проміжн\w+|підсумок) \S|^(?:разом|усього|всього) (?:у|в|по|за|для) \S",
    re.IGNORECASE,
)
"""What heads a row of the sum of those above it."""

ONCE: Final = re.compile(r"(?<!\w)(?:унікальн\w+|різн\w+|без повтор\w+)", re.IGNORECASE)
"""What heads a column in which nobody is counted twice, so that its total is no sum of it."""

REFERRED: Final = {
    "fig": r"рис(?:\.|ун(?:ок|к(?:и|а|у|ом|ові|ів|ам|ами|ах)))",
    "tbl": r"табл(?:\.|иц(?:я|і|ю|ею|ь|ям|ями|ях))",
    "eq": r"рівнян(?:ня|ню|ням|ні|ь|нями|нях)",
    "sec": r"розд(?:\.|іл(?:у|і|ом|и|ів|ові|ам|ами|ах)?)"
    r"|додат(?:ок|к(?:и|а|у|ом|ові|ів|ам|ами|ах))",
}
"""What cross-references print before a number, by their kind, in each of its forms."""
