"""French: what links say that stand on a number alone, and what heads attached data and panels."""

from __future__ import annotations

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
