"""French words for number and comparison."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from builder.language.fr import HUNDRED, ONES, SCALES, TENS, THOUSAND
from builder.language.fr.ages import ages
from builder.language.fr.comparisons import (
    COMPARED,
    HEADED,
    PARTS,
    RATED,
    RATES,
    SAID,
    SHARE,
    UNCOMPARED,
)
from builder.language.lexicon import (
    FIGURE,
    Lexicon,
    by_figure,
    one_of,
    values_of,
    whole,
)

_ONES: Final = " ".join(ONES[2:9])
_TEENS: Final = " ".join(ONES[10:17])
_TENS: Final = " ".join(TENS)
_PARTS: Final = " ".join(PARTS)

_TIMES: Final = "(?:double|(?:tri|quadru|quintu|sextu|décu)ple)"

_WORD: Final = (
    rf"(?:quatre-vingts?|{one_of(f'{_ONES} {_TEENS} {_TENS} septante huitante nonante')})"
)
_LATER: Final = rf"(?:{_WORD}|neuf|un|une|cents?|mille)(?!\w)"
# What bounds a number that follows; none of them stands before "new" or before an idiom.
_HEDGES: Final = "au moins|au plus|plus de|moins de|environ|près de|quelque|à peine"
_BOUND: Final = "|".join(f"(?<={hedge} )" for hedge in _HEDGES.split("|"))
_UNBOUND: Final = "".join(f"(?<!{hedge} )" for hedge in _HEDGES.split("|"))
_SPAN: Final = r"(?:ans?|mois|semaines?|jours?|heures?|minutes?)"
# "pour cent" is a unit; "neuf" alone may mean "new".
_NUMBER: Final = (
    rf"(?:(?:{_WORD}|(?<!pour )cent|mille)(?!\w)"
    rf"|(?:(?<=les )|(?<=des )|(?<=ces )|(?<=aux )|{_BOUND})neuf(?= \w)"
    rf"|neuf(?= {_SPAN}(?!\w))"
    r"|(?<= sur )neuf(?!\w)"  # "un logement sur neuf"
    r"|neuf(?= (?:cents?|mille|millions?|milliards?)(?!\w)))"
    rf"(?:[- ]et[- ](?:une?|onze)(?!\w)|-{_LATER}|(?: (?=cents?\b|mille\b)|(?<=cent) |(?<=cents) "
    rf"|(?<=mille) ){_LATER})*"
)
_SCALE: Final = r"(?:millions?|milliards?|billions?)(?!\w)"
_SUM: Final = (
    rf"(?:(?:{_NUMBER}|un|(?<={FIGURE})) ?{_SCALE}"
    rf"(?: (?:{_NUMBER}|un(?= {_SCALE}))(?: {_SCALE})?)*)"
)

_LARGE: Final = one_of(
    "grand grande grands grandes gros grosse petit petite petits petites élevé élevée élevés"
    " élevées bas basse faible faibles fort forte important importante importants importantes"
    " nombreux nombreuses long longue court courte rapide lent lourd lourde léger légère riche"
    " pauvre cher chère vaste"
)
# What a text itself announces: deux raisons, trois étapes.
_ANNOUNCED: Final = (
    r"(?:raisons|étapes|temps|questions|conclusions|points|choses|leçons|façons|manières|options"
    r"|phases|parties|sortes|types|côtés|camps|piliers|facteurs|scénarios|chapitres|objectifs|buts"
    r"|critères|tours|niveaux|formes|catégories|thèmes|problèmes|arguments|principes|conditions"
    r"|exceptions|priorités|tâches|éléments|aspects|dimensions|volets|axes|approches|méthodes"
    r"|modèles|variantes|versions|exemples|hypothèses|messages|recommandations|propositions"
    r"|sections|paragraphes|colonnes|lignes|sens|directions|extrêmes|possibilités|réponses"
    r"|conséquences|thèses|écoles|lectures|mots|visages|facettes|mondes|voies|pistes|défis|enjeux"
    r"|ordres|sujets|remarques|constats|causes|idées|règles|demandes|différences|stratégies|sources"
    r"|explications|solutions|moyens|mesures|enseignements|tests|phrases|lettres|étages|rives"
    r"|vitesses|mouvements)"
)
_NUMBERED: Final = (
    r"(?:sections?|chapitres?|parties?|tableaux?|figures?|étapes?|phases?|tomes?|annexes?|articles?"
    r"|pages?|lignes?|diapositives?|questions?|points?|options?|scénarios?|numéros?|niveaux?"
    r"|catégories?|alinéas?)"
)
_PERSONS: Final = r"enfants?|filles?|garçons?|élèves|jeunes|mineure?s?|personnes?"
_FEW: Final = rf"(?:{one_of(_ONES)}|neuf|dix|douze)"
_ENDINGS: Final = r"(?:er|e|es|ent|é|ée|és|ées|ait|aient|era|eront|erait|eraient|a|èrent|ant)"
_ROSE: Final = (
    rf"(?:(?:augment|baiss|diminu|progress|recul|chut|doubl|tripl|quadrupl|dépass|surpass|excéd"
    rf"|devanc|(?<!la )(?<!une )(?<!à )(?<!de )(?<!en )distanc"
    r"|supplant|gonfl|dégringol|s’envol|accélér|ralentiss|flamb|plafonn"
    rf"|s’effondr){_ENDINGS}"
    r"|excède(?:nt)?|dévance(?:nt)?|accélère(?:nt)?|devança\w*"
    r"|(?:ac)?cr(?:oît|oissent|oissait|û|ue|us|ues|oître|ut|urent|oîtra|oîtront)|décr(?:oît|u|ue"
    r"|oissent)"
    r"|bondi(?:t|r|ssent|ssait|ra|rent)?|rédui(?:t|te|ts|tes|re|sent|sait|ra|ront|sit)"
    r"|(?:fléch|ralent|rebond|raccourc|rétréc|grand|gross|élarg)i(?:t|r|e|s|es|ssent|ssait"
    r"|ssaient|ra|ront|rent)?"
    r"|(?:s’|se )(?:contract|creus|dégrad|aggrav|amélior|resserr|redress|tass|rédui|étend|alourd"
    r"|raréfi|multipli|effrit|érod|étoff|amenuis)\w+|renchéri\w*"
    r"|régress(?:e|ent|é|ait)|multiplié\w* par|réduira|divisé\w* par"
    r"|allongé\w*|raccourci\w*|rétréci\w*|élargi\w*|envolé\w*|effondré\w*|creusé\w*|resserré\w*)"
)
# These compare only where they lead to a figure: prices fall to one, leaves just fall.
_MOVED: Final = (
    r"(?:grimp|décoll|dévers|dévis|décroch|rebond|tomb|mont|remont|plong|explos|pass|lev|relev"
    r"|abaiss|retomb|gagn|cédé|perd|saut|gliss|coul|culmin|plafonn|rattrap|creus|resserr|élev)(?:e"
    r"|ent|é|ée|és|ées|ait|aient|era|eront|a|èrent|ant|er)|descend(?:u|ue|us|ues|ait|aient|ent|ra"
    r"|ront|re|it|irent)?|fond(?:u|ue|us|ent|ait|re|ra)?|cède(?:nt)?"
)
_MOVES: Final = (
    r"(?:augmentations?|hausses?|baisses?|progressions?|accroissements?|diminutions?|reculs?"
    r"|chutes?"
    r"|croissance|réductions?|bonds?|essor|repli|envolée|effondrement|ralentissement"
    r"|doublement|triplement|flambée|dégringolade|remontée|contraction|écart|abaissement"
    r"|relèvement)"
)
_TO: Final = r"de|d’|à|sous|au-dessus de|contre|jusqu’à|par"

# What is meant to be done, not what is: "réduire le bruit", but "réduire le budget de" a figure.
_TO_DO: Final = (
    r"(?:réduire|raccourcir|accroître|élargir|ralentir|(?:augment|baiss|diminu|plafonn|dépass|doubl"
    r"|accélér|abaiss|relev|lev|pass|multipli|creus|resserr)er)"
)
_POLITICAL: Final = one_of(
    "municipale présidentielle départementale régionale parlementaire sortante élue légale pénale"
    " civile politique sénatoriale gouvernementale qualifiée"
)

LEXICON: Final = Lexicon(
    rates=RATES,
    counted=whole(
        rf"{_NUMBER} (?:{one_of(_PARTS)})s?",
        rf"un (?:{one_of(_PARTS)}){SHARE}",
        *SAID,
        rf"{_SUM}(?: et demie?)?",
        rf"(?:{_NUMBER}|une?) (?:\w+ )?et demie?",
        r"(?:une )?demi-(?:douzaine|heure|journée|siècle|tonne)",
        rf"(?:{_NUMBER}|une) (?:bonne |petite )?douzaines?",
        r"un (?:demi-|quart de |tiers de )(?:million|milliard)",
        r"demi-(?:million|milliard|douzaine)s?",
        _NUMBER,
        r"moitié",
        rf"(?:le|du|au) {_TIMES}(?= (?:de|du|des)\b| d’| ?[.,;:!?)»]|$)",
    ),
    uncounted=whole(
        *ages(_NUMBER),
        RATED,
        "pour mille",
        # The unit of a chart: "Coût, mille euros", "en mille tonnes".
        r"(?:^|(?<=[,:] )|\(|en )mille \w+s(?= ?(?:$|[,;)]|par ))",
        r"(?:moins|et) (?:le |un )?quart(?! d[eu’])|quarts? (?:de (?:finale|siècle)|d’heure)",
        r"un tiers (?:est intervenu|payant|indépendant|de confiance|garant)",
        r"(?:première|seconde|deuxième|autre) moitié|à moitié(?! prix)|moitié-moitié",
        rf"(?:{_NUMBER}|une?)(?:[- ]et)?[- ]\w+ième(?!{SHARE})",
        rf"{_FEW} (?:(?!{_SCALE}|mille|cents?)\w+ )?{_ANNOUNCED}",
        rf"(?:ces|les autres|tous les|toutes les|tous|toutes|nos|vos) {_FEW}",
        rf"(?:les|des|aux) {_FEW} (?:autres|premi[eè]re?s|derni[eè]re?s|prochaine?s|suivante?s"
        rf"|précédente?s)",
        rf"les deux(?! (?:{one_of(_PARTS)}|{_SCALE}|cents?|mille)s?(?!\w))",
        rf"{_NUMBERED} {_FEW}",
        # Of moins and plus, only an age is no quantity: les moins de trois ans.
        rf"(?:{_PERSONS}|les|des|aux) (?:âgée?s? )?(?:de )?(?:moins|plus) de {_FEW} (?:ans|mois)",
        rf"(?:âgée?s?|{_PERSONS}|partir|dès|plans?|programmes?|mandats?|périodes?|examens?|essais?"
        rf"|contrats?|baux|bail|congés?|stages?|moratoires?|cycles?|trêves?|missions?|formations?"
        rf"|délais?|(?<!à )peines?) (?:(?!moins|plus)\w+ )?(?:de |d’)?{_FEW} {_SPAN}",
        rf"{_FEW} {_SPAN} (?:sur {_FEW}|par \w+)|{_FEW} fois sur {_FEW}|à {_FEW} heures?",
        rf"vingt-quatre heures sur vingt-quatre|de {_FEW} heures? à {_FEW}",
        rf"(?:avant|vers|dès|après|jusqu’à) {_FEW} heures?(?! (?:de(?! l’)|d’)|\w)",
        rf"années {_NUMBER}|les {_NUMBER} ans d(?:u|e la|e l’)",
        rf"{_UNBOUND}(?:quinze jours|huit jours|cinq minutes)|(?:le|du|au) quatre heures",
        r"quatre saisons|deux par deux|cinq sens|trente-cinq heures|mille excuses|cent pour cent"
        r"|six pieds|deux-points|deux-roues|quatre-quatre|deux (?:mains|pieds|bouts|larrons)"
        r"|quatre (?:pattes|planches|vérités|chemins)|mille (?:raisons|feuilles|mots)"
        r"|dix fois plutôt|trois coups|sept (?:nains|merveilles|péchés|fois)|deux vitesses",
        r"à deux fois|quatre mains|deux mots|quatre yeux|quatre épingles|trente-six|mille et une?"
        r"|cent pas|deux poids|deux mesures|deux coups|en deux|deux choses l’une|quatre murs"
        r"|quatre roues|sept lieues|deux doigts|quatre vents|trois fois rien|cent fois"
        r"|quatre pattes|à mille lieues",
        rf"majorité(?:s)? (?:qualifiée )?(?:des|de) \w+ (?:{one_of(_PARTS)})s?",
        r"moitié (?:plein|vide|fait)\w*|(?:à|de) moitié (?:plein|vide|fini)\w*|chère moitié",
        r"(?:tous|toutes) (?:les )?deux",
        r"(?:l’un|l’une|une?|deux|trois|quatre|cinq|six) ou (?:l’autre|deux|trois|quatre|cinq|six)",
        r"entre les deux",
        r"en quatre",
        r"(?:le |un |du |au )?doubles? des? (?:clés?|clefs?|courriers?|dossiers?|contrats?)",
        r"aux quatre coins",
        r"sous six pieds",
        r"mille (?:fois )?mercis?",
        r"pour cent",
        r"pays tiers",
    ),
    compared=whole(
        rf"(?:(?:bien|beaucoup|nettement|largement|un peu|encore) )?(?:plus|moins) {_LARGE}"
        r"(?: que)?",
        r"(?:plus|moins) (?:que|qu’\w+)",
        rf"(?:plus|moins) d(?:e |’)(?:(?!(?:ans|années|mois|jours|siècles?)\b)"
        rf"(?:[\w’-]+|\(?{FIGURE}\)?) ){{1,4}}"
        r"(?:que|qu’\w+)",
        r"(?:bien|beaucoup|nettement|largement) (?:plus|moins)",
        r"(?:bien |nettement |largement )?(?:supérieure?s?|inférieure?s?) (?:à|au|aux)",
        r"(?:presque|quasiment) (?:tous|tout|toute|toutes|la totalité|la moitié|aucune?)",
        r"quasi-totalité|plupart",
        r"(?:la|une|grande|large|vaste) (?:majorité|minorité)",
        r"l’essentiel d(?:e|u|es)",
        r"la majeure partie",
        rf"{_NUMBER} fois (?:plus|moins|autant|celui|celle|supérieure?)",
        rf"(?:le|du|au) {_TIMES} d(?:e|u|es)",
        rf"(?:a|ont|avait|avaient|est|sont|qui|s’est|se sont) (?:\w+ )?{_ROSE}",
        rf"{_ROSE}",
        rf"(?:{_MOVED}){by_figure(_TO)}",
        rf"(?:{_MOVES}){by_figure(_TO)}|(?:{_MOVES})(?=[^.;:!?]{{0,50}}, (?:de|d’) ?{FIGURE})",
        r"(?:a|ont|avait|avaient) (?:\w+ )?(?:fondu|grimpé|bondi|explosé|plongé|dévissé|flanché"
        r"|décroché)",
        r"en (?:forte |nette |légère )?(?:hausse|baisse|recul|progression|repli|augmentation"
        r"|diminution|chute)"
        rf"(?= d(?:e|’)|[^.;:!?]{{0,40}}{FIGURE})",
        r"pren(?:d|nent|ait|aient|dra) (?:du |de l’)(?:retard|avance)",
        r"(?:arriv|vien|caracol|class)\w* (?:\w+ )?en tête|détien(?:t|nent) (?:le|un) record",
        rf"(?:frôl|avoisin)(?:e|ent|ait|aient|é|era|eront)(?= (?:les? )?(?:\w+ )?{FIGURE})",
        # A delay and a payment are called so too; only what is behind or before another compares.
        rf"(?:retard|avance)(?= d(?:e |’)(?:\w+ )?{FIGURE}[^.;:!?]{{0,40}} sur )",
        rf"(?:retard|avance)(?= sur [^.;:!?]{{0,50}}(?<!\w)de (?:\w+ ){{0,2}}{FIGURE})",
        rf"(?<=[:,] )(?:soit )?une? (?:\w+ )?(?:{_MOVES})(?= ?[.!?;]|$)",
        *COMPARED,
    ),
    headed=whole(*HEADED),
    uncompared=whole(
        *UNCOMPARED,
        # What is only supposed.
        r"(?:^|(?<=[.!?,] ))(?:si (?!bien)|s’ils? )[^.,;!?]*",
        r"n(?:e |’)(?:\w+ ){1,2}plus que",
        # What a sum amounts to.
        r"(?:se |s’(?:est|était) )mont(?:e|ent|ait|aient|era|er|ée?s?)(?= à)",
        r"(?:plus|moins) que jamais",
        r"pas plus (?:que|qu’\w+)",
        r"(?:\w+ )?(?:double|triple)s? (?:usages?|sens|nationalités?|pages?|emplois?|vitrages?|jeu"
        r"|face|appel|peine|vie|tour|fond|voies?|files?|clés?|exemplaire|foyer|langage|tranchant"
        r"|bac|saut|menton)",
        r"(?:dépass|devanc|doubl)(?:e|é|a|ait|ée|ant|er) (?:une?|le|la|les|des) (?:\w+"
        r" )?(?:camions?|voitures?"
        r"|autobus|cars?|cyclistes?|tracteurs?|véhicules?|vélos?|bus|trains?|feux?|temps|bornes"
        r"|entendement)",
        r"chutes? (?:d’eau|de (?:neige|pierres|rochers|tension|cheveux|vélo|cheval)|du (?:mur"
        r"|régime|gouvernement|toit|nid)|libre)",
        r"(?:tomb|mont|descend)\w+ (?:à bord|malade|amoureux|en panne|du|dans (?:le|la)|sur (?:le"
        r"|la|un)|au sol)",
        r"marche(?:s)? (?:à )?recul|avec le recul|à reculons|peine(?:s)? doublée|(?:pas|sans)"
        r" dépasser",
        r"baiss(?:e|a|é|er|ent|ait) (?:les bras|la tête|les yeux|le rideau|la garde|pavillon)",
        r"(?:les?|un|du|des|aux?|ces?|son|ses|leurs?|chaque|quels?|tout) montants?",
        r"pass(?:e|ent|é|ée|és|ées|er|ait|aient|era|eront|ant) (?:commande|contrat|marché"
        r"|convention|outre|inaperçu\w*|devant|avant|près|par|plus d|moins d|le permis"
        r"|un (?:accord|marché|contrat))",
        r"reculé(?:e|s|es)|(?:tarifs?|mobilité|prix|taux|vitesse|abonnements?|billets?|modèles?"
        r"|format|comité|taille|horaires?) réduite?s?(?! (?:de|d’|à|par) )",
        rf"à (?:la|sa) majorité(?! (?:absolue )?(?:de|des|du)\b| d’)|majorité {_POLITICAL}",
        r"doubles? des? (?:clés?|clefs?|courriers?|dossiers?|contrats?|documents?|factures?)",
        r"chutes? des? (?:feuilles?|arbres?|objets?|branches?|blocs?|pierres?)",
        rf"(?:^|(?<=[.!?:;] )){_TO_DO}",
        rf"{_TO_DO}(?![^.;:!?]{{0,50}}(?<!\w)(?:{_TO}) (?:\w+ ){{0,2}}{FIGURE})",
        r"écarts?(?:-types?| (?:possibles?|admis|tolérés?|probables?|standards?))",
        r"(?:le|un|du|au|ce|chaque|les|des|ces|aux) relevés?",
    ),
    values={
        **values_of(ONES, TENS, SCALES),
        "une": 1,
        "vingts": 20,
        "septante": 70,
        "huitante": 80,
        "nonante": 90,
        "douzaine": 12,
        "douzaines": 12,
        HUNDRED: 100,
        f"{HUNDRED}s": 100,
        THOUSAND: 10**3,
        "double": 2,
        "triple": 3,
        "quadruple": 4,
        "quintuple": 5,
        "sextuple": 6,
        "décuple": 10,
    },
    shares={
        "moitié": Fraction(1, 2),
        "demi": Fraction(1, 2),
        "demie": Fraction(1, 2),
        **{word + ending: Fraction(1, n) for word, n in PARTS.items() for ending in ("", "s")},
    },
    factors=frozenset({"cent", "cents", "vingt", "vingts", "douzaine", "douzaines"}),
    joints=frozenset({"et"}),
    abbreviations=re.compile(
        r"\b(?:p\. ?ex|env|cf|M|MM|Mme|Dr|St|Ste|no|pp?|vol|chap|fig|éd|art)\.$"
    ),
)
