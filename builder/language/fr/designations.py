"""French words beside which digits name something and count nothing, and times of day."""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import AGE, NUMBER, OLD, designated, placed
from builder.language.fr.ages import ages
from builder.language.years.rule import after, one_of

_ONE: Final = one_of(
    "page p\\. chapitre chap\\. article art\\. annexe alinéa al\\. section paragraphe §"
    " numéro n° autoroute COP RD RN résolution directive règlement décret agenda ODD dossier"
    " colonne type parcelle route_départementale route_nationale départementale nationale version"
    " vol\\. GIR délibération niveau_d'(?:alerte|urgence|eau) niveau_de_(?:vigilance|risque|soins?)"
)
# "La loi no 5": "no" alone is none.
_NO: Final = r"(?:loi|décret|arrêté|règlement|décision|délibération|bus|ligne|avis|dossier) no"
# Words that stand before counts as well.
_PLACE: Final = one_of(
    "partie titre livre tome niveau étape phase axe scénario diapositive diapo salle bâtiment quai"
    " échelon point semaine bus tram module zone lot objectif mesure action option variante volet"
    " chambre unité département recommandation question cas terminal réacteur hall porte"
    " catégorie groupe équipe jour"
    " sortie vol TGV TER train"
)
_PLACES: Final = one_of(
    "chambres bâtiments étages parties titres livres tomes niveaux étapes phases axes scénarios"
    " salles points semaines"
    " catégories groupes arrondissements cantons modules zones lots objectifs mesures actions"
    " options variantes"
    " volets recommandations"
)
_GOES_ON: Final = (
    r"(?!(?:ou|et) (?:plus|moins|davantage)(?!\w)|d'entre(?!\w))(?:"
    + one_of(
        "le la les un une du des de au aux ce cet cette ces son sa ses leur notre votre et ou"
        " ni mais or donc car dans en par pour sur sous vers avec sans chez entre avant après"
        " depuis selon dès quand comme que qui dont où si ne est était sera fut a avait aura"
        " peut doit devra reste vaut coûte suit commence finit ouvre ferme porte traite"
        " prévoit décrit montre fixe dit autorise impose oblige définit précise interdit régit"
        " concerne brûle passe roule relie dessert va pas aussi"
        " seul seulement déjà encore il elle on ils elles nous vous je ce circule arrive paraît"
        " manque attend accueille"
    )
    + r"|(?:[ldnsjmtc]|qu)'\w+|à)"
)
_MANY: Final = one_of("pages pp\\. chapitres articles annexes alinéas sections nos n°s GIR")
PLURAL: Final = (
    r"(?!(?:bis|quinquies|sexies|octies|nonies|decies|puis|mais|dans|sans|sous|vers|très|plus"
    r"|moins|depuis|alors|dès|jamais|toujours|pas"
    r"|après"
    r"|près|des|les|ses|nos|ces|aux|vous|nous|prévus|hors|lors)(?!\w))[a-zà-ÿ]{2,}[sx]"
)

_EACH: Final = "ce cet cette chaque un une par même"

