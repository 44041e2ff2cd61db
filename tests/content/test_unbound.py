"""Numbers without an owner: which figures are named for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.content import read_content
from builder.problems import Problems
from tests.content.reading import read, write

FIGURES = """\
ships: {label: Ships, value: 4, unit: ships, source: s}
cost: {label: Cost, value: 4, unit: USD bn, source: s}
rate: {label: Rate, value: 3.7, unit: tonnes, source: s}
tonnage: {label: Tonnage, value: 3700, unit: tonnes, source: s}
share: {label: Share, value: 64, unit: "%", source: s}
dentists: {label: Dentists, value: 16, unit: кораблів, source: s}
fund: {label: Fund, value: 2025, unit: GBP, source: s}
pool: {label: Pool, value: 7, unit: °C, source: s}
sea: {label: Sea, value: 17, unit: °C, source: s}
"""


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en-GB", "It has 4 ships.", ["ships"]),
        ("en-GB", "It has 4 harbours.", []),
        ("en-GB", "It loads 3,700 tonnes.", ["tonnage"]),
        ("de", "Es sind 3,7 Tonnen.", ["rate"]),
        ("de", "Es sind 3.700 Tonnen.", ["rate", "tonnage"]),
        ("de", "Ab 3.700 m² gilt das.", []),
        ("de", "Ab 3.700 °C gilt das.", []),
        ("de", "Ab 3.700 t gilt das.", ["rate", "tonnage"]),
        ("en-GB", "It lasts 3,700 hours.", []),
        ("de", "Das gilt über 64 Jahre.", []),
        ("de", "Es sind 64 Prozent.", ["share"]),
        ("de", "Es sind 64 %.", ["share"]),
        ("de", "Der Anteil ist 64.", ["share"]),
        ("en-GB", "It holds above 64 years.", []),
        ("en-GB", "It is 64 per cent.", ["share"]),
        ("en-GB", "It is 64 percent.", ["share"]),
        ("en-GB", "Of them 64 by car.", []),
        ("en-GB", "It has 3,700 pupils.", []),
        ("en-GB", "It is 64:20 of play.", []),
        ("en-GB", "It is 3,700%.", []),
        ("en-GB", "It has 4bn euros.", []),
        ("en-GB", "It costs £3,700.", []),
        ("en-GB", "It costs £2,025.", ["fund"]),
        ("en-GB", "It is of release 2025-03.", []),
        ("en-GB", "It rose by 2025.", []),
        ("fr", "Cela vaut au-delà de 64 ans.", []),
        ("fr", "C’est 64 pour cent.", ["share"]),
        ("uk", "Це понад 64 роки.", []),
        ("de", "Das prüft Gebiet 7 nicht.", []),
        ("de", "Es sind 7 °C.", ["pool"]),
        ("de", "Der Wert ist 17.", ["sea"]),
        ("uk", "Це 64 відсотки.", ["share"]),
        ("uk", "Лише 16 % батьків.", []),
        ("uk", "Лише 16 відсотків батьків.", []),
        ("uk", "Лише 16 ‰ батьків.", []),
        ("uk", "Їх 16 кораблів.", ["dentists"]),
    ],
)
def test_a_figure_is_named_where_it_is_likely(
    language: str, text: str, named: list[str], tmp_path: Path
) -> None:
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": FIGURES,
        "sources.yaml": "s: {title: A survey}\n",
        "sections/one.md": f"# One\n\n{text}\n",
    }
    problems = Problems()
    read_content(write(tmp_path, files), problems)
    (unbound,) = problems.errors
    hints = [line for line in unbound.hint.splitlines() if line.startswith("bind it")]
    assert [hint.split("{{ ")[1].split(" ")[0] for hint in hints] == named


@pytest.mark.parametrize("unit", ["kWh/m²", "m³/h", "t CO₂", "W/m²"])
def test_raised_and_lowered_digits_of_a_stated_unit_are_its_own(unit: str, tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "briefing.yaml": "title: A\nslug: a\nlanguage: de\ndate: 2026-03\nsections: [one]\n",
            "figures.yaml": f"a: {{label: Bedarf in {unit.split()[-1]}, value: 4, source: s,"
            f" unit: {unit}}}\n",
            "sources.yaml": "s: {title: Eine Studie}\n",
            "sections/one.md": f"# Eins\n\nEs sind {{{{ a }}}} (in {unit.split()[-1]}).\n",
        },
    )
    problems = Problems()
    read_content(tmp_path, problems)

    assert [str(problem) for problem in problems.errors] == []


@pytest.mark.parametrize(
    ("language", "text", "hint"),
    [
        (
            "de",
            "Am 31. Dezember 2090 endet es.",
            "a date is a figure too: value: YYYY-12-31, its year for YYYY",
        ),
        (
            "en-GB",
            "It ends on 31 December 2090.",
            "a date is a figure too: value: YYYY-12-31, its year for YYYY",
        ),
        (
            "fr",
            "Tout finit le 31 décembre 2090.",
            "a date is a figure too: value: YYYY-12-31, its year for YYYY",
        ),
        (
            "uk",
            "Це скінчиться 31 грудня 2090 року.",
            "a date is a figure too: value: YYYY-12-31, its year for YYYY",
        ),
        ("de", "Gebaut wurden sie 1960–1975.", "widen years: in briefing.yaml"),
    ],
)
def test_a_date_and_years_outside_the_span_are_told_how_to_be_stated(
    language: str, text: str, hint: str, tmp_path: Path
) -> None:
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "sections/one.md": f"# One\n\n{text}\n",
    }
    problems = Problems()
    read_content(write(tmp_path, files), problems)
    assert hint in problems.errors[0].hint


def test_a_title_may_name_a_category_of_its_own_chart_and_no_other_number(tmp_path: Path) -> None:
    files = {
        "charts.yaml": "c:\n  kind: bar\n  title: Most are 35–44, over 65 few, 18–24 none\n"
        "  table: t\n  x: age\n  y: [men]\n"
        "d:\n  kind: scatter\n  title: At 12.5 km or 35–44\n  table: t\n  x: far\n  y: [men]\n",
        "data/t.csv": "age,men,far\n35-44,468,12.5\nover 65,88,3\n",
        "sections/one.md": "# One\n\n:::{chart} c\n:::\n\n:::{chart} d\n:::\n",
    }
    _, problems = read(write(tmp_path, files))
    found = [line.split("unbound number ")[1].split("\n")[0] for line in problems]
    assert found == ['"18–24"', '"12.5"', '"35–44"']


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_thousands_that_spaces_part_are_one_number(tmp_path: Path, space: str) -> None:
    said = f"Il faut 142{space}000 € (ou 1{space}234{space}567,5 €), 300 lits, et 12 300{space}km."
    files = {
        "figures.yaml": "a: {label: A, value: 142000, unit: EUR, source: s}\n",
        "sources.yaml": "s: {title: S}\n",
        "sections/one.md": f"# One\n\n{said}\n",
    }
    _, problems = read(write(tmp_path, files))
    told = [line.split("unbound number ")[1].split('"')[1] for line in problems]
    assert [re.sub(r"\s", " ", word) for word in told] == [
        "142 000",
        "1 234 567,5",
        "300",
        "12 300",
    ]
    assert "bind it to a figure" in problems[0]


@pytest.mark.parametrize(
    ("language", "category", "title", "told"),
    [
        ("en-GB", "35-44", "Most are 35–44 years old", []),
        ("en-GB", "35–44 years", "Those of 35–44 years", []),
        ("en-GB", "65+", "The group 65+ is small", []),
        ("en-GB", "over 65", "Few are over 65", []),
        ("en-GB", "65 and over", "Few are 65 and over", []),
        ("en-GB", "100 people", "We asked 100 people", ["100"]),
        ("en-GB", "12 months", "It took 12 months", ["12"]),
        ("en-GB", "500 hectares", "500 hectares burned", ["500"]),
        ("en-GB", "5 million", "It lost 5 million", ["5"]),
        ("en-GB", "5-7", "Deaths rose by 5–7 per cent", ["5–7"]),
        ("en-GB", "5–10", "It costs 5–10 million", ["5–10"]),
        ("en-GB", "5–10", "It rose by 5–10 %", ["5–10"]),
        ("en-GB", "over 65", "Crime rose over 65 per cent", ["65"]),
        ("en-GB", "over 65", "There were over 65 deaths", ["65"]),
        ("de", "65 und älter", "Wenige sind 65 und älter", []),
        ("de", "5. Klasse", "Wenige aus der 5. Klasse", []),
        ("de", "18-24", "Oft sind es die 18–24-Jährigen", []),
        ("de", "10 Mio.", "Es sind 10 Mio. mehr", ["10"]),
        ("de", "5–10", "Es sind 5–10 Mrd. mehr", ["5–10"]),
        ("fr", "65 ans et plus", "Peu ont 65 ans et plus", []),
        ("fr", "12 mois", "Il a fallu 12 mois", ["12"]),
        ("fr", "18–24", "On compte 18–24 fermes", ["18–24"]),
        ("uk", "18–24 роки", "Найбільше тих, кому 18–24 роки", []),
        ("uk", "100 осіб", "Опитали 100 осіб", ["100"]),
        ("uk", "5–10", "Збитки сягають 5–10 млн", ["5–10"]),
    ],
)
def test_an_amount_that_a_category_spells_too_is_told(
    language: str, category: str, title: str, told: list[str], tmp_path: Path
) -> None:
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "charts.yaml": f"c:\n  kind: bar\n  title: {title}\n  table: t\n  x: age\n  y: [men]\n",
        "data/t.csv": f"age;men\n{category};468\nnone;88\n",
        "sections/one.md": "# One\n\n:::{chart} c\n:::\n",
    }
    problems = Problems()
    read_content(write(tmp_path, files), problems)
    found = [p.found.split('"')[1] for p in problems if p.found.startswith("unbound number")]
    assert found == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Am 31. Dezember 2030 endet es, am 30. Dezember 2030 nicht.", "31. Dezember 2030"),
        ("de", "Es endet am 31.12.2030.", "31.12.2030"),
        ("en-GB", "It ends on 31 December 2030, not 1 May 2029.", "31 December 2030"),
        ("en-GB", "It ends on 31st December 2030.", "31st December 2030"),
        ("en-US", "It ends on December 31, 2030.", "December 31, 2030"),
        ("fr", "Du 1er au 31 décembre 2030, tout ferme.", "1er au 31 décembre 2030"),
        ("uk", "Це скінчиться 31 грудня 2030 року.", "31 грудня 2030"),
    ],
)
def test_a_date_that_a_figure_states_is_bound_to_it(
    language: str, text: str, told: str, tmp_path: Path
) -> None:
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": "end: {label: The end, value: 2030-12-31, source: s}\n",
        "sources.yaml": "s: {title: A survey}\n",
        "sections/one.md": f"# One\n\n{text}\n",
    }
    problems = Problems()
    read_content(write(tmp_path, files), problems)
    (unbound,) = problems.errors
    assert unbound.found == f'unbound date "{told}"'
    assert unbound.hint == "bind it to a figure: {{ end }} prints the date"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en-GB", "The Order of 31 December 2030 ends it."),
        ("de", "Das Gesetz vom 31. Dezember 2030 beendet es."),
        ("fr", "Le décret no 2030-12 du 31 décembre 2030 y met fin."),
        ("uk", "Закон від 31 грудня 2030 р. № 1053-IX усе змінив."),
    ],
)
def test_the_date_of_an_act_is_no_figures(language: str, text: str, tmp_path: Path) -> None:
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "figures.yaml": "end: {label: The end, value: 2030-12-31, source: s}\n",
        "sources.yaml": "s: {title: A survey}\n",
        "sections/one.md": f"# One\n\n{text}\n",
    }
    problems = Problems()
    read_content(write(tmp_path, files), problems)
    assert not any("unbound date" in problem.found for problem in problems), problems.errors


def test_half_a_text_that_a_comma_ended_is_told_of_once(tmp_path: Path) -> None:
    files = {
        "briefing.yaml": "title: T\nslug: a\nlanguage: en\ndate: 2026\nsections: [one]\n",
        "claims.yaml": "c: {says: Some 68,000 people came, holds: f > 0}\n",
        "figures.yaml": "f: {label: People, value: 68, source: s}\n",
        "sources.yaml": "s: {title: A survey}\n",
        "sections/one.md": "# One\n\nWords.\n",
    }
    problems = Problems()
    read_content(write(tmp_path, files), problems)
    (told,) = problems.errors
    assert "put all of it in quotation marks" in told.hint


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Gebaut wurden sie nach 1965 und 1990."),
        ("en-GB", "They were built after 1965 and 1990."),
        ("fr", "Ils changèrent en 1965 et 1990."),
        ("uk", "Їх збудували у 1965 і 1990 роках."),
    ],
)
def test_of_two_years_only_the_one_outside_the_span_is_told(
    language: str, text: str, tmp_path: Path
) -> None:
    files = {
        "briefing.yaml": f"title: T\nslug: a\nlanguage: {language}\ndate: 2026\nsections: [one]\n",
        "sections/one.md": f"# One\n\n{text}\n",
    }
    problems = Problems()
    read_content(write(tmp_path, files), problems)
    (problem,) = problems.errors
    assert problem.found == 'unbound number "1965"'
    assert "widen years: in briefing.yaml" in problem.hint
