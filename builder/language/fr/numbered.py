"""French words of what is numbered and counts nothing: registers, scales, calls, ordinals."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import ordinals
from builder.language.fr.departments import departments
from builder.language.fr.designations import PLURAL

_FIVE: Final = r"(?:0[1-9]|[1-8]\d|9[0-578])\d{3}"
_TOWN: Final = (
    r"(?!(?:Les|Des|Ces|Aux|Nos|Vos) )(?:L[ea] |L')?[A-ZÉÈÎÔÇ][\w']*[a-zà-ÿ]"
    r"(?:[ -](?:(?:sur|sous|lès|les|en|de|du|des|la|le|et|aux|à)[ -]|[ld]'){0,3}"
    r"[A-ZÉÈÎÔÇ][\w']*){0,6}"
)
# Nouns that a sentence begins with, and count: "Population (69200)".
_NO_TOWN: Final = (
    r"(?:\w+(?:tion|ment|eur|euse|ance|ence|isme|ture)s?|Totaux|Total|Sommes?|Effectifs?|Moyenne|Nombre"
    r"|Habitants?|Ménages|Foyers|Logements?|Emplois|Élèves|Visites|Entrées|Dépenses?|Recettes?"
    r"|Montant|Coûts?|Budget|Voitures|Camions|Communes|Repas|Places|Lits|Hommes|Femmes|Enfants"
    r"|Jeunes|Salariés|Usagers|Abonnés|Décès|Naissances|Mariages|Tonnes|Trajets|Voyages"
    r"|Personnes) "
)

NUMBERED: Final = (
    re.compile(r"(?<!\w)(?:BP|[Bb]oîte postale|CS) (?P<named>\d{1,6})(?!\w|[.,]\d)"),
    # "le point 3.2": French decimals have a comma.
    re.compile(
        r"(?<!\w)(?:[Pp]oints?|[Pp]aragraphes?|[Ss]ections?|[Cc]hapitres?)"
        r" (?P<named>\d{1,2}(?:\.\d{1,2}){1,3})(?!\w|[.,]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:[Pp]ar|[Vv]ents? de) force (?P<named>1[0-2]|[1-9])(?= ?(?:$|[.,;:!?)])"
        r"| (?:à|et|sur|la|le|les|on)(?!\w))"
    ),
    # Kinds that are called by a number: "un bassin de 25 mètres", "la carte de 10 entrées".
    re.compile(
        r"(?<!\w)(?:[Bb]assins?|[Pp]longeoirs?|[Tt]remplins?|[Pp]iscines?) de"
        r" (?P<named>1|3|5|7|10|15|20|25|33|50)(?= ?(?:m|mètres?)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:[Cc]artes?|[Cc]arnets?|[Aa]bonnements?|[Ff]orfaits?) de (?P<named>\d{1,2})"
        r"(?= (?:entrées|trajets|tickets|voyages|séances|bains|passages|jours)(?!\w))"
    ),
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
    # "une carte au 1/500", "le plan au 1:200e".
    re.compile(
        r"(?<!\w)(?:[Cc]arte|[Pp]lan|[Cc]oupe|[Mm]aquette|[Ff]euille)s?(?: (?:est|sont))? (?:au|à) "
        r"(?P<named>1 ?[:/] ?(?:\d{0,3}[05]0|10|20|25)(?:e|ème)?)(?![\w.,:/]\d|\w)"
    ),
    # "le code INSEE de la commune est 69259", "le code commune 69259".
    re.compile(
        r"(?<!\w)[Cc]odes?(?: (?:postal|postaux|INSEE|Insee|commune|communal|officiel"
        r"|géographique)){0,2}"
        r"(?: (?:de |d')(?:la |l'|cette )?[\w-]+)?(?: est| sont| :|)"
        rf" (?P<named>\d[\dAB]\d{{3}}(?:(?:, | et | ou ){_FIVE})*)(?!\w|[.,]\d| {PLURAL}(?!\w))"
    ),
    # "Vénissieux (69200)", "Le Rhône (69)", but "Population (69200)".
    re.compile(
        rf"(?<!\w)(?<![Ll]es )(?<![Dd]es )(?<![Cc]es )(?<!aux )(?!{_NO_TOWN}){_TOWN} "
        rf"\((?P<named>{_FIVE}(?:(?:, | et ){_FIVE})*)\)"
    ),
    re.compile(rf"(?<!\w)(?:{departments()})\)"),
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
