"""Ukrainian words that tell what is added up from what is not, and lists of all from lists of some.

They stand in heads of columns and rows, and in the words that a table or chart is shown with.
"""

from __future__ import annotations

import re
from typing import Final

_MEANS: Final = (
    r"[%‰°±]|(?<!\w)\w+/(?!рік|місяць|тиждень|день)\w"
    r"|(?<!\w)на (?:\d|одн\w+|душу|особу|жител\w+|мешкан\w+|учн\w+|дитину|родину|кв\.|км|га|тис"
    r"|тонну|ліжк\w+|пацієнта|людину|клас|груп\w+)(?!\w)"
    r"|(?<!\w)[ув] (?:класі|групі)(?!\w)"
    r"|(?<!\w)(?:середн\w+|пересічн\w+|медіан\w*|рів(?:ень|ня|нем|ні)|част(?:ка|ки|ку|кою|ок)"
    r"|відсот\w+|питом\w+|індекс\w*|ранг\w*|бал(?:и|ів)?|відхил\w+|похибк\w+|невизначен\w+"
    r"|коефіцієнт\w*"
    r"|густот\w*|щільн\w+)(?!\w)"
)
MEANS: Final = re.compile(_MEANS, re.IGNORECASE)
"""What is said of means, shares, rates and spreads, of which no line is added to another."""

AVERAGED: Final = re.compile(
    r"(?<!\w)(?:середн(?:ій|я|є|ього|ьої|ьому)|пересічн\w+|медіан\w*|рівень)(?!\w)"
    r"(?! (?:школ|освіт|спеціал|загальноосв|ланк|клас|медич))",
    re.IGNORECASE,
)
"""What heads means, medians and rates, and nothing that adds up."""

RATES: Final = re.compile(
    rf"{_MEANS}"
    r"|(?<!\w)(?:цін(?:а|и|у|ою)?|одиниц\w+|тариф\w*|зарплат\w*|заробітн\w+|оплат\w*"
    r"|оренд\w*|вік"
    r"|оцін\w+|місце|температур\w*|швидк\w+|відстан\w+|тривал\w+|довжин\w*|ширин\w*|висот\w*"
    r"|глибин\w*|розмір\w*|очікуван\w*|час|дн(?:і|ів)|годин\w*|хвилин\w*|змін(?:а|и|у)|приріст\w*"
    r"|зрост\w+|темп\w*|різниц\w+|інтервал\w*|охопл\w+|заповнен\w+|завантажен\w+|урожайн\w+"
    r"|врожайн\w+|задовол\w+|найб\w+|найм\w+|максим\w+|мінім\w+|пік\w*|ймовірн\w+|фактор\w*"
    r"|співвіднош\w+|код|сальдо|залиш\w+|чист\w+)(?!\w)",
    re.IGNORECASE,
)
"""What heads numbers that do not add up: these, and prices, ages, lengths and times."""

ADDED: Final = re.compile(
    r"(?<!\w)(?:кількість|число|чисельність|ос(?:іб|оби)|люд(?:ей|и)|мешканц\w+|жител\w+"
    r"|населення|відвідувач\w*|відвідуван\w+|учн(?:і|ів)|студент\w*|вчител\w+|працівник\w*"
    r"|безробітн\w+|зайнят\w+"
    r"|лікар(?:і|ів)|посад\w*|смерт\w+|померл\w+|народжен\w*|випад(?:ки|ків)|пацієнт(?:и|ів)"
    r"|ліж(?:ка|ок)|домогосподарств\w*|квартир\w*|шк(?:оли|іл)|бібліотек\w*|видач\w*|кни(?:ги|г)"
    r"|поїзд(?:ки|ок)|пасажир\w*|автомобіл\w+|продаж\w*|дох(?:оди|одів)|видат(?:ки|ків)|витрати"
    r"|бюджет\w*|інвестиц\w+|експорт|імпорт|виробництво"
    r"|голос(?:и|ів)|член(?:и|ів)|господарств\w*|підприємств\w*|заяв(?:и)?|скарг\w*|жін(?:ки|ок)"
    r"|чолові(?:ки|ків)|діт(?:и|ей)|хлопц\w+|дівчат\w*|обсяг\w*|внес(?:ки|ків)|басейн\w*"
    r"|кабінет\w*)(?!\w)",
    re.IGNORECASE,
)
"""What heads counts and amounts, which a total adds up."""

