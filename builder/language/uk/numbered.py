"""Ukrainian words of what is numbered and counts nothing: registers, scales, shifts.

Beside them citations of law, hours in lists and what else names, whatever follows.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR, listed, ordinals
from builder.language.uk.called import CALLED, PLACED

NUMBERED: Final = (
    *CALLED,
    *PLACED,
    re.compile(
        r"(?<!\w)(?:[Аа]/[сc]|[Пп]оштов\w+ скриньк\w+) (?:№ ?)?(?P<named>\d{1,5})(?!\w|[.,]\d)"
    ),
    # «НК 025:2021», «ДК 021:2015», «21050, м. Залужне», «№ 043/о».
    re.compile(r"(?<!\w)(?:НК|ДК|КП|УКНД)(?: України)? (?P<named>\d{3}:\d{4})(?!\w|[.,]\d)"),
    re.compile(
        r"(?<![\w.,])(?P<named>\d{5})(?=, (?:м\.|с\.|смт|вул\.|просп\.|[А-ЯІЇЄҐ]\w+ (?:обл|р-н)"
        r"|[Уу]країна))"
    ),
    # «вул. Шевченка, 14, кв. 7, м. Залісся, 47712».
    re.compile(
        r"(?<!\w)(?:м\.|с\.|смт|с-ще) [А-ЯІЇЄҐ][\w'’-]+(?: [А-ЯІЇЄҐ][\w'’-]+)?, (?P<named>\d{5})"
        r"(?=$|[.;:!?)]|, (?![а-яіїєґ]))"
    ),
    # Kinds that are called by a number: «25-метровий басейн», «абонемент на 10 відвідувань».
    re.compile(
        r"(?<![\w.,])(?P<named>(?:1|3|5|7|10|15|20|25|33|50)-метров\w+)"
        r"(?= (?:плавальн\w+ )?(?:басейн|доріжк|доріжц|вишк|вишц|трамплін|ванн|дистанці)\w*)"
    ),
    re.compile(r"(?<!\w)[Бб]асейн\w* на (?P<named>25|33|50)(?= м(?:етрів)?(?!\w))"),
    re.compile(
        r"(?<!\w)[Аа]бонемент\w* на (?P<named>\d{1,2})(?= (?:відвідуван|занят|заход|поїзд)\w*)"
    ),
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
    re.compile(
        r"(?<!\w)(?:[Кк]арт|[Пп]лан|[Кк]реслен|[Тт]опоплан|[Аа]ркуш)\w*(?: масштабу)?"
        r" (?P<named>1 ?[:/] ?(?:\d{0,3}[05]0|10|20|25))(?![\w.,:/]\d|\w)"
    ),
    # «Харків (61000)» within a sentence, «м. Буча, 08292»; «2-ге півріччя», «кінець 3 кварталу».
    re.compile(
        r"(?<!\w)(?:м\.|с\.|смт|[Мм]іст[оіа]|[Сс]ел[оіа]|[Сс]елищ[еіа]|[УуВв]|[Зз]"
        r"|[Іі]з|[Дд]о|[Бб]іля) "
        r"[А-ЯІЇЄҐ][\w'-]+(?: [А-ЯІЇЄҐ][\w'-]+)? \((?P<named>\d{5})\)"
    ),
    re.compile(
        r"(?<![\w.,])(?P<named>[12]-(?:ге|ше|го|му|м)(?: (?:і|й|та|або) [12]-(?:ге|ше|го|му|м))?)"
        r"(?= півріч)"
    ),
    re.compile(r"(?<![\w.,])(?P<named>[1-4])(?= кварталу(?!\w))"),
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


_LIST: Final = listed("і|й|та|або|чи|до")
_PERSONS: Final = (
    r"(?:чоловік|жін|дітей|діт|осіб|особ|людей|люд|доросл|молод|пацієнт|хлопц|дівчат|підлітк|хвор"
    r"|безробітн|працівник|виборц|опитан|респондент|учасни|читач|глядач|слухач|відвідувач)"
)
_OF_LAW: Final = (
    r"(?:порядку|закону|статті|пункту|постанови|кодексу|положення|наказу|правил|договору"
    r"|конституції"
    r"|указу|розпорядження|рішення|передбач|визнач|встановл|дозвол|забороня|вимага|діє|діють|чинн"
    r"|закріп|гаранту|поклада|зобов)\w*"
)

CITED: Final = (
    # Nothing is counted after what has a number: «наказ № 214 чинний», «за ст. 17 заклад обирає».
    re.compile(rf"(?<=[\w'.)] )№№? ?(?P<named>{_LIST})"),
    re.compile(
        rf"(?:(?<=\w )|(?<=\d, )|(?<=див\. )|(?<=\())(?:ст|ч|п|пп|абз|розд|підп|стор|табл|рис|дод"
        rf"|прим|вип"
        rf"|гл)\. ?(?P<named>{_LIST})(?! ?%)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)[Тт]\. ?(?P<named>\d{1,3})(?=, )"),
    re.compile(
        rf"(?:(?<![\w.])(?:див\.|та|і|й|на)|,) с\. ?(?P<named>{_LIST})(?! ?%)", re.IGNORECASE
    ),
    re.compile(
        rf"(?<!\w)(?:статт|стате|пункт|підпункт|частин|абзац)\w* (?P<named>{_LIST})(?= {_OF_LAW}"
        r"|[.;)]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:рішенн|наказ|лист|розпорядженн|протокол"
        r"|акт)\w* (?P<named>(?:20)?\d\d/\d{1,5})(?!\w|[./]\d)",
        re.IGNORECASE,
    ),
    # «Чоловіки 30–39 років», «фільм 18+».
    re.compile(
        rf"(?<!\w){_PERSONS}\w* (?:віком |у віці )?(?:від |з )?"
        r"(?P<named>\d{1,3}(?: ?[–-] ?| до )\d{1,3})(?= рок(?:ів|у)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:фільм|вистав|вік|осіб|людей|категорі|груп|для"
        r"|віці)\w* (?P<named>\d\d\+)(?! ?[\w%])",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w)(?:дитин|{_PERSONS})\w* (?P<named>\d{{1,2}}-річн\w+)", re.IGNORECASE),
    re.compile(r"(?<!\w)(?P<named>\d{1,2}-річн\w+)(?= (?:дитин|" + _PERSONS + "))", re.IGNORECASE),
    re.compile(
        r"(?<!\w)індекс\w* (?P<named>\d{5})(?!\w| [а-яіїєґ']+(?:ів|ей|ок)(?!\w))", re.IGNORECASE
    ),
    # What is told in order: «3-й етап»; «5-та частина» is a share, «2-ге місце» is reached.
    re.compile(
        r"(?<!\w)(?P<named>\d{1,3}-(?:й|го|му|м|я|ї|у|ю|а|ша|га|тя|та|е|ше|ге|тє|те|х"
        r"|ті))(?= (?:етап"
        r"|поверх|клас|розділ|черг|скликанн|сесі|століт|район|том|секці|варіант|ступ|раунд|фаз)\w*)"
    ),
    # «до 17-ї години», «з 10 до 18 год.»: hours of the day have endings, spans have none.
    re.compile(rf"(?<![\w.,])(?P<named>{HOUR}-(?:ї|й|у|а|ю|ою))(?= годин[аиуіою]+(?!\w))"),
    re.compile(
        rf"(?<!\w)(?:з|із|від) (?P<named>{HOUR} до {HOUR})"
        r"(?= год(?:\.|ини)(?!\w))",
        re.IGNORECASE,
    ),
    # «7–9 класи», where «7–9 класів» may be as many.
    re.compile(r"(?<![\w.,])(?P<named>1?\d[–-](?:[5-9]|1[0-2]))(?= класи(?!\w))"),
    # «з 4 до 7 години», where «до 7 годин» lasts.
    re.compile(r"(?<!\w)(?:[Зз]|[Вв]ід) (?P<named>\d{1,2} до \d{1,2})(?= години(?!\w))"),
    re.compile(r"(?<!\w)(?P<named>[0-3]?\d)(?= [а-яіїєґ']+(?:ня|ого|да|ада) (?:ц|п)\. ?р\.)"),
)
"""Patterns whose group `named` counts nothing, whatever follows."""

HOURS: Final = (
    re.compile(rf"{CLOCK}(?:,? (?:або|та|і|чи|до)|,) (?P<named>{CLOCK})"),
    re.compile(rf"(?<!\w)[Оо]б? (?P<named>{HOUR}\.[0-5]\d)(?!\w|[.,]\d)"),
)
"""Patterns whose group `named` is a time of day, but for what lasts so long."""

ENACTED: Final = re.compile(
    r"(?<!\w)(?:закон|наказ|постанов|указ|розпорядженн|рішенн|директив|ухвал|положенн|порядк"
    r"|кодекс)\w*"
    r"(?: [^.;!?]{0,60})? від $",
    re.IGNORECASE,
)
"""What stands before the date of an act that is cited, which is no figure's."""

MONTH_LEADS: Final = False
"""Whether a month may stand before its day."""
