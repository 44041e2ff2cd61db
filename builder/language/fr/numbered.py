"""French words of what is numbered and counts nothing: registers, scales, calls, ordinals."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import ordinals

NUMBERED: Final = (
    # "TVA intracommunautaire FR 12 345678901", "dossier client 123456".
    re.compile(
        r"(?<!\w)(?:TVA(?: intracommunautaire)?|NAF|APE|RNA|FINESS|UAI|(?:[Nn]uméro|[Nn]°"
        r"|[Rr]éférence"
        r"|[Cc]ompte (?:n°|numéro)|[Dd]ossier|[Cc]lient|[Ll]icence)(?: (?:de |d')?[a-zà-ÿ]+)?) ?:? "
        r"(?P<named>(?:[A-Z]{1,2} ?)?\d{2,}(?:[ -]\d{3,})+|[A-Z]?\d{6,14}[A-Z]?)(?!\w|[.,]\d)"
    ),
    # "à l'échelle 1:100", "au 1/100".
    re.compile(
        r"(?<!\w)[Éé]chelle(?: de| d'| du)? (?P<named>1 ?[:/] ?\d{1,4}(?:e|ème)?)(?![\w.,:/]\d|\w)"
    ),
    # "12, rue de la Paix, 75011 Paris".
    re.compile(r"(?<=[,–—-] )(?P<named>(?:F-)?\d{5})(?= [A-ZÉÈ][\w'-]+)"),
    re.compile(
        r"(?<!\w)(?:[Àà]|CS \d{3,5},?|BP \d{1,5},?|[Cc]edex,?) (?P<named>\d{5})(?= [A-ZÉÈ])"
    ),
    # "Paris 13, Lyon 2": their parts.
    re.compile(
        r"(?<!\w)(?:[Qq]uartiers?|[Ss]ecteurs?|[Uu]niversités?|[Mm]airies?)(?: de)?"
        r" (?:Paris|Lyon|Marseille|Rennes|Toulouse|Bordeaux) (?P<named>\d{1,2})(?![\w%]|[.,]\d)"
    ),
    re.compile(
        r"(?<=\d, )(?:Paris|Lyon|Marseille) (?P<named>\d{1,2})(?=[.,;)]| (?:sont|et|est)(?!\w))"
    ),
    # "Le 115 est saturé", "au 3919".
    re.compile(
        r"(?<!\w)(?:[Ll]e|[Aa]u|[Dd]u) (?P<named>15|17|18|112|114|115|116|119|3114|3919|3939)"
        r"(?=$|[.,;:!?)]| (?:est|a|reçoit|répond|sature|et|ou|pour|reste|sonne|gère|traite)(?!\w))"
    ),
    # "au 2e tour", "le 3e âge"; "3e foyer" counts.
    re.compile(
        r"(?<!\w)(?P<named>\d{1,3}(?:er|re|e|ème|nde?))(?= (?:tour|âge|mi-temps|génération"
        r"|classe|cycle"
        r"|degré|catégorie|degrés|mandat|appel|plan|pilier|acte|volet|niveau|tome|volume|chapitre"
        r"|article|quart d'heure|collège|commission|RI|partie|rapport|RAM)(?!\w))"
    ),
    re.compile(r"(?<!\w)[Tt]op (?P<named>3|5|10|20|50|100)(?= des(?!\w)|[.,;)]|$)"),
    # "la loi de 1905", which counts where a plural follows.
    re.compile(
        r"(?<!\w)(?:[Ll]oi|[Cc]ode|[Tt]raité|[Cc]onstitution|[Dd]écret|[Éé]dit|[Cc]harte"
        r"|[Rr]évolution"
        r"|[Cc]onvention|[Cc]oncordat|[Oo]rdonnance) (?:[a-zà-ÿ]+ )?de (?P<named>1[0-9]\d\d)"
        r"(?!\w|[.,]\d| [a-zà-ÿ]+[sx](?!\w))"
    ),
    # "À 75 ans et plus".
    re.compile(r"(?<!\w)[Àà] (?P<named>\d{1,3})(?= ans (?:et|ou) (?:plus|moins)(?!\w))"),
)
"""Patterns whose group `named` is a designation, whatever follows."""

ORDINALS: Final = ordinals(
    r"\d{1,3}(?:er|re|e|ème|nde?)",
    "et|ou|à|et l[ea]|et du|et de la|ou l[ea]|au|et au",
)
"""Ordinals that stand before another one, and one alone."""
