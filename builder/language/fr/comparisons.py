"""French words that set one thing against another, beside those of rise and fall; and shares.

Comparatives: of how and how often, plus souvent, plus loin, plus chers. Shares in words:
« un tiers est parti »; ordinals and other parties are none.
Rates: « 12 pour 1 000 habitants ».
"""

from __future__ import annotations

from typing import Final

from builder.language.language import word_list
from builder.language.lexicon import BASE, FIGURE, ROUND, by_figure, one_of, rate

_OFTEN: Final = r"(?:souvent|fréquemment|rarement|lentement|vite|rapidement|longtemps|loin)"
_RARE: Final = (
    r"(?:ch(?:er|ère)s?|rares?|nombreu(?:x|ses?)|répandue?s?|fréquente?s?|accessibles?|éloignée?s?"
    r"|coûteu(?:x|ses?)|proches?|dense?s?|courante?s?|sûre?s?|longue?s?|longs?)"
)
_SPAN: Final = r"(?:an|année|mois|semaine|jour|nuit|heure|saison|trimestre|semestre|hiver|été)"
_DATE: Final = rf"(?:[^\W\d_]+ )?(?:{FIGURE}{{4,}}|\d{{1,2}}\.? [^\W\d_]+(?: \d{{4}})?)"

COMPARATIVES: Final = (
    rf"(?<!d’autant )(?<!le )(?<!pas )(?:plus|moins) {_OFTEN}(?! possible)"
    rf"(?=(?: [\w’-]+){{0,4}} ?[:(]| (?:que|qu’)"
    rf"|[^.;:!?{FIGURE}]*{FIGURE}[^.;!?{FIGURE}]*{FIGURE})",
    r"meilleure?s? marché (?:que|qu’)",
)
"""Alternatives that compare wherever a sentence prints figures."""

HEADING: Final = (
    rf"(?<!d’autant )(?<!le )(?<!la )(?<!les )(?<!pas )(?:plus|moins) (?:{_OFTEN}|{_RARE})"
    r"(?! possible)",
)
"""Alternatives that do so in a title over figures."""

RATED: Final = (
    r"(?:deux|trois|quatre|cinq|six)(?= fois (?:par|chaque|tous les|toutes les) "
    rf"{_SPAN}s?(?!\w)| fois ?[:,]? (?:(?:le|en) )?{_DATE}(?:,| et) (?:(?:le|en) )?{_DATE})"
)
"""How often something is done, or was, where the days follow: « deux fois par an »."""


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
    r"|fréquenté|dense|utilisé|demandé|exposé|coûteux|coûteuse|dynamique|répandu|chaud|froid"
    r"|frais|sec|humide)(?:e|s|es)?",
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
    r"(?:mieux|moins bien) (?:payée?s?|cotée?s?|classée?s?|vendue?s?) (?:que|qu’)",
    # Who is before whom, where both have their figures.
    rf"(?:arriv|vien|vienn|class|plac|termin|figur)\w* (?:\w+ )?(?:devant"
    rf"|derrière)(?=[^.;:!?]*{FIGURE})",
    r"l’emport(?:e|ent|ait|aient) sur|talonn(?:e|ent|ait|aient)|fai(?:t|sait) jeu égal"
    r"|font jeu égal"
    r"|à égalité avec|(?:min|maj)oritaires? (?:face|par rapport)",
    r"(?:pas|aucune|guère) (?:de )?différence entre",
    rf"davantage(?= (?:que|qu’)| [^.;:!?]*{FIGURE}[^.;:!?]* (?:que|qu’))",
    rf"(?<={FIGURE}\) )sui(?:t|vent|vait)(?= [^.;:!?{FIGURE}]{{1,40}} \({FIGURE})",
    r"(?:est|sont|reste|restent|demeure) (?:\w+ ){1,2}(?:premi(?:er|ère)|princip(?:al|ale))s?"
    r" (?:client|marché|achet|fournisseur|débouché|destination|export|import|product|employeur)\w*",
    # What grows or shrinks where it is told by two figures.
    r"(?:a|ont|avait|avaient|été|sont|est) (?:taillé|rogné|économisé|élargi|amélioré|empiré)"
    r"(?:e|s|es)?"
    rf"(?=(?: ?[:—–] |[^.;!?{FIGURE}]* d(?:e |’))(?:[\w’]+ ){{0,2}}"
    rf"{FIGURE}[^.;!?{FIGURE}]*{FIGURE})",
    *COMPARATIVES,
)
"""Alternatives that compare wherever a sentence prints figures."""

