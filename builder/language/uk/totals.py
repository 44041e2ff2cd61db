"""Ukrainian words that head totals, subtotals, and rows that others hold already."""

from __future__ import annotations

import re
from typing import Final

TOTALS: Final = frozenset(
    (
        "усього",
        "всього",
        "разом",
        "загалом",
        "сума",
        "підсумок",
        "усього по області",
        "усі",
        "загальна кількість",
        "загальне число",
        "загальний підсумок",
        "загальна сума",
        "в цілому",
        "у цілому",
    )
)
"""What heads a row or a column of sums."""

_ALL: Final = (
    r"(?:навчальн\w+ |бюджетн\w+ |календарн\w+ )?(?:р(?:ік|оку|оці)|місяц\w+|тиждень|квартал\w?"
    r"|півріччя|сезон\w?|період\w?|громад[аиуі]|област[іью]|область|район[уі]?|міст[оаі]"
    r"|країн[аиуі]|україн[аиуі]|сел[оаі]|регіон[уі]?|округ[уі]?|мереж[аиуі])"
)
TOTALLED: Final = re.compile(
    r"(?:усього|всього|разом|загалом|підсумок|сума|загальна кількість)"
    r" (?:по (?!інш|решт)\S.*|(?:за|на|у|в|для)"
    rf" (?:(?:весь|увесь|цілий|всю|усю|цілу|всій|усій|всьому|усьому|цей|цю|цій|цьому) )?{_ALL}"
    r"(?: \d{4} року| \d{4})?|за \d{4}(?:-й)? рік)"
    rf"|(?:(?:уся|вся|увесь|весь) )?{_ALL} (?:загалом|разом|усього|всього|в цілому|у цілому)",
    re.IGNORECASE,
)
"""What heads one beside the words for all that there is: "Total for the year"."""

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

SUBTOTALS: Final = re.compile(
    r"(?<!\w)(?:проміжн\w+|підсумок) \S|^(?:разом|усього|всього) (?:у|в|по|за|для) \S",
    re.IGNORECASE,
)
"""What heads a row of the sum of those above it."""

ONCE: Final = re.compile(r"(?<!\w)(?:унікальн\w+|різн\w+|без повтор\w+)", re.IGNORECASE)
"""What heads a column in which nobody is counted twice, so that its total is no sum of it."""
