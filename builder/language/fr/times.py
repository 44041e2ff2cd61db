"""French times of day and ages, and what makes a duration or an amount of what may be one.

Ages tell how old people are, in sentences that name them or tell of one: nothing is counted.
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import CLOCK, HOUR, OLD
from builder.language.fr.designations import PLURAL
from builder.language.given import NAMED
from builder.language.lexicon import ENDED
from builder.language.years.rule import one_of

_PARTED: Final = r"(?:âge|sexe|tranche|catégorie|commune|quartier|canton|site|lieu|type)s?(?!\w)"
"""What a table parts its rows by, which is no rate."""
_HOUR: Final = (
    rf"(?:{HOUR} ?h(?: ?[0-5]\d(?!\d))?|{CLOCK})(?!\w)"
    rf"(?! (?:de (?!l'|la )|d'|par (?!{_PARTED})|durant ))"
)
# "à 7 h 30", "entre 7 h et 8 h", "de 7 h 30 à 9 h": a journey of 7 h 30 lasts so long.
_AT: Final = (
    r"(?:(?<!limit[ée] )(?<!limitée )(?<!réduit )(?<!passe )(?<!passé )(?<!passée )à|vers|dès|avant"
    r"|après|jusqu'à)"
)

_SPELT: Final = rf"{HOUR} heures(?: [0-5]\d(?!\d)| et demie| et quart| moins le quart)?(?!\w)"
_PARTS: Final = (
    r"(?:du matin(?! (?:au|à|jusqu))|du soir|de l'après-midi|de la nuit|précises|pile|tapantes)"
)
_NOON: Final = r"(?:minuit|midi)"
# "À 3 heures du centre" is as far away, "après 3 heures de route" lasts so long.
_ALONE: Final = r"(?! (?:de |d'|du |des |par |durant |plus |en moyenne|au total)|\d)"
# Hours of the evening: after 3 hours may be when so many have passed.
_LATE: Final = "(?:19|2[0-3])"
_BEGINS: Final = (
    r"(?:ouvr|ouver|ferm|commenc|début|fini|termin|réuni|part|repart|arriv|lèv|lev|couch|rentr|sort"
    r"|démarr|rouvr|allum|étei|éteint|sonn|dîn|déjeun|convoqu|réunion|séance|rendez-vous|départ"
    r"|arrivée|ouverture|fermeture|début|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|demain|hier|matin|soir)\w*"
)
# An hour by day to one by night, and from the night to the morning, are none of a duration.
_ACROSS: Final = (
    r"(?:(?:[5-9]|1[0-2])(?: heures)? (?:et|à) (?:19|2[0-3])"
    r"|(?:19|2[0-3])(?: heures)? (?:et|à) [4-9]) heures(?!\w)"
)

TIMES: Final = (
    re.compile(rf"(?<![\w.,])(?P<named>{_HOUR} ?[–-] ?{_HOUR})"),
    re.compile(rf"(?<=[a-zé], )(?P<named>{_HOUR})(?= ?(?:$|[.:;,)]))"),
    re.compile(
        rf"(?<!\w)(?:le|la|du|au|les|des|premier|dernier) (?:car|bus|train|tram|TER|TGV|ferry|bac"
        rf"|journal|messe|navette)s? de (?P<named>{_HOUR})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:entre|(?<!est )(?<!sont )(?<!était )(?<!sera )de)"
        rf" (?P<named>{_HOUR} (?:et|à) {_HOUR})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:entre|de) (?P<named>{_HOUR} (?:et|à) {_NOON}|{_NOON} (?:et|à) {_HOUR})",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_AT} (?P<named>{_HOUR})", re.IGNORECASE),
    # Beyond 8 h is how long one works.
    re.compile(
        rf"(?<!\w)(?:au-delà de|passé) (?P<named>(?={_LATE} ?h|{HOUR} ?h ?[0-5]\d){_HOUR})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w){_AT} (?P<named>{HOUR} heures [0-5]\d)(?!\d| {PLURAL})",
        re.IGNORECASE,
    ),
    # "vers 3 heures du matin", "entre 6 heures et 22 heures", "de minuit à 5 heures".
    re.compile(rf"(?<![\w.,])(?P<named>(?:{HOUR}(?: heures)? (?:à|et|ou) )?{_SPELT})(?= {_PARTS})"),
    re.compile(
        rf"(?<!\w)(?:entre|(?<!est )(?<!sont )(?<!était )(?<!sera )de)"
        rf" (?P<named>(?:{_SPELT}|{_NOON}) (?:et|à) {_SPELT}|{_SPELT} (?:et|à) {_NOON}|{_ACROSS})"
        rf"{_ALONE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:vers(?: les)?|dès|avant|sur le coup de|il (?:est|était|sera)"
        rf"|(?:après|jusqu'à)(?= {_LATE} )|à partir de(?! \d )) (?P<named>{_SPELT}){_ALONE}",
        re.IGNORECASE,
    ),
    # « ouvert entre 9 et 17 heures », « de 5 heures du matin à 22 heures ».
    re.compile(
        rf"(?<!\w){_BEGINS}(?: [\w'-]+)? (?:entre|de)"
        rf" (?P<named>{HOUR}(?: heures)? (?:et|à) {_SPELT}){_ALONE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)de (?P<named>{_SPELT})(?= du matin (?:à|jusqu'à) (?:{HOUR} heures|midi|minuit))",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<!\w){_BEGINS}(?: [\w'-]+)? (?:à|jusqu'à) (?P<named>{_SPELT}){_ALONE}", re.I),
    re.compile(rf"(?:^|[.!?:;»] )À (?P<named>{_SPELT})(?=, )"),
    re.compile(
        rf"(?<!\w)(?:le|du|au|les|des|premier|dernier) (?:car|bus|train|tram|TER|TGV|ferry|bac"
        rf"|journal|navette)s? de (?P<named>{_SPELT}){_ALONE}",
        re.IGNORECASE,
    ),
)
"""Patterns whose group `named` is a time of day, or two."""

MEASURED: Final = re.compile(
    r"(?<!\w)(?:(?!passé $)(?!passe\w* (?:le|tous|chaque|ce) )pass|augment|baiss|diminu|rédui"
    r"|allong|raccourc|mont|tomb|dur|limit"
    r"|bond|prolong|étend"
    r"|dorm|dort|situé|rapport|ratio|score|battu|gagn|perd|coût)\w*(?!\w)[^.;:!?]*$"
    r"|(?<!\w)(?<!se )(?:fait|font|faisait|faisaient) (?:entre|de) $"
    r"|(?<!\w)(?:demand(?!ée?s?(?!\w))|attend|attente|délai|durée|moyenne|vari|oscill|va|vont"
    r"|allait|faut|fallait"
    r"|prend|prenn|prit|exig|requ|nécessit|situ|compris|besoin|estim|évalu)\w*(?: \w+){0,2} $",
    re.IGNORECASE,
)
"""What makes a duration, anywhere in the clause before, of what may be a time of day."""

LASTING: Final = re.compile(r"(?!)")
"""What lasts from one time of day to another: how long is said in the same words."""

MEASURED_AFTER: Final = re.compile(
    r" (?:de (?!l'|la )|d'(?!hiver|été)|durant |plus |en moyenne|supplémentaires?|environ)"
    rf"| par (?!{_PARTED})"
)
"""What makes a duration of what may be a time of day, and follows it."""


_PERSON: Final = one_of(
    "homme femme garçon fille fillette enfant bébé adolescente? jeune père mère fils frère sœur"
    " grand-père grand-mère veuve veuf retraitée? commerçante? infirmière infirmier maire mairesse"
    " trader médecin ouvrière ouvrier agricultrice agriculteur éleveuse éleveur enseignante?"
    " professeure? instituteur institutrice chauffeure? conducteur conductrice boulangère boulanger"
    " vendeuse vendeur étudiante? élève lycéen(?:ne)? collégien(?:ne)? écolière écolier habitante?"
    " riveraine? locataire propriétaire salariée? employée? artisane? patron patronne directrice"
    " directeur aide-soignante? auxiliaire bénévole patiente? passagère passager usagère cycliste"
    " piéton soldat pêcheur avocate? juge pharmacien(?:ne)? ingénieure? technicien(?:ne)?"
    " cuisinière cuisinier serveuse serveur coiffeuse coiffeur apprentie? chômeuse chômeur"
    " réfugiée? migrante? victime témoin militante? conseillère conseiller élue? adjointe?"
    " président présidente trésorier trésorière voisine? cliente? gardienne? concierge factrice"
    " facteur caporale? sergente? lieutenante? capitaine commandante? colonel général adjudante?"
    " gendarme policière policier pompier matelot marin docker skipper guide alpiniste skieur"
    " skieuse randonneur randonneuse surveillante? détenue? greffier greffière douanier douanière"
    " bibliothécaire archiviste conservateur conservatrice cheminote? syndicaliste mineur bûcheron"
    " berger bergère vigneron vigneronne exploitante? fermière fermier entraîneure? joueur joueuse"
    " arbitre maçon menuisier plombier électricien(?:ne)? comptable secrétaire journaliste"
    " écrivaine? artiste musicien(?:ne)? assistante? éducatrice éducateur animatrice animateur"
    " sexagénaire septuagénaire"
)
_ONE: Final = (
    r"(?:[Uu]ne? |[Ll][ea] |[Ll]'|[Cc]et(?:te)? |[Cc]e |[Ss]on |[Ss]a |[Mm]on |[Mm]a |[Nn]otre )"
)
_SAYS: Final = (
    r"(?:dit|raconte|explique|confie|témoigne|selon|sourit|soupire|résume|assure|estime|affirme"
    r"|ajoute|précise|lance|se souvient|reconnaît|regrette|rappelle)"
)
_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w'-]+(?: [A-ZÀ-ÖØ-Þ][\w'-]+){0,2}"
SOMEONE: Final = (
    rf"(?:{NAMED}|(?<!\w)(?:(?:M\.|Mme|Mlle|Dr|Me) |{_SAYS} ){_CAPITAL}"
    rf"|(?<![\w-]){_ONE}(?:[a-zà-ÿ]+ )?{_PERSON}(?: [a-zà-ÿ]+){{0,2}})"
)
YEARS: Final = r" ans(?! (?:de |d'|plus |après|durant|par ))(?!\w)"

_LIVED: Final = (
    r"(?:a pris|prend|prendra) sa retraite|est (?:partie?|entrée?|morte?|décédée?|devenue?|arrivée?"
    r" au pays)|s'est (?:mariée?|engagée?|installée?)|meurt|a (?:quitté|commencé|débuté|embarqué"
    r"|appris|repris|hérité|perdu (?:son|sa|ses)|été (?:embauchée?|élue?|nommée?|recrutée?"
    r"|ordonnée?))"
)

AGES: Final = (
    # "Jeanne, 43 ans, travaille", "le maire, 78 ans, s'en va", "Jeanne (43 ans)".
    re.compile(
        rf"{SOMEONE}(?:, (?:âgée? de )?| \()(?P<named>{OLD})(?= ans(?:\)| ?(?:[,;.:!?»]|$)| et ))"
    ),
    # "Gérard Ohlsen, maître-nageur, 61 ans, conteste".
    re.compile(
        rf"(?:{NAMED}, [^.,;:!?()\d]{{3,40}}|(?<!\w){_CAPITAL} [A-ZÀ-Þ][\w'-]+, {_PERSON}), "
        rf"(?P<named>{OLD})(?= ans(?: ?(?:[,;.:!?»]|$)| et ))"
    ),
    re.compile(
        rf"{NAMED}(?:, qui)? (?:a|avait|aura|fête|fêtait|fêtera) (?P<named>{OLD})(?={YEARS})"
    ),
    re.compile(
        rf"(?<![\w-])(?:{_ONE}|[Dd]'une? )(?:[a-zà-ÿ]+ )?{_PERSON}(?: [a-zà-ÿ]+)? (?:âgée? )?de"
        rf" (?P<named>{OLD})(?={YEARS})"
    ),
    re.compile(
        rf"(?<!\w)À (?P<named>{OLD})(?= ans, (?:{NAMED}|elle |il "
        rf"|on |{_ONE.replace('(?:', '(?i:', 1)}"
        rf"{_PERSON}))"
    ),
)
"""Patterns whose group `named` is somebody's age, or one that a rule names."""

