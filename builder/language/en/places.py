"""English nouns of places, parts and things that are called by numbers: "Berth 7 is dredged".

They stand before counts as well, "in field 9 were found", so that they number only where a phrase
ends or what cannot be counted comes next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from builder.language.designations import NUMBER, WHOLE, placed
from builder.language.lexicon import ENDED
from builder.language.years.rule import one_of

# What stands and may be pointed at: "Berth 7 closed" counts nothing either.
_STANDS: Final = (
    "berth quay wharf jetty mooring hangar runway bay gallery field paddock pasture parcel "
    "courtroom"
    " theatre hut cabin lodge checkpoint locker shelf cabinet drawer carton crate strongroom vault"
    " depot barn turbine tower shaft borehole well sluice weir pumping_station silo kiln"
    " furnace boiler pool lane wing cell dormitory station siding signal_box crossing tunnel pylon"
    " buoy beacon milepost lifeboat branch chapter squad company platoon battery squadron regiment"
    " battalion peak piste pitch classroom lecture_hall laboratory lab studio workshop warehouse "
    "ramp"
    " stairwell staircase entrance ward platform gate room pier reactor flat building house "
    "district"
    " zone junction exit hall court unit dock stand post box locker store shed lock pump tank block"
    " landing stop signal bridge mast watch crew team patrol lift tow trail camp counter desk "
    "window"
    " shop trap hole green sector"
)
# No verbs: "channel" is one, "episode" none.
_NAMES: Final = (
    "berth quay wharf jetty mooring hangar runway gallery paddock pasture courtroom"
    " theatre hut cabin lodge checkpoint locker cabinet drawer carton crate strongroom vault"
    " depot barn turbine tower borehole sluice weir pumping_station silo kiln"
    " furnace boiler lane dormitory siding signal_box pylon"
    " buoy milepost lifeboat squadron regiment battalion piste classroom lecture_hall"
    " laboratory lab workshop warehouse stairwell staircase"
    " folio episode series verse scene standing_order memo log strain clone species heading mark"
    " operation code subdivision subarea cluster cohort principle criterion variable exhibit "
    "specimen"
    " bundle invoice voucher amendment ordinance byelaw byway footpath trigger_point call_sign"
    " grid_square juror pillar theme lesson key_stage extension hive batch trench cab rank"
    " kilometre row seat recital hymn psalm sonnet sonata symphony concerto prelude register ledger"
    " highway compartment carriage coach gondola chairlift apartment suite appendix folio cell"
    " trial_pit grave tomb barrow stall pavilion kiosk bus_stop tram_stop stop_number"
)
# Verbs as well, "we order 12": names after a word of place, and where a sentence begins.
_ALSO_VERBS: Final = (
    "dock stand bay field plot parcel court post box folder file shelf store shed shaft well lock"
    " pump tank pool block wing cell landing station stop halt signal crossing bridge tunnel mast"
    " pole beacon marker branch chapter squad crew shift watch patrol company platoon troop battery"
    " hole green peak lift tow trail camp studio counter desk window ramp entrance shop sheet panel"
    " frame track act heat round race order circular incident entry variety species position"
    " exercise channel area trial arm standard task sample document receipt petition resolution"
    " screen game point find engine ladder stall opinion"
    " square sitting hearing witness defendant speaker candidate strand pitch trap team"
)
_BEFORE: Final = "in at on from to of by near via behind under into for and"
_AFTER: Final = "".join(f"|(?<={word} )" for word in _BEFORE.split())
_CALLED: Final = "|".join(
    f"{each[0].upper()}{each[1:]}" for each in _ALSO_VERBS.replace("_", " ").split()
)
_MANY: Final = (
    "berths docks bays galleries fields plots courts courtrooms huts boxes folders shelves turbines"
    " towers shafts wells pumps tanks kilns lanes blocks wings cells stations stops bridges posts"
    " mileposts crews branches holes channels episodes rules entries boreholes"
    " classrooms labs extensions divisions subareas standards exhibits"
)
# What is measured or ranked: "Turnover 12 is low".
_MEASURED: Final = one_of(
    "Volume Turnover Price Cost Total Rank Average Share Score Rate Number Value Sum Loss Profit"
    " Output Capacity Attendance Membership Age Count Result Temperature Speed Index Median Mean"
    " Maximum Minimum Limit Target Only Just About Over Under Nearly Almost Some Around Perhaps"
    " Maybe Today Now Yet Still Here There And But Of At In On To For By From Than With If When"
    " Since Because While As Or Not No The A An This That It He She They We You Its His Her"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December Staff Crew Population"
    " Crime Revenue Income Debt Traffic Unemployment Employment Inflation Poverty Growth Demand "
    "Supply"
    " Wage Pay Rent Tax Spending Spend Budget Deficit Surplus Waste Energy Use Consumption "
    "Production"
    " Distance Weight Height Length Depth Width Area Duration Time Delay Pressure Level Water Land"
    " Money Housing Fleet Stock Herd Catch Harvest Yield Cover Coverage Gap Difference Increase"
    " Decrease Rise Fall Drop Ratio Percentage Proportion Overtime Footfall Ridership Freight Cargo"
)
# What no number of its own is called by where it has no article: "in winter 12", "at school 3".
_BARE: Final = one_of(
    "day week month year winter summer spring autumn night morning noon midnight evening weekend "
    "today"
    " tomorrow advance total all average fact general particular turn time addition half need place"
    " number store stock trade debt use service sight school prison court hospital church town "
    "college"
    " university work home bed sea land board office custody care jail bus car train foot bike rail"
    " road air boat ferry plane tram coal gas oil wind water wood wheat barley energy money tax "
    "rent"
    " staff crew detention training employment retirement business industry farming fishing "
    "transport"
    " housing health education research science sport culture peace war office power parliament"
    " committee common practice theory law public private private what which this that these those "
    "each"
    " every the a an its his her their our my your some any no another least most more less about "
    "over"
    " under around nearly almost just only up down out off per plus minus times than and or but"
)
_INTO: Final = (
    "in|at|on|to|under|near|behind|beside|past|outside|opposite|onto|into|via|towards|above|below"
)
_ACTS: Final = (
    r"(?:[a-z]{2,}(?:ed|es|s)|shut|fell|rose|kept|held|led|ran|sank|took|gave|went|grew|met)"
)
_OBJECT: Final = (
    r"(?:the|an|its|his|her|their|every|each|no|this|twice|once|again|a(?! (?:day|week|month|year"
    r"|night"
    r"|time)))"
)
_STANDING: Final = (
    r"(?:closed|reopened|opened|stood|lay|ran|led|began|ended|flooded|burned|burnt|joined|met|sat"
    r"|landed|arrived|set|went|replaced|stopped|stayed|held|housed|caught|collapsed|failed|handled"
    r"|froze"
    r"|sank|leaked|leads|lies|sits)"
)


def places(joints: str, each: str, goes_on: str, are: str, small: str) -> Iterator[re.Pattern[str]]:
    """Yield what finds their numbers, given what numbers of all such nouns are told by."""
    word = rf"(?:{one_of(_NAMES)}|(?:(?:^|(?<=[.!?:;] )|(?<=\d, ){_AFTER}){one_of(_ALSO_VERBS)}"
    word += rf"|(?-i:(?<=[a-z,] )(?:{_CALLED})))){WHOLE}"
    yield from placed(word, one_of(_MANY), joints, each, goes_on, are)
    # "Berth 7 closed for a week", at the beginning of a sentence; "Team 12 won" may be how many.
    yield re.compile(
        rf"(?:^|[.!?:;—–] )[\"“„«(]?(?i:{one_of(_STANDS)}) (?P<named>{NUMBER})"
        rf"(?= {_STANDING}(?:{ENDED}| (?:{small}|[A-Za-z]+ly|out|up|off|down|still|empty|idle"
        rf"|\d)(?!\w)))"
    )
    # "Kiln 3 is cold": before a verb of one thing nothing is counted.
    yield re.compile(
        rf"(?:^|[.!?:;] |, (?:and|but|while|where) )[\"“„«(]?(?!(?i:{_MEASURED})(?!\w))"
        rf"[A-Z][a-z]{{2,}}(?<!s)(?<!ly)(?: (?!(?i:{_MEASURED}|{small})(?!\w))[a-z]{{3,}}(?<!s))? "
        rf"(?P<named>{NUMBER})"
        r"(?=(?:'s|(?: (?:alone|itself|also|still|now|only))? (?:is|was|has|does|isn't"
        r"|wasn't))(?!\w))"
        r"(?!\w* (?:per|%))"
    )
    # "at point 9.", "in register 4, under": a noun without its article is called by what follows.
    yield re.compile(
        rf"(?<!\w)(?:{_INTO}|[A-Z](?<=I)n|At|On) (?!(?:{_BARE}|{small}|{_MEASURED.lower()})(?!\w))"
        rf"(?:[a-z]+ )?(?!(?:{_BARE}|{small})(?!\w))[a-z]{{3,}}(?<!s)(?<!ly)(?<!ing)(?<!ed)(?<!er)"
        rf" (?P<named>{NUMBER})(?=[.,;)](?! ?\d)|$)"
    )
    # "Screen 2 shows the film", "Hive 6 swarmed twice": what follows the verb is its object.
    yield re.compile(
        rf"(?:^|[.!?:;] )[\"“„«(]?(?!(?i:{_MEASURED}|{_BARE}"
        rf"|{small})(?!\w))[A-Z][a-z]{{2,}}(?<!s)(?<!ly)"
        rf"(?<!wide)(?<!where)(?<!ward) (?P<named>{NUMBER})(?= {_ACTS} {_OBJECT}(?!\w))"
    )
    # "Row G, seat 14, has", "Hall 7, stand C31, is ours".
    yield re.compile(
        rf"(?<!\w)[A-Z]?[a-z]+(?<!s) (?:[A-Z]|[A-Z]?\d{{1,4}}[a-z]?), (?!(?:{_BARE}|{small}"
        rf"|{_MEASURED.lower()})"
        rf"(?!\w))[a-z]{{3,}}(?<!s) (?P<named>{NUMBER})(?=,|{ENDED}| (?:is|was|has)(?!\w))"
    )
    yield re.compile(
        rf"(?:^|[.!?:;] )(?!(?i:{_MEASURED}|{_BARE}|{small})(?!\w))[A-Z][a-z]{{2,}}(?<!s) "
        rf"(?P<named>{NUMBER})"
        r"(?=, [a-z]{3,}(?<!s) [A-Z]?\d{1,4}(?:,|\.?$| (?:is|was|has)(?!\w)))"
    )
    yield re.compile(
        r"(?:^|\| ?)(?:Day|Step|Round|Stage|Session|Meeting|Week|Visit) (?P<named>\d{1,3})(?=[,:] )"
    )
