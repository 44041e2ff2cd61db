"""English times of day and ages, and what makes a duration or an amount of what may be one.

Ages tell how old people are, in sentences that name them or tell of one: nothing is counted.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, OLD, SPOKEN
from builder.language.en.designations import SMALL
from builder.language.given import NAMED
from builder.language.lexicon import ENDED
from builder.language.years.rule import one_of

_HALF: Final = r"(?:a\.?m|p\.?m)(?:\.(?!\w)|(?!\w))"
_HOUR: Final = rf"(?:{SPOKEN} ?{_HALF}|{CLOCK}|(?:1[0-2]|[1-9]) ?{_HALF})"
TWELVE: Final = "(?:1[0-2]|[1-9])"
_AT: Final = "(?:at|around|about|by|until|till|after|before|since|from|towards?|near)"
SERVICE: Final = r"(?:train|bus|ferry|flight|coach|service|boat|tram|bulletin|news)"

TIMES: Final = (
    re.compile(rf"(?<=\d, )(?P<named>{CLOCK})(?= ?(?:$|[.:;,)]))"),
    re.compile(rf"(?<!\w)[Tt]he (?P<named>{SPOKEN})(?= {SERVICE}(?!\w))"),
    re.compile(
        rf"(?<!\w)(?:between|from) (?P<named>{_HOUR} (?:and|to|until) {_HOUR})", re.IGNORECASE
    ),
    re.compile(
        rf"(?<!\w)(?:at|until|till|before|after|since|by) (?P<named>{CLOCK})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.,:])(?P<named>(?:{TWELVE}(?: ?[–-] ?| (?:to|and|or|until) ))?{TWELVE})"
        r"(?= o'clock(?!\w))",
        re.IGNORECASE,
    ),
    # "at 3 in the morning", but "at 3 in the morning class"; "at 10 sharp".
    re.compile(
        rf"(?<!\w){_AT} (?P<named>{TWELVE})(?= (?:sharp|at night|in the (?:morning|afternoon"
        rf"|evening|small hours))(?:{ENDED}| {SMALL}(?!\w)| (?:each|every|most|some)(?!\w)))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty|twenty-five)(?: "
        r"minutes)? (?:past|to)) (?P<named>1[0-2]|[1-9])(?![\w.,:]\w|\w)"
    ),
    re.compile(rf"(?<![\w.,:])(?P<named>(?:{SPOKEN}|(?:1[0-2]|[1-9])) ?{_HALF})", re.IGNORECASE),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:rose|rise|rises|risen|fell|fall|falls|fallen|grew|grow\w*|cut"
    r"|went(?! (?:(?:out|off) )?at )|last\w*|took|take\w*|shorten\w*|lengthen\w*|extend\w*|limit\w*"
    r"|ran|duration|average\w*|ratio\w*|scor\w+|odds"
    r"|differ\w*|stood|stands?|led|won|lost|los\w+|beat\w*|delay\w*|priced?|prices"
    r"|cost\w*)(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

LASTING: Final = re.compile(
    r"(?<!\w)(?:last(?:s|ed|ing)?(?: \w+)? from|(?<!than )between) "
    rf"(?P<named>{_HOUR} (?:and|to|until) (?:{SPOKEN}|1[0-2]|[1-9]) ?{_HALF})",
    re.IGNORECASE,
)
"""What lasts from one time of day, `named`, to another: when it is, not how long, as "from 1:30 to
2:15" may be; or what is said to be between them."""

MEASURED_AFTER: Final = re.compile(
    r" (?:of|long|longer|shorter|late|later|ahead|faster|slower|behind)(?!\w)"
)
"""What makes a duration of what may be a time of day, and follows it."""


