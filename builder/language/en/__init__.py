"""English: its numbers in words, hedges and scales, and the words that both files print.

Numbers are stated here once: `lexicon` finds the same words in texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from builder.language.en.labels import LABELS
from builder.language.language import Language, Plurals, groups, word_list, word_set
from builder.model.figure import Hedge

# From 0, and the tens from 20.
ONES: Final = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS: Final = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
HUNDRED: Final = "hundred"
SCALES: Final[Mapping[str, Plurals]] = {
    "thousand": {"other": "thousand"},
    "mn": {"other": "million"},
    "bn": {"other": "billion"},
    "tn": {"other": "trillion"},
}

# What is weighed and not counted: "less than five kilometres", "less than two percentage points".
_MEASURES: Final = frozenset(
    word_list(
        "seconds minutes hours days weeks months years mm cm m km mi ft metres meters kilometres "
        "kilometers millimetres millimeters centimetres centimeters miles feet inches yards ha "
        "hectares acres km² m² m³ g kg t kt Mt grams kilograms tonnes tons pounds litres liters "
        "barrels W kW MW GW TW Wh kWh MWh GWh TWh watts kilowatts megawatts gigawatts bytes MB GB "
        "TB points °C K Hz"
    )
) | {
    "percentage points",
    "metric tons",
    "square metres",
    "square kilometres",
    "square meters",
    "square kilometers",
    "square miles",
    "cubic metres",
    "cubic meters",
    "kilowatt-hours",
}

# Words that begin with an apostrophe, which no quotation opens.
_CLIPPED: Final = re.compile(
    r"(?:twas|tis|twere|twill|twould|tisn|twasn|em|n|til|tween|gainst|neath|cos|cuz|nuff)\b",
    re.IGNORECASE,
)


def _below_hundred(number: int) -> str:
    if number < 20:
        return ONES[number]
    tens, ones = divmod(number, 10)
    return f"{TENS[tens - 2]}-{ONES[ones]}" if ones else TENS[tens - 2]


def _below_thousand(number: int, joint: str) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = f"{ONES[hundreds]} {HUNDRED}"
    return f"{head}{joint}{_below_hundred(rest)}" if rest else head


def _cardinal(number: int, joint: str) -> str:
    *scaled, rest = groups(number)
    words = [
        f"{_below_thousand(count, joint)} {SCALES[scale]['other']}"
        for count, scale in zip(scaled, ("bn", "mn", "thousand"), strict=True)
        if count
    ]
    if not words:
        return _below_thousand(rest, joint)
    text = " ".join(words)
    if not rest:
        return text
    return f"{text}{joint if rest < 100 else ' '}{_below_thousand(rest, joint)}"


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, "and" before the tens; nouns have no gender.

    Raises:
        CannotSayError: the number is 10^12 or more.
    """
    return _cardinal(number, " and ")


