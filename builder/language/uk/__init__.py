"""Ukrainian: its hedges, units and months in their cases, and the words that both files print.

The hedges are those that leave the number in the nominative, whatever follows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from builder.language.language import NBSP, Language, word_list, word_set
from builder.language.uk.cases import governed, in_cases, unfit
from builder.language.uk.labels import LABELS
from builder.language.uk.numbers import INTERNATIONAL, SCALES, cardinal, plural_forms
from builder.model.figure import Hedge

_MONTHS: Final = word_list(
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень"
)
# Prepositions and the case of a month after them; after any other word it keeps CLDR's own.
_GOVERNING: Final = (
    (1, "у|в|о|об"),
    (2, "(?:порівняно|поряд|разом) (?:з|із|зі)|(?:по)?між|перед|над|поза"),
    (
        3,
        "з|із|зі|від|до|після|протягом|упродовж|впродовж|близько|біля|проти|крім|окрім|серед"
        "|наприкінці|початку|початок|середин[іаиу]|кін(?:ці|ець|ця)",
    ),
)
# "між вереснем 2025 р. і": what is joined to a month stands in its case.
_AND: Final = r"[^\W\d]+{}(?:\s+\d{{4}}(?:\s+(?:р\.|року))?)?,?\s+(?:і|й|та|або|чи)"
_CASES: Final = tuple(
    (
        case,
        re.compile(rf"(?<!\w)(?:{words})(?:\s+{_AND.format(ending)})?\s*$", re.IGNORECASE),
    )
    for (case, words), ending in zip(
        _GOVERNING, ("(?:і|ому)", "(?:ем|ом|им)", "(?:я|а|ого)"), strict=True
    )
)


def _month_in_case(before: str, date: str) -> str:
    """Return a date as it stands after words that govern it: "у" asks for "березні 2019 р."."""
    for case, governing in _CASES:
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
    csl="uk-UA",
    bibtex=word_set("ukrainian"),
    alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    lettered="АБВГДЕЖИКЛМНПРСТУФХЦШЩЮЯ",  # ДСТУ 3008: without Ґ Є З І Ї Й О Ч Ь
    theses=("дисертація", "магістерська робота"),
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
        "GBP": plural_forms("фунт фунти фунтів фунта", " стерлінгів"),
        "UAH": plural_forms("гривня гривні гривень гривні"),
        "JPY": plural_forms("єна єни єн єни"),
        "CNY": plural_forms("юань юані юанів юаня"),
    },
    signs={"UAH": "грн"},  # ₴ stands in no paper of an office
    nouns=(
        plural_forms("раз рази разів раза"),
        plural_forms("відсотковий_пункт відсоткові_пункти відсоткових_пунктів відсоткового_пункту"),
        plural_forms("пункт пункти пунктів пункту"),
    ),
    glued={"×": "×"},
    symbols=INTERNATIONAL,
    feminine=frozenset({"UAH", "JPY", "SEK", "NOK", "DKK", "ISK", "CZK", "TRY", "INR"}),
    neuter=frozenset({"EUR"}),
    multiple="раз",
    compound="тонн на корабель",
    date_in_case=_month_in_case,
    date_cases=_month_cases,
    governed=governed,
    in_cases=in_cases,
    unfit=unfit,
    percent=plural_forms("відсоток відсотки відсотків відсотка"),
    cardinal=cardinal,
    quotes=(("«", "»"), ("„", "“")),
    nests_typed=True,
    before_dash=NBSP,
    encoding="cp1251",
    ratio_units=frozenset({"раз", "рази", "разів", "раза", "×"}),
)

WORDS: Final[Mapping[str, str]] = {
    **LABELS,
    "contents": "Зміст",
    "figure": "Рисунок",
    "table": "Таблиця",
    "figures_list": "Перелік рисунків",
    "tables_list": "Перелік таблиць",
    "section_called": "розділ «{title}»",
    "section_numbered": "розділ\u00a0{number}",
    "abbreviations": "Скорочення",
    "links": "Посилання",
    "notes": "Примітки",
    "sources": "Джерела",
    "references": "Список літератури",
    "cited_on": "Цитовано на с.\u00a0{pages}",
    "register": "Реєстр показників",
    "register_intro": (
        "Кожен показник цього документа та його слайдів: що він означає, станом на коли, хто "
        "його наводить, наскільки він достовірний і де надрукований."
    ),
    "register_others": "Ненадруковані проміжні показники ({number}) — лише у figures.json.",
    "imprint": "Вихідні дані",
    "authors_word": "Автори",
    "publisher": "Видавець",
    "contact": "Контакти",
    "licence": "Ліцензія",
    "cite_as": "Як цитувати",
    "history": "Історія документа",
    "draft": "Чернетка",
    "appendix": "Додаток\u00a0{letter}",
    "at_a_glance": "Головне",
    "agenda": "Зміст",
    "questions": "Запитання та відповіді",
    "page_of": "Сторінка {page} з {pages}",
    "continued": "продовження",
    "total": "Разом",
    "width": "Ширина",
    "total_of": "Разом: {group}",
    "others": "Інші ({count})",
    "rows_shown": "Показано рядків: {shown} з {all}.",
    "rounded_parts": "Через округлення підсумки можуть відрізнятися від суми складників.",
    "not_stated": "не зазначено",
    "edition": "Випуск",
    "source": "Джерело",
    "sources_line": "Джерело: {sources}",
    "spoken_sources": "Джерела: {sources}",
    "in_paper": "У документі: {places}.",
    "on_page": "{place}, сторінка\u00a0{page}",
    "about_briefing": "Про цей документ",
    "paper_word": "Документ",
    "paper_page": "Документ, сторінка\u00a0{page}",
    "rests_on": "Показники: {figures}",
    "hedge": "Застереження",
    "as_of": "Станом на",
    "as_of_unstated": "станом на: не зазначено, де дати немає",
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
    "see_equation": "рівняння",
    "ledger": "Кожен надрукований показник цього документа з його сторінкою",
    "exempt": "Слова з цифрами та числівники, що не є показниками",
    "are_names": "назви.",
    "are_formulas": "цифри формул.",
    "are_code": "у коді.",
    "warning": "Попередження",
    "definition": "Визначення",
    "recommended": "Рекомендація",
    "key_message": "Головна думка",
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
