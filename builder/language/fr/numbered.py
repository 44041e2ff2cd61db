"""French words of what is numbered and counts nothing: registers, scales, calls, ordinals.

Beside them citations of law, hours in lists and what else names, whatever follows.

Departments have their numbers behind their names: "Le Rhône (69)".
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR, ordinals
from builder.language.fr.designations import PLURAL
from builder.language.fr.postal import POSTCODES
from builder.language.lexicon import ENDED

_DEPARTMENTS: Final = (
    "Ain 01|Aisne 02|Allier 03|Alpes-de-Haute-Provence 04|Hautes-Alpes 05|Alpes-Maritimes 06"
    "|Ardèche 07|Ardennes 08|Ariège 09|Aube 10|Aude 11|Aveyron 12|Bouches-du-Rhône 13|Calvados 14"
    "|Cantal 15|Charente 16|Charente-Maritime 17|Cher 18|Corrèze 19|Corse-du-Sud 2A"
    "|Haute-Corse 2B|Côte-d'Or 21|Côtes-d'Armor 22|Creuse 23|Dordogne 24|Doubs 25|Drôme 26"
    "|Eure 27|Eure-et-Loir 28|Finistère 29|Gard 30|Haute-Garonne 31|Gers 32|Gironde 33|Hérault 34"
    "|Ille-et-Vilaine 35|Indre 36|Indre-et-Loire 37|Isère 38|Jura 39|Landes 40|Loir-et-Cher 41"
    "|Loire 42|Haute-Loire 43|Loire-Atlantique 44|Loiret 45|Lot 46|Lot-et-Garonne 47|Lozère 48"
    "|Maine-et-Loire 49|Manche 50|Marne 51|Haute-Marne 52|Mayenne 53|Meurthe-et-Moselle 54"
    "|Meuse 55|Morbihan 56|Moselle 57|Nièvre 58|Nord 59|Oise 60|Orne 61|Pas-de-Calais 62"
    "|Puy-de-Dôme 63|Pyrénées-Atlantiques 64|Hautes-Pyrénées 65|Pyrénées-Orientales 66"
    "|Bas-Rhin 67|Haut-Rhin 68|Rhône 69|Haute-Saône 70|Saône-et-Loire 71|Sarthe 72|Savoie 73"
    "|Haute-Savoie 74|Paris 75|Seine-Maritime 76|Seine-et-Marne 77|Yvelines 78|Deux-Sèvres 79"
    "|Somme 80|Tarn 81|Tarn-et-Garonne 82|Var 83|Vaucluse 84|Vendée 85|Vienne 86"
    "|Haute-Vienne 87|Vosges 88|Yonne 89|Territoire de Belfort 90|Essonne 91|Hauts-de-Seine 92"
    "|Seine-Saint-Denis 93|Val-de-Marne 94|Val-d'Oise 95|Guadeloupe 971|Martinique 972"
    "|Guyane 973|La Réunion 974|Mayotte 976"
)


def departments() -> str:
    """Return what finds a department with the number that is its own, as the group `named`."""
    names = (each.rpartition(" ")[::2] for each in _DEPARTMENTS.split("|"))
    numbers = {number: re.escape(name) for name, number in names}
    either = "|".join(f"{name} \\((?={number}\\))" for number, name in numbers.items())
    return rf"(?:{either})(?P<named>\d[\dAB]\d?)"


_FIVE: Final = r"(?:0[1-9]|[1-8]\d|9[0-578])\d{3}"
_TOWN: Final = (
    r"(?!(?:Les|Des|Ces|Aux|Nos|Vos) )(?:L[ea] |L')?[A-ZÉÈÎÔÇ][\w']*[a-zà-ÿ]"
    r"(?:[ -](?:(?:sur|sous|lès|les|en|de|du|des|la|le|et|aux|à)[ -]|[ld]'){0,3}"
    r"[A-ZÉÈÎÔÇ][\w']*){0,6}"
)
# Nouns that a sentence begins with, and count: "Population (69200)".
_NO_TOWN: Final = (
    r"(?:\w+(?:tion|ment|eur|euse|ance|ence|isme|ture)s?|Totaux|Total|Sommes?|Effectifs?|Moyenne"
    r"|Nombre"
    r"|Habitants?|Ménages|Foyers|Logements?|Emplois|Élèves|Visites|Entrées|Dépenses?|Recettes?"
    r"|Montant|Coûts?|Budget|Voitures|Camions|Communes|Repas|Places|Lits|Hommes|Femmes|Enfants"
    r"|Jeunes|Salariés|Usagers|Abonnés|Décès|Naissances|Mariages|Tonnes|Trajets|Voyages"
    r"|Personnes) "
)

NUMBERED: Final = (
    *POSTCODES,
    # "Code douanier 0302 13", "formulaire 2042", "la classe 940 de Dewey".
    re.compile(
        r"(?<!\w)(?:(?:[Pp]osition|[Cc]ode|[Ss]ous-position|[Nn]omenclature|[Rr]ubrique|[Cc]lasse"
        r"|[Ff]ormulaire|[Ii]mprimé|[Cc]erfa|IDCC)(?: (?:douanier|tarifaire|déchets?|SH|NC|IDCC"
        r"|Dewey|CDU|comptable|ICPE|Cerfa))?)(?: n° ?)? ?"
        r"(?P<named>\d{4,5}\*\d\d|\d{4}(?: \d\d){1,3}|\d\d \d\d \d\d\*?|\d{3,4}(?:\.\d{1,3})?"
        r"(?:-\d)?)"
        rf"(?={ENDED}| (?:est|d[eu]|des|couvre|s|vise|désigne|à|sera|a|et|pour|concerne)(?!\w)"
        rf"| [dsn]')"
    ),
    # "Paris 2024 a laissé": games are called by their town and year.
    re.compile(
        r"(?<!\w)(?:Paris|Londres|Tokyo|Rio|Pékin|Athènes|Sydney|Atlanta|Barcelone|Sotchi|Turin"
        r"|Albertville|Los Angeles|Milan-Cortina|Brisbane|Moscou|Munich|Mexico) "
        r"(?P<named>(?:19|20)\d\d)"
        rf"(?={ENDED}| (?:a|est|fut|avait|aura|sera|et|où|ont|pour|reste|laisse|n')(?!\w))"
    ),
    # "la crue de 1910", "loi 1901": what lies so far back is dated by no figure.
    re.compile(
        r"(?<!\w)(?:[Cc]rue|[Ii]nondation|[Ii]ncendie|[Tt]empête|[Ss]éisme|[Gg]uerre|[Ss]iège"
        r"|[Bb]ataille|[Éé]pidémie|[Ff]amine|[Gg]rève|[Rr]etable|[Ss]tatut|[Bb]ulle|[Cc]adastre"
        r"|[Ff]resque|[Cc]loche|[Cc]hapelle|[Éé]glise|[Gg]ravure|[Cc]oncile|[Cc]roisade"
        r"|[Mm]anuscrit|[Éé]meute)"
        r" de (?P<named>1[0-9]\d\d)(?![\w%]|[.,]\d| \d| [a-zà-ÿ]+[sx](?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:numéro(?: d'[\w'-]+| de [\w'-]+)? (?:est|était)(?: le)?|[Ll]a classe)"
        rf" (?P<named>1[0-9]\d\d)(?={ENDED}| (?:fut|est|était|a|de)(?!\w))"
    ),
    re.compile(r"(?<!\w)[Aa]ssociations?(?: de)? loi (?:de )?(?P<named>1901)(?!\w|[.,]\d)"),
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
    # "au 14 bis, rue des Carmes (99240 Port-Ségur)", "44000 Nantes Cedex 1".
    re.compile(rf"(?<=\()(?P<named>{_FIVE})(?= {_TOWN}[,)])"),
    re.compile(r"(?<!\w)(?:[Cc]edex|CEDEX) (?P<named>\d{1,2})(?!\w|[.,]\d)"),
    # A cell of nothing but "38100 Grenoble".
    re.compile(
        rf"^(?P<named>{_FIVE})(?= (?!\w+(?:ais|ois|iens|ains|éens|ins|ands|ols)$)"
        rf"(?!{_NO_TOWN.rstrip()}$){_TOWN}(?: [Cc]edex)?$)"
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
        r"(?<!\w)(?P<named>\d{1,3}(?:er|ère|re|e|ème|n?de?)s?)(?= (?:tour|âge|mi-temps"
        r"|rang|porte"
        r"|année|place"
        r"|position|rangée|rencontre|journée|fête|foire|concours|marché|prix|choix|colonne|saison"
        r"|dimanche"
        r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|génération"
        r"|classe|cycle"
        r"|degré|catégorie|degrés|mandat|appel|plan|pilier|acte|volet|niveau|tome|volume|chapitre"
        r"|article|quart d'heure|collège|commission|RI|partie|rapport|RAM)s?(?!\w))"
    ),
    re.compile(r"(?<!\w)(?:[Ll]e|[Dd]u|[Aa]u) (?P<named>[12]?\d|3[01])(?= du mois(?!\w))"),
    re.compile(r"(?<!\w)[Tt]op (?P<named>3|5|10|20|50|100)(?= des(?!\w)|[.,;)]|$)"),
    # "la loi de 1905", which counts where a plural follows.
    re.compile(
        r"(?<!\w)(?:[Ll]ois?|[Cc]ode|[Tt]raité|[Cc]onstitution|[Dd]écret|[Éé]dit|[Cc]harte"
        r"|[Rr]évolution"
        r"|[Cc]onvention|[Cc]oncordat|[Oo]rdonnance) (?:[a-zà-ÿ]+ )?de (?P<named>1[0-9]\d\d)"
        r"(?!\w|[.,]\d| [a-zà-ÿ]+[sx](?!\w))"
    ),
    # "À 75 ans et plus".
    re.compile(r"(?<!\w)[Àà] (?P<named>\d{1,3})(?= ans (?:et|ou) (?:plus|moins)(?!\w))"),
)
"""Patterns whose group `named` is a designation, whatever follows."""

ORDINALS: Final = ordinals(
    r"\d{1,3}(?:er|ère|re|e|ème|n?de?)",
    "et|ou|à|et l[ea]|et du|et de la|ou l[ea]|au|et au",
)
"""Ordinals that stand before another one, and one alone."""


_HOURS: Final = rf"{HOUR} ?h(?: ?[0-5]\d)?(?!\w)"

CITED: Final = (
    re.compile(
        rf"(?<!\w)(?:ouver|ferm|ouvr|circul|fonctionn|servi)\w* (?:\w+ )?de (?P<named>{HOUR} (?:à"
        rf"|et) {HOUR})"
        r"(?= h(?:eures)?(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:phase|partie|étape|tome|tour|volet) (?P<named>\d{1,2} (?:sur|de) \d{1,2})"
        r"(?=[.,;:!?)]|$| (?:est|était|a|du|des|s'achève|commence)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)[Zz]ones? (?P<named>[235]0)(?= ?[.,;:!?)]|$| (?:est|sont|a|ont|et"
        r"|du)(?!\w))"
    ),
    re.compile(
        r"(?<!\w)(?:la|de|en|une) classe (?P<named>[1-9])(?= ?[.,;:!?)]|$| (?:s'|est|du|des"
        r"|ne)(?!\w)"
        r"| s')"
    ),
)
"""Patterns whose group `named` counts nothing, whatever follows."""

HOURS: Final = (
    re.compile(rf"{CLOCK}(?:,? (?:ou|et|à)|,) (?P<named>{CLOCK})"),
    re.compile(rf"(?<!\w)à (?P<named>{_HOURS},? (?:ou|et|puis) {_HOURS})"),
)
"""Patterns whose group `named` is a time of day, but for what lasts so long."""

ENACTED: Final = re.compile(
    r"(?<!\w)(?:lois?|décrets?|arrêtés?|ordonnances?|directives?|délibérations?|circulaires?"
    r"|décisions?"
    r"|arrêts?)(?: (?:n[o°]|no\.)[^.;!?]{0,30})? du $",
    re.IGNORECASE,
)
"""What stands before the date of an act that is cited, which is no figure's."""

MONTH_LEADS: Final = False
"""Whether a month may stand before its day."""
