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
    less=rf"{_NO_MOST}(?:moins {_LARGE}|plus {_SMALL})|(?:moins{_ALONE})|inférieure?s?"
    rf"|moins bien (?:payée?s?|cotée?s?|classée?s?|vendue?s?)|talonn(?:e|ent|ait)|sui(?:t|vent)"
    rf"|minoritaires?",
    than=r"que|qu’(?:à|en|au|aux)?|à celui|à celle|à ceux|à celles|à|au|aux",
    against="contre|face à|pour",
    now="aujourd’hui|désormais|maintenant|actuellement|cette année|à présent",
    once="hier|autrefois|jadis|auparavant|avant|naguère|l’an dernier|l’an passé",
    denies=r"au lieu de?|plutôt que?|pas|jamais|guère|nullement|aucune?|ne [\w’-]+ plus"
    r"|n’[\w-]+ plus|sans|peut|pourrait|pourraient|devrait|devraient|serait|aurait",
    times="fois",
    over="plus de|plus d’|plus de la|au-delà de",
    whereas=r"alors que?|alors qu’\w+|tandis que?|après",
)
