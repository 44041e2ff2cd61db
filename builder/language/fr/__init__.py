"""French: its words of numbers, hedges and scales, which `lexicon` finds, and fixed words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from builder.language.fr.labels import LABELS
from builder.language.language import (
    NBSP,
    CannotSayError,
    Language,
    Plurals,
    groups,
    word_list,
    word_set,
)
from builder.model.figure import Hedge

# From 0, and the tens from 20 that have a word of their own.
ONES: Final = word_list(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf"
)
TENS: Final = word_list("vingt trente quarante cinquante soixante")
HUNDRED: Final = "cent"
THOUSAND: Final = "mille"
SCALES: Final[Mapping[str, Plurals]] = {
    "thousand": {"one": "millier", "other": "milliers"},
    "mn": {"one": "million", "other": "millions"},
    "bn": {"one": "milliard", "other": "milliards"},
    "tn": {"one": "billion", "other": "billions"},
}

_NARROW: Final = "\u202f"
_GUILLEMETS: Final = (f"«{_NARROW}", f"{_NARROW}»")
_VOWELS: Final = frozenset("aàâeéèêëhiîïoôuùûœ")
# Words before which nothing is elided: those with an aspirated h, by how they begin (héros, but
# not héroïque), and the numerals eight and eleven.
_UNELIDED: Final = re.compile(
    r"(?:ha(?!b[ei]|ïti|lein|llucin|lo|lt[eè]r|meç|rmon)|hé(?:ler|risson|ron|ros\b|tai|tra|tre)|hê|"
    r"her(?:s|se)|heur[ts]|hi(?:bou|ér|p-hop|ss|t\b)|"
    r"ho(?:bb|ck|ll|mard|ng|nt|quet|rde|rs\b|rs-|t-|tte|ubl|ue|uil|ul|uss|ux)|hryv|"
    r"hu(?:bl|ch|gu|it(?!r)|ll?ul|n\b|ppe|r[dlo]|ssard|tte)|onz|oui\b|ouistiti|ululement)",
    re.IGNORECASE,
)
_ELIDING: Final = re.compile(r"(?<!\w)((?:jusqu|lorsqu|puisqu|qu|d)e)\s*$", re.IGNORECASE)


def _below_hundred(number: int, plural: bool) -> str:
    if number < 20:
        return ONES[number]
    if number >= 80:
        rest = number - 80
        if not rest:
            return "quatre-vingts" if plural else "quatre-vingt"
        return f"quatre-vingt-{ONES[rest]}"
    tens, ones = divmod(number, 10)
    if tens == 7:
        tens, ones = 6, ones + 10
    if not ones:
        return TENS[tens - 2]
    if ones in (1, 11):
        return f"{TENS[tens - 2]} et {ONES[ones]}"
    return f"{TENS[tens - 2]}-{ONES[ones]}"


def _below_thousand(number: int, plural: bool = True) -> str:
    """Say 0 to 999; `plural` False before "mille", where cent and vingt take no s."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, plural)
    head = HUNDRED if hundreds == 1 else f"{ONES[hundreds]} {HUNDRED}"
    if rest:
        return f"{head} {_below_hundred(rest, plural)}"
    return f"{head}s" if hundreds > 1 and plural else head


def cardinal(number: int, gender: str = "") -> str:
    """Return a whole number from 0 in words, before a noun of a gender.

    Raises:
        CannotSayError: the number is 10^12 or more, or ends in "un", which takes its noun's
            gender.
    """
    billions, millions, thousands, rest = groups(number)
    is_one = rest % 10 == 1 and rest % 100 not in (11, 71, 91)
    if is_one and not gender:
        raise CannotSayError("a number that ends in « un » takes the gender of its noun")
    words = []
    for count, scale in ((billions, "bn"), (millions, "mn")):
        if count:
            said = SCALES[scale]["other" if count > 1 else "one"]
            words.append(f"{_below_thousand(count)} {said}")
    if thousands:
        head = "" if thousands == 1 else f"{_below_thousand(thousands, False)} "
        words.append(head + THOUSAND)
    if rest or not words:
        words.append(_below_thousand(rest) + ("e" if is_one and gender == "f" else ""))
    return " ".join(words)


