"""French ways to compare that are told apart."""

from __future__ import annotations

from typing import Final

from builder.language.comparing import Comparing
from builder.language.lexicon import FIGURE, whole

COMPARING: Final = Comparing(
    laws=whole(
        r"(?:plus|moins) (?!d[e’])[^.!?,]*, (?:plus|moins)(?: [\w’-]+)?",
        r"d’autant (?:plus|moins) (?!que)[\w’]+ (?:que|qu’\w+)",
    ),
    equalled=whole(r"égale(?:nt)?|égalait|(?:est|sont) éga(?:l|le|ux|les) à|vaut|valent"),
    bounded=whole(
        r"n’excèd\w+ (?:pas|jamais)|ne dépass\w+ (?:pas|jamais)|dépass\w+ (?:pas|jamais)",
    ),
    inexact=whole(
        r"(?:erreurs?|incertitudes?|écarts?|différences?|tolérances?|imprécisions?)",
        r"marges? d’erreur",
    ),
    alike=whole(
        r"(?:est|sont|était|étaient|reste|restent) (?:le même|la même|les mêmes|identiques?"
        r"|éga(?:l|le|ux|les))"
        rf"(?=[,.;:!?)]| [;:!?]|$| (?:dans|en|pour|chez|partout|ici|et)(?!\w)| \(?{FIGURE})",
    ),
    main=whole(
        r"la part du lion",
        r"(?:le |la |les |l’)?princip(?:al|ale|aux|ales) (?:payeur|source|acheteur|fournisseur"
        r"|cause|client"
        r"|consommateur|investisseur|donateur|producteur|exportateur|importateur|financeur"
        r"|contributeur)s?",
        r"(?:sources?|causes?) principales?",
    ),
    small=whole(
        r"(?:écart|différence)s?(?: entre (?:[\w’-]+ ){1,5}?)?(?: |(?<= ))(?:est|sont"
        r"|reste) (?:faible|minime"
        r"|négligeable|petit|mince)\w*",
    ),
    passed=whole(
        rf"(?:objectif|cible)s?(?: d(?:e |’){FIGURE})? (?:est|sont|était|a été|ont été)(?: \w+)?"
        r" (?:dépassé|franchi|surpassé)e?s?",
    ),
    reached=whole(
        rf"(?:objectif|cible)s?(?: d(?:e |’){FIGURE})?(?: (?:est|sont|était|a été"
        rf"|ont été)(?: \w+)?)?"
        r" (?:atteint|rempli)e?s?",
        r"(?:presque |quasiment )?attei(?:nt|gnent) (?:son|leur|sa) (?:objectif|cible)",
    ),
    nearly=whole("presque", "quasiment", "quasi"),
    of="sur|de",
    folded=whole(r"(?:le |du |au )?(?:double|triple|quadruple|quintuple|décuple)"),
    times="fois",
    more=whole("plus de", "plus du", "au moins", "plus que le", "bien plus de"),
    about=whole("environ", "à peu près", "autour de", "quelque"),
    less=whole("moins de", "moins du", "au plus", "jusqu’à", "pas"),
    most=whole(r"(?:le|la|les) plus (?:grande?s?|élevée?s?|hauts?|nombreu\w+)"),
    least=whole("(?:le|la|les) (?:moins|plus (?:petite?s?|bas(?:se)?s?|faibles?))"),
    negated=whole(r"non(?:-\w+)?", "sans", "pas", r"in\w{5,}", r"manqu\w*", r"vides?", r"pertes?"),
    major="part du lion",
    given=r"pour|ou|que ce soit|dès|à partir|jusqu’\w+",
    earlier="après|auparavant|l’an dernier|avant",
    beaten="surpassée?s?",
    either="à|ou",
    lasting=" (?:de |d’)?(?:siècle|décennie|an|année|mois|journée|jour|heure|vie)",
)