DESIGNATED: Final = (
    *designated(
        rf"{_ONE}|{_NO}",
        _MANY,
        "et|ou|à",
        _EACH,
        PLURAL,
    ),
    *placed(
        rf"(?:{_PLACE}|(?<!en )ligne)",
        rf"(?:{_PLACES}|lignes)",
        "et|ou|à",
        _EACH,
        _GOES_ON,
        "sont|ont|étaient|seront|avaient|furent|restent|circulent",
    ),
    re.compile(r"(?<!\w)(?P<named>[LRDA]\. ?\d+(?:-\d+)+(?: [A-Z](?![\w']))?)(?!\w)"),
    # Classes and districts: "en 6e", "le 20e arrondissement".
    re.compile(
        r"(?:(?<=\ben )|(?<=\bclasse de )|(?<=\bélèves de )|(?<=\bclasses de )|(?<=\bde la )"
        r"|(?<=CM[12] et de )|(?<=CM[12] et en )|(?<=CM[12] à la ))"
        r"(?P<named>(?:[3-6](?:e|ème)|1re|2n?de)(?: (?:et (?:de )?|à la |ou (?:de )?)[3-6](?:e"
        r"|ème))?)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?P<named>\d{1,3}(?:er|ère|re|e|ème|n?de?))(?= (?:qualité|choix|catégorie"
        r"|arrondissement|ligne|circonscription|étage"
        r"|division|édition|législature|siècle|session|anniversaire|chambre|congrès|séance"
        r"|conférence"
        r"|promotion|brigade|bataillon|compagnie|BCA|république|régiment|centile|percentile"
        r"|trimestre|semestre|sommet|alinéa|paragraphe)s?(?!\w))",
        re.IGNORECASE,
    ),
    # "le RER et la ligne 14 sont pleins".
    re.compile(
        rf"(?<= et l[ae] )(?:{_PLACE}|ligne) (?P<named>{NUMBER})"
        r"(?= (?:sont|ont|étaient|seront|avaient)(?!\w))"
    ),
    # "la D 940", "l'A 6", "la parcelle B 123".
    re.compile(
        rf"(?<!\w)(?:[Ll]a |[Ll]'|[Uu]ne |[Cc]ette )(?P<named>(?:D|N|A|E|M) \d{{1,4}})"
        rf"(?!\w| {PLURAL})"
    ),
    re.compile(
        r"(?<!\w)(?:Euro|Canal) (?P<named>\d{1,3})(?= (?:s'|est |et |vole|à"
        r" |de la TNT|diffuse|émet|cesse)|$)"
    ),
    re.compile(r"(?<!\w)[Bb]ac ?(?P<named>\+ ?[1-8])(?!\d)"),
    re.compile(r"(?<!\w)base (?P<named>100)(?= (?:en|pour) )"),
    re.compile(r"(?<!\w)(?:[Cc]ompose[rz]|[Aa]ppele[rz]) le (?P<named>\d{2,5})(?!\d| \d)"),
    re.compile(r"(?<!\w)[Ll]a (?P<named>[3-6]e)(?= [A-F](?!\w))"),
    re.compile(r"(?<!\w)(?:tram|tramway) (?P<named>T\d{1,2}[a-c]?)(?!\w)"),
    re.compile(r"(?<!\w)France (?P<named>2|3|4|5|24)(?!\d|[.,]\d| [a-zà-ÿ]{2,}[sx](?!\w))"),
    re.compile(r"(?<!\w)[Aa]rticle (?P<named>1er)(?!\w)"),
    re.compile(r"(?<!\w)(?:Paris|Lyon|Marseille) (?P<named>\d{1,2}e)(?!\w)"),
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,2}-(?:Juillet|Novembre|Mars|Mai|Août|Septembre|Décembre)"
        r"(?:-(?:1[89]|20)\d\d)?)(?!\w)"
    ),
    re.compile(r"(?<!\w)(?:[Ll]e|[Dd]u|[Aa]u|[Aa]rticle) (?P<named>49[.-]3)(?!\d)"),
    re.compile(
        r"(?<!\w)[Aa]nnées (?P<named>(?:1[5-9]|20)\d0(?:(?:,| et| ou| à) (?:1[5-9]|20)\d0)*)"
        r"(?!\d|(?:,| et| ou| à) \d{3}[1-9])"  # 2020 and 2021 are years
    ),
    # "12, rue de la Paix".
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,3}(?: bis| ter)?)(?=,? (?:rue|avenue|boulevard|allée|quai"
        r"|impasse|place|chemin|cours|square|esplanade|passage|sente|faubourg|mail|cité|route)"
        r" (?:d[eu] |des |d'|l'|[A-ZÉ]))"
    ),
    # "NOR : INTE2412345A", which every order of a ministry has.
    re.compile(r"(?<!\w)NOR ?:? ?(?P<named>[A-Z]{4}\d{7}[A-Z])(?!\w)"),
    re.compile(
        r"(?<!\w)(?:[Ss]alles?|[Bb]ureaux?|[Cc]hambres?|[Bb]âtiments?|[Bb]ox) "
        r"(?P<named>[A-Z] ?\d{1,3})(?!\w|[.,]\d)"
    ),
    re.compile(r"(?<!\w)[Pp]arcelle (?P<named>[A-Z]{1,2} \d{1,4})(?!\w)"),
)
"""Patterns whose group `named` is a designation."""