def _after_million(noun: str) -> str:
    return elided("de ", noun) + noun


def elided(before: str, phrase: str) -> str:
    """Return the words before a phrase, their last "de" or "que" fitted to it: "d’environ"."""
    if phrase[:1].lower() not in _VOWELS or _UNELIDED.match(phrase):
        return before
    return _ELIDING.sub(lambda match: f"{match[1][:-1]}’", before)


_NAMES: Final = {
    code: {"one": name, "other": f"{name}s"}
    for code, name in {"USD": "dollar", "JPY": "yen", "CNY": "yuan", "UAH": "hryvnia"}.items()
}

LANGUAGE: Final = Language(
    name="French",
    csl="fr-FR",
    bibtex=word_set("french francais"),
    theses=("thèse de doctorat", "mémoire de master"),
    hedges={
        Hedge.MORE_THAN: "plus de",
        Hedge.AT_LEAST: "au moins",
        Hedge.ABOUT: "environ",
        Hedge.UP_TO: "jusqu’à",
        Hedge.FEWER_THAN: "moins de",
    },
    measured={},
    scales=SCALES,
    spoken_scales=SCALES,
    short_scales={"thousand": "k", "mn": "M", "bn": "Md", "tn": "Bn"},
    other_scales={"Mds": "bn", "Mrd": "bn"},
    short_gap="",
    currency_names=_NAMES,
    marked_names={"USD": {"one": "dollar américain", "other": "dollars américains"}},
    marked_signs={code: f"${code[:2]}" for code in word_list("USD AUD CAD HKD NZD SGD TWD")},
    feminine=frozenset(word_list("GBP EGP UAH SEK NOK DKK ISK CZK TRY INR fois")),
    multiple="fois",
    compound="tonnes par navire",
    nouns=(
        {"one": "point de pourcentage", "other": "points de pourcentage"},
        {"one": "point", "other": "points"},
    ),
    glued={"×": "×"},
    percent={"other": "pour cent"},
    cardinal=cardinal,
    quotes=(_GUILLEMETS, ("“", "”")),
    # So that no line begins or ends with one of these.
    spaces=dict.fromkeys(";:!?»", _NARROW),
    ratio_units=frozenset({"fois", "×"}),
    after_million=_after_million,
    elided=elided,
    first_day="1er",
    colon="\u202f: ",
    semicolon="\u202f; ",
)

# In Canada the colon and guillemets keep a full no-break space, and no other mark has one (Office
# québécois de la langue française).
REGIONS: Final[Mapping[str, Language]] = {
    "fr-CA": replace(
        LANGUAGE,
        colon=f"{NBSP}: ",
        semicolon="; ",
        quotes=((f"«{NBSP}", f"{NBSP}»"), ("“", "”")),
        spaces=dict.fromkeys(":»", NBSP),
        letters={_NARROW: NBSP},
    ),
    "fr-CH": replace(
        LANGUAGE,
        quotes=(_GUILLEMETS, (f"‹{_NARROW}", f"{_NARROW}›")),
        currency_names=_NAMES | {"CHF": {"one": "franc", "other": "francs"}},
        spaced_percent=True,  # Federal Chancellery; CLDR has no space
    ),
}

