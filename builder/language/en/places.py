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
    " grid_square juror pillar theme lesson key_stage extension"
)
# Verbs as well, "we order 12": names after a word of place, and where a sentence begins.
_ALSO_VERBS: Final = (
    "dock stand bay field plot parcel court post box folder file shelf store shed shaft well lock"
    " pump tank pool block wing cell landing station stop halt signal crossing bridge tunnel mast"
    " pole beacon marker branch chapter squad crew shift watch patrol company platoon troop battery"
    " hole green peak lift tow trail camp studio counter desk window ramp entrance shop sheet panel"
    " frame track act heat round race order circular incident entry variety species position"
    " exercise channel area trial arm standard task sample document receipt petition resolution"
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