PERSON: Final = (
    r"(?:[a-z]+(?:man|woman|mother|father|keeper|dresser|worker)|"
    + one_of(
        "man woman boy girl child toddler baby teenager youth mother father son daughter brother"
        " sister twin uncle aunt widow widower trader teacher nurse driver farmer pensioner"
        " resident mayor carpenter cleaner carer officer soldier doctor engineer lawyer baker"
        " butcher owner tenant retiree volunteer patient passenger commuter cyclist pedestrian"
        " miner builder plumber electrician artist writer singer player refugee migrant survivor"
        " victim apprentice graduate activist politician councillor veteran chef cook waiter"
        " waitress librarian journalist mechanic technician manager student pupil neighbour"
        " neighbor customer lodger tailor potter weaver shepherd priest vicar imam rabbi judge"
        " clerk cashier porter guard sailor pilot coach midwife surgeon pharmacist gardener"
        " prisoner inmate officer walker climber hiker skier runner swimmer rower rider jockey"
        " skipper captain mate warden ranger constable sergeant inspector defendant suspect accused"
        " witness caretaker postman conductor signaller guide curator archivist director chairman"
        " chairwoman president secretary treasurer voter candidate singer husband wife grandson"
        " granddaughter nephew niece cousin partner colleague grandmother grandfather magistrate"
        " solicitor barrister bailiff probationer keeper farmhand crofter fisherman trawlerman "
        "diver"
        " docker stevedore paramedic trainee recruit cadet veteran goalkeeper striker captain "
        "umpire"
        " referee novelist poet painter sculptor composer"
    )
    + ")"
)
# Verbs that no noun of many is spelt as: "the 12-year-old contracts".
_DOES: Final = one_of(
    "is was has had says said lives lived works worked waits waited wants wanted told remembers"
    " remembered thinks thought hopes hoped fears feared sits sat stands stood goes went came"
    " comes leaves left died knows knew drowned fell swam"
    " does did will would can could may might must sells sold"
)
_TITLE: Final = r"(?:Mr|Mrs|Ms|Dr|Prof|Mayor|Councillor|Cllr|Sister|Father|Sir|Dame)\.? "
_SOMEONE: Final = rf"(?:{NAMED}|(?<!\w){_TITLE}[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}})"
IS: Final = r"(?:is|was|turned|turns|am|will be)(?: now| only| just)?"
NO_MORE: Final = r"(?![\w%‰]|[.,]\d|[-–/:]\d| ?[%‰°€$£]| per ?cent)"
_ENDS: Final = (
    rf"(?=\)|(?: years old| years of age)?(?:{ENDED}| and )(?! (?:of (?:whom|which|them)|most|many)"
    r"(?!\w)))"
)

