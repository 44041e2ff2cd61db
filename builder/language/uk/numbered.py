"""Ukrainian words of what is numbered and counts nothing: registers, scales, shifts."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import HOUR, ordinals

NUMBERED: Final = (
    # «код 12345678», «тел. 2-14-15».
    re.compile(
        r"(?<!\w)(?:[Кк]од|[Пп]латник\w*|[Рр]еєстраційн\w+ номер|[Рр]ахун(?:ок|ку)"
        r"|[Оо]собов\w+ рахун\w+)"
        r":?(?: №)? (?P<named>[A-Z]{0,2}\d{8,29})(?!\w|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:[Тт]ел\.|[Тт]елефон\w*):? (?P<named>\d{1,3}(?:-\d\d){1,3})(?![\w-]|[.,]\d)"
    ),
    re.compile(r"(?<!\w)[Мм]асштаб\w*(?: у)? (?P<named>1 ?[:/] ?\d{1,4})(?![\w.,:/]\d|\w)"),
    # «з 10-ї до 18-ї», «о 9-й», «з 10 до 18 год.».
    re.compile(
        rf"(?<!\w)(?:[Зз]|[Іі]з|[Вв]ід|[Мм]іж) (?P<named>{HOUR}-[їоіа] (?:до|по|і|та"
        rf"|й) {HOUR}-[їоіа])(?!\w)"
    ),
    re.compile(r"(?<![\w.,])(?P<named>100-відсотков\w+)"),
    re.compile(r"(?<!\w)[Тт]оп[ -](?P<named>3|5|10|20|50|100)(?!\w|[.,]\d| ?%)"),
    # «закон 1905 року» лежить поза роками записки.
    re.compile(
        r"(?<!\w)(?:[Зз]акон|[Кк]одекс|[Кк]онституці|[Дд]огов[оі]р|[Кк]онвенці|[Хх]арті"
        r"|[Рр]еволюці|[Пп]акт)\w*"
        r" (?P<named>1[0-9]\d\d)(?= року(?!\w))"
    ),
)
"""Patterns whose group `named` is a designation, whatever follows."""

ORDINALS: Final = ordinals(
    r"\d{1,3}-(?:й|го|му|м|ї|х|е|а|я|у|ій|ша|га|та|ту|ти|ми|і|ого|ому|им|их)",
    "і|й|та|або|чи|до|та у|і у|й у",
)
"""Ordinals that stand before another one, and one alone."""
