"""French comparatives of how and how often: plus souvent, plus loin, plus chers."""

from __future__ import annotations

from typing import Final

from builder.language.lexicon import FIGURE

_OFTEN: Final = r"(?:souvent|fréquemment|rarement|lentement|vite|rapidement|longtemps|loin)"
_LARGE: Final = (
    r"(?:ch(?:er|ère)s?|rares?|nombreu(?:x|ses?)|répandue?s?|fréquente?s?|accessibles?|éloignée?s?"
    r"|coûteu(?:x|ses?)|proches?|dense?s?|courante?s?|sûre?s?|longue?s?|longs?)"
)
_SPAN: Final = r"(?:an|année|mois|semaine|jour|nuit|heure|saison|trimestre|semestre|hiver|été)"
_DATE: Final = rf"(?:[^\W\d_]+ )?(?:{FIGURE}{{4,}}|\d{{1,2}}\.? [^\W\d_]+(?: \d{{4}})?)"

COMPARATIVES: Final = (
    rf"(?<!d’autant )(?<!le )(?<!pas )(?:plus|moins) {_OFTEN}(?! possible)"
    rf"(?=(?: [\w’-]+){{0,4}} ?[:(]| (?:que|qu’)"
    rf"|[^.;:!?{FIGURE}]*{FIGURE}[^.;!?{FIGURE}]*{FIGURE})",
)
"""Alternatives that compare wherever a sentence prints figures."""

HEADING: Final = (
    rf"(?<!d’autant )(?<!le )(?<!la )(?<!les )(?<!pas )(?:plus|moins) (?:{_OFTEN}|{_LARGE})"
    r"(?! possible)",
)
"""Alternatives that do so in a title over figures."""

RATED: Final = (
    r"(?:deux|trois|quatre|cinq|six)(?= fois (?:par|chaque|tous les|toutes les) "
    rf"{_SPAN}s?(?!\w)| fois ?[:,]? (?:(?:le|en) )?{_DATE}(?:,| et) (?:(?:le|en) )?{_DATE})"
)
"""How often something is done, or was, where the days follow: « deux fois par an »."""
