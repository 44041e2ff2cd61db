"""French ordinals in digits, which name one of a row: « le 100e visiteur », « la 2e fois ».

Left to be told is what ranks (« le 3e PIB du monde », « 3e sur 12 »), multiplies (« 3e fois plus »)
or comes of counting (« le 20e logement »).
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.lexicon import ENDED

_COUNTED: Final = (
    r"(?:PIB|PNB|RNB|économie|puissance|budget|revenu|foyer|ménage|logement|maison|appartement"
    r"|bâtiment|immeuble|ferme|exploitation|groupe|canicule|vague|million|milliard|millier|mille"
    r"|centaine|pour|part|producteur|productrice|exportat\w+|importat\w+|employeur|taux)"
)
# Words of one thing that end as plurals do.
_ONE: Final = (
    r"(?:fois|temps|cours|mois|prix|choix|pas|corps|succès|accès|procès|repas|bras|congrès|bis"
    r"|voix)"
)
_PLURAL: Final = rf"(?!{_ONE}(?!\w))[^\W\d_][\w'-]*[sx]"
_RANKED: Final = (
    r"(?:plus|moins|sur|de|des|du|d'\w+|en|dans|parmi|par|pour|derrière|devant|à|au|aux|meilleure?"
    r"|pire)"
)
_WIDE: Final = (
    r"(?:(?:\w+ )?(?:du monde|de la planète|au monde|mondiale?|d'Europe|européenne?|de France"
    r"|de l'Union|du pays|nationale?|la plus|le plus|la moins|le moins))"
)
_SUFFIX: Final = r"(?:ère|ere|ème|eme|ième|er|re|e|nde?|de)"
_NTH: Final = rf"(?<![\w.,/€$£–-])(?P<named>\d{{1,3}}(?:[ .]\d{{3}})*{_SUFFIX})"

NTH: Final = (
    re.compile(
        rf"(?<![Tt]ou[st] )(?<!chaque ){_NTH}(?! (?:{_RANKED}|{_COUNTED}s?|{_PLURAL})(?!\w))"
        rf"(?! fois (?:plus|moins)(?!\w))"
        rf"(?= [^\W\d_][\w'-]*(?![\w'-])(?! (?:{_WIDE}|{_COUNTED})(?!\w)))"
    ),
    # « Il est 2e, elle est 1re », « la 2de ».
    re.compile(rf"{_NTH}(?={ENDED}| (?:et|ou|mais|puis)(?!\w))"),
)
"""Patterns whose group `named` is an ordinal that counts nothing."""
