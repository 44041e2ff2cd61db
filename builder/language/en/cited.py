"""English citations of law, hours in lists and what else names, whatever follows."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, listed

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
        rf"(?<![\w'-])(?:ss?|regs?|paras?|arts?|sch|scheds?|cls?|rr?|subs?|subss|pts?|ann?)\. ?"
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
