"""English words that set one figure against another: "Leith (8) exceeds Wick (5)"."""

from __future__ import annotations

from typing import Final

from builder.language.weighing import Weighing

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
)
