"""English words of more and less, of goals, and of shares without a number."""

from __future__ import annotations

from typing import Final

from builder.language.sides import Sides

SIDES: Final = Sides(
    gives=r"there (?:are|were|is|was)(?: now)?|we (?:have|had)",
    hardly=r"hardly any|barely any|scarcely any|almost no",
    nowise=r"not|by no means|no",
    denied=r"not|never|\w+n’t",
    higher=r"higher|larger|greater|bigger|more",
    lower=r"lower|smaller|fewer|less",
    dearer=r"dearer|pricier|more (?:expensive|costly)|costlier",
    cheaper=r"cheaper|less (?:expensive|costly)",
    longer=r"longer|slower",
    shorter=r"shorter|faster|quicker",
    becomes=r"(?:is|are|was|were|gets?|got|becomes?|became|has become|have become|is getting"
    r"|are getting)",
    become="(?!)",
    times="time",
    money="money",
    than="than",
    goals=r"(?:goals?|targets?|objectives?)",
    over="above|over",
    under="below|under|short of|beneath",
    reached=r"reached|met|achieved|hit|exceeded|surpassed|beaten",
    missed=r"missed|misses|miss|not (?:yet )?(?:been )?(?:reached|met|achieved|hit)",
    wanted=r"\w*(?:shares?|rates?|coverage|quota|punctuality|percentage)",
    unwanted=r"un\w{3,}|non-?\w+|not|no|without|mortality|death|poverty|error|failure|loss(?:es)?|cancel\w*"
    r"|emission\w*|coal|smok\w*|crash\w*|accident\w*|drop-?out\w*|vacan\w*|costs?|debts?|delay\w*|waste"
    r"|infection\w*|crime|turnover|missing|lack\w*|empty|closed|late",
    most_of=r"(?:nearly|almost|virtually|practically) (?:all|every)",
    majority=r"(?:the|a) (?:(?:large|great|vast|clear|small|narrow) )?majority"
    r"|most(?= of (?:the|its|their|all))",
    minority=r"(?:only )?a (?:(?:small|tiny) )?minority",
    at_least="more than|over|at least|no less than|well over",
    at_most="less than|fewer than|under|at most|not even|barely|hardly|not",
    articles="the|a|an",
    generic=r"shares?|rates?|number|percentage|proportion",
    rests="other|others|rest|remaining|century|decade|final|semi-?final",
)
