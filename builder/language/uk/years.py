"""Ukrainian words around years, which as a rule are followed by their own noun: «2023 року»."""

from __future__ import annotations

import re
from typing import Final

from builder.language.uk.beside import MONTH
from builder.language.uk.dated import TURNS
from builder.language.years.rule import TENS, Grammar, after, before, one_of, words_of

_SEASON: Final = one_of(
    "весна весни навесні весною літо літа влітку літом осінь осені восени зима зими взимку зимою"
)
_NAMED: Final = (
    r"(?:бюджет\w*|вибор\w+|перепис\w*|звіт\w*|сезон\w*|кампані\w+|програм\w+|план\w*|реформ\w+"
    r"|закон\w*|угод\w+|саміт\w*|конференці\w+|криз\w+|посух\w+|повін\w+|війн\w+|пандемі\w+"
    r"|чемпіонат\w*|фестивал\w+|опитуванн\w+|обстеженн\w+|дослідженн\w+|стратегі\w+|рік|року|році"
    r"|роки|роках|років|цілі|ціль|порядок денний|огляд\w*|статистик\w+|референдум\w*|врожа\w+"
    r"|урожа\w+|Євро|Олімпіад\w+)"
)
_HEDGE: Final = one_of(
    "близько понад майже приблизно щонайменше щонайбільше не_менше не_більше більше_ніж менше_ніж"
    " більше_за менше_за більш_ніж менш_ніж більш_як менш_як аж лише тільки рівно всього загалом"
    " усього орієнтовно десь_із із_них з_них серед_них по ці тих усі всі інші решта"
)
_TIME: Final = one_of(
    "у в з із зі від після перед між протягом упродовж впродовж починаючи_з з_початку кінець кінця"
    " початок початку наприкінці середина середині середини порівняно_з навесні влітку восени"
    " взимку рік року ще_у ще_в ще ранній пізній станом_на"
)
_FREE: Final = one_of(
    "і й та або чи але проте однак а що який яка яке які яких коли де як якщо бо тому адже ніж поки"
    " у в на до за з із зі від після перед під над при про для без через між проти протягом щодо"
    " він вона воно вони ми ви це цей ця ці той та його її їх їхній свій був була було були є буде"
    " будуть не ні вже ще теж також знову лише тільки став стала стало стане включно"
)
_COUNT: Final = one_of(
    "тисяч тисячі мільйонів мільйони мільярдів відсотків відсотки разів рази гривень гривні доларів"
    " долари євро злотих тонн метрів кілометрів гектарів осіб років_тому штук з_них із_них"
    " з_половиною"
)
_CHANGED: Final = (
    r"(?:зр(?:іс|осл\w*|остання|остають|остає)|збільш\w+|зменш\w+|скороч\w+|скорот\w+|зниз\w+"
    r"|зниж\w+|підвищ\w+|впа(?:в|л\w)|упа(?:в|л\w)|виріс|виросл\w|приріст|подорожч\w+|подешевш\w+)"
)
_FELL: Final = before(
    r"(?:зменш\w+|скороч\w+|скорот\w+|зниз\w+|зниж\w+|впа(?:в|л\w)|упа(?:в|л\w)|спа(?:в|л\w)"
    r"|подешевш\w+)(?: \w+)? (?:з|із|від)"
)
_YEAR: Final = r"(?:року|році|рік|роком|рокові|р\.|р(?=$|[\s,;:!?)]))"
_YEARS: Final = (
    r"(?:роки|років|роках|роками|рокам|рр\.?|р\.|року|році|рік|роком|н\. ?р\.|навчальн\w+ р[оі]\w+"
    r"|бюджетн\w+ ро\w+|фінансов\w+ ро\w+)"
)


# «У липні 2024 померло», where a noun would be counted: many nouns end as other verbs do.
_HAPPENS: Final = re.compile(
    r" (?:[а-яіїєґ']+(?:ло(?:ся|сь)?|лися|лась|лись|ться)|були|стали|мали|має|мають|діє|діють"
    r"|дає|дали"
    r"|становил[аи]|становить|зросли|впали|померли|показали|показав)(?!\w)",
    re.IGNORECASE,
)


def _counted(left: str, right: str) -> bool:
    """Return whether any word follows: a year without its own noun is followed by few."""
    return bool(words_of(right)) and not _HAPPENS.match(right)


_GOES_ON: Final = re.compile(
    rf" ?(?:$|[.,;:!?…)»](?! ?\d))| (?:{_FREE}|нічого|ніхто|жодн\w+)(?!\w)", re.IGNORECASE
)


def _settled(left: str, right: str, rises: bool) -> bool:
    """Return whether something fell over rising years, or the year has its own noun."""
    if rises and re.search(r"(?<!\w)за $", left, re.IGNORECASE) and _GOES_ON.match(right):
        return True
    if re.match(r" (?:року|році|роком)(?!\w)", right):
        return True
    if _LATEST.search(left) and not words_of(right):
        return True
    return rises and bool(_FELL.search(left)) and not words_of(right)