AGES: Final = (
    # "Maria Lopez, 43, runs", "Maria Lopez (43)", "Maria is 43", "who was 72 when he died".
    re.compile(rf"{_SOMEONE}(?:, | \()(?P<named>{OLD}){NO_MORE}{_ENDS}"),
    # "Gerd Ohlsen, lifeguard, 61, disagrees", "the 9-year-old Lina".
    re.compile(
        rf"(?:{NAMED}, [^.,;:!?()\d]{{3,40}}|(?<!\w)[A-Z][\w'-]+ [A-Z][\w'-]+,"
        rf" (?:an? |the )?{PERSON}), (?P<named>{OLD}){NO_MORE}{_ENDS}"
    ),
    re.compile(
        rf"(?:{_SOMEONE}|(?<!\w)who),? (?:who )?{IS} (?P<named>{OLD}){NO_MORE}"
        rf"(?=(?: years old| years of age)?(?:{ENDED}| (?:and|when|but|at the time)(?!\w)))"
    ),
    # "He was 72" may be what he scored.
    re.compile(
        rf"(?:{_SOMEONE}|(?<!\w)(?:[Ss]he|[Hh]e|who|I)) {IS} (?P<named>{OLD}){NO_MORE}"
        rf"(?= years (?:old|of age)(?!\w)|(?<=turned ..)(?:{ENDED}| (?:in|on|last|this)(?!\w)))"
    ),
    # "a 72-year-old trader", "the 72-year-old says", "a boy of 12".
    re.compile(
        rf"(?<![\w-])(?:an?|the|this|that|her|his|my|our|one|another) (?:[a-z]+,? )?"
        rf"(?P<named>{OLD})(?=-year-old (?:(?:[a-z-]+ ){{0,2}}(?:{PERSON}s?|children|people"
        rf"|men|women)(?!\w)|(?-i:{NAMED})))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w-])(?:[Tt]he|[Aa]n?|[Oo]ne) (?P<named>{OLD})"
        rf"(?=-year-old(?:{ENDED}| {_DOES}(?!\w)))"
    ),
    re.compile(
        rf"(?<!\w)[Aa]n? (?:[a-z]+ )?{PERSON} of (?:only )?(?P<named>{OLD}){NO_MORE}"
        rf"(?={ENDED}| (?:{SMALL}|{_DOES})(?!\w))"
    ),
    # "after the age of 75", "by age 30"; "they leave at the age of 25" tells how most do.
    re.compile(
        r"(?<!\w)(?:after|before|from|until|till|by|under|over|above|below|past|beyond|since"
        rf"|reach(?:es|ed|ing)?) (?:the )?age (?:of )?(?P<named>{OLD}){NO_MORE}"
        r"(?! (?:to|and|or) \d)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.!?:;] )At (?:the )?age (?:of )?(?P<named>{OLD}){NO_MORE}"
        rf"(?=,? (?:she|he|I|one|{NAMED})(?!\w))"
    ),
)
"""Patterns whose group `named` is somebody's age, or one that a rule names."""

AGED: Final = (
    # "Anyone older than 65 pays less", "Children younger than 6 stay out".
    re.compile(
        r"(?<!\w)(?:[Aa]nyone|[Ee]veryone|[Nn]obody|[Pp]eople|[Cc]hildren|[Tt]hose"
        rf"|[Ww]hoever(?: is)?|[Aa]dults|[Pp]upils) (?:who are )?(?:older|younger) than"
        rf" (?P<named>{OLD}){NO_MORE}"
        r"(?! (?:days|weeks|months|hours|minutes)(?!\w))"
    ),
    # "no child under 6 swims alone".
    re.compile(
        r"(?<!\w)(?:[Nn]o|[Aa]ny|[Ee]very|[Ee]ach) (?:child|one|pupil|person|boy|girl|student)"
        rf" (?:aged )?(?:under|over|below) (?P<named>{OLD}){NO_MORE}"
        r"(?! (?:days|weeks|months|hours|minutes|points|marks|kg|cm|st)(?!\w))"
    ),
    # "were under 18 years old": ages that laws name.
    re.compile(
        r"(?<!\w)(?:under|younger than|not yet|at least|over|between) "
        r"(?P<named>(?:[5-7]|1[0-8]|21|25|6[05])(?: and \d\d)?)(?= years (?:old|of age)(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)aged (?P<named>{OLD}){NO_MORE}"
        r"(?! (?:(?:to|and|or) \d|days|weeks|months|hours|minutes|years))",
        re.IGNORECASE,
    ),
)
"""The same, of what things may be called as well."""

THINGS: Final = re.compile(
    r"(?<!\w)(?:fleets?|populations?|bridges?|buildings?|pipes?|trains?|buses|stock|(?<!called "
    r")(?<!went )(?<!came )(?<!sent )homes?|houses?"
    r"|plants?|networks?|vehicles?|cars?|trees?|schools?|dams?|roads?|equipment|boilers?|sewers?)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""What makes an amount of an age where it stands beside it, or in the clause before."""

AVERAGED: Final = re.compile(
    r"(?<!\w)(?:averag\w+|means?(?! (?:that|to))|median\w*|typical\w*|expectancy|usual\w*)(?!\w)",
    re.IGNORECASE,
)
"""What makes a statistic of an age, anywhere in its clause."""
