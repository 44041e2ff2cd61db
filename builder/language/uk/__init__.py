"""Ukrainian: its numbers in words, hedges and scales, and the words that both files print.

Numbers are stated here once: `lexicon` finds the same words in texts. The hedges are those that
leave the number in the nominative, whatever follows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from builder.language.language import CannotSayError, Language, Plurals, groups, word_list
from builder.model.figure import Hedge


def _forms(words: str, after: str = "") -> Plurals:
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
ONE: Final = "один одна одне одну одного однієї одному одній одним однією"
ZERO: Final = "нуль"
SCALES: Final[Mapping[str, Plurals]] = {
    "thousand": _forms("тисяча тисячі тисяч тисячі"),
    "mn": _forms("мільйон мільйони мільйонів мільйона"),
    "bn": _forms("мільярд мільярди мільярдів мільярда"),
    "tn": _forms("трильйон трильйони трильйонів трильйона"),
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
_MONTHS: Final = word_list(
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"
)
# Prepositions and the case of a month after them; after any other word it keeps CLDR's own.
_IN_MONTH: Final = re.compile(r"(?<!\w)(?:у|в|о|об)\s*$", re.IGNORECASE)
_WITH_MONTH: Final = re.compile(r"(?<!\w)(?:порівняно|поряд|разом) (?:з|із|зі)\s*$", re.IGNORECASE)
_OF_MONTH: Final = re.compile(
    r"(?<!\w)(?:з|із|зі|від|до|після|протягом|упродовж|впродовж|близько|біля|проти|крім|окрім|"
    r"серед|наприкінці|початку|початок|середин[іаиу]|кін(?:ці|ець|ця))"
    r"\s*$",
    re.IGNORECASE,
)


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


def _month_in_case(before: str, date: str) -> str:
    """Return a date as it stands after words that govern it: "у" asks for "березні 2019 р."."""
    for governing, case in ((_IN_MONTH, 1), (_WITH_MONTH, 2), (_OF_MONTH, 3)):
        if governing.search(before):
            return _month_cases(date)[case]
    return date


def _month_cases(date: str) -> tuple[str, ...]:
    """Return a date as it is and, where it names a month alone, in three other cases.

    They are the locative, the instrumental and the genitive.
    """
    for month in _MONTHS:
        match = re.search(rf"(?<!\w){month}(?!\w)", date)
        if match:
            forms = _declined(month)
            return (date, *(date[: match.start()] + form + date[match.end() :] for form in forms))
    return (date, date, date, date)


def _declined(month: str) -> tuple[str, str, str]:
    if month == "лютий":
        return "лютому", "лютим", "лютого"
    if month == "листопад":
        return "листопаді", "листопадом", "листопада"
    stem = month.removesuffix("ень") + ("н" if month.endswith("ень") else "")
    return f"{stem}і", f"{stem}ем", f"{stem}я"


LANGUAGE: Final = Language(
    name="Ukrainian",
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
    spoken_scales=SCALES,
    short_scales={"thousand": "тис.", "mn": "млн", "bn": "млрд", "tn": "трлн"},
    currency_names={
        "GBP": _forms("фунт фунти фунтів фунта", " стерлінгів"),
        "UAH": _forms("гривня гривні гривень гривні"),
        "JPY": _forms("єна єни єн єни"),
        "CNY": _forms("юань юані юанів юаня"),
    },
    nouns=(
        _forms("раз рази разів раза"),
        _forms("відсотковий_пункт відсоткові_пункти відсоткових_пунктів відсоткового_пункту"),
        _forms("пункт пункти пунктів пункту"),
    ),
    glued={"×": "×"},
    feminine=frozenset({"UAH", "JPY", "SEK", "NOK", "DKK", "ISK", "CZK", "TRY", "INR"}),
    neuter=frozenset({"EUR"}),
    multiple="раз",
    date_in_case=_month_in_case,
    date_cases=_month_cases,
    percent=_forms("відсоток відсотки відсотків відсотка"),
    cardinal=cardinal,
    quotes=(("«", "»"), ("„", "“")),
    nests_typed=True,
    encoding="cp1251",
    ratio_units=frozenset({"раз", "рази", "разів", "раза", "×"}),
    flow="{giver} → {receiver}",
    span="від {first} до {last}",
    series_span=(
        "від {first} ({start}) до {last} ({end}), найменше {low} ({lowest}), "
        "найбільше {high} ({highest})"
    ),
)

WORDS: Final[Mapping[str, str]] = {
    "contents": "Зміст",
    "figure": "Рисунок",
    "table": "Таблиця",
    "figures_list": "Перелік рисунків",
    "tables_list": "Перелік таблиць",
    "section_called": "розділ «{title}»",
    "abbreviations": "Скорочення",
    "links": "Посилання",
    "notes": "Примітки",
    "sources": "Джерела",
    "register": "Реєстр показників",
    "register_intro": (
        "Кожен показник цього документа та його слайдів: що він означає, станом на коли, хто "
        "його наводить, наскільки він достовірний і де надрукований."
    ),
    "at_a_glance": "Головне",
    "agenda": "План",
    "questions": "Запитання та відповіді",
    "page_of": "Сторінка {page} з {pages}",
    "continued": "продовження",
    "not_stated": "не зазначено",
    "edition": "Випуск",
    "source": "Джерело",
    "sources_line": "Джерело: {sources}",
    "spoken_sources": "Джерела: {sources}",
    "in_paper": "У документі: {places}.",
    "on_page": "{place}, сторінка\u00a0{page}",
    "paper_page": "Документ, сторінка\u00a0{page}",
    "rests_on": "Показники: {figures}",
    "hedge": "Застереження",
    "as_of": "Станом на",
    "confidence": "Достовірність",
    "label": "Предмет",
    "value": "Показник",
    "note": "Примітка",
    "reported": "повідомлено",
    "believed": "імовірно",
    "confirmed": "підтверджено",
    "page": "Сторінка",
    "pages": "Сторінки",
    "slide": "Слайд",
    "slides": "Слайди",
    "handout": "Роздавальний матеріал",
    "backup": "Резервний слайд",
    "closing": "Дякуємо",
    "summary": "Підсумок",
    "part_of": "{part} з {parts}",
    "computed_from": "обчислено за показниками: {inputs}",
    "in_picture": "на зображенні, не перевірено",
    "without_hedge": "надруковано без застереження",
    "data_of_figure": "Дані рисунка {number}",
    "data_of_table": "Дані таблиці {number}",
    "data": "Дані",
    # Within a sentence: "see Figure 4". Shortened, since the whole words' case would vary.
    "see_figure": "рис.",
    "see_table": "табл.",
    "ledger": "Кожен надрукований показник цього документа з його сторінкою",
    "exempt": "Слова з цифрами та числівники, що не є показниками",
    "are_names": "назви.",
    "warning": "Попередження",
    "definition": "Визначення",
    "answer": "Відповідь",
    "fingerprint": "Відбиток",
    "changes_since": "Що змінилося від випуску {edition}",
    "changes_since_earlier": "Що змінилося від попереднього випуску",
    "changes_intro": (
        "Порівняно з попереднім випуском: {edition}. Кожен показник наведено так, як його "
        "друкують обидва випуски, і кожну зміну обчислено з надрукованого."
    ),
    "changes_none": "Жоден показник, жодне джерело й жодне твердження не відрізняються.",
    "changed_figures": "Змінені показники",
    "changed_grounds": "Змінені предмети, джерела, дати й достовірність",
    "new_figures": "Нові показники",
    "dropped_figures": "Показники, яких більше не наведено",
    "new_claims": "Нові твердження",
    "dropped_claims": "Твердження, яких більше не наведено",
    "before": "Раніше",
    "now": "Тепер",
    "change": "Зміна",
    "aspect": "Що змінилося",
    "percentage_points": "відсоткових пунктів",
}
