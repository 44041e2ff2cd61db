"""English words that tell what is added up from what is not, and lists of all from lists of some.

They stand in heads of columns and rows, and in the words that a table or chart is shown with.
"""

from __future__ import annotations

import re
from typing import Final

_MEANS: Final = (
    r"[%‰°±]|(?<!\w)\w+/(?!year|month|week|day)\w|(?<!\w)(?:per|each)(?!\w)"
    r"(?! (?:year|annum|month|week|day|quarter|season))"
    r"|(?<!\w)(?:averages?|means?|medians?|rates?|ratios?|shares?|percent(?:ages?|iles?)?"
    r"|ind(?:ex|ices)|ranks?|rankings?|scores?|ratings?|deviations?|(?:standard|sampling) errors?"
    r"|margins?|confidence|cv|coefficients?|variability|uncertainty|densit(?:y|ies))(?!\w)"
)
MEANS: Final = re.compile(_MEANS, re.IGNORECASE)
"""What is said of means, shares, rates and spreads, of which no line is added to another."""

AVERAGED: Final = re.compile(
    r"(?<!\w)(?:averages?|avg\.?|mean|medians?|rate|ratios?|percentiles?)(?!\w)", re.IGNORECASE
)
"""What heads means, medians and rates, and nothing that adds up."""

RATES: Final = re.compile(
    rf"{_MEANS}"
    r"|(?<!\w)(?:typical|unit|prices?|fares?|fees?|tariffs?|charges?|wages?|salar(?:y|ies)"
    r"|pay"
    r"|earnings|rents?|ages?(?! (?:groups?|bands?|class))|aged|grades?|marks?|levels?"
    r"|temperatures?|speeds?|distances?|durations?|lengths?|widths?|heights?|depths?|sizes?"
    r"|wait(?:s|ing)?|times?|days|hours|minutes|changes?|growth|increases?|differences?|gaps?"
    r"|errors?|intervals?|coverage|occupancy|utili[sz]ation|yields?|intensity|efficiency"
    r"|satisfaction|maxim(?:um|a)|max|peaks?|highest|lowest|minim(?:um|a)|min|probabilit(?:y|ies)"
    r"|odds|factors?|multiples?|expectancy|since|opened|code|balances?|stocks?"
    r"|net)(?!\w)",
    re.IGNORECASE,
)
"""What heads numbers that do not add up: these, and prices, ages, lengths and times."""

ADDED: Final = re.compile(
    r"(?<!\w)(?:number|numbers|counts?|people|persons?|inhabitants|residents|population|visitors"
    r"|visits|pupils|students|teachers|staff|employees|employed|unemployed|employment|workers"
    r"|arrivals|nights|stays|jobs|posts|deaths|births|cases"
    r"|patients|beds|households|dwellings|homes|schools|libraries|loans|books|trips|journeys"
    r"|passengers|vehicles|cars|sales|revenues?|turnover|spending|expenditure|budget"
    r"|investments?|exports|imports|production|votes|seats|members"
    r"|farms|firms|companies|applications|complaints|permits|women|men|boys|girls|children"
    r"|donations)(?!\w)",
    re.IGNORECASE,
)
"""What heads counts and amounts, which a total adds up."""

_EVENTS: Final = (
    r"(?:(?:first|last|latest|next|originally|most recently|re|newly|officially|year|date)[ -])?"
    r"(?:(?:re)?opened|closed|(?:re)?built|founded|established|est\.?|started|began|begun|launched"
    r"|completed|finished|ended|(?:de)?commissioned|installed|constructed|erected|renovated"
    r"|refurbished|restored|extended|expanded|modernised|modernized|upgraded|converted"
    r"|inaugurated|created|formed|incorporated|born|died|adopted|enacted|ratified|signed|joined"
    r"|acceded|published|released|introduced|retired|withdrawn|abolished|merged|demolished"
    r"|acquired|purchased|elected|appointed|expires|electrified"
    r"|discovered|invented|patented|manufactured|licensed|renamed"
    r"|enlarged|audit|award|edition|release|election|flood|due|dissolved|privatised|nationalised"
    r"|(?:re)?opening|closure|closing|construction|foundation|founding|establishment|launch"
    r"|completion|commissioning|inauguration|renovation|refurbishment|accession"
    r"|entry into (?:force|service)|start|end|birth|death|publication|adoption|ratification"
    r"|creation|installation|inspection|expiry|modernisation|electrification)"
)
YEARS: Final = re.compile(
    rf"(?:{_EVENTS}(?:(?: (?:in|on|by|to|for|at|as|of|since|from)(?!\w).*)?| (?:years?|dates?))"
    r"|(?:(?:member|in (?:service|use|force|operation|office)) )?since|from|until|till|to|through"
    r"|in|(?:first|last|latest) (?:used|inspected|surveyed|replaced|moved|awarded|seen|sighted"
    r"|recorded|mentioned|documented|described|attested|heard|listed)(?: in)?"
    r"|(?:first|last|latest|earliest|oldest) (?:mention|record|sighting|attestation|evidence)"
    r"|as of|deadline|planned for|season|vintage|cohort|fy"
    r"|years|(?:date|year)(?: (?:of|the|when|in|it|ending|ended|first|last)(?!\w).*"
    rf"| {_EVENTS})?"
    r"|(?:(?!per |a |each |every |this |last |by |the |in |of |for )[\w-]+ ){1,2}(?:year|date))",
    re.IGNORECASE,
)
"""What heads calendar years: they, or what happened in them."""

