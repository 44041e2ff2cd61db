"""Ukrainian numbers that count nothing and seldom stand in a briefing.

What finds them is loaded where digits are left that nothing else owns: places and codes, hours of
what happens at a time, and ages of one who is told of without a name.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import OLD
from builder.language.lexicon import ENDED
from builder.language.uk.called import CALLED, PLACED
from builder.language.uk.offices import HOURS, OFFICES
from builder.language.uk.times import PERSON, YEARS

NUMBERED: Final = (*CALLED, *PLACED, *OFFICES)
"""Patterns whose group `named` is a designation, whatever follows."""

DESIGNATED: Final[tuple[re.Pattern[str], ...]] = ()
"""The same, but before what makes an amount."""

TIMES: Final = HOURS
"""Patterns whose group `named` is a time of day."""

_TURNED: Final = r"(?:виповни(?:лося|лось|ться)|минуло|минає)"
_LIVED: Final = (
    r"(?:пішов|пішла|вийшов|вийшла|одружи(?:вся|лася)|помер(?:ла)?|загину(?:в|ла)|осироті(?:в|ла)"
    r"|ста(?:в|ла)|прийшо(?:в|ла)|прийшла|поча(?:в|ла)|виїха(?:в|ла)|народила"
    r"|(?:[Вв]она|[Вв]ін) (?:кину|залиши|закінчи|втрати)(?:в|ла)|успадкува(?:в|ла)|осиротіла)"
)

AGES: Final = (
    re.compile(
        r"(?<!\w)(?:[Пп]енсі|[Пп]ільг|[Пп]ризов)\w+ [а-яіїєґ']+ (?:із|з|від) "
        rf"(?P<named>{OLD})(?= років{ENDED})"
    ),
    # «Йому 35, він водій», «торік їй виповнилося 70 років», «дідові 91, а він досі рибалить».
    re.compile(
        r"(?<!\w)(?:[Йй]ому|[Її]й|[Мм]ені|[Тт]обі) (?:вже |уже |тоді |нині |щойно |торік )?"
        rf"(?:було |буде |{_TURNED} )?(?:лише |тільки |аж )?(?P<named>{OLD})(?![.,]\d|[-–/:]\d| ?%)"
        rf"(?=(?:{YEARS})?(?:{ENDED}| (?:і|й|та|а|але) (?:він|вона|я)(?!\w)))"
    ),
    re.compile(
        rf"(?<![\w-])(?i:{PERSON}) (?:[а-яіїєґ']+ )?{_TURNED} (?P<named>{OLD})(?![.,]\d| ?%)"
        rf"(?=(?:{YEARS})?{ENDED})"
    ),
    re.compile(
        rf"(?<![\w-])(?i:{PERSON}) (?:вже |уже )?(?P<named>{OLD})"
        rf"(?=(?:{YEARS})?, (?:а|але|і|й|та) (?:він|вона|досі)(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)[УВ] (?P<named>{OLD})(?= ро(?:ки|ків) [А-ЯІЇЄҐ][а-яіїєґ'-]+ (?:уже|вже|став|стала"
        r"|очолив|очолила|керу|пішов|пішла|почав|почала)\w*)"
    ),
    # «солдата, 23 роки, нагороджено», «у 18 років дитина залишає».
    re.compile(rf"(?<![\w-])(?i:{PERSON})(?: [а-яіїєґ'-]+)?, (?P<named>{OLD})(?={YEARS},)"),
    re.compile(
        rf"(?<!\w)[УуВв] (?P<named>{OLD})(?= ро(?:ки|ків) (?:дитина|підліток|людина|хлопець"
        r"|дівчина|хлопці|дівчата|діти|молодь|юнак|юнаки)(?!\w))"
    ),
    # «він пішов на пенсію в 60 років», «хлопець із 14 років працював».
    re.compile(
        rf"(?<!\w){_LIVED} (?:[а-яіїєґ'-]+ ){{0,4}}?[ув] (?P<named>{OLD})(?={YEARS}{ENDED})"
    ),
    re.compile(
        rf"(?<![\w-])(?i:{PERSON}) (?:із|з|від) (?P<named>{OLD})(?= років [а-яіїєґ']+(?:ав|яв|ив"
        rf"|ала"
        r"|яла|ила|ує|ює|ає|яє|ить)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Жж]інку|[Чч]оловіка|[Хх]лопця|[Дд]івчину|[Пп]енсіонер(?:а|ку))"
        rf" (?P<named>{OLD})(?= років (?:в|у)?(?:рятувал|знайшл|госпіталізувал|доставил|затримал"
        r"|евакуювал|підня|шука|знайден)\w*)"
    ),
)
"""Patterns whose group `named` is somebody's age."""
