"""How old people are, in French sentences that name them or tell of one: nothing is counted."""

from __future__ import annotations

import re
from typing import Final

from builder.language.given import NAMED, OLD
from builder.language.years.rule import one_of

_PERSON: Final = one_of(
    "homme femme garçon fille fillette enfant bébé adolescente? jeune père mère fils frère sœur"
    " grand-père grand-mère veuve veuf retraitée? commerçante? infirmière infirmier maire mairesse"
    " trader médecin ouvrière ouvrier agricultrice agriculteur éleveuse éleveur enseignante?"
    " professeure? instituteur institutrice chauffeure? conducteur conductrice boulangère boulanger"
    " vendeuse vendeur étudiante? élève lycéenne? collégienne? écolière écolier habitante?"
    " riveraine? locataire propriétaire salariée? employée? artisane? patron patronne directrice"
    " directeur aide-soignante? auxiliaire bénévole patiente? passagère passager usagère cycliste"
    " piéton soldat pêcheur avocate? juge pharmacienne? ingénieure? technicienne? cuisinière"
    " cuisinier serveuse serveur coiffeuse coiffeur apprentie? chômeuse chômeur réfugiée?"
    " migrante? victime témoin militante? conseillère conseiller élue? adjointe? président"
    " présidente trésorier trésorière voisine? cliente? gardienne? concierge factrice facteur"
    " maçon menuisier plombier électricienne? comptable secrétaire journaliste écrivaine? artiste"
    " musicienne? assistante? éducatrice éducateur animatrice animateur sexagénaire septuagénaire"
)
_ONE: Final = (
    r"(?:[Uu]ne? |[Ll][ea] |[Ll]'|[Cc]et(?:te)? |[Cc]e |[Ss]on |[Ss]a |[Mm]on |[Mm]a |[Nn]otre )"
)
_SAYS: Final = (
    r"(?:dit|raconte|explique|confie|témoigne|selon|sourit|soupire|résume|assure|estime|affirme"
    r"|ajoute|précise|lance|se souvient|reconnaît|regrette|rappelle)"
)
_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ][\w'-]+(?: [A-ZÀ-ÖØ-Þ][\w'-]+){0,2}"
_SOMEONE: Final = (
    rf"(?:{NAMED}|(?<!\w)(?:(?:M\.|Mme|Mlle|Dr|Me) |{_SAYS} ){_CAPITAL}"
    rf"|(?<![\w-]){_ONE}(?:[a-zà-ÿ]+ )?{_PERSON}(?: [a-zà-ÿ]+){{0,2}})"
)
_YEARS: Final = r" ans(?! (?:de |d'|plus |après|durant|par ))(?!\w)"

AGES: Final = (
    # "Jeanne, 43 ans, travaille", "le maire, 78 ans, s'en va", "Jeanne (43 ans)".
    re.compile(
        rf"{_SOMEONE}(?:, (?:âgée? de )?| \()(?P<named>{OLD})(?= ans(?:\)| ?(?:[,;.:!?»]|$)| et ))"
    ),
    # "Gérard Ohlsen, maître-nageur, 61 ans, conteste".
    re.compile(
        rf"(?:{NAMED}, [^.,;:!?()\d]{{3,40}}|(?<!\w){_CAPITAL} [A-ZÀ-Þ][\w'-]+, {_PERSON}), "
        rf"(?P<named>{OLD})(?= ans(?: ?(?:[,;.:!?»]|$)| et ))"
    ),
    re.compile(rf"{NAMED} (?:a|avait|aura|fête|fêtait|fêtera) (?P<named>{OLD})(?={_YEARS})"),
    re.compile(
        rf"(?<![\w-])(?:{_ONE}|[Dd]'une? )(?:[a-zà-ÿ]+ )?{_PERSON}(?: [a-zà-ÿ]+)? (?:âgée? )?de"
        rf" (?P<named>{OLD})(?={_YEARS})"
    ),
    re.compile(
        rf"(?<!\w)À (?P<named>{OLD})(?= ans, (?:{NAMED}|elle |il "
        rf"|on (?:l'|le |la |y |sait |peut |doit |apprend )|{_ONE.replace('(?:', '(?i:', 1)}"
        rf"{_PERSON}))"
    ),
)
"""Patterns whose group `named` is somebody's age, or one that a rule names."""

AGED: Final = (
    re.compile(rf"(?<!\w)[ÂâAa]gée?s? de (?P<named>{OLD})(?={_YEARS})"),
    # "après 75 ans", where after 5 years something ends; "dès 16 ans", "avant 18 ans".
    re.compile(rf"(?<!\w)(?:[Aa]près|Au-delà de|[Pp]assé) (?P<named>[6-9]\d|1[01]\d)(?={_YEARS})"),
    re.compile(rf"(?<!\w)(?:[Dd]ès|[Àà] partir de) (?P<named>{OLD})(?={_YEARS})"),
    re.compile(rf"(?<!\w)[Aa]vant (?P<named>1[468]|21|6\d)(?={_YEARS})"),
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