_EVENTS: Final = (
    r"(?:(?:вперше|востаннє|перш(?:ий|а|е)|останн(?:ій|я|є)|наступн(?:ий|а|е)|капітально"
    r"|повторно) )?"
    r"(?:(?:заснован|відкрит|закрит|збудован|побудован|зведен|споруджен|введен|запущен|створен"
    r"|започаткован|завершен|розпочат|реконструйован|відремонтован|оновлен|модернізован"
    r"|перебудован|ліквідован|прийнят|ухвален|підписан|ратифікован|встановлен|утворен"
    r"|опублікован|впроваджен|знесен|придбан|виведен|електрифікован|обстежен|обран"
    r"|скасован|приєднан|куплен|перейменован|добудован|виготовлен|здан|перенесен)(?:о|а|ий)|народи(?:вся|лася)|помер(?:ла)?|діє"
    r"|заснування|відкриття|закриття|будівництво|спорудження|введення|запуск|створення"
    r"|завершення|початок|кінець|реконструкція|(?:кап)?ремонт|капітальний ремонт|ухвалення"
    r"|прийняття|підписання|ратифікація|народження|вступ|утворення|модернізація|обстеження"
    r"|перевірка|електрифікація|придбання|приєднання|пуск|здача|набуття чинності|переїзд"
    r"|(?:початок|кінець|завершення) (?:робіт|будівництва|ремонту|дії)|набра(?:в|ла|ло) чинності)"
)
YEARS: Final = re.compile(
    rf"(?:{_EVENTS}(?: (?:у|в|до|з|із|на|за|після|в|роботи|експлуатаці\w+)(?!\w).*)?"
    r"|(?:(?:член|членкиня|учасник|в експлуатації|у дії|чинний|чинна) )?(?:з|із|від|до|по)"
    r"|кінцевий термін|сезон|дата(?: \w+)*"
    r"|(?:[ву]перше|востаннє) (?:згадан|описан|бачен|помічен|зафіксован)(?:ий|а|е|і|о)"
    r"|(?:[ву]перше|востаннє) (?:бачили|згадали|помітили)"
    r"|(?:перш|останн|найдавніш)[ая]я? (?:письмова )?(?:згадка|знахідка|фіксація)"
    r"|(?:(?!за |на |у |в |кожн|цей )[\w’'-]+(?:ий|ій) ){0,2}"
    r"(?:рік|роки|року|р\.)(?: (?!у середн)\w+)*)",
    re.IGNORECASE,
)
"""What heads calendar years: they, or what happened in them."""

CHOSEN: Final = re.compile(
    r"(?<!\w)(?:вибран\w+|обран\w+|окрем\w+|деяк\w+|топ|найбільш\w*|найменш\w*|основн\w+"
    r"|головн\w+|провідн\w+|вибірк\w+|приклад\w*|витяг\w*|лише|тільки|кілька|серед|без|не|крім"
    r"|за винятком|частков\w+|неповн\w+|перш\w+|останн\w+|найкращ\w*|найгірш\w*|відом\w+"
    r"|зокрема)(?!\w)",
    re.IGNORECASE,
)
"""What says that a list is one of some alone."""

OVERLAP: Final = re.compile(
    r"(?<!\w)(?:кілька|декілька|більше одн\w+|перетин\w*|подвійн\w*|двічі|унікальн\w*|різн\w+"
    r"|один раз|спільн\w+|без повтор\w+|обидв\w+|причин\w*|відповід\w+"
    r"|мотив\w*|перешкод\w*|симптом\w*|мов\w*"
    r"|канал\w*|побажан\w*|навич\w+|з них|у тому числі|зокрема|консолід\w+)(?!\w)",
    re.IGNORECASE,
)
"""What says that lines hold some of the same, so that their total is less than they come to."""

ROUNDED: Final = re.compile(r"(?<!\w)(?:за)?округл", re.IGNORECASE)
"""What says that numbers were rounded before they were written."""

OTHERS: Final = re.compile(
    r"(?:усі |всі )?(?:інш\w+|решта)(?!\w).*|невідом\w+|не (?:зазначено|вказано|встановлено)",
    re.IGNORECASE,
)
"""What heads the line of all that no other line names."""

PAIR: Final = re.compile(
    r"(?:(чоловіки|чоловіча|хлопці|хлопчики)|(жінки|жіноча|дівчата|дівчатка))", re.IGNORECASE
)
"""Two lines that hold all between them, each a group: women and men."""

