"""English: how alt texts say what a chart shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