AGED: Final = (
    # "Ils ont dépassé 45 ans", "ont entre 55 et 64 ans", "aucune de moins de 10 ans".
    re.compile(
        r"(?<!\w)(?:a|ont|avait|avaient|auront|ayant|avoir) (?:déjà |largement |tous |presque )?"
        rf"(?:dépassé|passé|fêté|atteint) (?:les |l'âge de )?(?P<named>{OLD})(?={YEARS})"
    ),
    re.compile(
        r"(?<!\w)(?:a|ont|avait|avaient|auront|ayant|avoir) (?:tous |toutes )?entre"
        rf" (?P<named>{OLD} et {OLD})(?={YEARS})"
    ),
    re.compile(
        rf"(?<!\w)(?:[Aa]ucune?|[Nn]ulle?|[Pp]ersonne) de (?:moins|plus) de"
        rf" (?P<named>{OLD})(?={YEARS})"
    ),
    re.compile(
        rf"(?<!\w)(?:[Ii]l|[Ee]lle) (?:a|avait) (?P<named>{OLD})(?= ans (?:quand|lorsqu)(?!\w))"
    ),
    # "Elle est entrée à la mine à 14 ans", but "ils partent à 62 ans".
    re.compile(
        rf"(?<!\w)(?:{_LIVED})(?: [\w'-]+){{0,4}}? à (?P<named>{OLD})"
        rf"(?= ans(?:{ENDED}| (?:pour|et|comme|chez|sans|avec|à peine|seulement|révolus)(?!\w)))"
    ),
    re.compile(
        r"(?<!\w)(?:obligatoire|gratuit|réservé|accessible|interdit|proposé|scolaris)\w*"
        rf"(?: (?:aux|pour les|les) [\w-]+)? (?:de|entre) (?P<named>{OLD} (?:à|et) {OLD})"
        r"(?= ans(?! (?:de |d')))"
    ),
    re.compile(rf"(?<!\w)[ÂâAa]gée?s? de (?P<named>{OLD})(?={YEARS})"),
    # "après 75 ans", where after 5 years something ends; "dès 16 ans", "avant 18 ans".
    re.compile(rf"(?<!\w)(?:[Aa]près|Au-delà de|[Pp]assé) (?P<named>[6-9]\d|1[01]\d)(?={YEARS})"),
    re.compile(rf"(?<!\w)(?:[Dd]ès|[Àà] partir de) (?P<named>{OLD})(?={YEARS})"),
    re.compile(rf"(?<!\w)[Aa]vant (?P<named>1[468]|21|6\d)(?={YEARS})"),
    re.compile(
        rf"(?<!\w)[Jj]usqu'à (?P<named>{OLD})(?= ans, [^.;:!?]*(?:gratuit|réduit|offert|interdit"
        r"|permis|obligatoire))"
    ),
)
"""The same, of what things may be called as well."""

THINGS: Final = re.compile(
    r"(?<!\w)(?:populations?|parcs?|flottes?|ponts?|bâtiments?|usines?|réseaux?|immeubles?"
    r"|logements?|maisons?|écoles?|voitures?|bus|arbres?|équipements?|centrales?|conduites?"
    r"|canalisations?|véhicules?|matériels?|infrastructures?|patrimoine|ouvrages?|barrages?|toits?"
    r"|trains?|rames?|chaudières?|délais?|bail|baux|contrats?|durées?|prêts?|travaux|chantiers?"
    r"|concessions?|garanties?)(?!\w)"
    r"(?! (?:est|sont|reste|restent|devient) (?:gratui|rédui|offer|interdi|permis|réserv|ouver))",
    re.IGNORECASE,
)
"""What makes an amount of an age where it stands beside it, or in the clause before."""

AVERAGED: Final = re.compile(
    r"(?<!\w)(?:moyen\w*|médian\w*|espérance|typique\w*|généralement|habituel\w*)(?!\w)",
    re.IGNORECASE,
)
"""What makes a statistic of an age, anywhere in its clause."""
