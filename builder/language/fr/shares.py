"""French shares in words: « un tiers est parti »; ordinals and other parties are none."""

from __future__ import annotations

from typing import Final

from builder.language.language import word_list
from builder.language.lexicon import one_of

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
_SIZED: Final = r"(?:tout |très )?(?:bon|petit|gros|large|maigre|faible|solide|simple)"
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
    rf"un {_SIZED} {one_of(' '.join(PARTS))}{SHARE}",
    rf"(?:(?<=le )|(?<=du )|(?<=au )|(?<=ce )){_EITHER}{_WHOLE}",
    rf"(?:{_MEASURED}|{_HEDGED})(?:{_EITHER}|{_ORDINAL})(?:{_WHOLE}|{_ENDS})",
    rf"(?<=le ){_ORDINAL}(?= des (?!(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?!\w)))",
    rf"(?<=le )quart{_ENDS}",
    rf"(?<=le ){_EITHER} restant",
    r"demi-(?:point|degré|kilomètre|hectare|litre|kilo|mètre)",
)
"""Shares with the definite article, of a whole, and such as are said to be small or large."""
