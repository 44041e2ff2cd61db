"""German: its numbers in words, hedges and scales, and the words that both files print.

Numbers are stated here once: `lexicon` finds the same words in texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from builder.language.de.cases import governed, in_cases
from builder.language.de.labels import LABELS
from builder.language.language import CannotSayError, Language, Plurals, groups, word_list, word_set
from builder.model.figure import Hedge

# From 0, and the tens from 20.
ONES: Final = word_list(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
TENS: Final = word_list("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
HUNDRED: Final = "hundert"
SCALES: Final[Mapping[str, Plurals]] = {
    "thousand": {"other": "tausend"},
    "mn": {"one": "Million", "other": "Millionen"},
    "bn": {"one": "Milliarde", "other": "Milliarden"},
    "tn": {"one": "Billion", "other": "Billionen"},
}

_ADJECTIVE: Final = re.compile(r"\w+ische[rs]?")


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    head = f"{ONES[hundreds]}{HUNDRED}" if hundreds else ""
    if rest < 20:
        return head + (ONES[rest] if rest else "")
    tens, ones = divmod(rest, 10)
    return head + (f"{ONES[ones]}und" if ones else "") + TENS[tens - 2]


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, before a noun of a gender.

    Raises:
        CannotSayError: the number is 10^12 or more, or ends in "ein", which takes its noun's
            gender.
    """
    billions, millions, thousands, rest = groups(number)
    if number == 0:
        return ONES[0]
    if rest % 100 == 1 and not gender:
        raise CannotSayError("a number that ends in “ein” takes the gender of its noun")
    words = []
    for count, scale in ((billions, SCALES["bn"]), (millions, SCALES["mn"])):
        if count == 1:
            words.append(f"eine {scale['one']}")
        elif count:
            ending = "e" if count % 100 == 1 else ""
            words.append(f"{_below_thousand(count)}{ending} {scale['other']}")
    below = (_below_thousand(thousands) + SCALES["thousand"]["other"] if thousands else "") + (
        _below_thousand(rest) if rest else ""
    )
    if below == "ein" and gender == "f":
        below = "eine"
    return " ".join([*words, below] if below else words)


def _in_phrase(name: str) -> str:
    """Return a currency's name with a small initial: "kanadische Dollar", but "Schweizer Franken".

    CLDR's names stand alone; only adjectives in -isch take a small letter within a phrase.
    """
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if _ADJECTIVE.fullmatch(first) and rest else name


LANGUAGE: Final = Language(
    name="German",
    governed=governed,
    in_cases=in_cases,
    csl="de-DE",
    bibtex=word_set("german ngerman"),
    theses=("Dissertation", "Masterarbeit"),
    hedges={
        Hedge.MORE_THAN: "mehr als",
        Hedge.AT_LEAST: "mindestens",
        Hedge.ABOUT: "etwa",
        Hedge.UP_TO: "bis zu",
        Hedge.FEWER_THAN: "weniger als",
    },
    measured={},
    # Beside digits a noun: 5 Tausend.
    scales={**SCALES, "thousand": {"other": "Tausend"}},
    spoken_scales=SCALES,
    short_scales={"thousand": "Tsd.", "mn": "Mio.", "bn": "Mrd.", "tn": "Bio."},
    other_scales={"T": "thousand"},
    currency_names={"CNY": {"other": "Yuan"}, "JPY": {"other": "Yen"}},
    currency_name=_in_phrase,
    scale_gender="f",
    multiple="mal",
    compound="Tonnen je Schiff",
    feminine=frozenset({"UAH", "SEK", "NOK", "DKK", "ISK", "CZK", "TRY", "INR", "PKR", "IDR"}),
    capital_nouns=True,
    nouns=(
        {"one": "Prozentpunkt", "other": "Prozentpunkte"},
        {"one": "Punkt", "other": "Punkte"},
    ),
    # A numeral and "mal" are one word, joined by a hyphen after digits (Duden, "8-mal").
    glued={
        "mal": "-mal",
        "-mal": "-mal",
        "×": "×",
        # An adjective (die 2,6-fache Menge), and a noun (das 2,6-Fache).
        "-fach": "-fach",
        "-fache": "-fache",
        "-Fache": "-Fache",
    },
    percent={"other": "Prozent"},
    cardinal=cardinal,
    quotes=(("„", "“"), ("‚", "‘")),
    group_mark=".",
    ratio_units=frozenset({"mal", "-mal", "Mal", "×", "-fach", "-fache", "-Fache"}),
)


def _swiss(number: int, gender: str = "") -> str:
    """Return a number in words as in Switzerland and Liechtenstein, which know no ß."""
    return cardinal(number, gender).replace("ß", "ss")


_SWISS: Final = replace(
    LANGUAGE,
    cardinal=_swiss,
    quotes=(("«", "»"), ("‹", "›")),
    letters={"„": "«", "“": "»", "ß": "ss"},
    decimal_mark=".",
    group_mark="’",
    foreign_separator="",
)
REGIONS: Final[Mapping[str, Language]] = {"de-CH": _SWISS, "de-LI": _SWISS}

