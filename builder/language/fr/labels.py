"""French words that the files add: labels, alt texts, and where abbreviations stand.

What links say that stand on a number alone, and what heads attached data and panels; how alt texts
say what a chart shows; words before an abbreviation that
do not agree with what it stands for: "l'ETP".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, str]] = {
    "key_figures": "Chiffres clés",
    "note_link": "Note {number}",
    "note_back": "Retour au texte, note {number}",
    "page_figure": "Page {page}, chiffre\u202f: {label}",
    "page_cited": "Page {page}, citation",
    "data_heads": (
        "Catégorie | Série | Valeur | tel qu’imprimé | Date | "
        "Événement | De | À | Quoi | Quantité | Point | Taille"
    ),
    "findings": "Principaux constats",
    "in_a_sentence": "En une phrase",
    "mean": "Moyenne",
    "points_short": "pp",
    "takeaway": "Ce qu’il faut retenir",
    "no_data": "Pas de données",
    "values_counted": "Nombre de valeurs\u00a0: {count}",
    "box_series": (
        "Bout de la moustache inférieure | Bout de la moustache supérieure | Premier "
        "quartile | Troisième quartile | Médiane | Valeur extrême"
    ),
    "box_note": (
        "Les boîtes contiennent la moitié centrale des valeurs, séparée à la médiane. Les "
        "moustaches vont jusqu’aux valeurs les plus éloignées à moins d’une longueur et "
        "demie de la boîte\u00a0; les points sont au-delà."
    ),
    "gantt_note": "La partie foncée d’une barre est achevée.",
    "hatched": "Hachures\u00a0: données manquantes",
    "no_total": "Sans total\u00a0: données manquantes",
    "off_the_map": "Hors de la carte\u00a0: {places}",
    "borders_un": "Frontières selon les résolutions des Nations Unies",
    "borders_data": "Frontières telles que Natural Earth les trace",
}

SHOWN: Final[Mapping[str, str]] = {
    "Emblem: three rising columns under an arch": (
        "Emblème : trois colonnes montantes sous une arche"
    ),
}
"""What our own pictures show, by what is said of them in English."""


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


_ONE: Final = (
    r"(?:le|la|une?|du|au|cet?|cette|[msn]on|[ms]a|notre|votre|leur|chaque|aucune?|tout|toute)"
)
_MANY: Final = (
    r"(?:les|des|aux|ces|[ms]es|nos|vos|leurs|plusieurs|quelques|deux|trois|quatre|cinq|six|sept"
    r"|huit|neuf|dix|\S*\d)"
)
_VOWEL: Final = r"(?:[aeiouyâàéèêëîïôûœæ]|h(?!aut|ors|uit|éros|iérarch|andicap))"

INFLECTED: Final = re.compile(
    rf"(?<!\w){_ONE} \x00\S+[sx](?= |$)|(?<!\w){_MANY} \x00\S+(?<![sx])(?= |$)"
    rf"|(?<!\w)(?:[ldn]|qu)[’']\x00(?!{_VOWEL})"
    rf"|(?<!\w)(?:le|la|de|du|au|ce|cette|que|ma|sa) \x00{_VOWEL}",
    re.DOTALL | re.IGNORECASE,
)
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There the abbreviation stands first, and the words in brackets behind it.
"""


def plural(_long: str) -> str:
    """Return what is several of what an abbreviation is short for: nobody can tell."""
    return ""
