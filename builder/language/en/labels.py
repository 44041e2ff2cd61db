"""English: what links say that stand on a number alone, and what heads attached data and panels."""

from __future__ import annotations

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
    "off_the_map": "Not on the map: {places}",
    "borders_un": "Borders as in resolutions of the United Nations",
    "borders_data": "Borders as Natural Earth draws them",
}

SHOWN: Final[Mapping[str, str]] = {}
"""What our own pictures show, by what is said of them in English."""
