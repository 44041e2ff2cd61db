"""German words for number and comparison."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from builder.resolve.wording.lexicon import FIGURE, Lexicon, one_of, whole

_ONES: Final = "zwei drei vier fünf sechs sieben acht neun"
_TEENS: Final = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_TENS: Final = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_PARTS: Final = "Drittel Viertel Fünftel Sechstel Siebtel Achtel Neuntel Zehntel"

_DIGIT: Final = one_of(f"{_ONES} zwo")
_BELOW: Final = rf"(?:(?:(?:ein|{_DIGIT})und)?{one_of(_TENS)}|{one_of(_TEENS)}|{_DIGIT})"
_HUNDRED: Final = rf"(?:(?:ein|{_DIGIT})?hundert(?:und)?(?:{_BELOW}|eins?)?)"
_THOUSAND: Final = rf"(?:(?:{_HUNDRED}|{_BELOW}|ein)?tausend(?:und)?(?:{_HUNDRED}|{_BELOW}|eins?)?)"
_CARDINAL: Final = rf"(?:{_THOUSAND}|{_HUNDRED}|{_BELOW}|(?:zwei|drei)(?:er|en))(?!\w)"
_STEM: Final = rf"(?:{_THOUSAND}|{_HUNDRED}|{_BELOW})"
_AN: Final = r"ein(?:e[mnrs]?)?"
_SCALE: Final = r"(?:Million(?:en)?|Milliarden?|Billion(?:en)?)(?!\w)"
_ENDING: Final = r"(?:e[mnrs]?)?"
_HALVES: Final = rf"(?:anderthalb|(?:ein|{_DIGIT})einhalb)"

_LARGE: Final = one_of(
    "größer kleiner höher niedriger geringer länger kürzer schneller langsamer stärker schwächer"
    " billiger teurer schwerer leichter reicher ärmer älter jünger"
)
_LARGEST: Final = one_of(
    "größte kleinste höchste niedrigste geringste meiste längste kürzeste schnellste langsamste"
    " stärkste schwächste billigste teuerste schwerste leichteste reichste ärmste älteste jüngste"
)
_ROSE: Final = one_of(
    "stieg stiegen gestiegen steigt sank sanken gesunken sinkt fiel fielen wuchs wuchsen gewachsen"
    " wächst verdoppelt verdoppelte verdoppelten verdreifacht verdreifachte vervierfacht halbiert"
    " halbierte halbierten schrumpfte schrumpften geschrumpft übersteigt überstieg übertrifft"
    " übertraf übertreffen überwiegt überwog überwogen überholte überholt zugenommen abgenommen"
    " zurückgegangen"
)

_SPLIT: Final = re.compile(
    rf"tausend|hundert|{one_of(f'{_TENS} {_TEENS}')}|{_DIGIT}|ein(?=und|halb|tausend)|einhalb"
    r"|anderthalb"
)


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    """Split a number written as one word; a word of another kind stays whole."""
    if word in LEXICON.shares:
        return (word,)
    return tuple(match.group() for match in _SPLIT.finditer(word)) or (word,)


LEXICON: Final = Lexicon(
    counted=whole(
        rf"(?:{_CARDINAL}|{_AN}) ?(?:{one_of(_PARTS)})[sn]?",
        rf"(?:{_CARDINAL}|{_HALVES}|{_AN}|(?<={FIGURE}) ?) ?{_SCALE}"
        rf"(?: (?:{_CARDINAL}|{_AN}) {_SCALE})*(?: {_CARDINAL})?",
        rf"(?:{_CARDINAL}|{_AN}) (?:halbes )?Dutzend",
        rf"{_HALVES}{_ENDING}",
        rf"{_STEM}(?:mal|fach{_ENDING}|(?:jähr|tä|monat|wöch|stünd|köpf)i?g{_ENDING})",
        rf"das {_STEM}fache",
        _CARDINAL,
        rf"Hälften?|halb{_ENDING}",
        r"doppelt(?= so)|das Doppelte",
    ),
    uncounted=whole(
        r"(?:erste|zweite|andere|letzte|obere|untere|vordere|hintere|nördliche|südliche|östliche"
        r"|westliche)[nr]? Hälften?",
        rf"halb {one_of(f'{_ONES} {_TEENS} eins')}",
        r"(?:au(?:ß|ss)er|in) acht",
        r"unter vier Augen",
        r"(?:tausend|hundert) (?:dank|mal dank)",
        rf"(?:ein|{_DIGIT}) (?:bis|oder) {_DIGIT}",
        r"(?:das|dieses|jenes|im) Viertel",
        r"entzwei",
    ),
    compared=whole(
        r"(?:mehr|weniger) als",
        rf"(?:(?:viel|weit|deutlich|etwas|noch|wesentlich) )?{_LARGE}{_ENDING}(?: als)?",
        r"(?:viel|weit|deutlich|wesentlich) (?:mehr|weniger)",
        rf"(?:am )?{_LARGEST}[mnrs]?",
        r"(?:fast|nahezu|beinahe|annähernd) (?:alle[nrs]?|jede[nrs]?|keine?[nr]?|die Hälfte|ganz)",
        r"(?:die|der|eine|einer) (?:\w+ )?(?:Mehrheit|Mehrzahl|Minderheit)",
        r"(?:der|den|dem|ein|einen|einem) (?:überwiegende[nr]? )?(?:Großteil|Löwenanteil)",
        r"(?:doppelt|halb) so",
        rf"{_STEM}mal so",
        _ROSE,
    ),
    uncompared=whole(
        r"mehr als (?:je|genug)",
        r"nicht (?:mehr|weniger) als",
        r"höhere[nr]? (?:gewalt|mathematik|schule|schulen)",
        r"(?:ältere|jüngere)[nr]? (?:menschen|generation|generationen|bruder|schwester)",
        r"fiel(?:en)? (?:auf|ein|aus|um|in)",
    ),
    values={
        "ein": 1,
        "zwo": 2,
        **{word: n for n, word in enumerate(_ONES.split(), 2)},
        **{word: n for n, word in enumerate(_TEENS.split(), 10)},
        **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
        "dutzend": 12,
        "hundert": 100,
        "tausend": 10**3,
        "million": 10**6,
        "millionen": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
        "doppelt": 2,
        "doppelte": 2,
    },
    shares={
        **dict.fromkeys(
            ("hälfte", "hälften", "halb", "halbe", "halben", "halber", "halbes", "halbem"),
            Fraction(1, 2),
        ),
        "anderthalb": Fraction(3, 2),
        "einhalb": Fraction(1, 2),
        **{
            word.lower() + ending: Fraction(1, n)
            for n, word in enumerate(_PARTS.split(), 3)
            for ending in ("", "s", "n")
        },
    },
    factors=frozenset({"hundert", "dutzend"}),
    parts=_parts,
    nouns=re.compile(rf"(?:{one_of(_PARTS)}|Hälfte|Dutzend|Million|Milliarde|Billion)"),
    abbreviations=re.compile(r"\b(?:z\. ?B|bzw|ca|d\. ?h|u\. ?a|Nr|Dr|Prof|vgl|Mio|Mrd|Tsd|rd)\.$"),
)
