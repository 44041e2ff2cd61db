"""Words under a claim are held to what its inequality says: to its factor, and to its way."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from builder.resolve import resolve
from tests.content.reading import write

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "claim-words.toml").read_text(encoding="utf-8")
)
NOT_COVERED = {
    "en": "Uncovered",
    "de": "Ungekühlte Plätze",
    "fr": "Non couverts",
    "uk": "Неохоплені",
}
COSTS = {"en": "Costs of pools", "de": "Kosten der Bäder", "fr": "Coûts", "uk": "Витрати"}
SAVED = {
    "en": "Saving in costs",
    "de": "Kosteneinsparung",
    "fr": "Baisse des coûts",
    "uk": "Зменшення витрат",
}
LABELS = {
    "en": {
        "SHARE": "Share of pools with lifts",
        "TARGET": "Target for that share",
        "NORTH": "Share of pools in Northam",
        "SOUTH": "Share of pools in Southby",
        "DAY": "Waiting time, daytime",
        "NIGHT": "Waiting time, nights",
        "MORE": "Increase in visits",
        "NOW": "Visits to the halls",
        "THEN": "Visits to the halls the year before",
        "WOMEN": "Visits by women",
        "MEN": "Visits by pensioners",
        "INCOME": "Income of pools 2024",
        "IN_TIME": "Calls on time",
        "NEED": "Renovation need of huts",
        "GRANT": "Grant for huts and paths",
        "HUTS_HERE": "Mountain huts in Austria",
        "HUTS_THERE": "Mountain huts in Switzerland",
        "CHEESE": "Price of cheese milk",
        "FACTORY": "Price of factory milk",
        "TO_GERMANY": "Exports to Germany",
        "TO_FRANCE": "Exports to France",
        "STATE": "Share that the state paid",
        "INSURERS": "Share that insurers paid",
    },
    "de": {
        "SHARE": "Anteil der Bäder mit Aufzug",
        "TARGET": "Zielwert des Anteils",
        "NORTH": "Anteil der Bäder in Auenstadt",
        "SOUTH": "Anteil der Bäder in Hohenmoor",
        "DAY": "Wartezeit tags",
        "NIGHT": "Wartezeit nachts",
        "MORE": "Zunahme der Besuche",
        "NOW": "Besuche der Hallen",
        "THEN": "Besuche der Hallen im Vorjahr",
        "WOMEN": "Besuche von Frauen",
        "MEN": "Besuche von Männern",
        "INCOME": "Einnahmen der Bäder 2024",
        "IN_TIME": "Pünktliche Fahrten",
        "NEED": "Sanierungsbedarf der Hütten",
        "GRANT": "Förderung für Hütten und Wege",
        "HUTS_HERE": "Schutzhütten in Österreich",
        "HUTS_THERE": "Schutzhütten in der Schweiz",
        "CHEESE": "Preis der Käsemilch",
        "FACTORY": "Preis der Werkmilch",
        "TO_GERMANY": "Ausfuhr nach Deutschland",
        "TO_FRANCE": "Ausfuhr nach Frankreich",
        "STATE": "Vom Staat gezahlter Anteil",
        "INSURERS": "Von Versicherern gezahlter Anteil",
    },
    "fr": {
        "SHARE": "Part des piscines avec ascenseur",
        "TARGET": "Objectif pour cette part",
        "NORTH": "Part des piscines à Lanvière",
        "SOUTH": "Part des piscines à Brévanne",
        "DAY": "Attente en journée",
        "NIGHT": "Attente nocturne",
        "MORE": "Hausse de la fréquentation",
        "NOW": "Visites des halles",
        "THEN": "Visites des halles un an plus tôt",
        "WOMEN": "Visites des femmes",
        "MEN": "Visites des hommes",
        "INCOME": "Recettes des piscines 2024",
        "IN_TIME": "Appels à temps",
        "NEED": "Besoin de rénovation des refuges",
        "GRANT": "Aide aux refuges et sentiers",
        "HUTS_HERE": "Refuges de montagne en Autriche",
        "HUTS_THERE": "Refuges de montagne en Suisse",
        "CHEESE": "Prix du lait de fromagerie",
        "FACTORY": "Prix du lait d’industrie",
        "TO_GERMANY": "Exportations vers l’Allemagne",
        "TO_FRANCE": "Exportations vers la France",
        "STATE": "Part payée par l’État",
        "INSURERS": "Part payée par les assureurs",
    },
    "uk": {
        "SHARE": "Частка басейнів з ліфтами",
        "TARGET": "Мета для частки басейнів",
        "NORTH": "Частка басейнів у Ясенівці",
        "SOUTH": "Частка басейнів у Глибокому",
        "DAY": "Чекання вдень",
        "NIGHT": "Чекання вночі",
        "MORE": "Зростання відвідувань",
        "NOW": "Відвідування зал",
        "THEN": "Відвідування зал роком раніше",
        "WOMEN": "Жінки серед відвідувачів",
        "MEN": "Чоловіки серед відвідувачів",
        "INCOME": "Доходи 2024",
        "IN_TIME": "Вчасні виклики",
        "NEED": "Потреба в ремонті притулків",
        "GRANT": "Дотація на притулки",
        "HUTS_HERE": "Гірські притулки в Австрії",
        "HUTS_THERE": "Гірські притулки у Швейцарії",
        "CHEESE": "Ціна сирного молока",
        "FACTORY": "Ціна заводського молока",
        "TO_GERMANY": "Вивіз до Німеччини",
        "TO_FRANCE": "Вивіз до Франції",
        "STATE": "Частка, яку сплатила держава",
        "INSURERS": "Частка, яку сплатили страховики",
    },
}
CENTS = {
    "en": "cents per kilo",
    "de": "Rappen je Kilo",
    "fr": "centimes par kilo",
    "uk": "копійок за кг",
}
USED = (
    *("a", "b", "r", "s", "u", "b_u", "c_2019", "c_2024", "d_2019", "d_2024", "k_2019", "k_2024"),
    *("w", "g", "n", "o", "t_day", "t_night", "x", "v", "v_old"),
    *("women", "men", "i_2024", "q", "need", "grant", "huts", "huts_ch", "p_state", "p_insurers"),
    *("m_cheese", "m_factory", "e_germany", "e_france", "f_2019", "f_2024"),
)
FIGURES = """\
a: {label: A, value: 600, unit: t, as_of: 2024, source: s}
b: {label: B, value: 100, unit: t, as_of: 2019, source: s}
r: {label: R, formula: a / b, unit: times}
s: {label: S, value: 64, unit: "%", source: s}
u: {label: U NEGATED, value: 64, unit: "%", source: s}
c_2019: {label: COSTS 2019, value: 300, unit: t, source: s}
c_2024: {label: COSTS 2024, value: 380, unit: t, source: s}
d_2019: {label: SAVED 2019, value: 300, unit: t, source: s}
d_2024: {label: SAVED 2024, value: 380, unit: t, source: s}
k_2019: {label: COSTS 2019, value: 8214, unit: EUR k, source: s}
k_2024: {label: COSTS 2024, value: 8779, unit: EUR k, source: s}
w: {label: "SHARE", value: 41, unit: "%", source: s}
g: {label: "TARGET", value: 90, unit: "%", source: s}
n: {label: "NORTH", value: 91, unit: "%", source: s}
o: {label: "SOUTH", value: 62, unit: "%", source: s}
t_day: {label: "DAY", value: 6.4, unit: min, source: s}
t_night: {label: "NIGHT", value: 4.6, unit: min, source: s}
x: {label: "MORE", value: 39, unit: "%", source: s}
v: {label: "NOW", value: 430, unit: visits, source: s}
v_old: {label: "THEN", value: 400, unit: visits, source: s}
women: {label: "WOMEN", value: 300, unit: visits, source: s}
men: {label: "MEN", value: 130, unit: visits, source: s}
i_2024: {label: "INCOME", value: 8000, unit: EUR k, source: s}
q: {label: "IN_TIME", value: 84, unit: "%", source: s}
need: {label: "NEED", value: 123.5, unit: EUR mn, source: s}
grant: {label: "GRANT", value: 22.0, unit: EUR mn, source: s}
huts: {label: "HUTS_HERE", value: 530, unit: huts, source: s}
huts_ch: {label: "HUTS_THERE", value: 152, unit: huts, source: s}
p_state: {label: "STATE", value: 62, unit: "%", source: s}
m_cheese: {label: "CHEESE", value: 85.3, unit: UNIT, source: s}
m_factory: {label: "FACTORY", value: 71.5, unit: UNIT, source: s}
e_germany: {label: "TO_GERMANY", value: 3120, unit: t, source: s}
e_france: {label: "TO_FRANCE", value: 1980, unit: t, source: s}
p_insurers: {label: "INSURERS", value: 12, unit: "%", source: s}
b_u: {label: B NEGATED, value: 20, unit: "%", source: s}
f_2019: {label: COSTS before reform, value: 300, unit: t, as_of: 2019, source: s}
f_2024: {label: COSTS altogether, value: 380, unit: t, as_of: 2024, source: s}
"""


# Towns, how far off they are, and what is sorted and wasted there: the head in each language.
TOWNS = {
    "en": ("town,distance,sorting,waste", "Northam", "Southby"),
    "de": ("Ort,Weite,Trennung,Abfall", "Auenstadt", "Hohenmoor"),
    "fr": ("ville,trajet,collecte,rebut", "Lanvière", "Brévanne"),
    "uk": ("місто,відстань,сортування,сміття", "Ясенівка", "Глибоке"),
}


def told(folder: Path, language: str, cases: list[list[str]], exempt: str = "") -> list[str]:
    """Return what is said of words and what their claims hold, one message a line of them."""
    found = [""] * len(cases)
    for each in problems_of(folder, language, cases, exempt).warnings:
        if each.found.endswith("is not what its claim says"):
            found[(each.place.line - 3) // 2] = each.found.split('"')[1]
    return found


def marked(words: str) -> str:
    """Return words with what their claim guards in brackets: all of them, unless some are so."""
    return words if "[" in words else f"[{words}]"


def problems_of(folder: Path, language: str, cases: list[list[str]], exempt: str = "") -> Problems:
    """Return what is told of a content of such cases."""
    figures = FIGURES
    for word, said in (("NEGATED", NOT_COVERED), ("COSTS", COSTS), ("SAVED", SAVED)):
        figures = figures.replace(word, said[language])
    figures = figures.replace("UNIT", CENTS[language])
    for word, label in LABELS[language].items():
        figures = figures.replace(f'"{word}"', f'"{label}"')
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n"
        + exempt,
        "figures.yaml": figures,
        "sources.yaml": "s: {title: A survey}\n",
        "claims.yaml": "".join(
            f'c{at}: {{says: It is so, holds: "{case[1]}"}}\n' for at, case in enumerate(cases)
        ),
        "data/t.csv": "{}\n{},1,9,4\n{},2,7,5\n".format(*TOWNS[language]),
        "sections/one.md": "# One\n\n"
        + "\n\n".join(f"{marked(case[0])}{{claim=c{at}}}." for at, case in enumerate(cases))
        + "\n\n"
        + " ".join(f"{{{{ {name} }}}}" for name in USED)
        + "\n",
    }
    problems = Problems()
    content = read_content(write(folder, files), problems)
    assert content is not None
    resolve(content, problems)
    return problems


@pytest.mark.parametrize("language", sorted(CASES))
def test_words_that_say_another_thing_than_their_claim_are_told(
    language: str, tmp_path: Path
) -> None:
    cases = CASES[language]["told"]
    assert told(tmp_path, language, cases) == [case[2] for case in cases]


@pytest.mark.parametrize("language", sorted(CASES))
def test_words_that_say_what_their_claim_does_are_not(language: str, tmp_path: Path) -> None:
    cases = CASES[language]["fine"]
    found = told(tmp_path, language, cases)
    assert [(*case, said) for case, said in zip(cases, found, strict=True) if said] == []


def test_a_share_in_per_cent_that_is_held_to_a_part_of_one_is_told(tmp_path: Path) -> None:
    cases = [["half of all", "w > 0.5"], ["some", "w > 0"], ["a third", "between(w, 33, 45)"]]
    problems = problems_of(tmp_path, "en", cases)
    sized = [each.found for each in problems.warnings if " holds " in each.found]
    assert sized == ['"w > 0.5" holds 41 % to 0.5 %']


def test_words_that_mean_another_thing_are_exempted(tmp_path: Path) -> None:
    cases = [["three times as long", "a >= 5 * b"]]
    exempt = "exempt:\n  - {words: three times as long, because: It is a saying.}\n"
    assert told(tmp_path, "en", cases, exempt) == [""]
