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
    "takeaway": "Ce qu’il faut retenir",
    "no_data": "Pas de données",
    "off_the_map": "Hors de la carte\u00a0: {places}",
    "borders_un": "Frontières selon les résolutions des Nations Unies",
    "borders_data": "Frontières telles que Natural Earth les trace",
}
