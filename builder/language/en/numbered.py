"""English words of what is numbered and counts nothing: registers, scales, classes, shifts.

Beside them citations of law, hours in lists and what else names, whatever follows.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, listed, ordinals
from builder.language.lexicon import ENDED

ORDINAL: Final = r"\d{0,2}(?:1st|2nd|3rd|\dth)"
"""A number of a place in an order, written in digits."""

_PLURAL: Final = r" (?:[a-z-]+ )?[a-z-]{2,}(?<![sui])s(?!\w)"  # roughly
_ROUND: Final = r"(?:\d{0,3}[05]0|\d{1,2},?[05]00|10|20|25)"
_STATES: Final = (
    r"A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
    r"|T[NX]|UT|V[AT]|W[AIVY]"
)

NUMBERED: Final = (
    # "PO Box 12", "Classes 3 and 4 swim".
    re.compile(r"(?<!\w)P\.?O\.? [Bb]ox (?P<named>\d{1,6})(?!\w|[.,]\d)"),
    re.compile(
        r"(?<!\w)(?:Classes|Years|Grades|Forms) (?P<named>1?\d(?:(?:, | and | to | or |–)1?\d)+)"
        rf"(?={ENDED}| (?:are|were|have|had|will|do|did|swim|learn|go|went|came|come|get|got|in|at)"
        r"(?!\w))"
    ),
    # "World War 2".
    re.compile(r"(?<!\w)World War (?P<named>[12])(?![\w%]|[.,]\d)"),
    # "3 The Green", where a street begins with its article.
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,4}[A-Za-z]?)(?= The (?:Green|Close|Square|Avenue|Crescent|Row"
        r"|Mall|Strand|Quay|Lane|Parade|Terrace|Hill|Walk|Mews|Street|Drive|Broadway)(?!\w))"
    ),
    # "Class 3b": a letter behind a number counts nothing.
    re.compile(
        r"(?<!\w)(?:[Cc]lass(?:es)?|[Rr]ooms?|[Gg]ates?|[Hh]all|[Bb]lock|[Yy]ear|[Uu]nit"
        r"|[Pp]latform"
        r"|[Zz]one|[Ff]lat) (?P<named>\d{1,3}[a-f](?:(?:, | and | or )\d{1,3}[a-f])*)"
        r"(?![\w%]|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)[Ff]orce (?P<named>1[0-2]|[1-9])(?= (?:winds?|gales?|storms?)(?!\w)"
        rf"|{ENDED})"
    ),
    # Kinds that are called by a number: "a 25-metre pool", "a 10-trip ticket".
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,3})(?=-(?:metre|meter|m|yard|foot) (?:swimming )?(?:pool|board"
        r"|springboard|lane|platform|sprint|freestyle|butterfly|breaststroke|backstroke|dash"
        r"|badge|tank)s?(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Tt]he|[Aa]|[Oo]ne|[Ii]ts) (?P<named>10|15|20|25|33|50)"
        r"(?= m (?:pool|lane)(?!\w))"
    ),
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,3})(?=-(?:trip|ride|visit|swim|session|journey|entry|day|week"
        r"|month) (?:tickets?|pass(?:es)?|cards?|carnets?|travelcards?)(?!\w))"
    ),
    # "Registered charity no. 1234567", "VAT No. GB 123 4567 89".
    re.compile(
        r"(?<!\w)(?:(?:[Cc]ompany|[Cc]harity|[Rr]egist(?:ered|ration|er|ry)|VAT|[Tt]ax|[Aa]ccount"
        r"|[Cc]ustomer|[Ll]icen[cs]e|EIN|UTR)(?: (?:[Nn]o\.|[Nn]umbers?|ID))?|(?:VAT|[Tt]ax) ID):? "
        r"(?P<named>(?:[A-Z]{1,3} ?)?\d{2,4}(?:[ -]\d{2,5}){1,5}|[A-Z]{0,3}\d{6,12})(?!\w|[.,]\d)"
    ),
    # "a 1:100 scale", "at a scale of 1:100".
    re.compile(r"(?<![\w.,:])(?P<named>1 ?[:/] ?\d{1,4})(?= scale(?!\w))"),
    # "a 1:500 plan", "the plan is at 1:200": scales are round, and a "1:8 plan" may be of staff.
    re.compile(
        rf"(?<![\w.,:])(?P<named>1 ?[:/] ?{_ROUND})"
        r"(?= (?:maps?|plans?|sheets?|drawings?|models?|charts?|survey)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Mm]aps?|[Pp]lans?|[Ss]heets?|[Dd]rawings?|[Mm]odels?)"
        r"(?: (?:is|are|was|were|drawn|printed)){0,2} "
        rf"at (?P<named>1 ?[:/] ?{_ROUND})(?![\w.,:/]\d|\w)"
    ),
    # "The postcode 69200", "New York, NY 10001".
    re.compile(
        r"(?<!\w)(?:[Pp]ost(?:al )?codes?|[Zz][Ii][Pp](?: [Cc]odes?)?)(?: is| of [A-Z]\w+ is|:)? "
        rf"(?P<named>\d{{4,5}}(?:(?:, | and | or | to )\d{{4,5}})*)(?!\w|[.,]\d|{_PLURAL})"
    ),
    re.compile(rf"(?<=, )(?:{_STATES}) (?P<named>\d{{5}}(?:-\d{{4}})?)(?!\w|[.,]\d|{_PLURAL})"),
    re.compile(r"(?<!\w)[Ss]cale (?:of )?(?P<named>1 ?[:/] ?\d{1,4})(?![\w.,:/]\d|\w)"),
    # "a 19th-century hall".
    re.compile(rf"(?<!\w)(?P<named>{ORDINAL})(?=-(?:century|floor|grade|edition))"),
    # "Year 7 pupils", "a Tier 1 provider", "Rule 34 applies", "Top 10 lists".
    re.compile(
        r"(?<!\w)Years? (?P<named>1?\d(?: (?:and|to|or) 1?\d)?)"
        r"(?= (?:pupils?|students?|children|class(?:es)?|teachers?|parents|boys|girls"
        r"|tests?)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Aa]n?|[Ee]very|[Ee]ach|[Aa]nother) (?:[A-Z][\w&'-]* ){1,2}"
        rf"(?P<named>\d{{1,4}}[A-Z]?)(?= [a-z])(?!{_PLURAL}| (?:times|people|per|of|and|or"
        rf"|to)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:Rule|Principle|Standard|Requirement|Condition|Criterion|Bus|Tram|Platform) "
        r"(?P<named>\d{1,3}[A-Z]?)(?= (?:applies|says|stops at|leaves|runs|requires|states|is"
        r"|was|has"
        r"|calls at|serves)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)[Tt]op[ -](?P<named>3|5|10|20|50|100)(?=[ -](?:lists?|rankings?|charts?)(?!\w))"
    ),
    # "open 9 to 5", "a 9-to-5 job".
    re.compile(
        r"(?<!\w)(?:open(?:s|ed)?|works?|working|staffed|hours:?)(?: daily| weekdays)?(?: from)? "
        r"(?P<named>(?:[6-9]|1[0-2]) ?(?:to|–|-) ?(?:[1-9]|1[0-2]))(?=$|[.,;)]| (?:on|daily|and"
        r"|every)(?!\w))"
    ),
    re.compile(r"(?<![\w.,])(?P<named>9(?:-to-|–|-)5)(?= (?:jobs?|shifts?|work|day|hours)(?!\w))"),
    # "the 1842 Act", "the Act of 1842".
    re.compile(
        r"(?<!\w)(?:Act|Treaty|Charter|Constitution|Statute|Edict|Union|Revolution|charter|treaty"
        r"|census|statute) of "
        r"(?P<named>1[0-9]\d\d)(?!\w|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)[Tt]he (?P<named>1[0-9]\d\d)(?= (?:[A-Z][\w-]+ )*(?:Act|Treaty|Charter"
        r"|Constitution|Statute|Convention|census|charter|survey|map|flood|fire|strike|war|act"
        r"|treaty"
        r"|edition|building|plan|fair|exhibition|famine|rising|rebellion|storm|gale)(?!\w))"
    ),
    # "Flat 3, 18 Bridge Street", "numbers 7 to 11 were let", "Friday the 13th", "the 18–34s".
    re.compile(r"(?<!\w)(?:Flat|Unit|Suite|Apartment|Shop) (?P<named>\d{1,4}[A-Za-z]?)(?=, \d)"),
    re.compile(
        r"(?<!\w)[Nn]umbers (?P<named>\d{1,3}[a-z]?(?: to |–|-| and )\d{1,3}[a-z]?)"
        r"(?= (?:are|were|have|had|in [A-Z]|on [A-Z]|of [A-Z]))"
    ),
    re.compile(r"(?<=day )the (?P<named>\d{1,2}(?:st|nd|rd|th))(?!\w| [a-z]+s(?!\w))"),
    re.compile(r"(?<![\w.,–-])(?P<named>\d\d[–-]\d\ds)(?!\w)"),
    re.compile(
        r"(?<!\w)(?P<named>(?:1st|2nd|3rd|\dth)(?: (?:and|to|or) (?:1st|2nd|3rd|\dth))?)"
        r"(?= (?:waves?|quarters?|halves|half(?:-years?)?|trimesters?|semesters?"
        r"|rounds?|editions?|phases?|terms?|world)(?!\w))"
    ),
    # "the 50p coin", "a £1 shop".
    re.compile(
        r"(?<![\w.,])(?P<named>[£€$]\d{1,3}|\d{1,3}[pc])(?= (?:coin|note|shop|bill)s?(?!\w))"
    ),
    re.compile(
        r"(?<!\w)Years (?P<named>1?\d (?:and|to|or) 1?\d)(?= (?:take|took|are|were|have|had"
        r"|will|go|went|learn|study|sit|sat|come|came|read|use|in|at)(?!\w))"
    ),
)
"""Patterns whose group `named` is a designation, whatever follows."""

ORDINALS: Final = ordinals(
    ORDINAL,
    "and|or|to|and the|or the|to the|until the|through the",
)
"""Ordinals that stand before another one, and one alone."""


_H: Final = r"(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?"
_HALF: Final = r"(?:a\.?m|p\.?m)(?:\.(?!\w)|(?!\w))"
_MORE: Final = r"(?! ?%| (?:more|fewer|less|of (?:them|these|those|us)|per cent|percent)(?!\w))"
_LIST: Final = listed("and|or|to")

CITED: Final = (
    # "the Transport Act 1985", "the NHS (Scotland) Act 1978": the word decides.
    re.compile(
        r"(?:[A-Z][\w'-]+|\)|of) (?:Act|Acts|Regulations|Convention|Treaty|Charter|Directive)"
        r" (?:\([A-Z][\w ]+\) )?(?P<named>(?:1[2-9]|20)\d\d)(?!\d|[.,]\d)"
    ),
    # Verbs of a title as well: "Councils Order 2004 Buses".
    re.compile(
        r"(?:[A-Z][\w'-]+|\)) (?:Order|Rules|Measure|Bill|Code|Agreement|Protocol|Statute"
        r"|Ordinance)"
        r" (?:\([A-Z][\w ]+\) )?(?P<named>(?:1[2-9]|20)\d\d)(?!\d|[.,]\d| [A-Z][\w-]+s(?!\w))"
    ),
    # "s. 63", "ss. 12–14", "reg. 7", "para. 4(1)(b)", "(c. 67)", "2019 asp 17", "SSI 2004/22".
    re.compile(
        rf"(?<![\w'-])(?:ss?|regs?|paras?|arts?|sch|scheds?|cls?|rr?|subs?|subss|pts?|ann?|cols?"
        rf"|vols?|fols?)\. ?"
        rf"(?P<named>{_LIST}){_MORE}",
        re.IGNORECASE,
    ),
    re.compile(r"\((?P<named>(?:c|ch|asp|anaw|asc)\.? ?\d{1,3})\)"),
    re.compile(r"(?<!\w)(?P<named>\d{4},? (?:c\.|ch\.|asp|anaw|asc) ?\d{1,3})(?!\w)"),
    re.compile(
        rf"(?<![\w'-])(?:regs?|paras?|vol|cols?|sch) (?P<named>{_LIST}){_MORE}(?! [a-z]+s(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?:day)?s? (?P<named>\d{1,2} ?[–-] ?\d{1,2})"
        r"(?!\w|[.,]\d)"
    ),
    # "88 Fed. Reg. 12345", "42 U.S.C.", "42 CFR 483.10", "Pub. L. 111-148", "[2019] 1 WLR 123".
    re.compile(r"(?<![\w.,])(?P<named>\d{1,3} (?:Fed\. Reg\.|C\.?F\.?R\.?|Stat\.) [\d.]*\d)(?!\w)"),
    re.compile(r"(?<![\w.,])(?P<named>\d{1,2})(?= U\.?S\.?C\.? §)"),
    re.compile(r"(?<!\w)Pub\. ?L\. (?:No\. )?(?P<named>\d{2,3}-\d{1,4})(?!\w)"),
    re.compile(r"(?<=\d\] )(?P<named>\d (?:WLR|AC|QB|KB|Ch|Fam|All ER|Cr App R) \d{1,4})(?!\w)"),
    # "council paper 24/112".
    re.compile(
        r"(?<!\w)(?:paper|report|motion|application|minute|item|petition)"
        r" (?P<named>(?:20)?\d\d/\d{2,5})(?!\w|[./]\d)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)(?:S\.?)?(?:S|N|W)\.?[IRS]\.? (?P<named>\d{4}/\d{1,4})(?!\w)"),
    re.compile(
        rf"(?<!\w)(?:under|by|in|of|see|and|with|to) (?:regulations|rules|subsections|schedules)"
        rf" (?P<named>{_LIST})(?= ?[.,;:)]|$| (?:it|they|the|of the|are|is|and|apply|which)(?!\w))",
        re.IGNORECASE,
    ),
    # "from 4 to 7 a.m.", "8–10 a.m."
    re.compile(
        rf"(?<![\w.,:])(?P<named>{_H}(?: ?[–-] ?| (?:to|and|or|until) ){_H}) ?{_HALF}", re.I
    ),
    re.compile(r"(?<!\w)(?P<named>20|30|40|50|60|70 ?mph)(?= ?mph (?:zones?|limits?|streets?))"),
    re.compile(r"(?<!\w)(?P<named>\d0 ?mph)(?= (?:zones?|limits?|streets?|speed limits?)(?!\w))"),
    re.compile(
        r"(?<!\w)(?:phase|part|stage|step|volume|round) (?P<named>\d{1,2} of \d{1,2})"
        r"(?=[.,;:!?)]|$| (?:is|was|has|will|ends|ended|begins|began|of the)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?i:the|an?|every) No\. ?(?P<named>\d{1,3}[A-Z]?)(?= (?:bus|tram|route|service"
        r"|line)"
        r"(?!\w))"
    ),
    re.compile(r"(?<!\w)(?P<named>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?!\w)"),
)
"""Patterns whose group `named` counts nothing, whatever follows."""

HOURS: Final = (re.compile(rf"{CLOCK}(?:,? (?:or|and|to|until)|,) (?P<named>{CLOCK})"),)
"""Patterns whose group `named` is a time of day, but for what lasts so long."""

ENACTED: Final = re.compile(
    r"(?<!\w)(?:Acts?|laws?|orders?|decrees?|resolutions?|directives?|regulations?|decisions?"
    r"|judgments?"
    r"|rulings?|circulars?)(?: (?:No\.|no\.|\()[^.;!?]{0,30})? (?:of|dated) $",
    re.IGNORECASE,
)
"""What stands before the date of an act that is cited, which is no figure's."""

MONTH_LEADS: Final = True
"""Whether a month may stand before its day."""
