"""English numbers that count nothing and seldom stand in a briefing.

What finds them is loaded where digits are left that nothing else owns: places and codes, hours of
what happens at a time, and ages of one who is told of without a name.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR, OLD
from builder.language.en.coded import CODED
from builder.language.en.designations import ARE, EACH, GOES_ON, SMALL
from builder.language.en.nth import NTH
from builder.language.en.places import places
from builder.language.en.times import IS, NO_MORE, PERSON, SERVICE, TWELVE
from builder.language.given import NAMED
from builder.language.lexicon import ENDED
from builder.language.years.rule import one_of

NUMBERED: Final = (*CODED, *NTH)
"""Patterns whose group `named` is a designation, whatever follows."""

DESIGNATED: Final = tuple(places("and|or|to", EACH, GOES_ON, ARE, SMALL))
"""The same, but before what makes an amount."""

_HOUR: Final = r"(?:1?\d|2[0-3])(?:\.[0-5]\d)?"
_LATE: Final = "(?:0[0-9]|1[3-9]|2[0-3])"
_DAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# What happens at a time; shares open and close at a price.
_EVENTS: Final = (
    r"(?:answer(?:s|ed)|arriv(?:es?|ed)|set out|sets out|[Ll]eft|leaves|departs?|departed|landed"
    r"|lands"
    r"|took off|takes off|called|rang|rings|came|met|meets?|[Ss]at|sits|train|trains|starts"
    r"|begins|began|sounded|died|woke|got up|docked|docks|moored|sailed|sails|clos(?:es|e) (?:its"
    r"|the|early)"
    r"|(?:office|shop|library|museum|depot|gate|doors?|bank|bar|pool|market|school|clinic|surgery"
    r"|branch|post"
    r"|room|desk|counter|kitchen|canteen|ticket office)s? (?:opens?|closes?|shuts?|opened|closed"
    r"|shut))"
)
# At what price shares close is no hour.
_NO_PRICE: Final = (
    r"(?:^|(?<=[.;:!?] ))(?![^.;:!?]*(?<!\w)(?i:shares?|prices?|ind(?:ex|ices)"
    r"|stocks?|bonds?|bids?|rates?|funds?|yields?|markets?|trading|futures)(?!\w))"
)
_OPEN: Final = (
    r"(?:[Oo]pen|opens|closed|shut|shuts|closes|[Cc]all|[Rr]ing|[Pp]hone|[Ww]rite|[Vv]isit"
    r"|available"
    r"|staffed|manned|attended|reached|answered)"
)

_TOLD: Final = r"(?:siren|alarm|alert|warning|bulletin|signal|order|message|notice)s?"

TIMES: Final = (
    # "The alert went out at 22:15", "the siren went at 14.30", "It was 22:15", "The 22:15 alert".
    re.compile(
        rf"(?<!\w){_TOLD} (?:was |were )?(?:went|goes|go|sent|given|came|comes|issued|lifted"
        rf"|sounded)(?: out| off)? at (?P<named>{HOUR}[:.][0-5]\d)(?![\w.,:]\w|\w)"
    ),
    re.compile(rf"(?<!\w)(?:[Ii]t|[Tt]his|[Tt]hat) was (?P<named>{CLOCK})(?={ENDED}| when)"),
    re.compile(rf"(?<!\w)[Tt]he (?P<named>{CLOCK})(?= {_TOLD}(?!\w))"),
    re.compile(
        rf"(?<!\w)(?:open|opens|closed|staffed|shut) from (?P<named>{HOUR}[.:][0-5]\d (?:to|until)"
        rf" {HOUR}[.:][0-5]\d)(?![\w.,:]\w|\w)"
    ),
    re.compile(
        rf"(?<!\w)(?:between|from) (?P<named>{TWELVE}) (?=[ap]\.?m\.? (?:and|to|until) {TWELVE} "
        r"[ap]\.?m)"
    ),
    # "The 07:42 from Hexham", "watch from 20:45", "set out at 03.40", "closes at 17h30".
    re.compile(rf"(?<!\w)[Tt]he (?P<named>{CLOCK})(?= (?:from|to|for|via|is|was|has|and)(?!\w))"),
    re.compile(
        rf"(?<!\w)from (?P<named>{_LATE}:[0-5]\d)(?! (?:to|until|and|down|up)|[\w:]|[.,]\d)"
    ),
    re.compile(
        rf"(?<!\w){_EVENTS}(?!\w)[^.;:!?\d]{{0,50}} (?:at|by|until|till|before|after|around|about) "
        rf"(?P<named>{HOUR}(?:\.|h)[0-5]\d)(?![\w.,:]\w|\w)"
    ),
    re.compile(
        rf"(?<!\w){_EVENTS}(?!\w)[^.;:!?\d]{{0,50}} (?:at|until|till|before|shortly before"
        rf"|shortly after) (?P<named>{TWELVE})(?={ENDED})"
    ),
    re.compile(
        rf"{_NO_PRICE}[^.;:!?]*? (?:open(?:s|ed)?|clos(?:es|ed)|shuts?|plays|airs|shows|goes out"
        rf"|starts|begins"
        rf"|(?:is|are) fed|comes? on)(?: [a-z]+){{0,3}}? at (?P<named>{_HOUR})(?={ENDED})"
    ),
    re.compile(
        rf"(?<!\w)(?:until|till|(?:is|are) by|no later than) (?P<named>{TWELVE})(?={ENDED})"
    ),
    re.compile(
        rf"(?<!\w)[Tt]he (?P<named>{_LATE}:[0-5]\d)(?= (?!ratio|split|mix|odds|rate)[a-z]+(?!\w))"
    ),
    re.compile(
        r"(?<![\w.,:])(?P<named>(?:[01]?\d|2[0-3])\.[0-5][05] (?:to|until|–|-) (?:[01]?\d"
        r"|2[0-3])\.[0-5][05])(?=:)"
    ),
    # "on Tuesdays at 6, the others at 7.30".
    re.compile(
        rf"(?<!\w){_DAY}s?,?(?: \d{{1,2}} [A-Z][a-z]+,?)? (?:at|from|until|before|after|by) "
        rf"(?P<named>{TWELVE}(?:[.:][0-5]\d)?)(?={ENDED})"
    ),
    re.compile(
        rf"(?<!\w){_DAY}s?,? at {TWELVE}(?:[.:][0-5]\d)?, [^.;:!?]{{3,40}} at "
        rf"(?P<named>{TWELVE}(?:[.:][0-5]\d)?)"
        rf"(?={ENDED})"
    ),
    # "The bulletin at 6 is heard".
    re.compile(rf"(?<!\w){SERVICE} at (?P<named>{TWELVE})(?={ENDED}| (?:is|was|has|will)(?!\w))"),
    # "Open Mondays to Fridays, 9–5", "shuts from 1 to 2 for lunch", "call between 9 and 5".
    re.compile(
        rf"(?<!\w){_DAY}s?,? (?P<named>{TWELVE}(?:[.:][0-5]\d)?(?: ?[–-] ?| to "
        rf"){TWELVE}(?:[.:][0-5]\d)?)(?={ENDED})"
    ),
    re.compile(
        rf"(?<!\w){_OPEN}(?!\w)[^.;!?]{{0,40}} (?:from|between) (?P<named>{TWELVE}(?:[.:][0-5]\d)?"
        rf" (?:to|and|until|till) {TWELVE}(?:[.:][0-5]\d)?)"
        rf"(?={ENDED}| (?:for (?:lunch|tea|prayers|cleaning)|on|every|each|daily|except)(?!\w))"
    ),
)
"""Patterns whose group `named` is a time of day."""

# Persons by what they do; things end so as well.
_NO_PERSON: Final = one_of(
    "number figure tractor computer counter order water power tower river letter paper quarter "
    "matter"
    " factor motor sector corridor error mirror elevator escalator reactor generator meter summer"
    " winter weather folder ladder border layer boiler cooler heater printer scanner server router"
    " container trailer cutter trawler freighter liner tanker burner blower charter chapter cluster"
    " cover center barrier carrier buffer filter shelter timber fiber other former latter copper "
    "silver"
    " cancer fever butter corner chamber member_count total mean median average score share rate "
    "age"
    " newspaper helicopter steamer schooner cooker reminder remainder gender tender register major"
    " minor floor door indicator monitor radiator transistor vector color divider newsletter amber"
)
_DOER: Final = (
    rf"(?:(?!{_NO_PERSON}(?!\w))[a-z]{{3,}}(?:er|or)|[a-z]{{2,}}(?:ist|ian|eer|smith|wright|man"
    rf"|woman|herd"
    r"|keeper|maker|hand|boy|girl)|vet|nun|monk|chef|cook|aunt|uncle|twins?|triplets|violin|cello"
    r"|soprano"
    r"|tenor|baritone|bass|widow|heir|tramp|thief|clerk|pilot|priest|groom|bride|ambassador|consul)"
)
_THEIR: Final = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir|[Oo]ne)"

_VERB: Final = (
    r"(?:who|whose|is|was|has|had|says|said|lives|lived|runs|ran|works|worked|knows|knew|remembers"
    r"|remembered|did|would|could|left|came|went|stayed|died)"
)

AGES: Final = (
    # "Rossi, 78, was out", "At 78 she swims", "in her 80s", "someone under 35".
    re.compile(rf"(?:^|[.!?;] |[\"“] ?)[A-Z][a-z]+, (?P<named>{OLD})(?=, {_VERB}(?!\w))"),
    re.compile(rf"(?:^|[.!?:;] )At (?P<named>{OLD})(?= (?:she|he|I)(?!\w))"),
    re.compile(
        r"(?<!\w)[Ii]n (?:his|her|their|my|our) (?:early |mid-|mid |late )?(?P<named>[2-9]0s)(?!\w)"
    ),
    re.compile(
        rf"(?<!\w)(?:[Ss]ome|[Aa]ny|[Ee]very|[Nn]o ?)(?:one|body) (?:aged )?(?:under|over|below"
        rf"|above) (?P<named>{OLD}){NO_MORE}(?! (?:days|weeks|months|hours|minutes|points|kg|cm)"
        r"(?!\w))"
    ),
    # "The judge, 61, retires", "his brother, 29, were", "Prisoner A4512CE, 47, wrote".
    re.compile(
        rf"(?<![\w-])(?:{_THEIR} (?:[a-z-]+ ){{0,2}}?(?:{PERSON}|{_DOER})(?: (?:of|in|from|at) "
        rf"[^.,;:!?()\d]{{3,40}})?"
        rf"|[A-Z][a-z]+(?<=er) (?:[A-Z]\w*\d\w*|[Nn]o\.? ?\d+))(?:, (?:now |then |aged |only |just "
        rf")?| \((?:now |aged )?)(?P<named>{OLD}){NO_MORE}"
        r"(?=[,)](?! (?:of (?:whom|which|them)|most|many)(?!\w)))"
    ),
    # "Verdi was 73 when he", "a boy of 11 found it", "you must be 17 to drive".
    re.compile(rf"(?<!\w)[A-Z][\w'-]+ was (?:only |just )?(?P<named>{OLD})(?= when s?he(?!\w))"),
    re.compile(
        rf"(?<!\w)[Aa]n? (?:[a-z]+ )?(?:{PERSON}|{_DOER}) of (?:only )?(?P<named>{OLD}){NO_MORE}"
        r"(?= (?:[a-z]{2,}ed|found|saw|took|brought|fell|ran|heard|won|got|made|wrote|kept"
        r"|led)(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)(?:[Yy]ou|[Ww]ho|[Oo]ne|[Aa]nyone|[Ee]veryone|[Dd]rivers|[Rr]iders|[Mm]embers"
        rf"|[Aa]pplicants"
        rf"|[Vv]oters|[Cc]andidates) must be (?P<named>{OLD}){NO_MORE}(?={ENDED}| to [a-z]| or over"
        rf"| when)"
    ),
    re.compile(
        rf"(?<!\w)must be {OLD} to [^.;:!?\d]{{1,40}} (?:and|but) (?P<named>{OLD})(?= to [a-z])"
    ),
    re.compile(
        rf"(?<!\w)(?:rated|certificate|certified) (?P<named>12A?|15|18|16|6)(?={ENDED}| (?:in|by"
        rf"|for)(?!\w))"
    ),
    # "freed at 61", "Sergeant Hale, 39, was first".
    re.compile(
        r"(?<!\w)(?:freed|died|retired|married|released|widowed|orphaned|ordained|elected|knighted"
        r"|emigrated"
        rf"|crowned|executed|convicted|qualified|left school|started work) at "
        rf"(?P<named>{OLD}){NO_MORE}(?={ENDED})"
    ),
    re.compile(
        r"(?<!\w)(?:Sergeant|Constable|Captain|Major|Colonel|Lieutenant|Inspector"
        r"|Judge"
        r"|Justice|Professor|Nurse|Rabbi|Imam|Bishop|Lord|Lady|Miss|Rev\.?|Reverend|Pastor|Chef"
        r"|Coach"
        r"|Corporal|Admiral|Chief|Superintendent|Warden|Governor|Skipper) [A-Z][\w'-]+(?: "
        r"[A-Z][\w'-]+)?, "
        rf"(?P<named>{OLD}){NO_MORE}(?={ENDED})"
    ),
    # "I was 14 when the pit closed", "She was 19 and he 23 when they met", "I am 81."
    re.compile(
        rf"(?<!\w)(?:[Ss]he|[Hh]e|I|{NAMED}) (?:{IS}) (?P<named>{OLD})"
        rf"(?=,? (?:when|and) (?:I|he|she|they|we|the|it|his|her|my|{NAMED})(?!\w)(?! (?:\w+ "
        rf")?{OLD}(?!\d))"
        rf"| and (?:s?he|I|her \w+|his \w+) (?:was )?{OLD}(?: when(?!\w)|{ENDED}))"
    ),
    re.compile(
        rf"(?<!\w)(?:[Ss]he|[Hh]e|I) {IS} {OLD} and (?:s?he|I|her \w+|his \w+) (?:was )?"
        rf"(?P<named>{OLD})(?= when(?!\w)|{ENDED})"
    ),
    re.compile(
        rf"(?<!\w)I(?:'m| am) (?:now |only |just )?(?P<named>{OLD})(?={ENDED}| and (?:I|have"
        rf"|still)(?!\w))"
    ),
    # "At 72, he still leads"; "whoever turns 18 by polling day".
    re.compile(
        rf"(?:^|[.!?:;] |, (?:and|but) )[Aa]t (?P<named>{OLD})(?=, (?:she|he|I|{NAMED})(?!\w))"
    ),
    re.compile(
        rf"(?<!\w)(?:[Ww]hoever|[Ww]ho|[Aa]nyone|[Ee]veryone|[Yy]ou|they|[Ss]he|[Hh]e|I|{NAMED}) "
        rf"(?:\w+ )?"
        rf"(?:turns?|turned|turning) (?P<named>{OLD}){NO_MORE}(?={ENDED}| {SMALL}(?!\w))"
    ),
    # "The sixth form takes pupils from 16 to 18".
    re.compile(
        r"(?<!\w)(?:pupils|students|children|boys|girls|youngsters|teenagers|apprentices|recruits"
        r"|cadets"
        rf"|learners|offenders) (?:from|between) (?P<named>{OLD} (?:to|and) "
        rf"{OLD}){NO_MORE}(?={ENDED})"
    ),
)
"""Patterns whose group `named` is somebody's age."""
