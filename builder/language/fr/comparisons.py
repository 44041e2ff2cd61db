"""French words that set one thing against another, beside those of rise and fall."""

from __future__ import annotations

from typing import Final

from builder.language.fr.comparatives import COMPARATIVES, HEADING, RATED
from builder.language.lexicon import FIGURE, by_figure

_BE: Final = (
    r"(?:(?<!n’)(?:est|était|étaient)|(?<!ne )(?:sont|seront|sera|fut|furent)|été"
    r"|(?<!ne )(?:devien(?:t|nent)|devenue?s?|parai(?:t|ssent)|sembl(?:e|ent)))"
)
_STAY: Final = (
    r"(?:(?:rest|demeur)(?:e|ent|é|ée|és|ées|ait|aient|a|èrent|era|eront)|se main(?:tient|tiennent"
    r"|tenait|tenu\w*)|se stabilis\w+)"
)
_ADVERB: Final = (
    r"(?:(?:\w+ment|bien|loin|juste|toujours|encore|très|quasi|presque|nettement|à peu près) )"
)
_LARGE: Final = (
    r"(?!de(?!\w)|d’|que(?!\w)|qu’|ou(?!\w)|en(?!\w)|tard|tôt|ni(?!\w)|jamais|important de"
    r"|possible)"
    r"[\w’-]+"
)
_MARK: Final = (
    r"(?:la moyenne|la médiane|le seuil|la norme|l’objectif|le niveau|la limite|la cible|le plafond"
    r"|la tendance|du seuil|de la (?:moyenne|norme|médiane|limite)|de l’objectif|du niveau"
    r"|du plafond"
    r"|des? (?:\w+ )?(?:seuils?|normes?|objectifs?))"
)
_SIZED: Final = (
    r"(?:bon marché|chère?s?|petite?s?|grande?s?|peu|faibles?|modestes?|élevée?s?|lente?s?|rapides?"
    r"|rares?|longue?s?|courte?s?)"
)
_PLACE: Final = r"(?:premi(?:er|ère)|deuxième|seconde?|troisième|derni(?:er|ère))s?"

COMPARED: Final = (
    rf"(?:bat|battent|battait|battra|battue?s?)(?= (?:(?:l[ea]s?|tous|toutes|par|son|ses"
    rf"|leur)(?!\w)"
    rf"|l’|{FIGURE}))",
    rf"{_STAY} {_ADVERB}?(?:au-dessus|au-dessous|en dessous|en deçà|au-delà|devant|derrière)",
    rf"(?:{_BE}|se situe(?:nt)?|se trouve(?:nt)?|{_STAY}) {_ADVERB}?(?:au-dessus|au-dessous"
    rf"|en dessous|en deçà|au-delà|sous)(?= (?:d(?:e |u |es )?’?)?(?:(?:les? |la )?{FIGURE}"
    rf"|{_MARK}))",
    rf"(?:{_BE}|{_STAY}|loin) {_ADVERB}?(?:en tête|à la traîne|en queue)",
    rf"n’attei(?:nt|gnent|gnait|gnaient) pas(?= (?:[\w’]+ )?{FIGURE})",
    rf"(?<={FIGURE}, ){_ADVERB}?(?:au-dessus|au-dessous|en dessous|en deçà|au-delà)"
    rf"(?= [^.,;:!?]{{0,30}}{FIGURE})",
    r"un nouveau (?:sommet|pic|plafond|plancher|creux|maximum|minimum)",
    r"(?:nulle part|aucune? [\w-]+)(?=[^.;:!?]{0,40}(?<!\w)autant(?!\w))",
    rf"{_BE} {_ADVERB}?(?:plus|moins) {_LARGE}",
    r"(?<!d’)autant (?:de [\w’-]+ |d’[\w’-]+ )?(?:que(?! possible)|qu’\w+)",
    r"aussi (?:nombreu(?:x|ses)|élevée?s?|hautes?|hauts?|grande?s?|chaude?s?|bas(?:se)?s?"
    r"|fréquente?s?|chère?s?|petite?s?) (?:que|qu’\w+)",
    rf"(?:le|la) même (?:nombre|niveau|taux|montant|valeur) (?:que|qu’\w+)|éga(?:l|le|ux|les) à"
    rf"|égale(?:nt)?(?= {FIGURE})|identiques? à",
    r"l[ea]s? (?:plus|moins) (?:populaire|fréquent|courant|peuplé|touché|rare|efficace|performant"
    r"|fréquenté|dense|utilisé|demandé|exposé|coûteux|coûteuse|dynamique|répandu|chaud|froid|frais|sec|humide)(?:e|s|es)?",
    r"le (?:plus|moins)(?=[,.;:!?)]|$| (?:à|au|aux|en|dans|chez|sur|pour)(?!\w))",
    r"niveaux? record|records? (?:de|d’|absolu|historique|à|en)|(?:un|le|son|ses|leurs?|nouveaux?)"
    r" (?:nouveau )?records?|(?:année|mois|montant|chiffre|nombre|somme|fréquentation|affluence"
    r"|récolte|déficit|hausse|baisse|taux) records?",
    rf"(?:les? |la |des )?(?:pires?|meilleure?s?)(?=[,.;:!?)]|$| (?:{FIGURE}|années?|mois|semaine"
    rf"|jour"
    r"|résultats?|score|taux|chiffre|valeur|saison|trimestre|de tous|de toutes|que|qu’|est|était"
    r"|depuis|en)(?!\w))",
    r"(?:mieux|moins bien|pire) (?:que|qu’\w+)|de (?:mieux en mieux|pire en pire|plus en plus"
    r"|moins en moins)",
    # "Le repas revient à 9 euros" says what it costs.
    r"(?:reven(?:u|ue|us|ues)|revint|retomb\w+|retour|retrouv\w+)"
    rf"{by_figure('à|sous|de', 25)}",
    rf"(?:revien(?:t|nent)|reven(?:ait|aient)){by_figure('sous|de', 25)}",
    rf"(?:{_STAY}|{_BE}) {_ADVERB}?(?:stable|inchangée?|constante?|stationnaire|identique)s?",
    rf"(?:stable|inchangée?|constante?)s?(?=,? à (?:\w+ )?{FIGURE})",
    r"stagn(?:e|ent|ait|aient|é|ée|ation)|se stabilis\w+|n[’e] ?(?:a |ont )?(?:guère|pas) (?:changé"
    r"|bougé|évolué|varié)",
    r"tendance(?=[^.;:!?]{0,30} (?:hausse|baisse|haussière|baissière)(?!\w))",
    r"à la (?:hausse|baisse)",
    rf"{_SIZED} (?:à côté|face|auprès|au regard|comparée?s?|par rapport|en comparaison)",
    rf"(?:arriv|class|termin|finiss|fini|se plac)\w* (?:\w+ )?{_PLACE}",
    rf"à la {_PLACE} (?:place|position)",
    r"(?:combl|rédui|ferm|résorb)\w* (?:l’écart|le retard|son retard|leur retard)|prend (?:le large"
    r"|l’avantage)",
    # What grows or shrinks where it is told by two figures.
    r"(?:a|ont|avait|avaient|été|sont|est) (?:taillé|rogné|économisé|élargi|amélioré|empiré)"
    r"(?:e|s|es)?"
    rf"(?=(?: ?[:—–] |[^.;!?{FIGURE}]* d(?:e |’))(?:[\w’]+ ){{0,2}}"
    rf"{FIGURE}[^.;!?{FIGURE}]*{FIGURE})",
    *COMPARATIVES,
)
"""Alternatives that compare wherever a sentence prints figures."""