def american_cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, as in the United States: without "and".

    Raises:
        CannotSayError: the number is 10^12 or more.
    """
    return _cardinal(number, " ")


LANGUAGE: Final = Language(
    name="English",
    csl="en-US",
    bibtex=word_set("english american"),
    hedges={
        Hedge.MORE_THAN: "more than",
        Hedge.AT_LEAST: "at least",
        Hedge.ABOUT: "about",
        Hedge.UP_TO: "up to",
        Hedge.FEWER_THAN: "fewer than",
    },
    measured={Hedge.FEWER_THAN: "less than"},
    scales=SCALES,
    spoken_scales=SCALES,
    short_scales={"thousand": "k", "mn": "m", "bn": "bn", "tn": "tn"},
    symbol_first=True,
    currency_names={
        "GBP": {"one": "pound sterling", "other": "pounds sterling"},
        "JPY": {"other": "yen"},
        "CNY": {"other": "yuan"},
        "UAH": {"one": "hryvnia", "other": "hryvnias"},
    },
    nouns=(
        {"one": "time", "other": "times"},
        {"one": "percentage point", "other": "percentage points"},
        {"one": "point", "other": "points"},
    ),
    glued={"×": "×", "-fold": "-fold"},
    measures=_MEASURES,
    percent={"other": "per cent"},
    cardinal=cardinal,
    clipped=_CLIPPED,
    decimal_mark=".",
    foreign_separator=";",
    first_in_dates="",
    ratio_units=frozenset({"times", "time", "-fold", "×"}),
)

_AMERICAN: Final = {"thousand": "K", "mn": "M", "bn": "B", "tn": "T"}
_DAY_FIRST: Final = replace(LANGUAGE, first_in_dates="day")
REGIONS: Final = {
    **dict.fromkeys(("en-GB", "en-IE", "en-AU", "en-NZ"), _DAY_FIRST),
    "en-US": replace(
        LANGUAGE,
        first_in_dates="month",
        percent={"other": "percent"},
        cardinal=american_cardinal,
        short_scales=_AMERICAN,
        currency_names={
            **LANGUAGE.currency_names,
            "GBP": {"one": "British pound", "other": "British pounds"},
        },
    ),
    "en-CA": replace(LANGUAGE, short_scales=_AMERICAN),
}

WORDS: Final[Mapping[str, str]] = {
    **LABELS,
    "contents": "Contents",
    "figure": "Figure",
    "table": "Table",
    "figures_list": "List of figures",
    "tables_list": "List of tables",
    "section_called": "section “{title}”",
    "section_numbered": "section\u00a0{number}",
    "abbreviations": "Abbreviations",
    "links": "Links",
    "notes": "Notes",
    "sources": "Sources",
    "references": "References",
    "cited_on": "Cited on p.\u00a0{pages}",
    "register": "Register of figures",
    "register_intro": (
        "Every figure of this paper and of its slides: what it counts, for when, who says so, "
        "how firmly, and where it is printed."
    ),
    "register_others": (
        "Not listed are figures that these are computed from and that are printed nowhere: "
        "{number}. The attached figures.json holds them."
    ),
    "imprint": "Imprint",
    "authors_word": "Authors",
    "publisher": "Publisher",
    "contact": "Contact",
    "licence": "Licence",
    "cite_as": "How to cite",
    "history": "Document history",
    "draft": "Draft",
    "appendix": "Appendix\u00a0{letter}",
    "at_a_glance": "At a glance",
    "agenda": "Agenda",
    "questions": "Questions and answers",
    "page_of": "Page {page} of {pages}",
    "continued": "continued",
    "total": "Total",
    "width": "Width",
    "total_of": "Total, {group}",
    "others": "Others ({count})",
    "rows_shown": "{shown} of {all} rows are shown.",
    "rounded_parts": "Parts may not add up to their totals because of rounding.",
    "not_stated": "not stated",
    "edition": "Edition",
    "source": "Source",
    "sources_line": "Source: {sources}",
    "spoken_sources": "Sources: {sources}",
    "in_paper": "In the paper: {places}.",
    "on_page": "{place}, page\u00a0{page}",
    "about_briefing": "About this briefing",
    "paper_word": "Paper",
    "paper_page": "Paper, page\u00a0{page}",
    "rests_on": "Figures: {figures}",
    "hedge": "Hedge",
    "as_of": "As of",
    "as_of_unstated": "as of: not stated where none is given",
    "confidence": "Confidence",
    "label": "Subject",
    "value": "Figure",
    "note": "Note",
    "reported": "reported",
    "believed": "believed",
    "confirmed": "confirmed",
    "page": "Page",
    "pages": "Pages",
    "slide": "Slide",
    "slides": "Slides",
    "handout": "Handout",
    "backup": "Backup slide",
    "closing": "Thank you",
    "summary": "Summary",
    "part_of": "{part} of {parts}",
    "computed_from": "computed from {inputs}",
    "in_picture": "in a picture, not checked",
    "without_hedge": "printed without its hedge",
    "data_of_figure": "Data of Figure {number}",
    "data_of_table": "Data of Table {number}",
    "data": "Data",
    # Within a sentence: "see Figure 4".
    "see_figure": "Figure",
    "see_table": "Table",
    "see_equation": "Equation",
    "ledger": "Every figure that this paper prints, with its page",
    "exempt": "Words with digits or numbers that are not figures",
    "are_names": "names.",
    "are_formulas": "digits of formulas.",
    "are_code": "in code.",
    "warning": "Warning",
    "definition": "Definition",
    "recommended": "Recommendation",
    "key_message": "Key message",
    "answer": "Answer",
    "fingerprint": "Fingerprint",
    "changes_since": "What changed since edition {edition}",
    "changes_since_earlier": "What changed since the earlier edition",
    "changes_intro": (
        "Compared with an earlier edition: {edition}. Each figure stands as the two editions "
        "print it, and each change is reckoned from what they print."
    ),
    "changes_none": "No figure, no source and no claim differs.",
    "changed_figures": "Figures that changed",
    "changed_grounds": "Subjects, sources, periods and confidence that changed",
    "new_figures": "New figures",
    "dropped_figures": "Figures no longer given",
    "new_claims": "New claims",
    "dropped_claims": "Claims no longer made",
    "before": "Before",
    "now": "Now",
    "change": "Change",
    "aspect": "What changed",
    "percentage_points": "percentage points",
}
