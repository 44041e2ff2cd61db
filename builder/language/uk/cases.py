"""Ukrainian units in the case that the words before their number ask for: «у 22 школах».

Prepositions and a few verbs ask; they stand right before the number, with adverbs or adjectives
between, or before what the number is joined to. A number with decimals keeps the genitive: «у 2,5
раза». What is measured stands in the accusative behind «у», where places stand in the locative.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from builder.language.language import Plurals, word_set
from builder.language.uk.declined import LIVING, plural_in, singular_in

Case = Literal["genitive", "dative", "accusative", "instrumental", "locative"]

_PAST: Final = r"(?:є|ють|в|ла|ло|ли)"
_FROM: Final = "з|із|зі"
_GENITIVE: Final = (
    rf"(?:{_FROM}|від|до|після|протягом|[ву]продовж|близько|біля|проти|о?крім|серед|посеред|без|для"
    r"|замість|з-понад|з-під|із-за|з-поміж|щодо|стосовно|внаслідок|унаслідок|навколо|довкола"
    r"|[ву]здовж|поблизу|заради|задля|коло|шляхом"
    r"|(?:у|в) (?:розмірі|межах|складі|обсязі|разі)|за (?:участю|участі|допомогою|рахунок|даними"
    r"|інформацією|результатами|підсумками|оцінками|винятком|межами)|на (?:базі|рівні|основі"
    r"|підставі|території|користь|чолі)|під час|з боку"
    r"|(?:не )?вистача(?:є|ло)|не вистачило|браку(?:є|вало|ватиме)|нема(?:є)?"
    r"|не (?:було|буде|стало)"
    rf"|не ма(?:є|ють|в|ла|ли)|потребу(?:є|ють|вав|вала|вало|вали)|стосу(?:ється|ються)"
    rf"|(?:до)?сяга{_PAST}|(?:до)?сягнув|(?:до)?сягл[аои]|(?:не )?(?:більше|менше))"
)
_DATIVE: Final = r"(?:завдяки|[ву]супереч|наперекір|назустріч|дорівню(?:є|ють|вав|вала|вало|вали))"
_INSTRUMENTAL: Final = (
    rf"(?:{_FROM}|над|перед|між|поміж|поза|керу(?:є|ють|вав|вала|вали)"
    r"|володі(?:є|ють|в|ла|ли)|користу(?:ється|ються|вався|валася|валися)|опіку(?:ється|ються))"
)
# "With", not "from": «порівняно з 22 школами», «угода з 22 школами».
_TOGETHER: Final = re.compile(
    r"(?<!\w)(?:порівнян\w+|порівню\w+|зіставл\w+|поряд|поруч|разом|нарівні|згідно|зв’язку"
    r"|поєднан\w+|співпрац\w+|межу\w+|пов’язан\w+|угод\w+|догов[оі]р\w*|домовл\w+|зустрі\w+)\s+$",
    re.IGNORECASE,
)
_ACCUSATIVE: Final = (
    rf"(?:за|через|про|крізь|понад|попри|на|кошту(?:є|ють|вав|вала|вало|вали|ватиме)"
    rf"|станови(?:ть|в|ла|ло|ли|тиме)|становлять|склада{_PAST}|склал[аои]|склав"
    rf"|трива{_PAST}|триватиме)"
)
# «Закрито», «виділено у 2025 році»: what is done has no subject. Adverbs that end so are few.
_DONE: Final = re.compile(
    r"(?<![\w-])(?!(?:рано|погано|несподівано|неждано|часто|чисто|просто|густо|відверто|занято"
    r"|звісно)(?!\w))[а-яіїєґ’']{2,}(?:[аяеє]но|[иуя]то)"
    r"(?:\s+(?!(?:і|й|та|а|але|що|як\w*|де|коли|бо|чи|або)\s)(?:[а-яіїєґ’'-]+|\d{4}|р\.)){0,4}\s+$",
    re.IGNORECASE,
)
_IN: Final = "(?:у|в)"
_BOUNDS: Final = ("понад", "більше", "менше", "не більше", "не менше")
# Into what is divided, led or paid.
_MOVED: Final = (
    r"(?<!\w)(?:пере(?:твор|вед|йш|нес|дал|дан)|[ву]?кла[дл]|по?діл|розподіл|об’єдна|завез|везуть"
    r"|відправ|інвест|[ув]?вход|[ву]вій|реорганіз|розби|вступ)[\w’]*(?:\s+[\w’-]+){0,2}?\s+(?:у|в)\s"
)
_MEASURES: Final = word_set(
    "гривня долар євро фунт єна юань злотий копійка раз відсоток пункт день доба тиждень місяць"
    " квартал рік година хвилина секунда міліметр сантиметр метр кілометр миля гектар тонна грам"
    " кілограм літр барель бал ват кіловат мегават байт мегабайт гігабайт градус поверх"
)
_ADVERB: Final = (
    r"(?:лише|тільки|майже|рівно|приблизно|щонайменше|щонайбільше|усього|всього|загалом|понад"
    r"|більш ніж|менш ніж|якихось|цілих|решти|ще|аж)"
)
# What agrees with a noun behind its number: «у цих 22 школах», but «з них 22 школи».
_DETERMINERS: Final = (
    r"(?:ц|т|[ву]?с|останн|перш|наступн|інш|наш|ваш|їхн|сво|повн|ціл|нов|стар|зазначен|вказан"
    r"|згадан|названн?|обстежен|опитан|наявн)"
)
_ENDS: Final[dict[Case, str]] = {
    "genitive": "[иії]х",
    "dative": "[иії]м",
    "accusative": "[ії]",
    "instrumental": "(?:[иії]ми|іма)",
    "locative": "[иії]х",
}
_BY_CASE: Final[dict[Case, str]] = {
    "genitive": _GENITIVE,
    "dative": _DATIVE,
    "instrumental": _INSTRUMENTAL,
    "accusative": _ACCUSATIVE,
    "locative": rf"(?:{_IN}|при|по|об?)",
}
_AGREEING: Final = r"[а-яіїєґ’']+(?:[иі]х|[иі]ми?|[ое]го|[ое]му|[оеь]ї|ій|ою)"


def _asking(case: Case, words: str) -> re.Pattern[str]:
    few = rf"\s+(?:(?:{_ADVERB}|{_DETERMINERS}{_ENDS[case]})\s+){{0,2}}"
    joined = rf"(?:\d[\d,\s]*(?:{_AGREEING}\s+)?[^\W\d][\w’-]*\s+(?:і|й|та|або|чи)\s+)?"
    return re.compile(rf"(?<![\w-])(?P<word>{words}){few}{joined}$", re.IGNORECASE)


_CASES: Final = {case: _asking(case, words) for case, words in _BY_CASE.items()}
_MOVING: Final = re.compile(rf"{_MOVED}[^.,;:!?\d]*$", re.IGNORECASE)


def asked(before: str, one: str) -> Case | None:
    """Return the case that words ask of a noun behind a number, given as it stands beside 1."""
    found = ((case, pattern.search(before)) for case, pattern in _CASES.items())
    near = [(said.start(), case, said["word"].lower()) for case, said in found if said]
    if not near:
        return "accusative" if _DONE.search(before) else None
    # «У понад 21 школі»: what only bounds the number governs where nothing else does.
    # Of "with" and "from", which stand alike, the genitive is first: it is the likelier.
    start, case, word = max(near, key=lambda each: (each[2] not in _BOUNDS, each[0]))
    if word in _FROM.split("|") and _TOGETHER.search(before[:start]):
        return "instrumental"
    if word in ("у", "в") and (one.split(" ")[-1] in _MEASURES or _MOVING.search(before)):
        return "accusative"
    # «У 22 учнів виявили»: who has it.
    return "genitive" if word in ("у", "в") and LIVING.search(one) else case


def governed(before: str, category: str, forms: Plurals) -> str:
    """Return a unit as it stands behind a number that words govern: "до 61 гривні"."""
    case = None if category == "other" else asked(before, forms.get("one", ""))
    if case is None:
        return forms[category]
    return _in(case, category, forms, before) or forms[category]


def _in(case: Case, category: str, forms: Plurals, before: str = "") -> str | None:
    if case == "genitive":
        return forms.get("other" if category == "one" else "many")
    if category == "one":
        return singular_in(case, forms)
    # «По 22 гривні» has the accusative, which is as the nominative is.
    by_each = re.search(r"(?<!\w)по\s+$", before, re.IGNORECASE)
    return None if case == "accusative" or by_each else plural_in(case, forms)


def in_cases(forms: Plurals) -> frozenset[str]:
    """Return a unit in all that it may become behind a number."""
    found = {*forms.values()}
    for case in _BY_CASE:
        for category in ("one", "few"):
            found.add(_in(case, category, forms) or "")
    return frozenset(found - {""})


_WORD: Final = re.compile(r"[а-яіїєґ’'-]{4,}")


def unfit(before: str, unit: str, category: str) -> bool:
    """Return whether a unit of which no forms are known stands in another case than is asked for.

    What ends as the genitive of many does («осіб», «балів»), an abbreviation and what is counted
    in parts are left alone.
    """
    last = unit.split(" ")[-1]
    if category == "other" or not _WORD.fullmatch(last) or last in ("євро", "авто"):
        return False
    case = asked(before, last)
    if case in (None, "accusative"):
        return case is not None and category == "one" and last[-1] in "ая"
    many = re.search(r"(?:ів|їв|ей|[бвгґджзйклмнпрстфхцчшщь])$", last) is not None
    ends = {"genitive": "(?!)", "dative": "[ая]м$", "instrumental": "[ая]ми$", "locative": "[ая]х$"}
    if case == "genitive":
        return category != "one" and not many
    if many and re.search(rf"(?<!\w){_IN}\s+$", before, re.IGNORECASE):
        return False  # «у 340 осіб є»
    return re.search(ends[case], last) is None