TWICE: Final = re.compile(
    r"(?<!\w)(?:користувач\w*|клієнт\w*|пацієнт\w*|відвідувач\w*|учасни\w+|отримувач\w*"
    r"|член\w*|читач\w*|абонент\w*)(?!\w)",
    re.IGNORECASE,
)
"""Who may come to several of what is listed, and is one in all."""

SAYING: Final = ("вибрані", "кілька відповідей", "у тому числі")
"""How it is said that lines are some of all, that they overlap, and that one holds another."""

TOTALLING: Final = r"усього|всього|разом|загалом|у сумі|у підсумку"
IN_ALL: Final = r"усього|всього|разом|загалом"
"""What stands before the number of a total, with a few words between, and what stands behind it."""

MADE_OF: Final = r"тобто|а саме|що складається з|що складаються з"
"""What stands between a total and all of its parts."""

OF_ALL: Final = r"(?:з|із|зі)(?: усіх| всіх| цих)?|серед(?: усіх)?"
"""What begins a sentence before a whole, of which a part follows."""

NO_PARTS: Final = (
    r"більше|менше|ніж|після|перед|від|замість|проти|або|чи|не|якщо|з них|із них|серед них|зокрема"
)
"""What stands beside numbers that are none of these parts."""

APART: Final = (
    r"ста(?:в|л\w+)|зр(?:іс|осл\w+)|впа(?:в|л\w+)|вийшл\w+|до|і|й|та|на|в|у|за|по|для|при"
)
"""What between two numbers says that neither is a part of the other."""

JOINED: Final = "і|й|та|плюс"
"""What joins the last part to the others."""

EVERY: Final = "усі|всі"
NOBODY: Final = "ніхто|ніщо|жоден|жодна|жодне"
NO: Final = r"жодн\w+"
"""What says of all, and of none, before a figure in brackets; and of none of a thing."""

REST: Final = "решта|решту|інші"
REMAINING: Final = "решта|решту"
"""What names the rest of a whole, before a pause or its figure."""

ADDED_UP: Final = rf"{TOTALLING}|сукупно"
"""What stands before what is added up, or before what that comes to."""

AS_MANY: Final = (
    r"(?<!рази )(?<!разів )(?<!двічі )(?<!тричі )(?<!не )"
    r"(?:майже )?стільки (?:ж|само)"
)
HARDLY: Final = "ледь|майже не|ненабагато"
"""What says that one is about as much as another, and how little more or less it is."""

OUTDOES: Final = "переверши(?:в|ла|ло|ли)|перевершу(?:є|ють)"
"""What says that one is more than another, before its figure."""

TOGETHER: Final = "разом|сукупно"
"""What adds up no more than what is named beside it."""

COME_TO: Final = "дають|становлять"
"""What stands between two figures and what they come to."""

STAYS: Final = r"(?:залиш|лиш)\w+ (?:на рівні|у розмірі)|(?:заморожен|зафіксован)\w+ на(?: рівні)?"
FROZEN: Final = r"заморожен\w*|заморозил\w*|незмінн\w+|(?:майже )?не змін\w+|(?:майже )?без змін"
"""What says that something stayed what it was: before its figure, and before two."""

ONCE: Final = "тоді|раніше|торік|колись"
NOW: Final = "тепер|нині|зараз|сьогодні|цьогоріч"
"""What stands behind a figure of another time, and of this."""

YEAR: Final = "(?:[ув] )?"
OF_YEAR: Final = r"(?: (?:році|року|рр?\.))?"
"""What stands before and behind a year that does so."""

MORE: Final = "більше"
LESS: Final = "(?<!або )менше"
"""What says that there is more, or less, where two figures follow behind a colon."""

COMES_TO: Final = r"(?:станов|склада)\w+ разом|дають(?: разом)?|сумарно"
AMONG_THEM: Final = "разом|удвох|вдвох"
"""What stands between parts and what they come to, and what does so behind that."""

AS_MUCH: Final = r"(?:стільки|так само)"
AS: Final = r"(?:скільки|як|що)(?: й)?(?!\w)"
"""What says before two figures that they are the same, and what stands between these."""

STOPPED: Final = r"зупин\w+|припин\w+|подолан\w+|завершен\w+|завершивс\w+|скінчивс\w+"
"""What says beside a word of change that it has come to its end."""