HEADED: Final = (
    r"mène(?:nt)?(?! (?:à|au|aux|vers|une?|l[ea]s?|des|de)(?!\w))",
    r"en (?:tête|hausse|baisse|recul|progression|repli|queue)(?! de page)",
    r"(?:re)?(?:mont|grimp|tomb|gagn|plong|bondi)(?:e|ent|t|ssent)(?=[,;:.!?)]|$| (?:et|mais|quand"
    r"|tandis|encore|vite|peu|moins|plus)(?!\w))|descend(?:ent)?(?=[,;:.!?)]|$| (?:et|mais)(?!\w))",
    r"(?:^|(?<=[,:;] )|(?<=et ))(?:plus|moins) (?:de |d’)[\w-]+",
    r"(?:mieux|moins bien|pire|davantage)",
    r"(?<!ne )(?<!le )(?<!de )(?<!au )(?<!en )(?<!non )(?<!pas )(?<!et )(?<!ou )(?:plus|moins)"
    r"(?=[,.;:!?)]|$)",
    r"(?:loin|nettement|juste|passe(?:nt)?) devant|(?:devant|derrière)(?=[,.;:!?)]|$)",
    *HEADING,
)
"""Alternatives that compare in a title over figures, where in prose they need not."""

UNCOMPARED: Final = (
    r"s['’]agi\w+ de (?:bien |beaucoup )?plus que(?= d[eu'’])",
    r"bat(?:tent)? (?:son|leur) plein|bat(?:tent)? (?:les? (?:cartes?|tambours?|œufs)"
    r"|la (?:campagne"
    r"|mesure)|des ailes)",
    r"(?:devant|derrière) (?:l[ea]s? |l’|une? |chaque )?(?:écoles?|mairie|tribunal|conseil|juge"
    r"|maison"
    r"|porte|gare|église|bâtiment|bureau|public|comité|assemblée|parlement|entrée|barreaux|volant)",
    r"n(?:e |’)(?:[\w’-]+ ){1,2}plus(?! (?:d[e’]|que|qu’))",
    r"(?:plus|moins) (?:ou moins|que jamais|précisément|tard|tôt|clair)"
    r"|d’autant (?:plus|moins)(?! (?!que)[\w’]+ (?:que|qu’))",
    r"(?:au|tant|faire de son|le) mieux(?= de|[,.;:]|$)|à la meilleure (?:place|heure)",
    r"en tête(?:-à-tête| de (?:page|liste|chapitre|gondole))",
    r"record(?:s)? (?:médical|du monde)",
    r"à la (?:première|dernière) (?:place|position) assise",
    RATED,
)
"""Idioms in which such words compare nothing."""
