"""English words that set one figure against another: "Leith (8) exceeds Wick (5)"."""

from __future__ import annotations

from typing import Final

from builder.language.weighing import Weighing

_OTHER: Final = r"(?= (?:the|its|their|that|this|those|our|what|\ufffc))"

WEIGHING: Final = Weighing(
    more=r"(?:(?<=times )|(?<=twice ))as (?:many|much|high|large|big|long|often|heavy|dear|strong)"
    r"|more|higher|larger|bigger|greater|longer|dearer|costlier|heavier|wider|taller"
    r"|(?:exceed|outnumber|surpass|outweigh|outstrip)(?:s|es|ed|ped|ing)?",
    less=r"less|fewer|lower|smaller|shorter|cheaper|lighter|narrower",
    than="than|as",
    against="against|versus|compared with|compared to|to",
    now="now|today|currently|this year|at present",
    once="before|earlier|yesterday|formerly|once|last year|previously",
    denies="instead of|rather than|short of|not|no|never|without|may|might|could|would|should|n’t"
    "|neither|nor",
    times="times",
    over="more than|over|above",
    whereas="whereas|while|after",
    above=rf"(?:above|over|in excess of){_OTHER}",
    below=rf"(?:below|under|beneath|(?:just )?short of){_OTHER}",
    exceeds=r"exceed(?:s|ed|ing)?|top(?:s|ped)|dwarf(?:s|ed)?|outnumber(?:s|ed)?|surpass(?:es|ed)?"
    r"|outstrip(?:s|ped)?|outweigh(?:s|ed)?|oversh(?:oots?|ot)|pass(?:es|ed)|covers?|covered|dwarfing",
    misses=r"undercuts?|(?:is|are|was|were) no match for|f[ae]lls? short of"
    r"|(?:comes?|came|gets?|got) nowhere near",
    risen=r"up (?:on|from)",
    fallen=r"down (?:on|from)",
    leads="leads?|led|(?:is|are|was|were) ahead of|beats?",
    trails="trails?|trailed|lags?(?: behind)?|lagged(?: behind)?|(?:is|are|was|were) behind",
    slower="slower|later",
    faster="faster|quicker|sooner|earlier",
    reaches="reach(?:es|ed)?|match(?:es|ed)?|come (?:near|close to)",
    mere="only|just|merely|barely|a mere",
    but="but|against|compared with|compared to|as against|as opposed to|versus|although|though",
    be=r"is|are|was|were|which (?:is|was)|and so|still|now|c[ao]mes? in|stay(?:s|ed)|remain(?:s|ed)"
    r"|stands?|stood|lies?|lay|end(?:s|ed) up|runs?|ran|costs?|pays?|paid|has|have|had|makes?|made",
    passive="is|are|was|were|been|being|be",
    breaks="and|but|while|whereas|than|if|because|when|who|which|by|or|nor|though|although|where"
    "|since|as|so|after|before",
    folded="twice|thrice|(?:double|triple|treble|quadruple)(?= (?:the|that|those|its|their|what))",
    like="as|than",
    part_of="as|those|that|the|of (?:the|those|that|what|its|their)",
    by_less="less|fewer|lower|smaller|shorter|cheaper|below",
    by_more="more|higher|larger|bigger|longer|greater|dearer|above",
    hedges="about|around|roughly|some|approximately|almost|nearly|all but|just|more than|less than"
    "|over|under|well over|well under|at least|only|exactly",
    means="at|with",
)
