"""English words that stand beside numbers: months and days, units, and hedges that people type.

Months, and days of a month, with or without a year; words for units beside those that figures
state, and what parts them; hedges beside those that are printed ("almost" is read as about). Then
what stays on its line, says the same and parts rates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from builder.language.punctuation import kept
from builder.language.years.rule import one_of
from builder.model.figure import Hedge

MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust"
    r"|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A month in full or in short."""

_WHOLE_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.(?=,? \d{4}(?!\w))|(?!\w)))"
)
_DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?"
_ON_A_DAY: Final = one_of(
    "applies ends begins starts marks opens closes falls remains is was has brings sees becomes"
)
# What may follow where a day ends a phrase: "On 1 July the fee is waived", not "1 July fees".
_GOES_ON: Final = one_of(
    "a an the this that these its it he she they we their our and or but nor so yet for to in on at"
    " by with from as than when while where which who because since if unless until before after"
    " during each every all any no not only also"
)

# After these a day stands whatever follows: "Until 30 June applications are free". Others lead
# counts as well: "they had by 30 May strikes", but "by 30 May strikes were over".
_TIMELY: Final = r"(?<!\w)(?i:on|until|till|from|due) "
_BOUND: Final = r"(?<!\w)(?i:by|before|after|since|beyond|every|each) "
_COUNTED: Final = (
    r"(?! (?!(?:is|was|has|its|his|this|as)(?!\w)"
    r"|[a-z]+ (?:are|were|have|had|can|may|must|will)(?!\w))"
    r"[a-z]+s(?!\w))"
)
# "Up to 12 May be absent."
_MODAL: Final = r"(?!(?<=May) (?:be|have|seem|not|well|need|look|fall|go|come|also)(?!\w))"
_OTHERS: Final = (
    r"(?:^|(?<=[(,;:–|] )|(?<=\()"
    r"|(?<!\w)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day "
    r"|(?<!\w)(?:of|(?i:at|to|and|or|through|between|the|past|around|about|for|is"
    r"|are|was|were|falls)) )"
)
_SAID: Final = (
    rf"(?:(?:{_DAY}(?: ?[–/-] ?| (?:to|and|or) ))?{_DAY}(?: of)? {_WHOLE_MONTH}"
    rf"|{_WHOLE_MONTH} {_DAY})"
)

DAY: Final = re.compile(
    rf"(?:(?<![\w.,])(?={_SAID},? \d{{4}}(?!\w))|{_TIMELY}(?={_SAID}(?![\w.,]?\w)(?! \d){_MODAL})"
    rf"|{_BOUND}(?={_SAID}(?![\w.,]?\w)(?! \d){_MODAL}{_COUNTED})"
    rf"|{_OTHERS}(?={_SAID}{_MODAL}(?:$|[.,;:!?)–—|](?!\d)"
    rf"| (?:{_GOES_ON}|[a-z]+(?<!s)|{_ON_A_DAY})(?!\w))))"
    rf"(?P<day>{_SAID}(?:,? (?P<year>\d{{4}})(?!\w))?)(?(year)|(?!,? \d{{4}})(?!\w))"
)
"""A day of a month, as the group of that name; its year, where one follows, as `year`."""

BEHIND_DAYS: Final = r"(?:st|nd|rd|th)?(?: of)?"
"""What is written behind the day of a date before its month, but for a stop."""

BEHIND_YEARS: Final = r"(?!)"
"""What is written behind the year of a date or a period, at its end."""

PERIODS: Final = {
    4: (r"(?:(?P<quarter>[1-4])(?:st|nd|rd|th) quarter(?: of)?|Q(?P<which>[1-4]))", "Q"),
    2: (r"(?:(?P<quarter>1st|2nd) half(?: of)?|H(?P<which>[12]))", "H"),
}
"""Quarters and halves of years as they stand before these, and their letters, by how many a year
has.
"""

PART: Final = re.compile(
    r"(?<![\w.,])(?:[QHT][1-4](?:,| of)?|[1-4](?:st|nd|rd|th) quarter(?: of)?) $", re.I
)
"""A part of a year that is written with digits of its own, before the year."""


KEPT: Final = kept(
    MONTH,
    "p. pp. No. Nos. art. Art. arts. Arts. s. ss. para. paras. ch. Ch. chap. sec. Sec."
    " fig. Fig. figs. Figs. eq. Eq. vol. Vol. reg. regs. c. ca. tel. Tel. Part part page pages"
    " Section section sections Article article Chapter chapter Schedule schedule Figure figure"
    " Table table Annex Appendix Room room Route route Phase phase Stage stage Grade Berth",
    "year years am pm a.m. p.m. million billion thousand percent",
    "Dr. Prof. Rev. St. Mr. Mrs. Ms. Th. Ch. Ph.",
)

ALIKE: Final[tuple[frozenset[str], ...]] = ()
"""Words that say the same behind a number."""

PER: Final = ("per",)
"""What stands between what a rate is of and what it is for."""

EACH: Final = ("a", "an", "each", "every")
"""What stands so without any such word: "Kilograms a year"."""

DEGREES: Final = ("degrees", "degree")
"""What differences of temperatures are counted in, beside kelvin."""

CENTS: Final = dict.fromkeys(("ct", "cent", "cents"), "EUR") | dict.fromkeys(
    ("p", "pence", "penny"), "GBP"
)
"""Hundredths of money, and of which."""