WORDS: Final[Mapping[str, str]] = {
    **LABELS,
    "contents": "Inhalt",
    "figure": "Abbildung",
    "table": "Tabelle",
    "figures_list": "Abbildungsverzeichnis",
    "tables_list": "Tabellenverzeichnis",
    "section_called": "Abschnitt „{title}“",
    "section_numbered": "Abschnitt\u00a0{number}",
    "abbreviations": "Abkürzungen",
    "links": "Verweise",
    "notes": "Anmerkungen",
    "sources": "Quellen",
    "references": "Literaturverzeichnis",
    "cited_on": "Zitiert auf S.\u00a0{pages}",
    "register": "Verzeichnis der Zahlen",
    "register_intro": (
        "Jede Zahl dieses Papiers und seiner Folien: was sie angibt, für wann, wer sie nennt, "
        "wie verlässlich sie ist und wo sie steht."
    ),
    "register_others": (
        "Nicht aufgeführt sind Zahlen, aus denen diese berechnet sind und die nirgends gedruckt "
        "sind: {number}. Die angehängte Datei figures.json enthält sie."
    ),
    "imprint": "Impressum",
    "authors_word": "Verfasst von",
    "publisher": "Herausgegeben von",
    "contact": "Kontakt",
    "licence": "Lizenz",
    "cite_as": "Zitierweise",
    "history": "Frühere Fassungen",
    "draft": "Entwurf",
    "appendix": "Anhang\u00a0{letter}",
    "at_a_glance": "Auf einen Blick",
    "agenda": "Agenda",
    "questions": "Fragen und Antworten",
    "page_of": "Seite {page} von {pages}",
    "continued": "Fortsetzung",
    "total": "Summe",
    "width": "Breite",
    "total_of": "Summe {group}",
    "others": "Übrige ({count})",
    "rows_shown": "Gezeigt sind {shown} von {all} Zeilen.",
    "rounded_parts": "Summen können wegen Rundung von der Summe ihrer Teile abweichen.",
    "not_stated": "nicht angegeben",
    "edition": "Ausgabe",
    "source": "Quelle",
    "sources_line": "Quelle: {sources}",
    "spoken_sources": "Quellen: {sources}",
    "in_paper": "Im Papier: {places}.",
    "on_page": "{place}, Seite\u00a0{page}",
    "about_briefing": "Zu diesem Papier",
    "paper_word": "Papier",
    "paper_page": "Papier, Seite\u00a0{page}",
    "rests_on": "Zahlen: {figures}",
    "hedge": "Einschränkung",
    "as_of": "Stand",
    "as_of_unstated": "Stand: nicht angegeben, wo keiner steht",
    "confidence": "Verlässlichkeit",
    "label": "Gegenstand",
    "value": "Zahl",
    "note": "Anmerkung",
    "reported": "berichtet",
    "believed": "vermutet",
    "confirmed": "bestätigt",
    "page": "Seite",
    "pages": "Seiten",
    "slide": "Folie",
    "slides": "Folien",
    "handout": "Handout",
    "backup": "Zusatzfolie",
    "closing": "Vielen Dank",
    "summary": "Zusammenfassung",
    "part_of": "{part} von {parts}",
    "computed_from": "berechnet aus: {inputs}",
    "in_picture": "in einem Bild, nicht geprüft",
    "without_hedge": "ohne Einschränkung gedruckt",
    "data_of_figure": "Daten zu Abbildung {number}",
    "data_of_table": "Daten zu Tabelle {number}",
    "data": "Daten",
    # Within a sentence: "see Figure 4".
    "see_figure": "Abbildung",
    "see_table": "Tabelle",
    "see_equation": "Gleichung",
    "ledger": "Jede gedruckte Zahl dieses Papiers mit ihrer Seite",
    "exempt": "Wörter mit Ziffern oder Zahlwörter, die keine Zahlen des Verzeichnisses sind",
    "are_names": "Namen.",
    "are_formulas": "Ziffern von Formeln.",
    "are_code": "im Code.",
    "warning": "Warnung",
    "definition": "Begriff",
    "recommended": "Empfehlung",
    "key_message": "Kernaussage",
    "answer": "Antwort",
    "fingerprint": "Fingerabdruck",
    "changes_since": "Was sich seit Ausgabe {edition} geändert hat",
    "changes_since_earlier": "Was sich seit der früheren Ausgabe geändert hat",
    "changes_intro": (
        "Verglichen mit einer früheren Ausgabe: {edition}. Jede Zahl steht so da, wie die "
        "beiden Ausgaben sie drucken, und jede Änderung ist daraus berechnet."
    ),
    "changes_none": "Keine Zahl, keine Quelle und keine Aussage weicht ab.",
    "changed_figures": "Geänderte Zahlen",
    "changed_grounds": "Geänderte Gegenstände, Quellen, Zeitpunkte und Verlässlichkeit",
    "new_figures": "Neue Zahlen",
    "dropped_figures": "Nicht mehr angegebene Zahlen",
    "new_claims": "Neue Aussagen",
    "dropped_claims": "Nicht mehr getroffene Aussagen",
    "before": "Zuvor",
    "now": "Jetzt",
    "change": "Änderung",
    "aspect": "Was sich änderte",
    "percentage_points": "Prozentpunkte",
}