_LIVING: Final = (
    r"(?:enfant|jeune|personne|élève|adulte|femme|homme|habitant|salarié|mineur|retraité|bébé"
    r"|adolescent|étudiant|apprenti|fille|garçon|voyageur|assuré|agent|usager|actif|chômeur|senior"
    r"|pompier|volontaire|candidat|bénévole|stagiaire|licencié|nageur|joueur|patient|abonné|arbre"
    r"|logement|bâtiment|apicult(?:eur|rice)|agricult(?:eur|rice)|enseignant|médecin|infirmier"
    r"|infirmière|propriétaire|demandeur|conducteur|électeur|travailleur|employé|citoyen"
    r"|locataire)s?|ceux|celles|quiconque"
)
_BOUND: Final = r"(?:(?:moins|plus) de|au moins|au plus)"

CALLED: Final = (
    *(re.compile(each, re.IGNORECASE) for each in ages(rf"(?P<named>{OLD})(?!\d|[.,]\d)")),
    re.compile(r"(?<!\w)ligne à (?P<named>\d{2,3})(?= ?kV)"),
    re.compile(
        r"(?<!\w)(?:recommandée?s?|gratuite?s?|possible|ouverte?s?|permise?s?) dès"
        rf" (?P<named>{AGE})(?= ans)"
    ),
    re.compile(r"(?<!\w)(?:journal|JT) de (?P<named>\d{1,2})(?= heures)"),
    re.compile(
        r"(?<!\w)(?:les|des|ces|aux) (?P<named>\d{1,3})(?= (?:derni[eè]re?s|prochaine?s"
        r"|premi[eè]re?s)"
        r" (?:ans|années|mois|semaines|jours|heures)(?!\w))",
        re.IGNORECASE,
    ),
    # "le 3° du I", "les 24 Heures du Mans", "24 h/24 et 7 j/7", "les 10 % les plus riches".
    re.compile(r"(?<!\w)(?:[Ll]e|[Dd]u|[Aa]u) (?P<named>\d{1,2}°)(?= (?:de|du|et|bis)(?!\w))"),
    re.compile(r"(?<![\w.,])(?P<named>24)(?= Heures(?!\w))"),
    re.compile(
        r"(?<![\w.,])(?P<named>24 ?h(?:eures)? ?(?:/|sur) ?24|7 ?j(?:ours)? ?(?:/|sur) ?7)(?!\w)"
    ),
    re.compile(
        r"(?<!\w)(?:les|des|aux) (?P<named>1|5|10|20)(?= ?% (?:les|des) (?:plus|moins) )",
        re.IGNORECASE,
    ),
    re.compile(r"(?<!\w)(?:semaine de|[Ll]es|[Aa]ux|[Dd]es) (?P<named>3[259])(?= heures(?!\w))"),
    re.compile(
        r"(?<!\w)(?:objectif|cible|limite|seuil) (?:de|des|à) (?P<named>\d(?:,\d)?)(?= ?°C)"
    ),
    re.compile(r"(?<!\w)[Cc]ode postal (?P<named>\d{5})(?!\d)"),
    re.compile(r"(?<!\w)(?:civ|soc|com|crim|ch)\. (?P<named>[1-3](?:re|e))(?!\w)"),
    re.compile(r"(?<![\w.,])(?P<named>[1-5]?\d(?:e|ème))(?= semaine(?!\w))"),
    # "les 65+", "les 65 ans et plus"; "un T3", "un 3 pièces": kinds of dwellings.
    re.compile(
        r"(?<!\w)(?:[Ll]es|[Dd]es|[Aa]ux|[Pp]ersonnes) (?P<named>[1-9]\d(?:\+| ?ans et plus))(?!\w)"
    ),
    re.compile(r"(?<!\w)(?:[Uu]n|type|appartement|logement) (?P<named>[TF][1-7])(?!\w| \d)"),
    re.compile(
        r"(?<!\w)(?:[Uu]n|[Ll]e|[Dd]u|[Aa]u) (?:appartement )?(?P<named>[2-7])(?= pièces(?!\w))"
    ),
    # "l'hiver 24/25", "l'été 25 fut chaud".
    re.compile(
        r"(?<!\w)(?:[Hh]iver|[Ss]aison|[Aa]nnée scolaire"
        r"|[Ee]xercice) (?P<named>\d\d[/-]\d\d)(?!\w|[./]\d)"
    ),
    re.compile(
        r"(?<!\w)(?:[Hh]iver|[ÉéEe]té|[Pp]rintemps|[Aa]utomne) (?P<named>\d\d)(?= (?:fut|est"
        r"|était|sera|a|avait|aura)(?!\w))"
    ),
    # "les moins de 20 ans", "les 18-24 ans".
    re.compile(
        rf"(?<!\w)(?<!dans )(?<!pendant )(?:les|des|aux|ces) (?:{_BOUND} )?"
        rf"(?P<named>(?:(?<=de ){AGE}|{AGE}(?: ?[–-] ?| à ){AGE}))(?= ans(?!\w))",
        re.IGNORECASE,
    ),
    # "La plupart avaient moins de 18 ans": ages that laws name.
    re.compile(
        r"(?<!\w)(?:a|ont|avait|avaient|ayant|aient|avoir) (?:encore )?(?:moins|plus) de"
        r" (?P<named>[36]|1[0-8]|21|25|26)"
        r"(?= ans(?: ?[.,;:!?)»]|$| (?:et|ou|mais)(?! (?:plus|demi))))"
    ),
    # "les élèves de moins de 21 ans", "âgées de 65 ans et plus", "de 18 à 24 ans".
    re.compile(
        rf"(?<!\w)(?:(?:{_LIVING})(?: [a-zà-ÿ]+)?,? (?:âgée?s? )?|âgée?s? )"
        rf"(?:(?:de |d')?{_BOUND} |de |entre )"
        rf"(?P<named>(?:(?<=moins de ){AGE}|(?<=plus de ){AGE}|(?<=au moins ){AGE}|{AGE}"
        rf"(?= ans (?:et|ou) (?:plus|moins)(?!\w))|{AGE}(?: ?[–-] ?| à | et ){AGE}))(?= ans(?!\w))",
        re.IGNORECASE,
    ),
)
"""Patterns of ages that people are grouped by, and of measures by which rules are called."""

COUNTED: Final = after(
    "fois heures? minutes? jours? semaines? mois ans? années? mille milliers? millions? milliards?"
    " euros? francs? habitants? élèves personnes kilomètres? mètres? tonnes? hectares? pour_cent"
    " points?".replace(" ", "|").replace("_", " "),
)
"""What makes an amount of digits that it follows."""

NOUNS: Final = re.compile(rf" {PLURAL}(?!\w)")
"""What may be counted by digits that it follows."""

AGED: Final = after("ans")
"""What follows ages."""

BOUNDS: Final = re.compile(r"(?<!\w)(?:et|ou|à)(?!\w)", re.IGNORECASE)
"""What makes a span of a number before it: 65 ans et plus."""