REFERRED: Final = {
    "fig": r"fig(?:ure)?s?\.?",
    "tbl": r"tab(?:le)?s?\.?",
    "eq": r"eq(?:uation|n)?s?\.?",
    "sec": r"sec(?:tion)?s?\.?|appendi(?:x|ces)|app\.",
}
"""What cross-references print before a number, by their kind, in each of its forms."""


WRITTEN: Final[dict[str, str]] = {
    **dict.fromkeys(("percent", "per cent", "pct", "pc"), "%"),
    **dict.fromkeys(("per mille", "per mill", "permille"), "‰"),
    **dict.fromkeys(
        (
            "percentage points",
            "percentage point",
            "percent points",
            "points",
            "pp",
            "p.p.",
            "ppt",
            "pct pts",
        ),
        "percentage points",
    ),
    **dict.fromkeys(("mi",), "miles"),
    **dict.fromkeys(("metric tons", "metric tonnes"), "t"),
    **dict.fromkeys(("hrs",), "h"),
    **dict.fromkeys(("mins",), "min"),
    **dict.fromkeys(("secs",), "s"),
}
"""Words for a unit in small letters, and the unit that figures.yaml calls so."""

SCALED: Final[dict[str, str]] = {
    "millions": "mn",
    "billions": "bn",
    "thousands": "thousand",
    "trillions": "tn",
}
"""Words for a scale beside those that are printed: inflected, or a plural of their own."""

IN: Final = ("in",)
"""What stands before the unit that numbers are in: "in millions"."""

AND: Final = ("and", "or")
"""What joins a unit to another that a line names: "in euros and in cents"."""

WHEN: Final = ("in", "at", "by", "from", "since")
"""What may follow a unit, and says when or where, or at what prices: "EUR bn in 2024 prices"."""

SORTED_BY: Final = re.compile(r"(?<!\w)(?:by|according to)(?!\w)", re.IGNORECASE)
"""What says by what something is divided: "Farms by size, ha"."""

FOR_EACH: Final = r"(?:per|for every|for each|out of)"
"""What stands before a round number that a share is told for: "per 1,000"."""

SHARE: Final = re.compile(
    r"(?<!\w)(?:share(?! prices?| index| capital)|proportion|coverage|percentage of)(?!\w)",
    re.IGNORECASE,
)
"""What calls a number a share of a whole, which is at most all of it."""

NO_SHARE: Final = re.compile(
    r"(?<!\w)(?:growth|grow\w*|chang\w+|increas\w+|rise\w*|risen|fall\w*|index|ratio"
    r"|compared|relative|target\w*|plan\w*|interest|gdp|gni|debts?|gross|liquidity|occup\w+"
    r"|capacity|mobile|subscri\w+|base year|coverage of (?:costs|interest|imports)"
    r"|cost coverage)(?!\w)",
    re.IGNORECASE,
)
"""What takes that back: a change, a share of a plan, or of what it is no part of, may be more than
all."""


TYPED: Final[Mapping[Hedge, tuple[str, ...]]] = {
    hedge: tuple(words.split(", "))
    for hedge, words in {
        Hedge.MORE_THAN: "over, above, exceeding, upwards of, in excess of, greater than, "
        "just over, just above, well over, slightly more than, a little over",
        Hedge.AT_LEAST: "no fewer than, no less than, not less than, not fewer than, a minimum "
        "of, minimum of",
        Hedge.ABOUT: "around, roughly, approximately, approx., some, circa, ca., ca, c., "
        "close to, nearly, almost",
        Hedge.UP_TO: "at most, no more than, not more than, a maximum of, maximum of",
        Hedge.FEWER_THAN: "under, below, less than, just under, just below, well under, "
        "slightly less than, slightly fewer than, a little under",
    }.items()
}

PLACES: Final[frozenset[str]] = frozenset({"over", "under", "around", "above", "below", "some"})
"""Of these, what says where or whither as well: "spread over 300 hectares"."""

SHORT_OF: Final[frozenset[str]] = frozenset(
    {
        "nearly",
        "almost",
        "just under",
        "just below",
        "well under",
        "slightly less than",
        "slightly fewer than",
        "a little under",
    }
)
"""Of these, what says that it is a little less than the number that follows."""

BEYOND: Final[frozenset[str]] = frozenset(
    {"just over", "just above", "well over", "slightly more than", "a little over"}
)
"""Of these, what says that it is a little more."""

LOOSE: Final[frozenset[str]] = frozenset(
    {"about", "roughly", "approximately", "approx.", "circa", "ca.", "ca", "c."}
)
"""Of these, and of those that are printed, what says nothing but that a number is not exact."""

LOOSE_AFTER: Final = (
    r"(?:^|[.!?:;(–—] |(?<!\w)(?:is|are|was|were|be|been|costs?|total(?:s|led)?|to|by|of|at|for"
    r"|from|only|reach(?:ed|es)?|and|or|than|took|takes|employs?|holds?|has|have|had|with) )$"
)
"""What stands before them where they are no preposition: "tells about"."""

EXACT: Final[frozenset[str]] = frozenset(
    {"exactly", "precisely", "no more and no less than", "neither more nor less than"}
)
"""What says that a number is no hedged one."""

INEXACT: Final = r"(?<!\w)(?:not|n’t|never|more|hardly|quite|less|if) $"
"""What before them takes it back: "not exactly"."""

CLUMSY: Final[Mapping[Hedge, str]] = {
    Hedge.ABOUT: "the|these|those|its|their|our|all",
    Hedge.UP_TO: "the|these|those|its|their",
}
"""Words behind which a hedge that a figure prints reads badly."""
