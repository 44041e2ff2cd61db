"""Ukrainian numbers that schools, councils and offices name with, which few briefings need.

Grades of schools and their shifts, hours with their word, dates in short, standards, roads and
plates, and votes. The endings tell: «у 1–4 класах» names grades, «у 4 класах» counts.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR, SPOKEN
from builder.language.lexicon import ENDED
from builder.language.uk.designations import GOES_ON

_AND: Final = r"(?: ?[–-] ?|, | (?:і|й|та|або|чи|до) )"
_GRADE: Final = r"1?\d(?:-[а-яіїє]{1,3})?"
# Written with an ending of many it is an ordinal: «5-х» of «п'ятих»; «3-х» of «трьох» counts.
_OF_MANY: Final = r"(?:[5-9]|1[0-2])-(?:х|м|ми|ті)"

# One place or thing of many that are numbered, each in its own.
_GRADES: Final = (
    rf"(?:учн|школяр|діт|дитин|здобувач|випускник|для|паралел)\w* (?P<named>{_GRADE}"
    rf"(?:{_AND}{_GRADE})+)(?= клас(?:ів|у)(?!\w))"
)

_MONTHLY: Final = (
    r"(?: (?:кожного|цього|того|поточного|наступного|минулого|звітного|першого|останнього|усього)"
    r"(?: \w+)? (?:місяця|кварталу|року)| місяця)(?!\w)"
)
_DAY: Final = r"(?:[12]?\d|3[01])"
_NTH_DAY: Final = rf"{_DAY}(?:-(?:го|ше|ге|тє|те|е|му|м))?"

_TALLY: Final = (
    r"\d{1,3}(?: (?:голос(?:и|ів|ами|ом)?|депутат\w*))?(?: [—–-])? «?за»?",
    r"\d{1,3}(?: [—–-])? «?проти»?",
    r"\d{1,3}(?: (?:[—–-] )?«?(?:утрима|не голосува)\w+»?)",
)
_VOTED: Final = r"(?:голосува|проголосува|ухвал|прийня|підтрима|рішенн|голос|результат)\w*"

OFFICES: Final = (
    # «у 1–4 класах», «5–9-х класів», and behind them «у 5–9-х їх возять».
    re.compile(
        rf"(?<![\w.,])(?P<named>{_GRADE}(?:{_AND}{_GRADE})+)(?= клас(?:ах|ам|ами)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"клас(?:и|ах|ів|ам|ами)(?!\w)[^.;!?]{{0,90}}?(?<!\w)(?:[ув]|для|до|з|із)"
        rf" (?P<named>(?:{_GRADE}{_AND})*{_OF_MANY})(?!\w| [а-яіїєґ']+(?:ах|ях|ів|ей)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_GRADES}", re.IGNORECASE),
    re.compile(r"(?<![\w.,])(?P<named>1 ?[–-] ?[234])(?= (?:курс(?:ах|ів)|ступен(?:ів|ях))(?!\w))"),
    re.compile(r"(?<![\w.,])(?P<named>[12])(?= зміну(?!\w))"),
    # «діти вчаться у 1-й зміні, старші — у 2-й».
    re.compile(
        r"(?<!\w)змін[іу],[^.;!?]{0,40}? (?:у|в) (?P<named>[1-3]-(?:й|шу|гу|тю))(?=[.,;:!?]|$)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w.,])(?P<named>[12]0-х)(?= чис(?:ел|лах)(?!\w))"),
    # «до 25 числа», which counts would have as «чисел»; «2 числа кожного місяця».
    re.compile(
        rf"(?<!\w)(?:до|з|із|від|після|по|на|близько) (?P<named>{_NTH_DAY}(?: (?:до|по|та|і)"
        rf" {_NTH_DAY})?)(?= чис(?:ла|ло)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.,])(?P<named>{_NTH_DAY}(?:,? (?:і|й|та|або) {_NTH_DAY})?) (?=числа{_MONTHLY})",
        re.IGNORECASE,
    ),
    # «12.03.25»: decimals have a comma.
    re.compile(
        r"(?<![\w.,/-])(?P<named>(?:0?[1-9]|[12]\d|3[01])\.(?:0\d|1[0-2])\.\d\d)(?![\w%]|[.,]\d)"
    ),
    # «норми Євро 6», where euros stand behind their number.
    re.compile(
        rf"(?-i:Євро|Euro) (?P<named>[0-7](?:[a-dа-г](?!\w))?)(?={ENDED}| {GOES_ON}(?!\w)"
        r"| (?:обов|чинн|застосов)\w+)"
    ),
    # Names with digits in them: «EU4School», «НУШ 2.0», «Світлий шлях-2», шини «R17,5».
    re.compile(r"(?<!\w)(?P<named>[A-Z]{1,4}[24][A-Z][a-z]+)(?!\w)"),
    re.compile(
        r"(?<!\w)(?:[A-Z][\w-]*|[А-ЯІЇЄҐ]{2,}|[Дд]ія|[Сс]тратегі[яїю]|[Пп]роєкт\w*)»? "
        r"(?P<named>[1-9]\.0)(?!\w|[.,]\d| ?%)"
    ),
    re.compile(r"«[А-ЯІЇЄҐA-Z][^«»\d]{1,60}-(?P<named>\d{1,2})»"),
    re.compile(r"(?<!\w)(?P<named>R\d\d,5)(?![\w%]|[.,]\d)"),
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,3}(?:,\d{1,6})?°(?: ?\d{1,2}[′'](?: ?\d{1,2}(?:,\d+)?[″\"])?)?)"
        r"(?= ?(?:пн|пд|сх|зх)\. ?(?:ш|д)\.)"
    ),
    # «О-02-13-04», «О020305», «Т0203».
    re.compile(r"(?<![\w-])(?P<named>[ОСТМНР]-?\d\d(?:-?\d\d){1,3})(?![\w%-])"),
    re.compile(
        r"(?<!\w)(?:[Тт]ел(?:\.|\w*)|[Фф]акс\w*|[Мм]об\.)/?(?:факс)?:? "
        r"(?P<named>\d{1,3}(?:-\d\d){1,3})(?![\w-]|[.,]\d)"
    ),
    # «у 2 примірниках», as agreements say of themselves.
    re.compile(
        r"(?<!\w)(?:у|в) (?P<named>\d)(?= (?:[а-яіїєґ']+(?:ому|их) )?примірник(?:ах|у)(?!\w))"
    ),
    # «вул. Соборна, 12, пов. 3, к. 14»: an address goes on.
    re.compile(
        r"(?<=[\dіу], )(?:к|пов|оф|секц|під)\. ?(?P<named>\d{1,4}-?[а-я]?)(?!\w|[.,]\d| ?%)",
        re.IGNORECASE,
    ),
    # «з 07:30 до 15:30 год.»: what lasts has no nought before it.
    re.compile(
        rf"(?<!\w)(?:з|із) (?P<named>0\d[:.][0-5]\d (?:до|по) {SPOKEN})(?= год(?:\.|ини)?(?!\w))",
        re.IGNORECASE,
    ),
    # «47 «за», 3 «проти», 5 утрималися», «за — 47, проти — 3», «ухвалено 47–3–5».
    re.compile(
        rf"(?<![\w.,])(?P<named>{_TALLY[0]}(?:,|,? (?:і|й|та|при)) {_TALLY[1]}"
        rf"(?:(?:,|,? (?:і|й|та|при)) {_TALLY[2]})?)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)«?(?P<named>за»?(?: [—–-]|:) \d{1,3}[,;] «?проти»?(?: [—–-]|:) \d{1,3}"
        r"(?:[,;] «?утрима\w+»?(?: [—–-]|:) \d{1,3})?)(?!\w|[.,]\d| ?%)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w){_VOTED}(?: [\w'-]+){{0,3}} \(?(?P<named>\d{{1,3}}(?: ?[–-] ?\d{{1,3}}){{2}})"
        rf"(?={ENDED}| (?:у|в|на|і|й|та|за)(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a designation, whatever follows."""

