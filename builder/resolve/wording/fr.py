"""French words for number and comparison."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from builder.resolve.wording.lexicon import FIGURE, Lexicon, one_of, whole

_ONES: Final = "deux trois quatre cinq six sept huit"
_TEENS: Final = "dix onze douze treize quatorze quinze seize"
_TENS: Final = "vingt trente quarante cinquante soixante"
_PARTS: Final = "tiers quart cinquième sixième septième huitième neuvième dixième"

_WORD: Final = (
    rf"(?:quatre-vingts?|{one_of(f'{_ONES} {_TEENS} {_TENS} septante huitante nonante')})"
)
_LATER: Final = rf"(?:{_WORD}|neuf|un|une|cents?|mille)(?!\w)"
# "pour cent" is a unit; "neuf" alone may mean "new".
_NUMBER: Final = (
    rf"(?:(?:{_WORD}|(?<!pour )cent|mille)(?!\w)"
    r"|(?:(?<=les )|(?<=des )|(?<=ces )|(?<=aux ))neuf(?= \w)"
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
_ROSE: Final = one_of(
    "augmenté augmentée augmente augmentent baissé baissée baisse baissent diminué diminue"
    " diminuent doublé double doublent triplé quadruplé chuté chute chutent progressé"
    " progresse progressent reculé recule reculent grimpé bondi dépasse dépassent dépassé dépassée"
    " surpasse surpassent excède excèdent"
)

LEXICON: Final = Lexicon(
    counted=whole(
        rf"{_NUMBER} (?:{one_of(_PARTS)})s?",
        rf"un (?:{one_of(_PARTS)})(?= (?:de|du|des)\b| d’)",
        rf"{_SUM}(?: et demie?)?",
        rf"(?:{_NUMBER}|une?) (?:\w+ )?et demie?",
        r"(?:une )?demi-(?:douzaine|heure|journée|siècle|tonne)",
        rf"(?:{_NUMBER}|une) douzaines?",
        _NUMBER,
        r"moitié",
        r"(?:le|du|au) (?:double|triple|quadruple)(?= (?:de|du|des)\b| d’| ?[.,;:!?)»]|$)",
    ),
    uncounted=whole(
        r"(?:première|seconde|deuxième|autre) moitié",
        r"à moitié(?! prix)|moitié-moitié",
        rf"(?:{_NUMBER}|une?)(?:[- ]et)?[- ]\w+ième",
        r"(?:tous|toutes) (?:les )?deux",
        r"(?:l’un|l’une|une?|deux|trois|quatre|cinq|six) ou (?:l’autre|deux|trois|quatre|cinq|six)",
        r"entre les deux",
        r"en quatre",
        r"aux quatre coins",
        r"sous six pieds",
        r"mille (?:fois )?mercis?",
        r"pour cent",
        r"pays tiers",
    ),
    compared=whole(
        rf"(?:(?:bien|beaucoup|nettement|largement|un peu|encore) )?(?:plus|moins) {_LARGE}"
        r"(?: que)?",
        r"(?:plus|moins) (?:que|qu’)",
        r"(?:bien|beaucoup|nettement|largement) (?:plus|moins)",
        r"(?:bien |nettement |largement )?(?:supérieure?s?|inférieure?s?) (?:à|au|aux)",
        r"(?:presque|quasiment) (?:tous|tout|toute|toutes|la totalité|la moitié|aucune?)",
        r"quasi-totalité|plupart",
        r"(?:la|une|grande|large|vaste) (?:majorité|minorité)",
        r"l’essentiel d(?:e|u|es)",
        r"la majeure partie",
        rf"{_NUMBER} fois (?:plus|moins|autant|celui|celle|supérieure?)",
        r"(?:le|du|au) (?:double|triple|quadruple) d(?:e|u|es)",
        rf"(?:a|ont|avait|avaient|est|sont|qui|s’est) (?:\w+ )?{_ROSE}",
        rf"{_ROSE} (?:de|d’|depuis|par rapport)",
    ),
    uncompared=whole(
        r"ne (?:\w+ ){1,2}plus que",
        r"(?:plus|moins) que jamais",
        r"pas plus (?:que|qu’)",
        r"double usage",
        r"au plus (?:tard|tôt)",
    ),
    values={
        "un": 1,
        "une": 1,
        "neuf": 9,
        **{word: n for n, word in enumerate(_ONES.split(), 2)},
        **{word: n for n, word in enumerate(_TEENS.split(), 10)},
        **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
        "vingts": 20,
        "septante": 70,
        "huitante": 80,
        "nonante": 90,
        "douzaine": 12,
        "douzaines": 12,
        "cent": 100,
        "cents": 100,
        "mille": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
        "double": 2,
        "triple": 3,
        "quadruple": 4,
    },
    shares={
        "moitié": Fraction(1, 2),
        "demi": Fraction(1, 2),
        "demie": Fraction(1, 2),
        **{
            word + ending: Fraction(1, n)
            for n, word in enumerate(_PARTS.split(), 3)
            for ending in ("", "s")
        },
    },
    factors=frozenset({"cent", "cents", "vingt", "vingts", "douzaine", "douzaines"}),
    joints=frozenset({"et"}),
    abbreviations=re.compile(r"\b(?:p\. ?ex|env|cf|M|MM|Mme|Dr|St|Ste|no)\.$"),
)
