"""French: how alt texts say what a chart shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LONGEST: Final = 300
"""Characters that an alt text has at most."""

PHRASES: Final[Mapping[str, str]] = {
    "pair": "{name}, {value}",
    "highest": "maximum : {pair}",
    "lowest": "minimum : {pair}",
    "widest": "la plus large : {pair}",
    "narrowest": "la plus étroite : {pair}",
    "fullest": "classe la plus remplie : {pair}",
    "emptiest": "la moins remplie : {pair}",
    "largest_part": "plus grande part : {pair}",
    "smallest_part": "plus petite : {pair}",
    "dated": "{value} ({name})",
    "extremes": "{name}, {high} ; {low}",
    "then": "puis {pairs}",
    "reach": "valeurs indiquées, maximum {high}, minimum {low}",
    "equal": "valeurs toutes égales : {value}",
    "span": "d’abord {first} ({start}), enfin {last} ({end})",
    "period": "début : {start}, fin : {end}",
    "period_of_spans": "début : {start}, fin : {end}",
    "from_to": "{name}, d’abord {first}, enfin {last}",
    "rising": "en hausse constante",
    "falling": "en baisse constante",
    "highlighted": "mis en évidence : {pairs}",
    "totals": "au total, d’abord {first}, enfin {last}",
    "highest_total": "total le plus élevé : {pair}",
    "at_the_end": "à la fin, maximum {high}, minimum {low}",
    "above": "valeurs toujours plus élevées pour {upper} que pour {lower}",
    "above_but": "valeurs plus élevées pour {upper} que pour {lower}, sauf : {names}",
    "above_from": "valeurs plus élevées pour {upper} que pour {lower} depuis {start}",
    "rising_together": "le plus souvent, plus « {x} » augmente, plus « {y} » augmente",
    "falling_against": "le plus souvent, plus « {x} » augmente, plus « {y} » diminue",
    "axis_range": "{name}, minimum {low}, maximum {high}",
    "begins_at": "l’axe « {name} » commence à {value}",
    "labelled": "{name} : {value}",
    "quantity": "{name} {value}",
    "beginning": "départ : {pair}",
    "steps": "étapes : {pairs}",
    "largest_rise": "plus forte hausse : {pair}",
    "largest_fall": "plus forte baisse : {pair}",
    "largest_rise_by_share": "plus forte hausse relative : {pair}",
    "largest_fall_by_share": "plus forte baisse relative : {pair}",
    "falling_ones": "en baisse : {names}",
    "end": "fin : {pair}",
    "gives": "{giver} vers {receiver} : {what}",
    "gives_to": "{givers} vers {receivers}",
    "difference": "{end} par rapport à {start} : {value}",
    "difference_dated": "{end} par rapport à {start} : {value}",
    "span_of_values": "{low} à {high}",
    "size_shown": "Surface",
    "own_total": "total de chaque colonne",
    "yearly": "{value} par an",
    "as_of": "date : {date}",
    "all_data": "les {count} valeurs sont dans les données du graphique",
}
