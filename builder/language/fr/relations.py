"""French words that say of three figures how the third follows from the others."""

from __future__ import annotations

from typing import Final

from builder.language.relations import Relations

_CHANGE: Final = (
    "hausse|augmentation|progression|croissance|gain|baisse|diminution|recul|chute|réduction"
    "|repli|bond"
)

RELATIONS: Final = Relations(
    restates="soit|ou|donc|c’est-à-dire|autrement dit|ce qui (?:fait|donne|représente)|c’est"
    "|ce qui correspond à|et donc|ou encore|ou bien",
    by=rf"de|plus|moins|[+]|(?:une?|la|le) (?:\w+ )?(?:{_CHANGE}) (?:de|par)|en (?:{_CHANGE})"
    " de",
    fold="par|de|à",
    more="de plus|de moins|plus|moins|supérieure?s?|inférieure?s?|au-dessus|au-dessous|d’avance"
    "|de retard|d’écart|plus (?:haut|bas|élevé|cher|long|court)\\w*"
    "|moins (?:haut|élevé|cher|long)\\w*",
    gap="différence|écart|marge|fossé|avance|retard",
    against="contre|face à|comparée?s? à|par rapport à|au lieu de|pour",
    of="sur|sur les|sur un total de|de|des|du|de la|de l’|de tous les|de toutes les",
    opens="sur|des|parmi",
    wholes="dont|parmi (?:lesquels|lesquelles|eux|elles)|y compris",
    rates="par|annuel(?:le|lement)?s?|mensuel\\w*|chaque|en moyenne|moyenne?s?|chacune?|l’an"
    "|réel(?:le|lement)?s?|corrigée?s?",
    hedges="environ|quelque|presque|quasiment|près de|plus de|moins de|au moins|au plus|seulement"
    "|exactement|un peu plus de|un peu moins de|le|la|les|un|une|jusqu’à|à peine|de",
    points=r"points?(?: de (?:pourcentage|%))?",
    each=r"les deux|chacune?s?|respectivement|tous|toutes|rang",
    unlike=r"contrairement|à la différence|à côté|au lieu|qui|que|comparé\w*",
    misses=r"manqu\w+|rat(?:e|é)\w*|n’(?:a|est) pas (?:été )?(?:atteint\w*|rempli\w*)",
    reaches=r"attei\w+|remplit?",
)
