"""English words that the files add: labels, alt texts, and where abbreviations stand.

What links say that stand on a number alone, and what heads attached data and panels; how alt texts
say what a chart shows; words before an abbreviation that
do not fit what it stands for: "an MOT".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, str]] = {
    "key_figures": "Key figures",
    "note_link": "Note {number}",
    "note_back": "Back to text, note {number}",
    "page_figure": "Page {page}, figure: {label}",
    "page_cited": "Page {page}, citation",
    "data_heads": (
        "Category | Series | Value | as printed | Date | Event | "
        "From | To | What | Amount | Point | Size"
    ),
    "findings": "Findings",
    "in_a_sentence": "In one sentence",
    "mean": "Mean",
    "points_short": "pp",
    "takeaway": "What it means",
    "no_data": "No data",
    "values_counted": "Number of values: {count}",
    "box_series": (
        "End of the lower whisker | End of the upper whisker | Lower quartile | Upper "
        "quartile | Median | Outlier"
    ),
    "box_note": (
        "Boxes hold the middle half of the values, parted at the median. Whiskers reach to "
        "the farthest values within one and a half lengths of the box, and dots lie "
        "beyond."
    ),
    "gantt_note": "The dark part of a bar is done.",
    "hatched": "Hatched: data are missing",
    "no_total": "No total: data are missing",
    "off_the_map": "Not on the map: {places}",
    "borders_un": "Borders as in resolutions of the United Nations",
    "borders_data": "Borders as Natural Earth draws them",
}

SHOWN: Final[Mapping[str, str]] = {}
"""What our own pictures show, by what is said of them in English."""


LONGEST: Final = 250
"""Characters that an alt text has at most."""

PHRASES: Final[Mapping[str, str]] = {
    "pair": "{name}, {value}",
    "highest": "highest: {pair}",
    "lowest": "lowest: {pair}",
    "widest": "widest: {pair}",
    "narrowest": "narrowest: {pair}",
    "fullest": "fullest: {pair}",
    "emptiest": "emptiest: {pair}",
    "largest_part": "largest part: {pair}",
    "smallest_part": "smallest: {pair}",
    "dated": "{value} ({name})",
    "extremes": "{name}, {high}; {low}",
    "then": "then {pairs}",
    "reach": "as stated, highest {high}, lowest {low}",
    "equal": "all equal: {value}",
    "span": "from {first} ({start}) to {last} ({end})",
    "period": "from {start} to {end}",
    "period_of_spans": "first {start}, last {end}",
    "from_to": "{name}, from {first} to {last}",
    "rising": "rising throughout",
    "falling": "falling throughout",
    "highlighted": "highlighted: {pairs}",
    "totals": "totals from {first} to {last}",
    "highest_total": "highest total: {pair}",
    "at_the_end": "at the end, highest {high}, lowest {low}",
    "above": "{upper} above {lower} throughout",
    "above_but": "{upper} above {lower} everywhere except: {names}",
    "above_from": "{upper} above {lower} from {start} on",
    "rising_together": "mostly, the higher “{x}”, the higher “{y}”",
    "falling_against": "mostly, the higher “{x}”, the lower “{y}”",
    "axis_range": "{name}, from {low} to {high}",
    "begins_at": "the axis of “{name}” begins at {value}",
    "labelled": "{name}: {value}",
    "quantity": "{name} {value}",
    "beginning": "start: {pair}",
    "steps": "steps: {pairs}",
    "largest_rise": "largest rise: {pair}",
    "largest_fall": "largest fall: {pair}",
    "largest_rise_by_share": "largest rise in proportion: {pair}",
    "largest_fall_by_share": "largest fall in proportion: {pair}",
    "falling_ones": "falling: {names}",
    "end": "end: {pair}",
    "gives": "{giver} to {receiver}: {what}",
    "gives_to": "{givers} to {receivers}",
    "difference": "{end} compared with {start}: {value}",
    "difference_dated": "{end} compared with {start}: {value}",
    "span_of_values": "{low} to {high}",
    "size_shown": "Area",
    "own_total": "each column’s total",
    "yearly": "{value} a year",
    "as_of": "as of: {date}",
    "all_data": "all {count} values are in the chart’s data",
}


_CONSONANT: Final = r"(?i:eu|uni|us[eu]|one|ubi|(?!hour|honest|heir)[^aeiou])"  # as heard

# "According to ONS": whoever leaves out the article has none for "Office for National Statistics".
_BODY: Final = (
    r"(?:[A-Z][\w-]*,? |and |of |for )*(?:Office|Agency|Services?|Department|Ministry|Council"
    r"|Union|Bank"
    r"|Organi[sz]ation|Commission|Authority|Institute|Association|Board|Fund|Federation|Society"
    r"|Centre"
    r"|Center|Foundation|Committee|Directorate|Court|Programme|Inspectorate)(?= |$)"
)
_DETERMINED: Final = r"(?i:the|an?|its|our|their|his|her|this|that|each|every|any|no|\w's)"

INFLECTED: Final = re.compile(
    rf"(?<!\w)(?:[Aa] \x00(?!{_CONSONANT})|[Aa]n \x00{_CONSONANT})"
    rf"|^(?!.*(?<![\w']){_DETERMINED} (?:[a-z]+ )?\x00)(?!.*\($).*\x00{_BODY}",
    re.DOTALL,
)
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There the abbreviation stands first, and the words in brackets behind it.
"""

_PREPOSITION: Final = re.compile(r" (?=(?:of|for|in|on|to|with|at|and) )")
_ODD: Final = re.compile(r"(?:s|men|people|staff|\W)$")


def plural(long: str) -> str:
    """Return what is several of what an abbreviation is short for: "general practitioners".

    Nothing where nobody can tell.
    """
    head, *rest = _PREPOSITION.split(long, maxsplit=1)
    if _ODD.search(head):
        return ""
    if re.search(r"[^aeiou]y$", head):
        head = f"{head[:-1]}ies"
    else:
        head += "es" if re.search(r"(?:x|z|ch|sh)$", head) else "s"
    return " ".join((head, *rest))