HEADED: Final = (
    r"mène(?:nt)?(?! (?:(?:le plus |plus )?(?:souvent|rarement|toujours) )?"
    r"(?:à|au|aux|vers|une?|l[ea]s?|des|de)(?!\w))",
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
    r"la plupart du temps|doubl\w+ (?:le cap|la mise)",
    r"(?:baisses?|chutes?) de (?:tension|moral|forme|pression|régime)",
    r"au plus (?:tard|tôt)|à plus (?:long|court) terme",
    # A limit that is set, not one that is kept; and what comes to a sum.
    r"(?:ne|n’) ?(?:peu(?:t|vent)|pourr\w+|doi(?:t|vent)|devr\w+|saurai(?:t|ent))"
    r"(?: pas| jamais| plus| en aucun cas)? (?:excéder|dépasser)",
    r"(?:s’|se )(?:(?:est|sont|était|étaient|sera|seront) )?élev\w+ à",
    r"(?:ouvertures?|horaires?|plages?|accès|offres?|périmètres?|compétences?|réunions?|comités?"
    r"|bureaux?|équipes?|formats?|publics?|majorités?|formules?|Europe|services?) élargie?s?"
    rf"(?! (?:de|à) (?:[\w’-]+ )?{FIGURE})",
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


PARTS: Final = {
    word: n
    for n, word in enumerate(
        word_list("tiers quart cinquième sixième septième huitième neuvième dixième"), 3
    )
} | {
    "douzième": 12,
    "quinzième": 15,
    "vingtième": 20,
    "trentième": 30,
    "quarantième": 40,
    "cinquantième": 50,
    "centième": 100,
    "millième": 1000,
}

_PREPOSITIONS: Final = one_of(
    "de du des sur dans en à au aux chez pour par avec sans depuis entre parmi ici là seulement et"
    " ou mais plus moins environ encore déjà aussi"
)
_VERBS: Final = one_of(
    "est sont était étaient a ont avait avaient sera seront va vont vit vivent peut peuvent doit"
    " doivent vote votent approuve approuvent habite habitent travaille travaillent paie paient dit"
    " disent utilise utilisent marche marchent prend prennent vient viennent reste restent refuse"
    " refusent souhaite souhaitent préfère préfèrent dépend dépendent reçoit reçoivent manque"
    " manquent ne n’a n’ont n’est se s’est s’en"
)

SHARE: Final = (
    rf"(?! (?:de finale|d’heure))(?= (?:{_PREPOSITIONS}|{_VERBS})(?!\w)| d’|[ ]?[.,;:!?)»]|$)"
)
"""What follows a part of a whole, and no ordinal: « un tiers indépendant » has none of it."""

_EITHER: Final = one_of("tiers quart")
_ORDINAL: Final = one_of(" ".join(word for word in PARTS if word.endswith("ième")))
_PART_SIZED: Final = r"(?:tout |très )?(?:bon|petit|gros|large|maigre|faible|solide|simple)"
# The whole, told by an article: « le tiers de confiance » and « le quart de travail » have none.
_WHOLE: Final = (
    r"(?= d(?:(?:u|es|’entre|e (?:la|c(?:e|et|ette|es)|[mts](?:on|a|es)|[nv](?:otre|os)|leurs?"
    r"|tou(?:te?s?|s)))(?!\w)|e l’))"
)
# « Le cinquième » is the fifth as well, unless a word of quantity stands before it.
_MEASURES: Final = (
    "soit environ|soit|environ|presque|à peine|au moins|au plus|représente|représentent|atteint"
    "|atteignent|constitue|constituent|forme|forment|fournit|fournissent|manque|reste|perd|perdu"
    "|perdent|absorbe|absorbent|dépasse|dépassent"
)
_MEASURED: Final = "|".join(f"(?<={each} le )" for each in _MEASURES.split("|"))
_HEDGED: Final = "|".join(f"(?<={each} du )" for each in ("près", "plus", "moins", "autour"))
_ENDS: Final = r"(?= ?[.,;:!?)»]|$)"

SAID: Final = (
    rf"un {_PART_SIZED} {one_of(' '.join(PARTS))}{SHARE}",
    rf"(?:(?<=le )|(?<=du )|(?<=au )|(?<=ce )){_EITHER}{_WHOLE}",
    rf"(?:{_MEASURED}|{_HEDGED})(?:{_EITHER}|{_ORDINAL})(?:{_WHOLE}|{_ENDS})",
    rf"(?<=le ){_ORDINAL}(?= des (?!(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?!\w)))",
    rf"(?<=le )quart{_ENDS}",
    rf"(?<=le ){_EITHER} restant",
    r"demi-(?:point|degré|kilomètre|hectare|litre|kilo|mètre)",
)
"""Shares with the definite article, of a whole, and such as are said to be small or large."""


_BASE: Final = (
    rf"(?P<base>{ROUND}(?: (?:mille|millions? d[e’]))?|(?:dix |cent )?mille|cent|(?:un )?million)"
)
# What rates are told for: "pour 1 000 habitants"; "pour 1 000 euros" is a price.
_OF: Final = (
    r"(?= (?:d[e’] ?)?(?:habitant|ménage|naissance|logement|salarié|élève|emploi|actif|femme|homme"
    r"|enfant|voyageur|véhicule|kilomètre|km|hectare|personne|patient|assuré|adulte|résident"
    r"|étudiant"
    r"|foyer|entreprise|décès|cas|lit|place|jeune|arbre|pied|visiteur|tonne|litre|vache|ruche|repas"
    r"|mètre|trajet|nuitée|convive|couvert|abonné|usager|client))"
)
_RATED: Final = (
    r"(?:taux|nombre|part|densité|naissances|décès|cas|accidents|médecins|infirmi\w+|lits|morts"
    r"|blessés|divorces|mariages|vols|crimes|délits|incidence|fréquence|indicateur|ratio"
    r"|mortalité|natalité|exprimée?s?|calculée?s?|rapportée?s?)"
)

RATES: Final = (
    # "une salle pour 1 000 personnes" holds so many: a rate has a number or a name before it.
    rate(
        rf"(?<!\w)pour {_BASE}{_OF}",
        needs=rf"(?:{FIGURE}|(?<!\w){_RATED})(?: [\w’-]+){{0,5}} pour {BASE}|^\W*pour {BASE}"
        # "Élèves transportés pour mille habitants": a label, which begins without an article.
        rf"|^\W*[\w-]{{3,}}s(?: [\w-]+){{0,3}} pour {BASE}",
    ),
    rate(
        rf"(?<!\w)sur {_BASE}{_OF}",
        needs=rf"{FIGURE}(?: [\w’-]+){{0,4}} sur {BASE}|^\W*sur {BASE}[^,]*,",
    ),
    rate(
        rf"(?:^|(?<=[.!?;:] ))sur {_BASE} [a-zéèê]+s(?= |,)",
        needs=rf"{FIGURE}[^.;:!?]* en moyenne(?!\w)|(?<!\w)en moyenne(?!\w)[^.;:!?]*{FIGURE}",
    ),
    rate(rf"(?<!\w)(?:ramen|rapport)\w+ à {_BASE}{_OF}"),
    rate(r"(?<!\w)par (?P<base>million|millier|centaine)(?= d[e’])"),
)