# «Перший відкрили 1858 року, найновіший — 2023».
_LATEST: Final = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?: року|-го),(?: а)? (?:най[\w']+|останн|друг|трет)"
    r"(?:ій|ий|а|я|е|є|і)(?: —)?(?: [ув])? $",
    re.IGNORECASE,
)
_ROKY: Final = r"(?: (?:роки|років|роках|роками|рокам|рр)(?!\w))"


def _behind(words: str) -> str:
    return "|".join(f"(?<=(?<!\\w){word} )" for word in words.split())


_PARTS: Final = _behind("наприкінці початку кінця кінці середини середині")
_IN_ALONE: Final = _behind("у в")
_IN: Final = _behind("у в з із зі до від після")


_ENDS: Final = re.compile(r" ?(?:$|[.,;:!?)»](?! ?\d))| (?:і|й|та|або|але|на|\()(?!\w)")
# What is had, lost, paid or reached by so many: «продано 2024», «витрати становлять 2025».
_AMOUNTS: Final = re.compile(
    r"(?<!\w)(?:прийшл[оаи]|сяг(?:а|ну)\w+|кошту\w+|станов\w+|дорівню\w+|налічу\w+|ма(?:є|ють|в|ли)"
    r"|отрима\w+|втрат\w+|прода\w+|купи\w+|зайня\w+|потребу\w+|склада\w+|склал\w+|вміщу\w+"
    r"|досяг\w+|(?:по)?більшало на|(?:по)?меншало на|вміщує до) $"
    r"|, (?:а )?най\w+ $|(?:^|[.!?] )Це $|(?<!\w)(?:кількість|число) [^.,;:!?]+: $",
    re.IGNORECASE,
)
_WHOM: Final = re.compile(r", (?:із|з) них(?!\w)")


def _takes_amount(left: str, right: str) -> bool:
    """Return whether what stands before takes digits for how many."""
    return bool(_WHOM.match(right) or (_AMOUNTS.search(left) and _ENDS.match(right)))


GRAMMAR: Final = Grammar(
    count_before=before(_HEDGE, rf"{_CHANGED}(?: \w+)? (?:з|із|від|до|на)"),
    year_before=before(
        MONTH,
        _SEASON,
        _TIME,
        _NAMED,
        rf"{MONTH},",
        r"(?:дан(?:і|их|ими)|показник\w*|видатк\w+|доход\w+) за",
        r"видатки|доходи",
        r"(?:рок\w*|рік|літ\w*|зим\w*) на (?:зразок|кшталт)",
        r"(?:I{1,3}V?|ІІ?І?V?|[1-4]) (?:квартал|півріч)\w*",
        r"(?:прогноз\w*|запланован\w+|очікуван\w+|передбачен\w+|план\w*) на",
        rf"(?:до|на|за|по) (?:кінця|початку|середини|кінець|початок|{MONTH}|{_SEASON})",
    ),
    quarter=re.compile(
        r"(?<![\w.,])(?:[1-4](?:-й|-го|-му|-ий|-ім|-м)? квартал\w*|[1-4](?:-е|-го|-му)? півріччя)"
        r" $",
        re.I,
    ),
    count_after=after(_COUNT),
    year_after=after(
        _YEAR, r"н\. ?р\.", r"(?:навчальн|бюджетн|фінансов|календарн)\w+ (?:рік|року|році|роком)"
    ),
    years_after=after(_YEARS),
    free_after=after(_FREE),
    begins=after(r"(?:став|стане|був|буде|приніс|минув|почався|завершився)"),
    joint=re.compile(
        r",? (?:і|й|та|або|чи|а також|по|до|і в|та в|й у|і у|та у|—) |, | [–-] |[–—/]"
        r"| (?:року|рік|роком) (?:до|по|і|та|й) "
    ),
    leads=re.compile(r" (?:до|по) |[–—/]| [–-] | (?:року|рік) (?:до|по) "),
    counted=_counted,
    decade=re.compile(
        rf"(?<![\w.,])(?:(?:{TENS}(?:-\w{{1,2}})?(?: ?[–—-] ?| (?:і|й|та|чи|до) ))?"
        rf"{TENS}-(?:х|ті|их|ими|ми|м)(?={_ROKY})"
        rf"|(?:{_PARTS}){TENS}-х(?!\w)"
        # «У 40-х громадах» counts: a decade without its own noun has none behind it.
        rf"|(?:{_IN}){TENS}-(?:х|ті)(?=$|[.,;:!?)»]| (?:і|й|та|або|чи) )"
        rf"|(?:{_IN_ALONE}){TENS}-х(?= (?![\w']+(?:ах|ях|ох|их|іх)(?!\w))[а-яіїєґ]))",
        re.IGNORECASE,
    ),
    settled=_settled,
    amounts=_takes_amount,
    turns=TURNS,
    likened=before(r"ніж|як|проти"),
)