WORDS: Final[Mapping[str, str]] = {
    **LABELS,
    "contents": "Sommaire",
    "figure": "Figure",
    "table": "Tableau",
    "figures_list": "Liste des figures",
    "tables_list": "Liste des tableaux",
    "section_called": "section «\u202f{title}\u202f»",
    "section_numbered": "section\u00a0{number}",
    "abbreviations": "Abréviations",
    "links": "Liens",
    "notes": "Notes",
    "sources": "Sources",
    "references": "Références",
    "cited_on": "Cité p.\u00a0{pages}",
    "register": "Registre des chiffres",
    "register_intro": (
        "Chaque chiffre de ce document et de ses diapositives\u202f: ce qu’il mesure, à quelle "
        "date, qui le donne, avec quelle fiabilité et où il figure."
    ),
    "register_others": (
        "N’y figurent pas des chiffres dont ceux-ci sont calculés et qui ne sont imprimés nulle "
        "part\u202f: {number}. Le fichier joint figures.json les contient."
    ),
    "imprint": "Mentions",
    "authors_word": "Auteurs",
    "publisher": "Éditeur",
    "contact": "Contact",
    "licence": "Licence",
    "cite_as": "Pour citer ce document",
    "history": "Historique du document",
    "draft": "Version provisoire",
    "appendix": "Annexe\u00a0{letter}",
    "at_a_glance": "En bref",
    "agenda": "Plan",
    "questions": "Questions et réponses",
    "page_of": "Page {page} sur {pages}",
    "continued": "suite",
    "total": "Total",
    "width": "Largeur",
    "total_of": "Total {group}",
    "others": "Autres ({count})",
    "rows_shown": "{shown} lignes sur {all} sont présentées.",
    "rounded_parts": "Les sommes peuvent différer de leurs éléments en raison des arrondis.",
    "not_stated": "sans indication",
    "edition": "Édition",
    "source": "Source",
    "sources_line": "Source\u202f: {sources}",
    "spoken_sources": "Sources\u202f: {sources}",
    "in_paper": "Dans le document\u202f: {places}.",
    "on_page": "{place}, page\u00a0{page}",
    "about_briefing": "À propos de ce document",
    "paper_word": "Document",
    "paper_page": "Document, page\u00a0{page}",
    "rests_on": "Chiffres\u202f: {figures}",
    "hedge": "Réserve",
    "as_of": "À la date de",
    "as_of_unstated": "date\u202f: non indiquée où elle manque",
    "confidence": "Fiabilité",
    "label": "Objet",
    "value": "Chiffre",
    "note": "Note",
    "reported": "rapporté",
    "believed": "supposé",
    "confirmed": "confirmé",
    "page": "Page",
    "pages": "Pages",
    "slide": "Diapositive",
    "slides": "Diapositives",
    "handout": "Document d’accompagnement",
    "backup": "Diapositive de réserve",
    "closing": "Merci",
    "summary": "Résumé",
    "part_of": "{part} sur {parts}",
    "computed_from": "calculé à partir de {inputs}",
    "in_picture": "dans une image, non vérifié",
    "without_hedge": "imprimé sans sa réserve",
    "data_of_figure": "Données de la figure {number}",
    "data_of_table": "Données du tableau {number}",
    "data": "Données",
    # Within a sentence: "see Figure 4".
    "see_figure": "figure",
    "see_table": "tableau",
    "see_equation": "équation",
    "ledger": "Chaque chiffre imprimé dans ce document, avec sa page",
    "exempt": "Mots contenant des chiffres ou nombres en lettres hors du registre",
    "are_names": "noms.",
    "are_formulas": "chiffres de formules.",
    "are_code": "dans du code.",
    "warning": "Avertissement",
    "definition": "Définition",
    "recommended": "Recommandation",
    "key_message": "Message clé",
    "answer": "Réponse",
    "fingerprint": "Empreinte",
    "changes_since": "Ce qui a changé depuis l’édition {edition}",
    "changes_since_earlier": "Ce qui a changé depuis l’édition antérieure",
    "changes_intro": (
        "Comparaison avec une édition antérieure\u202f: {edition}. Chaque chiffre est donné "
        "tel que les deux éditions l’impriment, et chaque écart en est déduit."
    ),
    "changes_none": "Aucun chiffre, aucune source et aucune affirmation ne diffère.",
    "changed_figures": "Chiffres modifiés",
    "changed_grounds": "Objets, sources, dates et fiabilités modifiés",
    "new_figures": "Nouveaux chiffres",
    "dropped_figures": "Chiffres qui ne sont plus donnés",
    "new_claims": "Nouvelles affirmations",
    "dropped_claims": "Affirmations qui ne sont plus faites",
    "before": "Avant",
    "now": "Maintenant",
    "change": "Écart",
    "aspect": "Élément modifié",
    "percentage_points": "points de pourcentage",
}
