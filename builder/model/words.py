"""The fixed words that both writers print: takes a language tag and a key, returns the word.

A language is known by its first subtag (`en` serves `en-GB` and `en-US`). To add one, add it to
each row here, and its speech to `resolve.languages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# The languages of the rows below, in the order of their words.
LANGUAGES: Final = ("en", "de", "fr", "uk")

_WORDS: Final = {
    "contents": ("Contents", "Inhalt", "Sommaire", "Зміст"),
    "figure": ("Figure", "Abbildung", "Figure", "Рисунок"),
    "table": ("Table", "Tabelle", "Tableau", "Таблиця"),
    "figures_list": (
        "List of figures",
        "Abbildungsverzeichnis",
        "Liste des figures",
        "Перелік рисунків",
    ),
    "tables_list": (
        "List of tables",
        "Tabellenverzeichnis",
        "Liste des tableaux",
        "Перелік таблиць",
    ),
    "section_called": (
        "section “{title}”",
        "Abschnitt „{title}“",
        "section «\u202f{title}\u202f»",
        "розділ «{title}»",
    ),
    "abbreviations": ("Abbreviations", "Abkürzungen", "Abréviations", "Скорочення"),
    "links": ("Links", "Verweise", "Liens", "Посилання"),
    "notes": ("Notes", "Anmerkungen", "Notes", "Примітки"),
    "sources": ("Sources", "Quellen", "Sources", "Джерела"),
    "register": (
        "Register of figures",
        "Verzeichnis der Zahlen",
        "Registre des chiffres",
        "Реєстр показників",
    ),
    "register_intro": (
        "Every figure of this paper and of its slides: what it counts, for when, who says so,"
        " how firmly, and where it is printed.",
        "Jede Zahl dieses Papiers und seiner Folien: was sie angibt, für wann, wer sie nennt,"
        " wie verlässlich sie ist und wo sie steht.",
        "Chaque chiffre de ce document et de ses diapositives\u202f: ce qu’il mesure, à quelle"
        " date, qui le donne, avec quelle fiabilité et où il figure.",
        "Кожен показник цього документа та його слайдів: що він означає, станом на коли, хто"
        " його наводить, наскільки він достовірний і де надрукований.",
    ),
    "at_a_glance": ("At a glance", "Auf einen Blick", "En bref", "Головне"),
    "agenda": ("Agenda", "Agenda", "Plan", "План"),
    "questions": (
        "Questions and answers",
        "Fragen und Antworten",
        "Questions et réponses",
        "Запитання та відповіді",
    ),
    "page_of": (
        "Page {page} of {pages}",
        "Seite {page} von {pages}",
        "Page {page} sur {pages}",
        "Сторінка {page} з {pages}",
    ),
    "continued": ("continued", "Fortsetzung", "suite", "продовження"),
    "not_stated": ("not stated", "nicht angegeben", "sans indication", "не зазначено"),
    "edition": ("Edition", "Ausgabe", "Édition", "Випуск"),
    "source": ("Source", "Quelle", "Source", "Джерело"),
    "sources_line": (
        "Source: {sources}",
        "Quelle: {sources}",
        "Source\u202f: {sources}",
        "Джерело: {sources}",
    ),
    "spoken_sources": (
        "Sources: {sources}",
        "Quellen: {sources}",
        "Sources\u202f: {sources}",
        "Джерела: {sources}",
    ),
    "in_paper": (
        "In the paper: {places}.",
        "Im Papier: {places}.",
        "Dans le document\u202f: {places}.",
        "У документі: {places}.",
    ),
    "on_page": (
        "{place}, page\u00a0{page}",
        "{place}, Seite\u00a0{page}",
        "{place}, page\u00a0{page}",
        "{place}, сторінка\u00a0{page}",
    ),
    "paper_page": (
        "Paper, page\u00a0{page}",
        "Papier, Seite\u00a0{page}",
        "Document, page\u00a0{page}",
        "Документ, сторінка\u00a0{page}",
    ),
    "rests_on": (
        "Figures: {figures}",
        "Zahlen: {figures}",
        "Chiffres\u202f: {figures}",
        "Показники: {figures}",
    ),
    "hedge": ("Hedge", "Einschränkung", "Réserve", "Застереження"),
    "as_of": ("As of", "Stand", "À la date de", "Станом на"),
    "confidence": ("Confidence", "Verlässlichkeit", "Fiabilité", "Достовірність"),
    "label": ("Subject", "Gegenstand", "Objet", "Предмет"),
    "value": ("Figure", "Zahl", "Chiffre", "Показник"),
    "note": ("Note", "Anmerkung", "Note", "Примітка"),
    "reported": ("reported", "berichtet", "rapporté", "повідомлено"),
    "believed": ("believed", "vermutet", "supposé", "імовірно"),
    "confirmed": ("confirmed", "bestätigt", "confirmé", "підтверджено"),
    "page": ("Page", "Seite", "Page", "Сторінка"),
    "pages": ("Pages", "Seiten", "Pages", "Сторінки"),
    "slide": ("Slide", "Folie", "Diapositive", "Слайд"),
    "slides": ("Slides", "Folien", "Diapositives", "Слайди"),
    "handout": ("Handout", "Handout", "Document d’accompagnement", "Роздавальний матеріал"),
    "backup": (
        "Backup slide",
        "Zusatzfolie",
        "Diapositive de réserve",
        "Резервний слайд",
    ),
    "closing": ("Thank you", "Vielen Dank", "Merci", "Дякуємо"),
    "summary": ("Summary", "Zusammenfassung", "Résumé", "Підсумок"),
    "part_of": (
        "{part} of {parts}",
        "{part} von {parts}",
        "{part} sur {parts}",
        "{part} з {parts}",
    ),
    "computed_from": (
        "computed from {inputs}",
        "berechnet aus: {inputs}",
        "calculé à partir de {inputs}",
        "обчислено за показниками: {inputs}",
    ),
    "without_hedge": (
        "printed without its hedge",
        "ohne Einschränkung gedruckt",
        "imprimé sans sa réserve",
        "надруковано без застереження",
    ),
    "data_of_figure": (
        "Data of Figure {number}",
        "Daten zu Abbildung {number}",
        "Données de la figure {number}",
        "Дані рисунка {number}",
    ),
    "data_of_table": (
        "Data of Table {number}",
        "Daten zu Tabelle {number}",
        "Données du tableau {number}",
        "Дані таблиці {number}",
    ),
    "data": ("Data", "Daten", "Données", "Дані"),
    # Within a sentence: "see Figure 4". Ukrainian shortens the words, whose case would vary.
    "see_figure": ("Figure", "Abbildung", "figure", "рис."),
    "see_table": ("Table", "Tabelle", "tableau", "табл."),
    "ledger": (
        "Every figure that this paper prints, with its page",
        "Jede gedruckte Zahl dieses Papiers mit ihrer Seite",
        "Chaque chiffre imprimé dans ce document, avec sa page",
        "Кожен надрукований показник цього документа з його сторінкою",
    ),
    "exempt": (
        "Words with digits or numbers that are not figures",
        "Wörter mit Ziffern oder Zahlwörter, die keine Zahlen des Verzeichnisses sind",
        "Mots contenant des chiffres ou nombres en lettres hors du registre",
        "Слова з цифрами та числівники, що не є показниками",
    ),
    "are_names": ("names.", "Namen.", "noms.", "назви."),
    "warning": ("Warning", "Warnung", "Avertissement", "Попередження"),
    "definition": ("Definition", "Begriff", "Définition", "Визначення"),
    "answer": ("Answer", "Antwort", "Réponse", "Відповідь"),
    "fingerprint": ("Fingerprint", "Fingerabdruck", "Empreinte", "Відбиток"),
    "changes_since": (
        "What changed since edition {edition}",
        "Was sich seit Ausgabe {edition} geändert hat",
        "Ce qui a changé depuis l’édition {edition}",
        "Що змінилося від випуску {edition}",
    ),
    "changes_since_earlier": (
        "What changed since the earlier edition",
        "Was sich seit der früheren Ausgabe geändert hat",
        "Ce qui a changé depuis l’édition antérieure",
        "Що змінилося від попереднього випуску",
    ),
    "changes_intro": (
        "Compared with an earlier edition: {edition}. Each figure stands as the two editions"
        " print it, and each change is reckoned from what they print.",
        "Verglichen mit einer früheren Ausgabe: {edition}. Jede Zahl steht so da, wie die beiden"
        " Ausgaben sie drucken, und jede Änderung ist daraus berechnet.",
        "Comparaison avec une édition antérieure\u202f: {edition}. Chaque chiffre est donné tel que"
        " les deux éditions l’impriment, et chaque écart en est déduit.",
        "Порівняно з попереднім випуском: {edition}. Кожен показник наведено так, як його"
        " друкують обидва випуски, і кожну зміну обчислено з надрукованого.",
    ),
    "changes_none": (
        "No figure, no source and no claim differs.",
        "Keine Zahl, keine Quelle und keine Aussage weicht ab.",
        "Aucun chiffre, aucune source et aucune affirmation ne diffère.",
        "Жоден показник, жодне джерело й жодне твердження не відрізняються.",
    ),
    "changed_figures": (
        "Figures that changed",
        "Geänderte Zahlen",
        "Chiffres modifiés",
        "Змінені показники",
    ),
    "changed_grounds": (
        "Subjects, sources, periods and confidence that changed",
        "Geänderte Gegenstände, Quellen, Zeitpunkte und Verlässlichkeit",
        "Objets, sources, dates et fiabilités modifiés",
        "Змінені предмети, джерела, дати й достовірність",
    ),
    "new_figures": ("New figures", "Neue Zahlen", "Nouveaux chiffres", "Нові показники"),
    "dropped_figures": (
        "Figures no longer given",
        "Nicht mehr angegebene Zahlen",
        "Chiffres qui ne sont plus donnés",
        "Показники, яких більше не наведено",
    ),
    "new_claims": ("New claims", "Neue Aussagen", "Nouvelles affirmations", "Нові твердження"),
    "dropped_claims": (
        "Claims no longer made",
        "Nicht mehr getroffene Aussagen",
        "Affirmations qui ne sont plus faites",
        "Твердження, яких більше не наведено",
    ),
    "before": ("Before", "Zuvor", "Avant", "Раніше"),
    "now": ("Now", "Jetzt", "Maintenant", "Тепер"),
    "change": ("Change", "Änderung", "Écart", "Зміна"),
    "aspect": ("What changed", "Was sich änderte", "Élément modifié", "Що змінилося"),
    "percentage_points": (
        "percentage points",
        "Prozentpunkte",
        "points de pourcentage",
        "відсоткових пунктів",
    ),
}


_SWISS: Final = {"„": "«", "“": "»", "ß": "ss"}
# What a country writes otherwise: quotation marks, spaces, letters.
_REGIONAL: Final = {"de-CH": _SWISS, "de-LI": _SWISS, "fr-CA": {"\u202f": "\u00a0"}}


def base_language(language: str) -> str:
    """Return the first subtag of a BCP 47 tag: `en` of `en-GB`."""
    return language.replace("_", "-").split("-")[0].lower()


def word(language: str, key: str, **values: object) -> str:
    """Return the word `key` in `language`, with `values` put into its places.

    Raises:
        ValueError: the language has no words (`resolve` turns such a briefing away).
        KeyError: the key is unknown, or one of its places got no value: a bug of the caller.
    """
    return _regional(language, _WORDS[key][LANGUAGES.index(base_language(language))], values)


def in_language(language: str, words: Mapping[str, str], **values: object) -> str:
    """Return words that are kept elsewhere, by first subtag; English ones where they lack it."""
    return _regional(language, words.get(base_language(language), words["en"]), values)


def _regional(language: str, words: str, values: Mapping[str, object]) -> str:
    for elsewhere, here in _REGIONAL.get(language, {}).items():
        words = words.replace(elsewhere, here)
    return words.format(**values)
