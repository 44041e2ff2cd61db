"""French words that set one figure against another: « Lorient (8) dépasse Sète (5) »."""

from __future__ import annotations

from typing import Final

from builder.language.weighing import Weighing

_LARGE: Final = (
    r"(?:élevée?s?|hautes?|hauts?|grande?s?|nombreu(?:x|ses?)|importante?s?|fort(?:es?|s)?|ch(?:er"
    r"|ère)s?"
    r"|longue?s?|longs?|lourde?s?|larges?|souvent|longtemps|loin)"
)
_SMALL: Final = r"(?:faibles?|bas(?:ses?)?|petite?s?|rares?|courte?s?|légère?s?|légers?|rarement)"
_ALONE: Final = r"(?= (?:que|qu’)| d[e’][^.;:!?]* qu[e’])"

_NO_MOST: Final = "(?<!la )(?<!le )(?<!les )"  # which would be most of all

WEIGHING: Final = Weighing(
    more=rf"{_NO_MOST}(?:plus {_LARGE}|moins {_SMALL})|(?:plus{_ALONE})|davantage"
    rf"|mieux (?:payée?s?|cotée?s?|classée?s?|vendue?s?)|l’emport(?:e|ent|ait) sur|majoritaires?"
    rf"|supérieure?s?"
    r"|(?:dépass|devanc|surpass|distanc|excéd|excèd)(?:e|ent|ait|aient|a|èrent|ant)"
    r"|(?:(?<= a )|(?<= ont ))(?:dépass|devanc|surpass|distanc)é",
    less=rf"{_NO_MOST}(?:moins {_LARGE}|plus {_SMALL})|(?:moins(?:{_ALONE}|(?= ?[:(])))"
    r"|inférieure?s?|moins bien (?:payée?s?|cotée?s?|classée?s?|vendue?s?)"
    r"|minoritaires?",
    than=r"que|qu’(?:à|en|au|aux)?|à celui|à celle|à ceux|à celles|à|au|aux",
    against="contre|face à|pour",
    now="aujourd’hui|désormais|maintenant|actuellement|cette année|à présent",
    once="hier|autrefois|jadis|auparavant|avant|naguère|l’an dernier|l’an passé",
    denies=r"au lieu de?|plutôt que?|pas|jamais|guère|nullement|aucune?|ne [\w’-]+ plus"
    r"|n’[\w-]+ plus|sans|peut|pourrait|pourraient|devrait|devraient|serait|aurait",
    times="fois",
    over="plus de|plus d’|plus de la|au-delà de",
    whereas=r"alors que?|alors qu’\w+|tandis que?|après",
    above="au-dessus|au-delà|supérieure?s?(?= (?:à|au|aux))|en hausse (?:sur|par rapport à)",
    below=r"(?:en |au-)dessous|en deçà|sous(?= (?:le|la|les|l’|son|sa|ses|leurs?|ce|\ufffc))"
    r"|inférieure?s?(?= (?:à|au|aux))",
    exceeds="(?:dépass|surpass|excéd|excèd|devanc|distanc|couvr)(?:e|ent|ait|aient|a|èrent|ant"
    "|it)|franchi(?:t|ssent)"
    "|(?:(?<= a )|(?<= ont )|(?<= pas )|(?<= jamais ))(?:dépassé|excédé|franchi|couvert)",
    misses="(?!)",
    risen="en hausse (?:sur|par rapport (?:à|aux?))|contre seulement",
    fallen="en (?:baisse|recul) (?:sur|par rapport (?:à|aux?))",
    leads=r"devanc(?:e|ent|ait)|l’emport(?:e|ent) sur|(?:est|sont|arriv\w+|se plac\w+) devant"
    r"|mèn(?:e|ent) devant|bat(?:tent)?",
    trails=r"talonn(?:e|ent|ait)|(?<=\) )sui(?:t|vent|vait)|(?:est|sont|arriv\w+) derrière"
    r"|est à la traîne de"
    r"|sont à la traîne de",
    mere=r"seulement|à peine|ne (?:\w+ )?que",
    but="mais|contre|face à|comparée?s? (?:à|aux?)|par rapport (?:à|aux?)",
    be="est|sont|était|étaient|fut|reste|restent|restait|demeur(?:e|ent)|se situ(?:e|ent)"
    "|s’établi(?:t|ssent)|encore|donc|ainsi|coûte|coûtent|pai(?:e|ent)|a|ont",
    passive="est|sont|était|étaient|fut|furent|été|être",
    breaks=r"et|mais|tandis|alors|que|qu’\w+|si|parce|quand|qui|ou|ni|bien|puis|après|avant"
    r"|dont|où|car",
    folded="(?:le |au )?(?:double|triple|quadruple)",
    like=r"que|qu’\w+",
    part_of="d[e’u]|des|celle|ceux|celui|aussi|autant|environ",
    by_less="(?:de )?moins|inférieure?s?",
    by_more="(?:de )?plus|supérieure?s?",
    hedges="environ|quelque|presque|quasiment|près de|plus de|moins de|au moins|seulement"
    "|exactement|un peu plus d[eu]|un peu moins d[eu]|le|la|les|un|une",
    means="avec|à",
    slower="plus (?:lente?s?|lentement|tard)|moins (?:vite|rapides?|rapidement)",
    faster="plus (?:vite|rapides?|rapidement|tôt)",
    reaches="attei(?:nt|gnent|gnait|gnaient|ndre)|égal(?:e|ent|é)|(?:a|ont) atteint",
)
