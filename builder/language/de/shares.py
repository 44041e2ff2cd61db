"""German shares in words: "ein gutes Drittel", "das Drittel der Fläche"; districts are none."""

from __future__ import annotations

from typing import Final

from builder.language.language import word_list
from builder.language.lexicon import one_of

PARTS: Final = {
    word: n
    for n, word in enumerate(
        word_list("Drittel Viertel Fünftel Sechstel Siebtel Achtel Neuntel Zehntel"), 3
    )
} | {
    "Zwölftel": 12,
    "Fünfzehntel": 15,
    "Zwanzigstel": 20,
    "Dreißigstel": 30,
    "Fünfzigstel": 50,
    "Hundertstel": 100,
    "Tausendstel": 1000,
}

JOINED: Final = {"zweidrittel": (2, 3), "dreiviertel": (3, 4), "vierfünftel": (4, 5)}
"""Shares that are written as one word, by what they come to."""

_ALL: Final = one_of(" ".join(PARTS))
_BUT_VIERTEL: Final = one_of(" ".join(word for word in PARTS if word != "Viertel"))
_ENDING: Final = r"e[mnrs]?"
_AN: Final = rf"ein(?:{_ENDING})?"
_SIZED: Final = (
    rf"(?:gut|knapp|weiter|voll|schwach|stark|klein|groß|ganz|schlapp|ander)(?:{_ENDING})"
)
_LEFT: Final = r"(?:restliche|übrige|verbleibende|verbliebene|fehlende|andere)[mnrs]?"
_ARTICLE: Final = r"(?:das|dem|des|im|vom|zum|beim|am|ans|ins)"
# The whole: a district has no quantity behind it, nor before it.
_PLACE: Final = (
    r"(?:(?:\w+ )?(?:(?:alt|neu|innen|haupt|groß|klein|vor)?stadt|gemeinde|metropole|kommune"
    r"|siedlung|insel)|(?:reichen|armen|künstler|handwerker|studenten|händler|bahn\w*)(?!\w))"
)
_OF: Final = (
    r"(?: (?:der|des|aller|all|davon|von|vom|seiner|ihrer|unserer|dieser|jener|dessen|deren)"
    r"(?!\w))"
)
_WHOLE: Final = rf"(?={_OF}(?! {_PLACE}))"
_MEASURES: Final = "entspricht|entsprechen|entsprach|rund|etwa|knapp|fast"
_MEASURED: Final = "|".join(
    f"(?<={each} {article} )" for each in _MEASURES.split("|") for article in ("das", "dem")
)
_AMOUNT: Final = one_of(
    "Menge Zahl Anzahl Fläche Summe Höhe Länge Größe Zeit Dauer Wert Betrag Last Leistung Strecke"
    " Breite Kosten Preise Dosis"
)

SAID: Final = (
    rf"{_AN} {_SIZED} {_BUT_VIERTEL}[ns]?",
    rf"{_AN} knappe[mns]? Viertels?|{_AN} {_SIZED} Viertels?{_WHOLE}",
    rf"{_ARTICLE} {_LEFT} (?:{_BUT_VIERTEL}[ns]?|Viertels?{_WHOLE})",
    rf"{_ARTICLE} {_BUT_VIERTEL}s?{_WHOLE}",
    rf"(?:{_MEASURED})Viertels?{_WHOLE}",
    rf"{one_of(' '.join(JOINED))}(?! (?:vor|nach|acht|voll|leer)(?!\w))",
    rf"(?:doppelt|(?:drei|vier|fünf|zehn)fach){_ENDING} {_AMOUNT}(?!\w)",
)
"""Shares of a whole with the definite article, such as are said to be small or large, and what is
written as one word.
"""
