"""Ukrainian citations of law, hours in lists and what else names, whatever follows."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR, listed

_LIST: Final = listed("і|й|та|або|чи|до")
_PERSONS: Final = (
    r"(?:чоловік|жін|дітей|діт|осіб|особ|людей|люд|доросл|молод|пацієнт|хлопц|дівчат|підлітк|хвор"
    r"|безробітн|працівник|виборц)"
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