CHOSEN: Final = re.compile(
    r"(?<!\w)(?:select(?:ed|ion)|some|top|largest|biggest|leading|main|most|highest|lowest"
    r"|smallest|major|chosen|samples?|examples?|extracts?|excerpts?|only|few|among|including|not"
    r"|without|exclud\w+|except|incomplete|part(?:ial|ly)?|first|last|best|worst|known|listed|of"
    r" all|where (?:known|stated))(?!\w)",
    re.IGNORECASE,
)
"""What says that a list is one of some alone."""

OVERLAP: Final = re.compile(
    r"(?<!\w)(?:several|multiple|more than one(?:ce)?|overlap\w*|twice|double|distinct|unique"
    r"|unduplicated|different|both|once|joint\w*|shared|reasons?|answers?|responses?|motives?"
    r"|obstacles?"
    r"|barriers?|symptoms?|languages?|channels?|wish(?:es)?|skills?|of which|thereof|intra\w*"
    r"|consolidat\w+|eliminat\w+)(?!\w)",
    re.IGNORECASE,
)
"""What says that lines hold some of the same, so that their total is less than they come to."""

ROUNDED: Final = re.compile(r"(?<!\w)round(?:ed|ing|ings)(?!\w)", re.IGNORECASE)
"""What says that numbers were rounded before they were written."""

OTHERS: Final = re.compile(
    r"(?:all )?(?:the )?(?:others?|rest|remaining|remainder|miscellaneous|elsewhere)(?!\w).*"
    r"|unknown|not (?:known|stated)",
    re.IGNORECASE,
)
"""What heads the line of all that no other line names."""

PAIR: Final = re.compile(r"(?:(men|males?|boys)|(women|females?|girls))", re.IGNORECASE)
"""Two lines that hold all between them, each a group: women and men."""

TWICE: Final = re.compile(
    r"(?<!\w)(?:users?|customers|clients|patients|visitors|members|participants|beneficiaries"
    r"|recipients|borrowers|subscribers)(?!\w)",
    re.IGNORECASE,
)
"""Who may come to several of what is listed, and is one in all."""

SAYING: Final = ("selected", "several answers", "of which")
"""How it is said that lines are some of all, that they overlap, and that one holds another."""

TOTALLING: Final = r"in total|in all|altogether|overall|all told|(?:a|the) total of"
IN_ALL: Final = r"in total|in all|altogether|overall|all told"
"""What stands before the number of a total, with a few words between, and what stands behind it."""

MADE_OF: Final = (
    r"that is(?: to say)?|namely|i\.e\.|made up of|composed of|consisting of|comprising"
)
"""What stands between a total and all of its parts."""

OF_ALL: Final = r"of(?: the| all(?: the)?| these)?|out of(?: the| all(?: the)?)?|among the"
"""What begins a sentence before a whole, of which a part follows."""

NO_PARTS: Final = (
    r"than|more|fewer|less|per|each|after|before|until|up|down|instead|rather|against"
    r"|average|or|if|not|rose|fell|grew|of which|of them|of these|thereof|including"
)
"""What stands beside numbers that are none of these parts."""

APART: Final = r"to|and|in|on|at|by|with|for|from|against"
"""What between two numbers says that neither is a part of the other."""

JOINED: Final = "and|plus"
"""What joins the last part to the others."""

EVERY: Final = "all|everyone|everybody"
NOBODY: Final = "none|nobody|no one|not one"
NO: Final = "no"
"""What says of all, and of none, before a figure in brackets; and of none of a thing."""

REST: Final = r"the (?:rest|others|remainder)"
REMAINING: Final = "the remaining"
"""What names the rest of a whole, before a pause or its figure."""

ADDED_UP: Final = rf"{TOTALLING}|together|taken together"
"""What stands before what is added up, or before what that comes to."""

AS_MANY: Final = (
    r"(?<!times )(?<!twice )(?<!thrice )(?<!half )(?<!third )(?<!not )"
    r"(?:almost |nearly |just |about )?as (?:many|much)"
)
HARDLY: Final = "hardly|barely"
"""What says that one is about as much as another, and how little more or less it is."""

OUTDOES: Final = "outdoes|outdid|tops|topped|beats?"
"""What says that one is more than another, before its figure."""

TOGETHER: Final = "together|between them"
"""What adds up no more than what is named beside it."""

COME_TO: Final = "add(?:ed)? up to|total(?:led)?"
"""What stands between two figures and what they come to."""

STAYS: Final = (
    r"(?:stay(?:s|ed)?|remain(?:s|ed)?|held|stuck|kept|frozen|froze)"
    r"(?: frozen| unchanged| steady)? at|unchanged at"
)
FROZEN: Final = (
    r"frozen|unchanged|(?:has|have) not changed|did not change"
    r"|(?:hardly|barely|scarcely) (?:changed|moved|risen|fallen|grown)"
)
"""What says that something stayed what it was: before its figure, and before two."""

ONCE: Final = "then|before|earlier|formerly|last year"
NOW: Final = "now|today|this year|currently"
"""What stands behind a figure of another time, and of this."""

YEAR: Final = "in "
OF_YEAR: Final = ""
"""What stands before and behind a year that does so."""

MORE: Final = "more|extra"
LESS: Final = "(?<!or )(?:fewer|less)"
"""What says that there is more, or less, where two figures follow behind a colon."""

COMES_TO: Final = (
    r"add(?:s|ed)? up to|sums? to|mak(?:e|es|ing) up|makes? a total of|totals?|totalled|numbers?"
)
AMONG_THEM: Final = "between them|together|combined"
"""What stands between parts and what they come to, and what does so behind that."""

AS_MUCH: Final = r"as (?:many|much|high|long|large|often)"
AS: Final = r"as(?!\w)"
"""What says before two figures that they are the same, and what stands between these."""

STOPPED: Final = r"stopped|halted|ended|over|arrested|stemmed"
"""What says beside a word of change that it has come to its end."""