_SINGULAR_HOUR: Final = r"(?:0\d|[02-9]|1\d|2[02-4]) години"

HOURS: Final = (
    # «з 8:00 до 17:00 год.», «о 9:00 год.»: amounts say how long by «тривав 2:15 год».
    re.compile(
        rf"(?<!\w)(?:з|із) (?P<named>{SPOKEN} (?:до|по) {SPOKEN} год(?:\.|ини)?)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)об? (?P<named>{SPOKEN} год(?:\.|ині)?)(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<!\w)об? (?P<named>{HOUR}-[0-5]\d)(?![\w%-]|[.,]\d)", re.IGNORECASE),
    re.compile(
        rf"(?<!\w)(?:з|із) (?P<named>{HOUR}-[0-5]\d до {HOUR}-[0-5]\d)(?![\w%-]|[.,]\d)",
        re.IGNORECASE,
    ),
    # «з 05 години 30 хвилин», where an amount has «годин».
    re.compile(
        rf"(?<!\w)(?:з|із|до|по|після|від|близько|перед) (?P<named>{_SINGULAR_HOUR}"
        r"(?: [0-5]?\d (?:хвилин[иу]?|хв\.?))?)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:об?|з|із|до|по|після|від) (?P<named>{HOUR} годин[иі] [0-5]?\d хвилин[иу]?)"
        r"(?= (?:ранку|вечора|ночі|дня|[0-3]?\d [а-яіїєґ]+(?:ня|ого|да|ада))(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\w.,:])(?P<named>{CLOCK}(?: ?[–—-] ?{CLOCK})+)(?!\w)"),
)
"""Patterns whose group `named` is one time of day or more, but for what lasts so long."""
