"""German: how alt texts say what a chart shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LONGEST: Final = 300
"""Characters that an alt text has at most."""

PHRASES: Final[Mapping[str, str]] = {
    "pair": "{name}, {value}",
    "highest": "höchster Wert: {pair}",
    "lowest": "niedrigster: {pair}",
    "widest": "am breitesten: {pair}",
    "narrowest": "am schmalsten: {pair}",
    "fullest": "am stärksten besetzt: {pair}",
    "emptiest": "am schwächsten: {pair}",
    "largest_part": "größter Teil: {pair}",
    "smallest_part": "kleinster: {pair}",
    "dated": "{value} ({name})",
    "extremes": "{name}, {high}; {low}",
    "then": "dann {pairs}",
    "reach": "wie angegeben, am höchsten {high}, am niedrigsten {low}",
    "equal": "alle gleich: {value}",
    "span": "erst {first} ({start}), zuletzt {last} ({end})",
    "period": "von {start} bis {end}",
    "period_of_spans": "zuerst {start}, zuletzt {end}",
    "from_to": "{name}, erst {first}, zuletzt {last}",
    "rising": "durchweg steigend",
    "falling": "durchweg fallend",
    "highlighted": "hervorgehoben: {pairs}",
    "totals": "insgesamt erst {first}, zuletzt {last}",
    "highest_total": "höchste Summe: {pair}",
    "at_the_end": "am Ende am höchsten {high}, am niedrigsten {low}",
    "above": "{upper} durchweg über {lower}",
    "above_but": "{upper} über {lower}, außer: {names}",
    "above_from": "{upper} ab {start} über {lower}",
    "rising_together": "meist gilt: je höher „{x}“, desto höher „{y}“",
    "falling_against": "meist gilt: je höher „{x}“, desto niedriger „{y}“",
    "axis_range": "{name}, kleinster Wert {low}, größter {high}",
    "begins_at": "die Achse von „{name}“ beginnt bei {value}",
    "labelled": "{name}: {value}",
    "quantity": "{name} {value}",
    "beginning": "Anfang: {pair}",
    "steps": "Schritte: {pairs}",
    "largest_rise": "größter Anstieg: {pair}",
    "largest_fall": "größter Rückgang: {pair}",
    "largest_rise_by_share": "größter relativer Anstieg: {pair}",
    "largest_fall_by_share": "größter relativer Rückgang: {pair}",
    "falling_ones": "fallend: {names}",
    "end": "Ende: {pair}",
    "gives": "{giver} an {receiver}: {what}",
    "gives_to": "{givers} an {receivers}",
    "difference": "{end} gegenüber {start}: {value}",
    "difference_dated": "{end} gegenüber {start}: {value}",
    "span_of_values": "{low} bis {high}",
    "size_shown": "Fläche",
    "own_total": "Summe der Säule",
    "yearly": "{value} pro Jahr",
    "as_of": "Stand: {date}",
    "all_data": "alle {count} Werte stehen in den Daten des Diagramms",
}
