"""French shares in words: « un tiers est parti »; ordinals and other parties are none."""

from __future__ import annotations

from typing import Final

from builder.language.lexicon import one_of

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
